"""A text's HTML as a row of tokens, its tags and what stands between them, each with its place in the source.

All that reads a text reads it here. What a tag is (a block, emphasis, a photo) is said here, once.
"""

import re
from collections.abc import Iterator
from html import unescape
from itertools import groupby, islice, pairwise
from operator import attrgetter
from typing import NamedTuple

from articles.text import folding

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
LISTS = {"ul", "ol"}
CONTAINERS = LISTS | {"li", "blockquote"}
INLINE = {"a", "b", "strong", "i", "em", "sup", "sub"}
# What stands above the line or below it. In plain text it has signs of its own there, for 10⁶ is not 106; in any
# script, as Arabic has none.
_DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
_STANDING = {
    "sup": dict(zip(_DIGITS + "+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹" * 3 + "⁺⁻⁻⁼⁽⁾ⁿ", strict=True)),
    "sub": dict(zip(_DIGITS + "+-−=()", "₀₁₂₃₄₅₆₇₈₉" * 3 + "₊₋₋₌₍₎", strict=True)),
}

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
_BLOCK_TAG = re.compile(rf"<(/?)({'|'.join(sorted(BLOCKS))})(?![a-zA-Z0-9])[^<>]*+>", re.IGNORECASE | re.ASCII)
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_PHOTO = re.compile(rf'\sdata-photo="({folding.IN_SLUGS}+)"')
PHOTO = re.compile(f"{folding.IN_SLUGS}{{1,80}}")
# What `unescape` may read as an entity, or characters that stand for themselves.
_UNIT = re.compile(r"&(?:#\w+|[^\t\n\f <&#;]{1,32});?|[^&]+|&")


class Token(NamedTuple):
    """A tag, or the text between two tags: as it is written, and from where to where. Text has no name.

    `stands`: whether text stands in `sup` or in `sub`.
    """

    source: str
    start: int
    end: int
    name: str = ""
    is_end: bool = False
    stands: str = ""

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
        text = unescape(self.source)
        return _standing(text, _STANDING[self.stands]) if self.stands else text

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
    text, at, stands = next(pieces), start, ""
    for tag, slash, name, after in zip(pieces, pieces, pieces, pieces, strict=True):
        yield Token(text, at, at := at + len(text), stands=stands)
        token = Token(tag, at, at := at + len(tag), name.lower(), slash == "/")
        yield token
        if token.name in _STANDING:
            stands = "" if token.is_end else token.name
        text = after
    yield Token(text, at, at + len(text), stands=stands)


def _standing(text: str, signs: dict[str, str]) -> str:
    """The text in signs that stand so, one for one; of what has letters without such signs, the digits."""
    known = signs if all(char in signs for char in text) else {digit: signs[digit] for digit in _DIGITS}
    return "".join(known.get(char, char) for char in text)


def tags(html: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    return islice(tokens(html, start, end), 1, None, 2)


def block_tags(html: str) -> Iterator[Token]:
    """Those of `tags` that part paragraphs, without a look at the others."""
    for found in _BLOCK_TAG.finditer(html):
        yield Token(found[0], *found.span(), found[2].lower(), found[1] == "/")


def runs(html: str) -> Iterator[tuple[bool, list[Token]]]:
    """The tags of blocks that follow each other, and what stands between them, in turn: (whether they are, tokens)."""
    return ((is_block, list(group)) for is_block, group in groupby(tokens(html), attrgetter("is_block")))


def paragraphs(html: str) -> Iterator[list[Token]]:
    """What stands between the tags of blocks."""
    return (run for is_block, run in runs(html) if not is_block)


# Around a place in a text


def text_of(html: str, start: int, end: int) -> str:
    """The characters that a part of `html` stands for."""
    part = html[start:end]
    return "".join(token.text for token in tokens(part)) if "<" in part or "&" in part else part


def is_cut(html: str, at: int) -> bool:
    """Whether a place is within a tag or within an entity."""
    if html.rfind("<", 0, at) > html.rfind(">", 0, at):
        return True
    entity = html.rfind("&", 0, at)
    return entity >= 0 and _UNIT.match(html, entity).end() > at  # type: ignore[union-attr]


def before(html: str, at: int) -> Iterator[tuple[str, int]]:
    """The characters before a place in its paragraph, the nearest first, each with where it starts in `html`."""
    while at > 0:
        while at > 0 and html[at - 1] not in ">;":
            at -= 1
            yield html[at], at
        begins = _beginning(html, at)
        for token in reversed(list(tokens(html, begins, at))):
            if token.is_block:
                return
            written = zip(token.text, token.places(), strict=False)
            yield from ((char, start) for char, (start, _end) in reversed(list(written)))
        at = begins


def after(html: str, at: int) -> Iterator[tuple[str, int]]:
    """The characters behind a place in its paragraph, the nearest first, each with where it ends in `html`."""
    while at < len(html):
        while at < len(html) and html[at] not in "<&":
            at += 1
            yield html[at - 1], at
        ends = _end(html, at)
        for token in tokens(html, at, ends):
            if token.is_block:
                return
            yield from ((char, end) for char, (_start, end) in zip(token.text, token.places(), strict=False))
        at = ends


def _beginning(html: str, at: int) -> int:
    """Where the tag or the entity begins that ends at a place; else where the character before it does."""
    if html[at - 1 : at] == ">":
        return max(html.rfind("<", 0, at), 0)
    entity = html.rfind("&", 0, at)
    return entity if entity >= 0 and _UNIT.fullmatch(html, entity, at) else max(at - 1, 0)


def _end(html: str, at: int) -> int:
    """Where the tag or the entity ends that begins at a place; else where the character behind it does."""
    found = (_TAG if html[at : at + 1] == "<" else _UNIT).match(html, at)
    return found.end() if found else at + 1
