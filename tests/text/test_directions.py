"""What runs from left to right in a text of the other direction: isolated where it is shown, and nothing else."""

import re

import pytest

from articles.composing.drawing import drawn as line_drawn
from articles.text import clean, directions, passages
from articles.text.directions import LTR, RTL, drawn, isolated
from tests import costs

LRI, RLI, PDI, LRM, RLM = "\u2066", "\u2067", "\u2069", "\u200e", "\u200f"

CASES = ["+974 4412 3456", "800-555-019", "12-3456-7890", "C++"]
NUMBERS = [
    "(974) 4412 3456",
    "(+974) 4412 3456",
    "+974-4412-3456",
    "00974 4412 3456",
    "+1 (212) 555-0199",
    "4412-3456",
    "978-3-16-148410-0",
    "2026-11-28",
    "1 500 000",
    "4-3-3",
]
SIGNS = ["*123#", "-5", "+7", "2+2=4"]
WORDS = ["C#", ".NET", "@doha_news", "#Sarran", "$HOME", "--help", "U.S.", "https://paper.example/a/?b=1&amp;c=2#d/"]
MIXED = ["5G", "123-ABC", "12 Quay Street, Sarran", "3rd", "10 km/h"]
WITH_THE_SENTENCE = [
    "12%",
    "2019-2021",
    "2019 - 2021",
    "1990–1995",
    "10:00-12:00",
    "2-1",
    "98-87",
    "1500-2500",
    "2019-20",
]
AS_UNICODE_HAS_IT = [
    "Google",
    "Human Rights Watch",
    "COVID-19",
    "2.4.1",
    "192.168.0.1",
    "28/11/2026",
    "14:05",
    "23,911",
]


def inside(html):
    """What is isolated in the HTML."""
    return re.findall(r'<bd[io] dir="ltr">(.*?)</bd[io]>', html)


@pytest.mark.parametrize("run", [*CASES, *NUMBERS, *SIGNS, *WORDS, *MIXED])
@pytest.mark.parametrize("around", ["اتصلوا على {} قبل الظهر.", "({})، ثم غيره", "«{}».", "{} في الدوحة", "و{}"])
def test_what_is_read_from_left_to_right_is_isolated_whole_and_alone(run, around):
    if around == "و{}" and run[0] in ".@#$-+*":
        pytest.skip("a sign that touches a letter before it may be that letter's")
    assert inside(drawn(around.format(run), RTL)) == [run]


@pytest.mark.parametrize("run", [*WITH_THE_SENTENCE, *AS_UNICODE_HAS_IT])
@pytest.mark.parametrize("around", ["بين {} في البلاد", "({})", "{}، ثم غيره"])
def test_what_runs_with_the_sentence_stays_as_it_is(run, around):
    assert drawn(around.format(run), RTL) == around.format(run)


def test_arabic_digits_are_turned_too_and_their_ranges_are_not():
    assert drawn("على +٩٧٤ ٤٤١٢ ٣٤٥٦ الآن", RTL) == 'على <bdo dir="ltr">+٩٧٤ ٤٤١٢ ٣٤٥٦</bdo> الآن'
    assert drawn("بين ٢٠١٩–٢٠٢١ و١٢٪", RTL) == "بين ٢٠١٩–٢٠٢١ و١٢٪"


def test_a_range_of_grouped_numbers_runs_on_and_each_number_is_whole():
    assert inside(drawn("بين 10 000-12 000 نسمة", RTL)) == ["10 000", "12 000"]


def test_two_numbers_beside_each_other_are_two_where_one_is_an_hour():
    assert inside(drawn("في 2026-11-28 14:05 تماماً", RTL)) == ["2026-11-28"]


def test_the_sentences_own_signs_stay_outside():
    assert drawn("(C++).", RTL) == '(<bdi dir="ltr">C++</bdi>).'
    assert drawn("«@doha_news»؟", RTL) == '«<bdi dir="ltr">@doha_news</bdi>»؟'


def test_a_run_across_elements_is_isolated_too():
    assert drawn("<p>على +974 <b>4412</b> 3456</p>", RTL) == '<p>على <bdi dir="ltr">+974 <b>4412</b> 3456</bdi></p>'
    assert drawn("<p>على <b>+974</b> 4412</p>", RTL) == f"<p>على <b>{LRI}+974</b> 4412{PDI}</p>"
    assert drawn("<p>على +974</p><p>4412 3456</p>", RTL).count("<bdi") == 2


def test_entities_and_attributes_are_left_whole():
    html = '<p>في <a href="https://a.example/1-2-3/">A&amp;B++</a> &amp; غيره</p>'
    wanted = '<p>في <a href="https://a.example/1-2-3/"><bdi dir="ltr">A&amp;B++</bdi></a> &amp; غيره</p>'
    assert drawn(html, RTL) == wanted


