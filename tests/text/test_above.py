"""What stands above a text: what is quoted in a headline, a standfirst, a caption, and what the text tells of it."""

import pytest

from articles.text.above import FIELDS, Above, field
from articles.text.ledger import ledger
from articles.text.quotations import in_headline, in_line

BODY = "<p>“The bridge is a death trap,” said Maren Toll.</p><p>It was unsafe for years, she added.</p>"


def quoted(above, *statements, body=BODY):
    """What the ledger has of the lines above a text: the words and whether somebody owns them."""
    found = ledger(body, statements, above).quoted
    return [(each.quotation.words, each.is_owned) for each in found if each.at.paragraph < 0]


# In the manner of headlines

QUOTING = [
    ("Bridge ‘death trap’ closed", ["death trap"]),
    ("Bridge was 'unsafe' for years", ["unsafe"]),
    ("'We won't go': dockers' union says no", ["We won't go"]),
    ("‘We won’t go’: dockers’ union says no", ["We won’t go"]),
    ("Toll ‘will not resign’ over dockers’ pay", ["will not resign"]),
    ("Minister Calls Bridge 'A Death Trap'", ["A Death Trap"]),
    ("'Shameful': minister attacks dockers' deal", ["Shameful"]),
    ("It’s a ‘crisis’, it’s a ‘disaster’, says Toll", ["crisis", "disaster"]),
    ("O'Brien's 'fury' at the council", ["fury"]),
    ('"We will stay," says Toll', ["We will stay,"]),
    ("الوزير: «سنبقى»", ["سنبقى"]),
    ("«لن نغادر».. النقابة ترفض", ["لن نغادر"]),
    ("الوزير يصف الاتفاق بأنه «مخز»", ["مخز"]),
]
QUOTING_NOBODY = [
    "The '90s are back, and the dogs' home with them",
    "Rock 'n' roll's not dead",
    "The dogs' home and the owners' fight",
    "A 6'2\" giant on the owners’ bench",
    "'The Long Night' wins award",
    "Review: 'The Long Road'",
    "'Hamlet' opens in Toll",
    "Ship “Aurora” sinks",
    "Group 'C' is through",
    "Samir 'the Fox' Qadri dies at 80",
    "How the word 'fair' lost its meaning",
    "رواية «الليل الطويل» تفوز",
    "سفينة «أورورا» تغرق",
    "حزب «الأمة» يفوز",
]


@pytest.mark.parametrize(("headline", "words"), QUOTING)
def test_what_a_headline_quotes_is_found_though_nobody_says_it_there(headline, words):
    assert [headline[span.start : span.end] for span in in_headline(headline)] == words


@pytest.mark.parametrize("headline", QUOTING_NOBODY)
def test_apostrophes_inches_decades_titles_and_names_are_no_quotations_in_a_headline(headline):
    assert in_headline(headline) == []


def test_a_standfirst_reads_as_a_text_does():
    line = "The ‘new’ bridge, said Toll, ‘was never safe’. The ‘Aurora’ lay under it."
    assert [line[span.start : span.end] for span in in_line(line)] == ["new", "was never safe"]


def test_a_mark_that_is_never_closed_ends_with_its_line():
    above = Above(headline="Toll: “We will stay", standfirst="Nobody else says so.”")
    assert quoted(above) == [("We will stay", False)]


# What the text tells

REPEATED = [
    "Bridge ‘a death trap’, says Toll",
    "Bridge 'death trap' closed",
    "BRIDGE ‘A Death Trap,’ SAYS TOLL",
    "“The bridge is … trap”",
    "“The [old] bridge is a death trap”: Toll",
]


@pytest.mark.parametrize("headline", REPEATED)
@pytest.mark.parametrize("name", FIELDS)
def test_what_the_text_quotes_is_no_quotation_of_a_line_above_it(name, headline):
    assert quoted(Above(**{name: headline})) == []


def test_what_is_put_together_from_two_mouths_is_nobodys():
    body = "<p>“We asked for rest,” said Toll.</p><p>“It was never paid,” said Hesse.</p>"
    assert quoted(Above(headline="“We asked … never paid”"), body=body) == [("We asked … never paid", False)]


@pytest.mark.parametrize(
    ("said", "headline"),
    [
        ("نتوقع ربيعاً بطيئاً", "المحافظة تحذر من «ربيع بطيء»"),
        ("هذا ربيع بطيء", "المحافظة تتوقع «ربيعاً بطيئاً»"),
        ("نحن مستعدون", "النقابة: كنا «مستعدين»"),
    ],
)
def test_an_arabic_phrase_is_the_same_in_another_case(said, headline):
    assert quoted(Above(headline=headline), body=f"<p>قالت: «{said}».</p>") == []


