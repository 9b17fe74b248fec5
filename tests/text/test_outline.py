"""What a text has beside its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import text
from articles.text import outline
from tests import costs

BODY = text.clean(
    '<h2>The quay</h2><p>One <a href="https://example.org/?a=1&amp;b=2">two <em>three</em></a>.</p>'
    '<p dir="rtl">أربعة</p>'
    "<ul><li>five</li></ul><ol><li>six</li></ol><blockquote><p>Seven</p><p>eight</p></blockquote>"
    '<figure data-photo="quay"><figcaption>Nine</figcaption></figure>'
)


def test_each_part_is_told_with_its_words_and_where_it_leads():
    assert [(part.tag, part.words, part.leads or part.direction) for part in outline.parts(BODY)] == [
        ("h2", "The quay", ""),
        ("a", "two three", "https://example.org/?a=1&b=2"),
        ("em", "three", ""),
        ("p", "أربعة", "rtl"),
        ("li", "five", ""),
        ("li", "six", ""),
        ("blockquote", "Seven eight", ""),
        ("figure", "Nine", "quay"),
    ]
    assert [part.is_numbered for part in outline.parts(BODY) if part.tag == "li"] == [False, True]


def test_a_text_of_plain_paragraphs_has_none():
    assert outline.parts("<p>One. Two.</p><p>Three.</p>") == []


def test_a_line_break_is_told_by_what_stands_before_it():
    assert [(part.tag, part.words) for part in outline.parts("<p>One.<br>Two.</p><p>Three.</p>")] == [("br", "One.")]


def test_a_list_that_begins_at_another_number_numbers_its_items():
    items = [part.number for part in outline.parts('<ol start="3"><li>a</li><li>b</li></ol><ol><li>c</li></ol>')]
    assert items == [3, 4, None]


def test_a_row_of_a_table_is_told_cell_by_cell():
    table = "<table><caption>Fees</caption><thead><tr><th>Year</th><th>Fee</th></tr></thead>"
    table += "<tbody><tr><td>2025</td><td>400</td></tr></tbody></table>"
    assert [(part.tag, part.words, part.cells) for part in outline.parts(table)[1:]] == [
        ("caption", "Fees", ""),
        ("tr", "Year | Fee", "hh"),
        ("tr", "2025 | 400", "dd"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "is_same"),
    [
        ("<h2>One two.</h2>", "<h2>Two two.</h2>", True),
        ("<p>Is <em>not</em> so.</p>", "<p>Is <em>never</em> so.</p>", True),
        ("<p>Is <em>not</em> so.</p>", "<p>Is never <em>so</em>.</p>", False),
        ("<p>Is <em>not</em> so.</p>", "<p><em>Is</em> not so.</p>", False),
        ("<p>Is <em>not</em> so.</p>", "<p>Is <em>not</em> so.</p><p>More.</p>", True),
        ("<p>Is <em>not</em> so.</p>", "<p>More.</p><p>Is <em>not</em> so.</p>", True),
        ("<p>Is <em>not</em> so.</p><p>More.</p>", "<p>Is <em>not</em> so.</p>", True),
        ("<p>Is <em>not</em> so.</p>", "<p>Is <em>not</em> so.</p><h2>More.</h2>", False),
        ("<p>One <strong>two</strong> three.</p>", "<p>Zero. One two <strong>three</strong>.</p>", False),
        ("<ul><li>a</li></ul>", "<ul><li>a</li><li>b</li></ul>", False),
        ("", "<p>a</p>", True),
        ("<p>a</p>", "<h2>a</h2>", False),
        ("<p>a</p>", "<p>a</p>", True),
    ],
)
def test_whether_more_than_words_differ(old, new, is_same):
    assert outline.is_same_but_for_words(old, new) == is_same


@given(
    st.lists(
        st.sampled_from(["a ", "b", " ", "<em>", "</em>", "<strong>", "</strong>", "</p><p>", "<br>"]), max_size=20
    )
)
def test_the_same_words_with_other_markup_are_never_the_same(pieces):
    one, other = text.clean("".join(pieces)), text.clean("".join(each for each in pieces if "em" not in each))
    if text.paragraphs(one) == text.paragraphs(other) and "<em" in one:
        assert not outline.is_same_but_for_words(one, other)


def test_a_hostile_text_is_compared_in_the_time_of_its_length():
    def compare(html):
        outline.is_same_but_for_words(html, html.replace("a ", "b ", 7))
        outline.parts(html)

    costs.assert_grows_with_its_size(compare, lambda size: "<p>" + "<em>a </em>b " * size + "</p>", 500)