def test_in_an_english_text_only_what_follows_arabic_is_isolated():
    assert drawn("Call +974 4412 3456 or write C++", LTR) == "Call +974 4412 3456 or write C++"
    said = "“اتصلوا على +974 4412 3456” and 800-555-019"
    assert inside(drawn(said, LTR)) == ["+974 4412 3456"]


def test_it_is_drawn_the_same_twice_and_says_the_same_words():
    html = "<p>على +974 <b>4412</b> و C++ و@x</p>"
    once = drawn(html, RTL)
    assert drawn(once, RTL) == once
    assert re.sub(r"</?bd[io][^>]*>|[\u2066-\u2069\u202a-\u202e]", "", once) == html


def test_a_line_is_escaped_and_a_title_knows_no_html():
    assert line_drawn("<b> على +974 4412", "rtl") == '&lt;b&gt; على <bdi dir="ltr">+974 4412</bdi>'
    assert isolated("لغة C++ الآن", RTL) == f"لغة {LRI}C++{PDI} الآن"
    assert isolated("C++ and Java") == "C++ and Java"
    assert isolated("برنامج C++") == f"برنامج {LRI}C++{PDI}"
    assert isolated("على ٤٤١٢ ٣٤٥٦", RTL) == f"على {LRI}\u202d٤٤١٢ ٣٤٥٦\u202c{PDI}"


@pytest.mark.parametrize("odd", ["", " ", "\n", "+", "((((", "<", "&", "‏", "١", "-", "&lt;", "()", "…", "\u0301+1 2"])
def test_odd_lines_are_taken(odd):
    assert isinstance(drawn(line_drawn(f"م{odd}م"), RTL), str)
    assert isolated(odd, RTL).replace(LRI, "").replace(PDI, "") == odd


# What somebody said of it already


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ('<p>على <span dir="ltr">4412-5678</span> الآن</p>', f"<p>على {LRI}4412-5678{PDI} الآن</p>"),
        ("<p>لغة <bdi>C++</bdi> هنا</p>", f"<p>لغة {LRI}C++{PDI} هنا</p>"),
        ("<p>قال <span style='direction: ltr'>1-2</span> له</p>", f"<p>قال {LRI}1-2{PDI} له</p>"),
        ("<p>قال <bdo dir=ltr>1-2</bdo> له</p>", f"<p>قال {LRI}1-2{PDI} له</p>"),
        ("<p>It says <span dir=rtl>مرحبا (1)</span> there</p>", f"<p>It says {RLI}مرحبا (1){PDI} there</p>"),
        (f"<p>قال {LRM}1-2{LRM} و3{RLM}-4</p>", f"<p>قال {LRM}1-2{LRM} و3{RLM}-4</p>"),
        ('<p dir="ltr">C++ هنا</p>', '<p dir="ltr">C++ هنا</p>'),
        ("<p dir=RTL><span dir=RTL>بين 2-1</span> <span dir=LTR>Google</span></p>", '<p dir="rtl">بين 2-1 Google</p>'),
    ],
)  # fmt: skip
def test_pasted_directions_are_kept_where_they_are_seen(pasted, kept):
    assert clean(pasted) == kept
    assert clean(kept) == kept


def test_what_was_said_to_run_leftward_is_left_alone():
    assert drawn(f"قال {RLM}800-555-019", RTL) == f"قال {RLM}800-555-019"
    assert drawn(f"قال {RLI}800-555-019{PDI}", RTL) == f"قال {RLI}800-555-019{PDI}"


def test_a_paragraph_of_its_own_direction_is_read_in_it():
    assert drawn('<p dir="ltr">C++ and +974 4412</p>', RTL) == '<p dir="ltr">C++ and +974 4412</p>'
    assert inside(drawn('<p dir="rtl">على +974 4412</p>', LTR)) == ["+974 4412"]


@pytest.mark.parametrize("words", ["+974 4412 3456", "C++", "اتصلوا على +974 4412 3456", "قبل C++ الظهر"])
def test_passages_are_found_and_marked_all_the_same(words):
    html = "<p>اتصلوا على +974 4412 3456 قبل C++ الظهر.</p>"
    marked = passages.mark(html, [passages.Passage(1, words, shown="١", label="المصدر ١")])
    shown = drawn(marked, RTL)
    assert 'class="passage" id="passage-1"' in shown
    assert inside(shown) == ["+974 4412 3456", "C++"]
    assert "<sup>" not in "".join(inside(shown))


@pytest.mark.parametrize(
    "piece",
    ["+", "1 ", "(1", "a+ ", "ب1-2 ", "<b>ب1 ", "<bdi>", "a.", "م+(", "-1", "<span dir=ltr>1", "<span dir= ", "["],
)  # fmt: skip
def test_hostile_text_costs_no_more_than_its_length(piece):
    act = lambda html: (drawn(html, RTL), directions.kept(html), isolated(html))  # noqa: E731
    costs.assert_grows_with_its_size(act, lambda size: piece * size, 500)
