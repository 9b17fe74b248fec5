"""A text's HTML as a row of tokens, its tags and what stands between them, each with its place in the source.

All that reads a text reads it here. What a tag is (a block, emphasis, a photo) is said here, once.
"""

import re
from collections.abc import Iterator
from html import unescape
from itertools import groupby, islice, pairwise
from operator import attrgetter
from typing import NamedTuple

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
LISTS = {"ul", "ol"}
CONTAINERS = LISTS | {"li", "blockquote"}
INLINE = {"a", "b", "strong", "i", "em"}
# Text before and after the tag of a block belongs to different paragraphs.
BLOCKS = HEADINGS | CONTAINERS | {
    "address", "article", "aside", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "header", "hr", "legend", "main", "nav", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr",
}  # fmt: skip
# Elements whose content is no text.
NOT_TEXT = {
    "script", "style", "template", "noscript", "title", "iframe", "object", "svg", "math", "textarea", "select",
}  # fmt: skip

# By hand: lxml and selectolax give no places, and html.parser reads dirty HTML differently from one release of Python
# to the next (gh-135661), while a text cleaned again must stay as it is. Possessive (`*+`): nothing is read twice.
_TAG = re.compile(r"(<(/?)([a-zA-Z][a-zA-Z0-9]*+)[^<>]*+>)")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_PHOTO = re.compile(r'\sdata-photo="([-\w]+)"')
# What `unescape` may read as an entity, or characters that stand for themselves.
_UNIT = re.compile(r"&(?:#\w+|[^\t\n\f <&#;]{1,32});?|[^&]+|&")


class Token(NamedTuple):
    """A tag, or the text between two tags: as it is written, and from where to where. Text has no name."""

    source: str
    start: int
    end: int
    name: str = ""
    is_end: bool = False

    @property
    def is_text(self) -> bool:
        return not self.name

    @property
    def is_block(self) -> bool:
        return self.name in BLOCKS

    @property
    def text(self) -> str:
        """The characters that it stands for: a line break is one, other tags are none."""
        if self.name:
            return "\n" if self.name == "br" else ""
        return unescape(self.source)

    def places(self) -> Iterator[tuple[int, int]]:
        """The start and the end, in the source, of each character of `text`."""
        if self.name:
            yield from [(self.start, self.end)] * len(self.text)
            return
        for unit in _UNIT.finditer(self.source):
            start, end, text = self.start + unit.start(), self.start + unit.end(), unescape(unit[0])
            is_plain = text == unit[0]
            yield from pairwise(range(start, end + 1)) if is_plain else [(start, end)] * len(text)

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes of a start tag as nh3 writes them: in double quotes, with entities."""
        return dict(_ATTRIBUTE.findall(self.source))

    @property
    def photo(self) -> str:
        """The slug of the photo whose figure begins here."""
        found = _PHOTO.search(self.source) if self.name == "figure" else None
        return found[1] if found else ""


def tokens(html: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tokens of `html`, or of its part from `start` to `end`: text and tag in turn. Between two tags text may be
    empty."""
    pieces = iter(_TAG.split(html[start:end]))
    text, at = next(pieces), start
    for tag, slash, name, after in zip(pieces, pieces, pieces, pieces, strict=True):
        yield Token(text, at, at := at + len(text))
        yield Token(tag, at, at := at + len(tag), name.lower(), slash == "/")
        text = after
    yield Token(text, at, at + len(text))


def tags(html: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    return islice(tokens(html, start, end), 1, None, 2)


def runs(html: str) -> Iterator[tuple[bool, list[Token]]]:
    """The tags of blocks that follow each other, and what stands between them, in turn: (whether they are, tokens)."""
    return ((is_block, list(group)) for is_block, group in groupby(tokens(html), attrgetter("is_block")))


def paragraphs(html: str) -> Iterator[list[Token]]:
    """What stands between the tags of blocks."""
    return (run for is_block, run in runs(html) if not is_block)