@pytest.mark.parametrize(
    ("said", "headline"), [("نتوقع ربيعاً سريعاً", "تحذير من «ربيع بطيء»"), ("هذا عمله", "قال إنه «عملها»")]
)
def test_an_arabic_phrase_of_other_words_is_not(said, headline):
    assert len(quoted(Above(headline=headline), body=f"<p>قالت: «{said}».</p>")) == 1


@pytest.mark.parametrize(
    "headline", ["Bridge ‘a death pit’", "Bridge ‘unsafe’ for years", "“The trap … bridge is mine”"]
)
def test_what_the_text_says_otherwise_or_without_an_owner_is(headline):
    assert [is_owned for _words, is_owned in quoted(Above(headline=headline))] == [False]


def test_what_the_text_says_in_an_attributed_passage_is_told_there():
    above = Above(headline="Bridge ‘unsafe’ for years")
    assert quoted(above, ("It was unsafe for years", 1)) == []


def test_words_above_the_text_are_owned_there_and_at_no_place_in_it():
    body = "<p>“It is a crisis and we lie about it.”</p>"
    found = ledger(body, [("crisis now", 0)], Above(headline="‘Crisis now’, says Toll"))
    assert [(each.quotation.words, each.owners) for each in found.quoted] == [
        ("Crisis now", (0,)),
        ("It is a crisis and we lie about it.", ()),
    ]
    assert field(found.places[0].paragraph) == "headline"


def test_words_of_the_occurrence_above_never_own_what_stands_in_the_text():
    found = ledger("<p>“Enough,” he said.</p>", [("Enough", 0)], Above(headline="Bridge closed"))
    assert found.places == (None,)
    assert [each.words for each in found.unowned] == ["Enough,"]


def test_who_has_a_part_of_a_line_s_quotation_does_not_own_the_rest():
    above = Above(headline="Toll: “It is a crisis. The minister knew of it in March and said nothing”")
    assert [is_owned for _words, is_owned in quoted(above, ("It is a crisis", 0))] == [False]
    assert [
        is_owned for _words, is_owned in quoted(above, ("The minister knew of it in March and said nothing", 0))
    ] == [False]
    both = [("It is a crisis", 0), ("The minister knew of it in March and said nothing", 0)]
    assert [is_owned for _words, is_owned in quoted(above, *both)] == [True]


def test_words_that_the_text_has_not_are_looked_for_above_it_whatever_their_occurrence():
    found = ledger(BODY, [("crisis", 1)], Above(standfirst="It is “a crisis”, said Toll."))
    assert field(found.places[0].paragraph) == "standfirst"
    assert found.quoted[0].owners == (0,)


def test_what_two_lines_quote_is_told_once():
    above = Above("Bridge in ‘crisis’", "“A crisis,” said Toll, “and worse”.", "The crisis, “a crisis”, said Toll.")
    assert quoted(above) == [("crisis", False), ("A crisis,", False), ("and worse", False)]


def test_lines_above_a_text_stand_before_it_and_change_no_place_in_it():
    above = Above("‘Shut it’: Toll", "“Now,” said Toll", "Toll said: “At once.”")
    alone, found = ledger(BODY, [("unsafe", 1)]), ledger(BODY, [("unsafe", 1)], above)
    assert found.places == alone.places
    assert found.quoted[-len(alone.quoted) :] == alone.quoted
    order = [(each.at.paragraph, each.at.start) for each in found.quoted]
    assert order == sorted(order)
    assert {each.quotation.occurrence for each in found.quoted if each.at.paragraph < 0} == {0}


@pytest.mark.parametrize("words", ["[I confess to the killing]", "I am [really and truly] sorry", "[…]"])
def test_what_is_put_in_between_brackets_is_no_repetition(words):
    line = Above(headline=f"Hesse: “{words}”")
    told = ledger("<p>“I am sorry,” he said.</p>", [("I am sorry", 1)], line)
    assert [each.words for each in told.unowned] == ([words] if words != "[…]" else [])


@pytest.mark.parametrize("words", ["I am [very] sorry", "I am … sorry", "[He is] sorry"])
def test_a_word_or_two_may_be_put_in(words):
    told = ledger("<p>“I am sorry,” he said.</p>", [("I am sorry", 1)], Above(headline=f"Hesse: “{words}”"))
    assert told.unowned == []
