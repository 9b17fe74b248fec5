"""Whose words they are: quotations found in a text, attributed passages located and marked in it."""

import re
from itertools import islice

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles import text
from articles.text import folding, passages, quotations
from articles.text.passages import Passage
from tests import costs
from tests.text.marked import BODIES, Balanced, without_marks


def body(*paragraphs):
    return text.clean("".join(f"<p>{paragraph}</p>" for paragraph in paragraphs))


def words_of(*paragraphs):
    return [quotation.words for quotation in quotations.quotations(body(*paragraphs))]


# Quotations


@pytest.mark.parametrize(
    ("paragraph", "words"),
    [
        ("He said “yes” and “no”.", ["yes", "no"]),
        ('He said "yes" and "no".', ["yes", "no"]),
        ("قال «نعم» ثم “لا” و‹ربما›.", ["نعم", "لا", "ربما"]),
        ("She said „Ja“ and »Nein«.", ["Ja", "Nein"]),
        ("He said « oui » yesterday", ["oui"]),
        ('قال:"نعم" وب"الحزب" و”مقلوب“', ["نعم", "الحزب", "مقلوب"]),
        ("“He told me ‘go’, and ‘stay’,” she said.", ["He told me ‘go’, and ‘stay’,"]),
        ("قال «إن «الحزب» انتهى» أمس", ["إن «الحزب» انتهى"]),
        ('She said "the "nested" one" and left', ['the "nested" one']),
        ("“we <em>will</em> <strong>not</strong> leave”", ["we will not leave"]),
        ("‘I saw it,’ she said of the dogs’ home.", ["I saw it,"]),
        ("The ‘reform’ bill", []),
        ("She called it a ‘reform’ bill", ["reform"]),
        ('a 5" gun and a 6" gun', []),
        ("Don’t, ’tis the ‘90s and Sana‘a’s and Qur‘an", []),
        ("the ‘dogs’ home’ it may be", []),
        ("“” and “…” and «!»", []),
        ('"...and then we left," she said.', ["...and then we left,"]),
        ('He wrote: "... nobody asked us."', ["... nobody asked us."]),
        ('A plain one: "We stayed."', ["We stayed."]),
        ('"…and left"', ["…and left"]),
        ('". . . and left," he said', [". . . and left,"]),
        ('قال: "..ثم غادرنا" وسكت', ["..ثم غادرنا"]),
        ('قال:"...ثم غادرنا" وسكت', ["...ثم غادرنا"]),
        ('".5 is no number," he said of ".NET"', [".5 is no number,", ".NET"]),
        ('He said "We left"... and "went"...', ["We left", "went"]),
        ('He said "we left ..." and "so".', ["we left ...", "so"]),
        ('a 5" ... gun and a 6" gun', []),
    ],
)
def test_what_stands_between_quotation_marks_is_found(paragraph, words):
    assert words_of(paragraph) == words


def test_a_quotation_over_several_paragraphs_is_one_for_each():
    found = quotations.quotations(body("He said: “One.", "“Two.", "“Three.” And left."))
    assert [(quotation.words, quotation.paragraph) for quotation in found] == [
        ("One.", 0),
        ("Two.", 1),
        ("Three.", 2),
    ]


def test_a_quotation_whose_mark_is_not_repeated_goes_on_to_its_end():
    assert words_of("He said: “One.", "Two,” and left. “Three”") == ["One.", "Two,", "Three"]
    assert words_of('He said: "One.', 'Two," and left a 5" gun.') == ["One.", "Two,"]


