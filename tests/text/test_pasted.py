"""What comes from Word, Google Docs, a web page or a wire, as it lies on the clipboard, becomes clean text."""

import pytest

from articles import text
from articles.text import pasted
from tests.text.copied import HTML, PLAIN, clean


@pytest.mark.parametrize("path", HTML, ids=lambda path: path.stem)
def test_html_of_another_program_becomes_clean(path):
    assert text.clean(path.read_text()) == clean(path)
    assert text.clean(clean(path)) == clean(path)


@pytest.mark.parametrize("path", PLAIN, ids=lambda path: path.stem)
def test_a_wire_that_breaks_its_lines_becomes_paragraphs(path):
    assert text.clean(pasted.paragraphs(path.read_text())) == clean(path)


def test_a_message_keeps_its_lines_and_is_text():
    assert (
        pasted.paragraphs("Call the guild\r\nand the <line> & co")
        == "<p>Call the guild</p><p>and the &lt;line&gt; &amp; co</p>"
    )


@pytest.mark.parametrize(
    ("url", "left"),
    [
        ("https://a.example/?utm_source=x", "https://a.example/"),
        ("https://a.example/?q=1&fbclid=x#part", "https://a.example/?q=1#part"),
        ("https://a.example/?spammer=1", "https://a.example/?spammer=1"),
        ("https://www.google.com/url?q=https://a.example/%3Fgclid%3D1", "https://a.example/"),
        ("https://www.google.com/url?q=javascript:alert(1)", "https://www.google.com/url?q=javascript:alert(1)"),
        ("/economy/?utm_source=x", "/economy/?utm_source=x"),
        ("https://[oops/?utm_source=x", "https://[oops/?utm_source=x"),
    ],
)
def test_a_link_does_not_follow_the_reader_about(url, left):
    assert pasted.untracked(url) == left


def test_an_address_wrapped_in_itself_for_ever_is_left_as_it_is():
    wrapped = "http://google.com/url?q=" * 3_000 + "http://a.example"
    assert pasted.untracked(wrapped) == wrapped
    assert pasted.untracked("http://google.com/url?q=" * 100 + "http://a.example") == "http://a.example"


def test_what_is_bold_in_a_heading_is_a_heading():
    assert text.clean('<h2><span style="font-weight:700">Port</span></h2>') == "<h2>Port</h2>"


def test_no_style_hides_a_script():
    assert (
        text.clean('<p style="mso-list:l0 level1"><img src=x onerror=alert(1)>A<script>alert(1)')
        == "<ul><li>A</li></ul>"
    )


def test_a_list_whose_items_skip_a_level_is_a_list():
    item = '<p style="mso-list:l0 level{} lfo1">{}</p>'
    html = item.format(3, "A") + item.format(1, "B")
    assert text.paragraphs(text.clean(html)) == ["A", "B"]
    assert text.clean(text.clean(html)) == text.clean(html)
