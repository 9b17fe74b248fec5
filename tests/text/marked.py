"""Texts in which passages are marked, and what is read of them then."""

import re
from html.parser import HTMLParser

from hypothesis import strategies as st

from articles import text

# Few words and every mark, so that words repeat, marks do not balance and tags cut through them.
PIECES = [
    "peace ", "War ", "the dogs", "سلام ", "السَّلام ", "a", " ", "5", ",", ". ", "é", "&amp;", "&lt;", "<br>", "\u200f",
    *"“”„«»‹›‘’\"'",
    "<em>", "</em>", "<strong>", "</strong>", '<a href="/x">', "</a>", "</p><p>", "<ul><li>", "</li></ul>", "<h2>",
]  # fmt: skip
BODIES = st.lists(st.sampled_from(PIECES), max_size=40).map(lambda parts: text.clean("".join(parts)))
# The same with what stands in no paragraph of prose, and with letters that are drawn and not read.
MORE = [
    *PIECES, "سـلام ", "ُ", "ـ", "²", "<sup>", "</sup>", "&nbsp;", "👩‍🌾", "\u200d",
    "<table><caption>", "</caption>", "<tr><td>", "</td><td>", "</td></tr></table>", "<blockquote>", "</blockquote>",
    '<figure data-photo="quay"><figcaption>', "</figcaption></figure>",
]  # fmt: skip
ALL_KINDS = st.lists(st.sampled_from(MORE), max_size=50).map(lambda parts: text.clean("".join(parts)))


class Balanced(HTMLParser):
    """Fails where tags do not close what was opened last, or a link stands in a link; collects the ids."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.ids = []

    def handle_starttag(self, tag, attrs):
        assert tag not in {"a", "button"} or "a" not in self.open
        self.ids += [value for name, value in attrs if name == "id"]
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def without_marks(marked):
    plain = re.sub(r'<span class="passage-number"[^>]*><button[^>]*>\d+</button></span>|</?span[^>]*>', "", marked)
    # A link that holds a passage holds no other link, so the next end is its own.
    return re.sub(r'<a class="passage"[^>]*>(.*?)</a>', r"\1", plain)