@pytest.mark.parametrize(
    ("paragraphs", "words"),
    [
        (["He said: ‘One.", "‘Two.", "‘Three.’ And left."], ["One.", "Two.", "Three."]),
        (
            ["‘We saw the dogs’ home.", "‘We don’t know.", "‘We left.’"],
            ["We saw the dogs’ home.", "We don’t know.", "We left."],
        ),
        (["He said: ‘One.", "Two.", "Three,’ and left. ‘Four.’"], ["One.", "Two.", "Three,", "Four."]),
        (["The ‘reform’ bill: ‘We saw “it” and", "‘went home.’ So."], ["We saw “it” and", "went home."]),
        (["‘We are here,’ said Ann, ‘and we", "‘stay.’"], ["We are here,", "and we", "stay."]),
        (["قال: ‘نعم", "‘لا.’ وسكت"], ["نعم", "لا."]),
        (["‘One.", "‘Two.", "‘Three.", "Nobody."], ["One.", "Two.", "Three."]),
        (["‘Yes,’ he said.", "‘No,’ she said."], ["Yes,", "No,"]),
        (["‘Beautiful’ is what he said.", "‘Ugly’ is what she said."], ["Beautiful", "Ugly"]),
        (["‘Tis late.", "‘Twas early.", "‘Em.", "Nothing.’"], []),
        (["The poet ‘Antara was born.", "‘Abla was his love."], []),
        (["In the ‘90s: one.", "The dogs’ home.", "‘Two,’ she said."], ["Two,"]),
    ],
)
def test_british_single_marks_run_over_several_paragraphs(paragraphs, words):
    assert words_of(*paragraphs) == words


@pytest.mark.parametrize(
    "piece",
    [
        *("<p>‘a</p>", "<p>a: ‘a</p>", "<p>a,’ ‘</p>", ": ‘a ", '"... ', ": ‘as’ ", ": 'a ", "'as' ", "''a "),
        *("((a ", "a)) ", "&lt;&lt;a ", "„a ", "« ", "” ", "“a b” ", "“a” and ", "«أ» و", "novel “a” ", '5" ', "'.' "),
    ],
)
def test_a_hostile_row_of_marks_takes_no_longer_than_its_length(piece):
    costs.assert_grows_with_its_size(
        lambda html: list(islice(quotations.quotations(html), quotations.MOST)), lambda size: piece * size, 400
    )


def test_a_mark_that_is_never_closed_ends_with_its_paragraph():
    assert words_of("He said “one and left.", "Nothing. “Two”") == ["one and left.", "Two"]
    assert words_of("He said “one «two» three”.", "«four “five» six, she said") == ["one «two» three", "four “five"]


def test_a_quotation_knows_which_time_its_words_stand_in_the_text():
    found = quotations.quotations(body("Peace, they said: “Peace”", "No peaceful «PEACE» and “peace”, they said"))
    assert [quotation.occurrence for quotation in found] == [2, 3, 4]


@settings(max_examples=200)
@given(BODIES)
@example(body("“a “a “a” a” a"))
def test_what_is_found_is_in_the_text_where_it_says(html):
    paragraphs = text.paragraphs(html)
    for quotation in quotations.quotations(html):
        assert quotation.words in " ".join(paragraphs[quotation.paragraph].split())
        place = passages.find(html, quotation.words, quotation.occurrence)
        assert place.paragraph == quotation.paragraph
        written = paragraphs[place.paragraph][place.start : place.end]
        assert folding.fold(written) == folding.fold(quotation.words)


# Passages


@pytest.mark.parametrize(
    ("words", "occurrence", "is_found"),
    [
        ("we WILL not  leave", 1, True),
        ("we will not leave", 2, False),
        ("we will not leave", 0, False),
        ("will no", 1, False),
        ("leave the port Later", 1, False),
        ("don't", 1, True),
        ("", 1, False),
    ],
)
def test_words_are_found_in_any_spelling_across_tags_but_not_across_paragraphs(words, occurrence, is_found):
    html = body("“We will <em>not</em> leave<br>the port”", "Later they don’t")
    assert (passages.find(html, words, occurrence) is not None) == is_found


def test_arabic_words_are_found_however_they_are_spelled():
    assert passages.find(body("قال إنّ المُعلِّمة أحمد غائبة"), "المعلمه احمد غائبه") == passages.Place(0, 8, 29)


def mark(html, *found):
    return passages.mark(html, [Passage(*each) for each in found])


def number(of, shown=None, anchor=""):
    return (
        f'<span class="passage-number"{anchor}><button type="button" popovertarget="statement-{of}">{shown or of}'
        "</button></span>"
    )


