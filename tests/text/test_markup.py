"""The one reader of HTML: what it cuts a text into, and where each piece and each character stands."""

from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles import text
from articles.text import markup

UNTIMED = settings(deadline=None)  # a busy machine is not a bug

PIECES = [
    *(
        "<p>",
        "</p>",
        '<p dir="rtl">',
        "<UL>",
        "<li>",
        "</li>",
        "</ul>",
        "<br>",
        "<em>",
        "</em>",
        "</a>",
        "<figcaption>",
    ),
    *('<a href="/a?b=1&amp;c=2">', '<figure data-photo="a-quay">', "<figure data-photo=q>", "</figure>", "<o:p/>"),
    *(
        "peace ",
        "سلام ",
        "السَّلام",
        "𝔸",
        "\x00",
        "\ud800",
        "&amp;",
        "&nbsp;",
        "&amp",
        "&ampx;",
        "&fjlig;",
        "&#1;",
        "&#38",
    ),
    *("<", ">", "&", '"', "<a", "</", "<!-- <b> -->", '<b title="a>b">', "&a.b;", "\n"),
]
DIRTY = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
    st.text(st.characters(exclude_categories=()), max_size=60),
    st.text("<>/ab=\"'& \n;#x1-", max_size=40),
)


@settings(UNTIMED, max_examples=300)
@given(DIRTY, st.integers(0, 40), st.one_of(st.none(), st.integers(0, 80)))
def test_whatever_is_read_its_tokens_are_all_of_it_each_where_it_says(html, start, end):
    tokens = list(markup.tokens(html, start, end))
    assert "".join(token.source for token in tokens) == html[start:end]
    assert [token.is_text for token in tokens] == [index % 2 == 0 for index in range(len(tokens))]
    assert all(before.end == after.start for before, after in pairwise(tokens))
    assert all(html[token.start : token.end] == token.source for token in tokens)
    assert list(markup.tags(html, start, end)) == tokens[1::2]


@settings(UNTIMED, max_examples=300)
@given(DIRTY)
@example("AT&T &amp &ampx; &#x41;&NotEqualTilde;<br>")
def test_each_character_of_a_text_is_written_where_it_says(html):
    for token in markup.tokens(html):
        places = list(token.places())
        assert token.text == (unescape(token.source) if token.is_text else "\n" * (token.name == "br"))
        assert len(places) == len(token.text)
        assert places == sorted(places)
        for character, (start, end) in zip(token.text, places, strict=True):
            assert token.start <= start < end <= token.end
            assert not token.is_text or character in unescape(html[start:end])


class Seen(HTMLParser):
    """What Python's own parser makes of a text that is clean."""

    def __init__(self):
        super().__init__()
        self.pieces = []

    def handle_starttag(self, tag, attrs):
        self.pieces.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        self.pieces.append((f"/{tag}", {}))

    def handle_data(self, data):
        self.pieces.append((data, None))


@settings(UNTIMED, max_examples=200)
@given(DIRTY)
def test_in_a_clean_text_it_finds_what_an_html_parser_finds(html):
    cleaned = text.clean(html)
    parser = Seen()
    parser.feed(cleaned)
    parser.close()
    found = []
    for token in markup.tokens(cleaned):
        if token.is_text:
            found += [(token.text, None)] if token.text else []
        else:
            given = {name: unescape(value) for name, value in token.attributes.items()}
            found.append(("/" * token.is_end + token.name, given))
            assert token.photo == given.get("data-photo", "")
    assert found == parser.pieces


@pytest.mark.parametrize("begun", ["<", "<a ", "</a", "<!"])
@pytest.mark.parametrize("rest", ["a", "a ", "<a"])
def test_tags_that_never_end_are_text_and_read_once(begun, rest):
    html = begun + rest * 500_000
    assert [token.source for token in markup.tokens(html)] == [html]


def test_paragraphs_are_what_stands_between_blocks():
    html = "<ul><li>One <em>two</em><br>three</li></ul><p>Four</p>"
    read = ["".join(token.text for token in tokens) for tokens in markup.paragraphs(html)]
    assert [words for words in read if words] == ["One two\nthree", "Four"]


@pytest.mark.parametrize(
    ("tag", "slug"),
    [
        ('<figure data-photo="رصيف-1">', "رصيف-1"),
        ('<figure dir="rtl" data-photo="a-quay">', "a-quay"),
        ('<figure data-photo="a quay">', ""),
        ('<p data-photo="a-quay">', ""),
        ("<figure>", ""),
        ("</figure>", ""),
    ],
)
def test_a_photo_is_a_figure_that_names_one(tag, slug):
    assert [token.photo for token in markup.tags(tag)] == [slug]
