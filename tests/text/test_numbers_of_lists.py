"""A list keeps its own numbers, and what it counts in, whichever program wrote them and whatever stands between."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import text
from articles.text import counting, outline

LISTS = [
    (
        "<ol><li>a</li><li>b</li></ol><p>x</p><ol start=3><li>c</li></ol>",
        '<ol><li>a</li><li>b</li></ol><p>x</p><ol start="3"><li>c</li></ol>',
    ),
    ('<ol start="1"><li>a</li></ol>', "<ol><li>a</li></ol>"),
    ("<ol><li value=4>a</li><li>b</li></ol>", '<ol start="4"><li>a</li><li>b</li></ol>'),
    ("<ol><li>a</li><li value=7>b</li></ol>", '<ol><li>a</li></ol><ol start="7"><li>b</li></ol>'),
    ("<ol reversed><li>a</li><li>b</li></ol>", '<ol start="2"><li>a</li></ol><ol><li>b</li></ol>'),
    ('<ol start="-3"><li>a</li></ol>', "<ol><li>a</li></ol>"),
    ('<ol start="1e9"><li>a</li></ol>', "<ol><li>a</li></ol>"),
    ('<ul start="3"><li>a</li></ul>', "<ul><li>a</li></ul>"),
    (
        '<ol><li>a</li><li>b<figure data-photo="quay"></figure></li><li>c</li></ol>',
        '<ol><li>a</li><li>b</li></ol><figure data-photo="quay"></figure><ol start="3"><li>c</li></ol>',
    ),
    (
        '<ol start="4"><li>a</li><li>b<figure data-photo="quay"></figure>more</li></ol>',
        '<ol start="4"><li>a</li><li>b</li></ol><figure data-photo="quay"></figure>'
        '<ol start="5"><li><p>more</p></li></ol>',
    ),
]


@pytest.mark.parametrize(("html", "cleaned"), LISTS)
def test_a_list_keeps_its_numbers(html, cleaned):
    assert text.clean(html) == cleaned
    assert text.clean(cleaned) == cleaned == text.kept(cleaned)


ITEM = (
    "<p class=MsoListParagraph style='mso-list:l0 level{} lfo1'><span style='mso-list:Ignore'>{}<span>&nbsp;&nbsp; "
    "</span></span>{}</p>"
)

FIRST_TWO = "<li>0</li><li>1</li>"


@pytest.mark.parametrize(
    ("markers", "cleaned"),
    [
        (["1.", "-", "2."], '<ol><li>0</li></ol><p>1</p><ol start="2"><li>2</li></ol>'),
        (["١.", "-", "٢."], '<ol><li>0</li></ol><p>1</p><ol start="2"><li>2</li></ol>'),
        (["a)", "b)", "-", "c)"], f'<ol type="a">{FIRST_TWO}</ol><p>2</p><ol start="3" type="a"><li>3</li></ol>'),
        (["i.", "ii.", "-", "iii."], f'<ol type="i">{FIRST_TWO}</ol><p>2</p><ol start="3" type="i"><li>3</li></ol>'),
        (["A.", "B."], f'<ol type="A">{FIRST_TWO}</ol>'),
        (["(IV)", "(V)"], f'<ol start="4" type="I">{FIRST_TWO}</ol>'),
        (["y)", "z)", "aa)", "bb)"], f'<ol start="25" type="a">{FIRST_TWO}<li>2</li><li>3</li></ol>'),
        (["xcix.", "c."], f'<ol start="99" type="i">{FIRST_TWO}</ol>'),
        (["1.", "b."], '<ol><li>0</li></ol><ol start="2" type="a"><li>1</li></ol>'),
        (["C)", "d)"], '<ol start="3" type="A"><li>0</li></ol><ol start="4" type="a"><li>1</li></ol>'),
        (["(1)", "(3)"], '<ol><li>0</li></ol><ol start="3"><li>1</li></ol>'),
        (["أ.", "ب.", "-", "ج."], '<ol><li>0</li><li>1</li></ol><p>2</p><ol start="3"><li>3</li></ol>'),
        (["·", "·"], "<ul><li>0</li><li>1</li></ul>"),
        (["h.", "i."], f'<ol start="8" type="a">{FIRST_TWO}</ol>'),
    ],
)
def test_a_word_processors_list_begins_at_its_number(markers, cleaned):
    paragraphs = [f"<p>{n}</p>" if each == "-" else ITEM.format(1, each, n) for n, each in enumerate(markers)]
    assert text.clean("".join(paragraphs)) == cleaned


def test_a_numbered_heading_of_word_is_a_heading_with_its_number():
    html = (
        "<h1 style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span>The quay</h1>"
    )
    assert text.clean(html) == "<h2>2. The quay</h2>"


def test_levels_of_a_word_processor_have_each_its_kind():
    levels = [(1, "I."), (2, "A)"), (3, "a."), (3, "b."), (2, "B)"), (1, "II.")]
    html = "".join(ITEM.format(level, marker, n) for n, (level, marker) in enumerate(levels))
    assert text.clean(html) == (
        '<ol type="I"><li>0<ol type="A"><li>1<ol type="a"><li>2</li><li>3</li></ol></li><li>4</li></ol></li>'
        "<li>5</li></ol>"
    )


# What programs say a list counts in -> as a text keeps it. Google Docs says it of the items; Pages in a sheet.
KINDS = [
    *((f'<ol type="{kind}"><li>x</li></ol>', kind) for kind in counting.KINDS),
    *(
        (f'<ol style="list-style-type: {said}"><li>x</li></ol>', kind)
        for said, kind in [
            ("lower-alpha", "a"),
            ("lower-latin", "a"),
            ("UPPER-ALPHA", "A"),
            ("upper-latin !important", "A"),
            ("lower-roman", "i"),
            ("upper-roman", "I"),
            ("decimal", ""),
            ("arabic-indic", ""),
            ("arabic-abjad", ""),
            ("hebrew", ""),
        ]
    ),
    ('<ol style="list-style: inside lower-roman"><li>x</li></ol>', "i"),
    ('<ol><li style="list-style-type:lower-alpha;font-size:11pt" aria-level="1">x</li></ol>', "a"),
    ('<ol type="i"><li style="list-style-type:decimal">x</li></ol>', ""),
    ('<ol type="i"><li style="list-style-type:inherit">x</li></ol>', "i"),
    ('<style>ol.ol1 {list-style-type: upper-roman}</style><ol class="ol1"><li class="li1">x</li></ol>', "I"),
    ('<ol><li type="A">x</li></ol>', "A"),
    *((f'<ol type="{said}"><li>x</li></ol>', "") for said in ("1", "disc", "square", "aa", "&#65;B", "x onclick=y")),
    ('<ul type="a"><li>x</li></ul>', None),
]


@pytest.mark.parametrize(("html", "kind"), KINDS)
def test_a_list_keeps_its_kind_of_number(html, kind):
    start = "ul" if kind is None else f'ol type="{kind}"' if kind else "ol"
    cleaned = f"<{start}><li>x</li></{start[:2]}>"
    assert text.clean(html) == cleaned
    assert text.clean(cleaned) == cleaned == text.kept(cleaned)


def test_items_of_another_kind_begin_a_list_of_their_own_and_their_numbers_go_on():
    html = '<ol type="A"><li>x</li><li type="i">y</li><li type="i">z</li></ol>'
    assert text.clean(html) == '<ol type="A"><li>x</li></ol><ol start="2" type="i"><li>y</li><li>z</li></ol>'


def test_a_list_in_a_list_does_not_count_as_the_one_around_it():
    html = '<ol type="a"><li>x<ol><li>y</li></ol></li></ol>'
    assert text.clean(html) == html


def test_a_lettered_list_that_a_photo_parts_goes_on_in_letters():
    html = '<ol lang="en" type="a"><li>x<figure data-photo="quay"></figure></li><li>y</li></ol>'
    cleaned = (
        '<ol lang="en" type="a"><li>x</li></ol><figure data-photo="quay"></figure>'
        '<ol lang="en" start="2" type="a"><li>y</li></ol>'
    )
    assert text.clean(html) == cleaned == text.clean(cleaned) == text.kept(cleaned)


@given(
    st.lists(
        st.sampled_from(
            ["<ol>", "</ol>", "<li>", "</li>", "x", "<p>", "</p>", '<ol type="a">', '<ol start="4" type="I" dir="rtl">',
             '<li value="7" type="i">', '<figure data-photo="quay"></figure>', '<ol style="list-style:lower-alpha">']
        ),
        max_size=14,
    )
)  # fmt: skip
def test_lists_cleaned_again_stay_as_they_are(pieces):
    cleaned = text.clean("".join(pieces))
    assert text.clean(cleaned) == cleaned == text.kept(cleaned)


@pytest.mark.parametrize("kind", counting.KINDS)
def test_the_kind_of_number_is_no_word_of_a_text(kind):
    lettered = f'<p>He said:</p><ol type="{kind}"><li>“We stayed,”</li><li>he said.</li></ol>'
    plain = lettered.replace(f' type="{kind}"', "")
    assert text.paragraphs(lettered) == text.paragraphs(plain)
    assert text.word_count(lettered) == text.word_count(plain)


def test_what_stands_before_an_item_is_told_as_readers_see_it():
    html = '<ol start="26" type="a"><li>x</li><li>y</li></ol><ol start="4" type="I"><li>z</li></ol><ol><li>u</li></ol>'
    assert [part.marker for part in outline.parts(html)] == ["z", "aa", "IV", ""]


@pytest.mark.parametrize(
    ("number", "kind", "said"),
    [
        (1, "a", "a"),
        (28, "A", "AB"),
        (702, "a", "zz"),
        (703, "a", "aaa"),
        (0, "a", "0"),
        (1994, "i", "mcmxciv"),
        (49, "I", "XLIX"),
        (3999, "I", "MMMCMXCIX"),
        (4000, "I", "4000"),
        (0, "i", "0"),
        (7, "", "7"),
    ],
)
def test_a_number_is_written_as_browsers_write_it(number, kind, said):
    assert counting.written(number, kind) == said