def test_a_passage_is_a_link_to_its_statement_with_its_quotation_marks_and_its_number_behind_it():
    assert mark(body("He said “we <em>will</em> stay”."), (3, "We will stay")) == (
        f'<p>He said <a class="passage" id="passage-3" href="#statement-3">“we <em>will</em> stay”</a>{number(3)}.</p>'
    )


def test_readers_see_the_number_of_the_owner_and_are_told_the_label():
    marked = mark(body("قال نعم"), (3, "نعم", 1, "١، ٤", "المصدر <1>"))
    assert ' popovertarget="statement-3" aria-label="المصدر &lt;1&gt;">١، ٤</button>' in marked


def test_a_quiet_passage_says_so_and_keeps_its_number():
    marked = mark(body("yes and no"), (1, "yes", 1, "", "", True), (2, "no"))
    assert f'<a class="passage is-quiet" id="passage-1" href="#statement-1">yes</a>{number(1)} and' in marked
    assert '<a class="passage" id="passage-2"' in marked


def test_a_passage_that_cuts_through_a_tag_is_marked_in_pieces():
    assert mark(body("we <em>will not</em> stay"), (1, "we will")) == (
        '<p><span class="passage" id="passage-1">we </span><em><span class="passage">will</span>'
        f"{number(1)} not</em> stay</p>"
    )


def test_a_passage_in_a_link_puts_no_link_and_no_button_in_a_link():
    assert mark(body('see <a href="/x">what he said today</a>.'), (1, "he said")) == (
        f'<p>see <a href="/x">what <span class="passage" id="passage-1">he said</span> today</a>{number(1)}.</p>'
    )


def test_of_two_passages_that_overlap_the_first_is_marked_and_the_other_keeps_its_number():
    assert mark(body("we will not leave"), (1, "we will not"), (2, "not leave")) == (
        f'<p><a class="passage" id="passage-1" href="#statement-1">we will not</a>{number(1)} leave'
        f"""{number(2, anchor=' id="passage-2"')}</p>"""
    )


def test_spaces_before_a_paragraph_do_not_shift_what_is_marked():
    assert mark("<p> \n yes and no</p>", (1, "no")).endswith(
        f' and <a class="passage" id="passage-1" href="#statement-1">no</a>{number(1)}</p>'
    )


def test_two_passages_of_one_statement_have_an_id_each():
    marked = mark(body("yes and no"), (1, "yes"), (1, "no"))
    assert re.findall(' id="([^"]*)"', marked) == ["passage-1", "passage-1-2"]


def test_what_is_not_in_the_text_is_not_marked():
    assert mark(body("yes"), (1, "no"), (2, "yes", 2)) == body("yes")


FOUND = st.lists(
    st.tuples(
        st.integers(1, 4),
        st.sampled_from(["peace", "war peace", "a", "5", "سلام", "dogs", "e", "& a"]),
        st.integers(1, 3),
    ),
    max_size=6,
)


@settings(max_examples=200)
@given(BODIES, FOUND)
def test_marking_only_adds_and_leaves_the_html_sound(html, found):
    quoted = [(9, quotation.words, quotation.occurrence) for quotation in quotations.quotations(html)]
    wanted = [*found, *quoted]
    marked = mark(html, *wanted)
    parser = Balanced()
    parser.feed(marked)
    parser.close()
    assert parser.open == []
    assert len(parser.ids) == len(set(parser.ids)) == sum(passages.find(html, *each[1:]) is not None for each in wanted)
    assert without_marks(marked) == html
    assert text.clean(marked) == text.clean(html)


@pytest.mark.parametrize("said", [[f"{'a ' * 9}a"] * 60, ["a " * (100 + n) for n in range(60)]], ids=["one", "many"])
def test_a_text_that_says_one_word_for_ever_is_marked_in_a_moment(said):
    wanted = [(number, words, number) for number, words in enumerate(said, 1)]

    def read(html):
        assert mark(html, *wanted).count("popovertarget") == 60
        assert passages.find(html, "a", passages.MOST_PLACES)

    costs.assert_grows_with_its_size(read, lambda size: f"<p>{'a ' * size}</p>", 6_000, cost=costs.steps)
