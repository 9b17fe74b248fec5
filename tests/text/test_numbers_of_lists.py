"""A list keeps its own numbers, whichever program wrote them, and whatever stands between its items."""

import pytest

from articles import text

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


@pytest.mark.parametrize(
    ("markers", "cleaned"),
    [
        (["1.", "-", "2."], '<ol><li>0</li></ol><p>1</p><ol start="2"><li>2</li></ol>'),
        (["١.", "-", "٢."], '<ol><li>0</li></ol><p>1</p><ol start="2"><li>2</li></ol>'),
        (["a)", "b)", "-", "c)"], '<ol><li>0</li><li>1</li></ol><p>2</p><ol start="3"><li>3</li></ol>'),
        (["i.", "ii.", "-", "iii."], '<ol><li>0</li><li>1</li></ol><p>2</p><ol start="3"><li>3</li></ol>'),
        (["(1)", "(3)"], '<ol><li>0</li></ol><ol start="3"><li>1</li></ol>'),
        (["أ.", "ب.", "-", "ج."], '<ol><li>0</li><li>1</li></ol><p>2</p><ol start="3"><li>3</li></ol>'),
        (["·", "·"], "<ul><li>0</li><li>1</li></ul>"),
        (["h.", "i."], '<ol start="8"><li>0</li><li>1</li></ol>'),
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
