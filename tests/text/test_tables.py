"""Tables of data are tables, tables that laid out a page are what they hold."""

from collections import Counter

import pytest

from articles import text
from articles.text import passages, quotations, tables
from articles.text.foreign.seen import Left

HEAD = "<thead><tr><th>Port</th><th>Boxes</th></tr></thead>"
TABLE = f"<table>{HEAD}<tbody><tr><td>Linna</td><td>4</td></tr><tr><td>Jadi</td><td></td></tr></tbody></table>"
BARE = "<table><tbody><tr><td>Linna</td><td>4</td></tr><tr><td>Jadi</td><td>5</td></tr></tbody></table>"
ROWS = "<tr><td>Linna<td>4<tr><td>Jadi<td>"
DATA = {
    TABLE: [
        TABLE,
        f"<table><tr><th>Port<th>Boxes{ROWS}</table>",
        f"<table><tr><td><b>Port</b><td><b>Boxes</b>{ROWS}</table>",
        f'<table><tr><td><p><span style="font-weight:700">Port</span><td style="font-weight:bold">Boxes{ROWS}</table>',
        f"<table>{HEAD}<tr><td><p class=Mso>Linna<o:p></o:p></p><td><p>4</p><tr><td><div>Jadi</div><td>&nbsp;</table>",
        f'<div><table border=1 style="border-collapse:collapse"><colgroup><col>{HEAD}{ROWS}<tr><td><td></table></div>',
        f"<table>{HEAD}<tfoot><tr><td>Jadi<td></tfoot><tbody><tr><td>Linna<td>4</table>",
        f"<style>.xl65 {{font-weight:700}}</style><table><tr><td class=xl65>Port<td class=xl65>Boxes{ROWS}</table>",
    ],
    BARE: [
        "<table><tr><td>Linna<td>4<tr><td>Jadi<td>5</table>",
        '<table role="grid"><tr><td>Linna<td><td>4<tr><td>Jadi<td><td>5</table>',
    ],
    TABLE.replace("<table>", "<table><caption>Boxes in 2026</caption>"): [
        f"<figure class=wp-block-table>{TABLE}<figcaption>Boxes in 2026</figcaption></figure>",
        f"<p class=MsoCaption>Boxes in 2026</p>{TABLE}",
        TABLE.replace("<thead>", "<thead><tr><th colspan=2>Boxes in 2026</th></tr>"),
        TABLE.replace("<table>", "<table><caption><p>Boxes in <span>2026</span></p></caption>"),
    ],
    "<table><thead><tr><th>Port</th><th>2025<br>Jan</th><th>2025<br>Feb</th></tr></thead><tbody><tr><td>Linna</td>"
    "<td>1</td><td>2</td></tr><tr><td>Linna</td><td>3</td><td>4</td></tr></tbody></table>": [
        "<table><thead><tr><th rowspan=2>Port<th colspan=2>2025<tr><th>Jan<th>Feb</thead><tr><td rowspan=2>Linna<td>1"
        "<td>2<tr><td>3<td>4</table>",
    ],
    "<table><tbody><tr><th>Port</th><td>Linna<br>Jadi</td></tr><tr><th>Boxes</th><td>10<sup>6</sup></td></tr></tbody>"
    "</table>": [
        "<table><tr><th>Port<td><ul><li>Linna<li>Jadi</ul><tr><th>Boxes<td>10<sup>6</sup></table>",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("html", "table"), [(html, table) for table, inputs in DATA.items() for html in inputs])
def test_a_table_of_data_is_kept_in_one_form(html, table):
    assert text.clean(html) == table
    assert text.clean(table) == table == text.kept(table)


@pytest.mark.parametrize(
    ("html", "paragraphs"),
    [
        ("<table><tr><td>a<td>b</table>", ["a", "b"]),
        ("<table><tr><td><p>One</p><p>Two</p></table>", ["One", "Two"]),
        ('<table role="presentation"><tr><td>a<td>b<tr><td>c<td>d</table>', ["a", "b", "c", "d"]),
        ('<table role="none"><tr><th>a<th>b<tr><td>c<td>d</table>', ["a", "b", "c", "d"]),
        (f"<table><tr><td>{'word ' * 100}<td>Menu<tr><td>a<td>b</table>", [("word " * 100).strip(), "Menu", "a", "b"]),
        ("<table><tr><td><h1>Title</h1><td>x<tr><td>a<td>b</table>", ["Title", "x", "a", "b"]),
        ('<table><tr><td>a<td><figure data-photo="q"></figure>b<tr><td>c<td>d</table>', ["a", "b", "c", "d"]),
    ],
)
def test_a_table_that_laid_out_a_page_is_what_it_holds(html, paragraphs):
    cleaned = text.clean(html)
    assert "<table" not in cleaned
    assert text.paragraphs(cleaned) == paragraphs


def test_of_tables_in_tables_the_inner_one_may_be_of_data():
    html = f"<table><tr><td><p>Before</p>{BARE}</td></tr><tr><td>After</td></tr></table>"
    assert text.clean(html) == f"<p>Before</p>{BARE}<p>After</p>"


@pytest.mark.parametrize(
    "html",
    [
        f"<table><tr>{'<td>x' * 13}<tr>{'<td>y' * 13}</table>",
        f"<table>{'<tr><td>x<td>y' * 202}</table>",
        "<table><tr><th colspan=60000>x<tr><td>y<td>z</table>",
    ],
)
def test_a_table_that_is_too_large_is_told_and_a_row_is_a_paragraph(html):
    told = Counter()
    cleaned = text.clean(html, told)
    assert "<table" not in cleaned
    assert told[Left.TABLE] == 1
    assert len(text.paragraphs(cleaned)) == html.count("<tr>")


def test_a_table_as_large_as_it_may_be_is_kept():
    html = f"<table><tr>{'<th>x' * 12}{('<tr>' + '<td>y' * 12) * 199}</table>"
    assert text.clean(html).count("<tr>") == 200


@pytest.mark.parametrize(
    "table",
    [
        "<table><tbody><tr><td>a</td></tr></tbody></table>",
        "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>",
        f"<table><tbody><tr><td>{'word ' * 100}word</td><td></td></tr><tr><td></td><td></td></tr></tbody></table>",
        '<table><tbody><tr><td dir="rtl">مرفأ</td><td>b</td></tr></tbody></table>',
    ],
)
def test_what_an_editor_made_a_table_is_one_when_it_is_saved(table):
    assert text.kept(table) == table


def test_words_in_cells_can_be_attributed_and_are_words_of_the_text():
    rows = "<tr><td>Union</td><td>“We stay”</td></tr><tr><td>Line</td><td>“We sail”</td></tr>"
    html = f"<table><tbody>{rows}</tbody></table>"
    assert [each.words for each in quotations.quotations(html)] == ["We stay", "We sail"]
    marked = passages.mark(html, [passages.Passage(1, "We sail", label="Source 1")])
    assert '<td><a class="passage" id="passage-1" href="#statement-1">“We sail”</a><span' in marked
    assert passages.find(html, "Union We stay") is None
    assert text.word_count(html) == 6
    assert text.plain(html).startswith("Union\n\n“We stay”")


def test_a_table_on_a_page_has_a_frame_that_is_called_what_its_caption_says():
    html = (
        "<p>a</p><table><caption>Boxes &amp; <em>tides</em></caption><tbody><tr><td>a</td></tr></tbody></table><p>b</p>"
    )
    framed = tables.framed(html, "Table: {}")
    frame = '<div class="table" role="region" tabindex="0" aria-label="Table: Boxes &amp; tides">'
    assert framed == html.replace("<table>", f"{frame}<table>").replace("</table>", "</table></div>")
    assert 'aria-label="Table"' in tables.framed(html.replace("caption", "p"), "Table: {}")
    assert tables.framed("<p>a</p>", "Table: {}") == "<p>a</p>"


def test_a_caption_is_as_bold_as_its_page_sets_it():
    html = TABLE.replace("<table>", '<table><caption style="font-weight: 600">Boxes</caption>')
    assert "<caption>Boxes</caption>" in text.clean(html)
