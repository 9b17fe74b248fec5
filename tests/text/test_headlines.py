"""A Headline In Capitals: its words are the text's words, and its capitals make no title and no name."""

import pytest

from articles.text.above import Above
from articles.text.ledger import ledger
from articles.text.passages import Place
from articles.text.quotations import in_headline
from articles.text.speakers.knowing import Known
from articles.text.speakers.proposing import proposals

TEXT = [
    "The finance minister, Oda Brink, spoke on Monday.",
    "“No more cuts, we lied to you,” she told the Harbour Union in Tarn.",
    "Later Leto Marsh, a docker, disagreed.",
]


def found(headline):
    return [headline[span.start : span.end] for span in in_headline(headline)]


def proposed(headline, text=TEXT):
    """Who is proposed first for each quotation of a headline."""
    places = [Place(len(text), span.start, span.end) for span in in_headline(headline)]
    answers = proposals([*text, headline], places, headlines={len(text)})
    return [[owner.name for owner in answer[0].owners] if answer else [] for answer in answers]


# Words


@pytest.mark.parametrize(
    ("headline", "words"),
    [
        ("Water boss tells customers ‘We Lied To You’", ["We Lied To You"]),
        ("‘We Lied To You’: Water Boss Comes Clean", ["We Lied To You"]),
        ("Boss on ‘We Lied To You’ row", ["We Lied To You"]),
        ("‘You Can’t Stop Us’ dockers vow", ["You Can’t Stop Us"]),
        ("BOSS SAYS ‘WE LIED’", ["WE LIED"]),
        ("Duke ‘Furious’ Over ‘Snub’ At Jubilee", ["Furious", "Snub"]),
    ],
)
def test_what_somebody_says_of_himself_is_no_title_though_it_has_capitals(headline, words):
    assert found(headline) == words


@pytest.mark.parametrize(
    "headline",
    [
        "‘I Will Always Love You’ singer dies",
        "‘We Were Never Here’ wins prize",
        "Film ‘I Forgive Him’ opens",
        "Review: ‘I Came By’",
        "Actor in ‘It Happened One Night’ dies",
        "‘The Long Night’ returns",
    ],
)
def test_a_work_that_is_called_so_is_still_a_title(headline):
    assert found(headline) == []


@pytest.mark.parametrize("headline", ["Boss: ‘We Lied To You’", "Minister’s ‘No More Cuts’ vow", "‘WE LIED TO YOU’"])
def test_the_words_of_the_text_are_the_same_in_capitals(headline):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT)
    assert [each.at.paragraph for each in ledger(body, (), Above(headline=headline)).quoted] == [1]


def test_other_words_in_capitals_are_a_quotation_of_the_headline_s_own():
    body = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT)
    told = ledger(body, (), Above(headline="Boss tells customers ‘We Never Lied To You’"))
    assert [each.words for each in told.unowned][:1] == ["We Never Lied To You"]


# Names


@pytest.mark.parametrize(
    ("headline", "names"),
    [
        ("Brink Vows ‘No More Taxes’", ["Oda Brink"]),
        ("Brink In New Vow: ‘No More Taxes’", ["Oda Brink"]),
        ("Finance Minister Oda Brink Says ‘No More Taxes’", ["Oda Brink"]),
        ("‘No More Taxes’: Brink Makes New Vow", ["Oda Brink"]),
        ("Harbour Union Slams ‘Cruel Taxes’", ["Harbour Union"]),
        ("BRINK: ‘NO MORE TAXES’", ["Oda Brink"]),
        ("Brink’s New Vow: ‘No More Taxes’", ["Oda Brink"]),
    ],
)
def test_a_headline_in_capitals_is_read_by_the_names_of_its_text(headline, names):
    assert proposed(headline) == [names]


@pytest.mark.parametrize(
    "headline",
    ["New Vow: ‘No More Taxes’", "Big Shake Up Looms As ‘No More Taxes’ Promise Falls", "NEW VOW ON ‘TAXES’"],
)
def test_common_words_in_capitals_are_nobody(headline):
    assert proposed(headline, text=[]) == [[]]
    assert proposed(headline)[0] in (["Oda Brink"], ["Leto Marsh"])


def test_a_source_that_the_desk_has_is_a_name_in_a_headline():
    headline = "Brink Vows ‘No More Taxes’"
    found = proposals([headline], [Place(0, 12, 25)], [Known(7, ("Oda Brink",))], headlines={0})
    assert [owner.source for owner in found[0][0].owners] == [7]


def test_a_headline_in_small_letters_is_read_as_a_sentence():
    assert proposed("Petra Lund vows ‘no more taxes’", text=[]) == [["Petra Lund"]]
