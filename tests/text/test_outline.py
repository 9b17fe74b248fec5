"""What a text has beside its words."""

from articles import text
from articles.text import outline

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
    assert outline.parts("<p>One.<br>Two.</p><p>Three.</p>") == []
