"""A story's text as HTML, made safe and read as plain text: pure functions on strings."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from itertools import count
from os.path import commonprefix
from typing import NamedTuple
from urllib.parse import quote

import nh3

from articles import folding

# What a body may consist of, and what becomes of markup that pasted text brings along.
_CONTAINERS = {"ul", "ol", "li", "blockquote"}
_LISTS = {"ul", "ol"}
_LEAVES = {"p": "p", "h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3"}
_BREAKS = """
    address article aside body caption center dd details div dl dt fieldset figcaption figure footer form header legend
    main nav pre section summary table tbody td tfoot th thead tr
"""
_BLOCKS = _LEAVES | dict.fromkeys(_BREAKS.split(), "p") | {name: name for name in _CONTAINERS}
_INLINE = {"a": "a", "b": "strong", "strong": "strong", "i": "em", "em": "em"}
_RENAMED = _BLOCKS | _INLINE
_NOT_TEXT = {
    "script", "style", "template", "noscript", "title", "iframe", "object", "svg", "math", "textarea", "select",
}  # fmt: skip
_DEEPEST_PARSED = 500  # the parser's time grows with the square of the depth: 100,000 elements took it 49 s
_DEEPEST_KEPT = 8
_CLOSES_ITSELF = {"p", "li", "td", "tr", "th", "dt", "dd", "option", "br", "hr", "img", "input", "wbr", "col", "meta"}

_TAG = re.compile(r"(</?[a-zA-Z][^<>]*>)")
# A sign and no tag: “<two per cent”, “<ann@example.org>”. The parser would take all that follows for its attributes.
_SIGN = re.compile(r"""<(?![a-zA-Z][\w:-]*(?:[\s/](?:[^<>"']|"[^"]*"|'[^']*')*)?>|/[a-zA-Z][^<>]*>|!)""")
_NAME = re.compile(r"</?([a-zA-Z0-9]+)")
_ATTRIBUTE = re.compile(r'\b(dir|href|lang)="([^"]*)"')
_WHITE = re.compile(r"[ \t\n\r\f]+")
_BLANK_LINE = re.compile(r"\n[ \t\r\f]*\n")
# Controls, surrogates, and the two overrides that make text read other than it is (Unicode TR 36, 2.7).
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202d\u202e\ufeff\ufffe\uffff]")
_LINE_BREAK = "<br>"


# Safe HTML


def clean(html: str) -> str:
    """`html` as the body of a story: safe, and in one canonical form. Plain text becomes paragraphs. Idempotent.

    Blocks are p, h2, h3, ul, ol, li and blockquote; in them stand strong, em, a and br. Attributes are `dir`, `lang`
    and the `href` of a link, to http, https, mailto or a path of ours. No `rel` is stored: links open no window, and
    what they tell of where the reader came from is for the Referrer-Policy to say.
    """
    printable = _SIGN.sub("&lt;", _UNPRINTABLE.sub("", html))
    safe = nh3.clean(
        printable if _depth(printable) <= _DEEPEST_PARSED else _TAG.sub(" ", printable),
        tags={*_RENAMED, "br", "hr"},
        clean_content_tags=_NOT_TEXT,
        attributes={"*": {"dir", "lang"}, "a": {"href"}},
        attribute_filter=_attribute,
        link_rel=None,
        url_schemes={"http", "https", "mailto"},
    )
    return _written(run for block in _read(safe).blocks for run in _trimmed(block))


def _depth(html: str) -> int:
    """How deep the parser might have to nest `html`, at most. Only what has to be closed counts."""
    depth = deepest = 0
    is_open: Counter[str] = Counter()
    for tag in _TAG.findall(html):
        name = tag_name(tag)
        step = -bool(is_open[name]) if tag[1] == "/" else name not in _CLOSES_ITSELF
        is_open[name] += step
        depth += step
        deepest = max(deepest, depth)
    return deepest


def _attribute(_element: str, name: str, value: str) -> str | None:
    if name == "href":
        return _link(value)
    rule = r"(?i:rtl|ltr|auto)" if name == "dir" else r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8}){0,4}"
    return value.lower() if re.fullmatch(rule, value) else None


def _link(value: str) -> str | None:
    """An address as browsers read it (WHATWG URL: a backslash is a slash, line ends are nothing); None if forbidden.

    `//host` is given https: nh3 lets it through, and in a feed or a mail it means nothing.
    """
    printable = re.sub(r"[\t\n\f]", "", _UNPRINTABLE.sub("", value)).strip()
    url = re.sub(r"^//+", "https://", printable.replace("\\", "/"))
    url = re.sub(r"[\s\"<>`^{|}]", lambda unsafe: quote(unsafe.group()), url)
    return url if re.match(r"https?://[^/?#]|mailto:[^?]+@|/(?!/)", url, re.IGNORECASE) else None


class _Element(NamedTuple):
    name: str
    start: str
    number: int


class _Run(NamedTuple):
    """A piece of a block's text, as HTML, and the elements around it from the outermost in."""

    path: tuple[_Element, ...]
    html: str


@dataclass
class _Reader:
    """Reads nh3's balanced output into blocks, each a list of runs.

    Flat, not a tree: what has no text leaves nothing behind, and nothing nests deeper than its path.
    """

    stack: list[_Element] = field(default_factory=list)
    blocks: list[list[_Run]] = field(default_factory=list)
    around: tuple[_Element, ...] = ()
    is_between: bool = True
    used: set[int] = field(default_factory=set)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def tag(self, tag: str) -> None:
        name = tag_name(tag)
        if name == "br":
            return self._line_break()
        if tag[1] == "/":
            self.stack.pop()
        elif name != "hr":
            self.stack.append(_element(tag, next(self.numbers)))
        self.is_between |= is_block(tag)

    def text(self, html: str) -> None:
        # A blank line parts paragraphs only where no tag says what the text is.
        for index, part in enumerate(_BLANK_LINE.split(html) if self._leaf() is None else [html]):
            self.is_between |= index > 0
            self._add(_WHITE.sub(" ", _UNPRINTABLE.sub("", part)))

    def _add(self, html: str) -> None:
        if self.is_between or self.blocks[-1][-1].html == _LINE_BREAK:
            html = html.lstrip(" ")
        if html and self.is_between:
            self._begin()
        if html:
            self.blocks[-1].append(_Run(self.around + _inlines(self.stack), html))

    def _line_break(self) -> None:
        if self.is_between:
            return
        block = self.blocks[-1]
        while block[-1].html == " ":
            block.pop()
        if block[-1].html == _LINE_BREAK:
            self.is_between = True  # two in a row are how word processors part paragraphs
        else:
            block.append(_Run(self.around + _inlines(self.stack), _LINE_BREAK))

    def _begin(self) -> None:
        around = _containers(self.stack)
        if around and around[-1].name in _LISTS:
            around.append(_Element("li", "<li>", next(self.numbers)))
        leaf = self._leaf()
        if leaf or not around or around[-1].name != "li" or around[-1].number in self.used:
            around.append((leaf or _Element("p", "<p>", 0))._replace(number=next(self.numbers)))
        self.used |= {element.number for element in around}
        self.around, self.is_between = tuple(around), False
        self.blocks.append([])

    def _leaf(self) -> _Element | None:
        blocks = [element for element in self.stack if element.name not in _INLINE]
        return blocks[-1] if blocks and blocks[-1].name not in _CONTAINERS else None


def _read(safe: str) -> _Reader:
    reader = _Reader()
    for index, piece in enumerate(pieces(safe)):
        (reader.tag if index % 2 else reader.text)(piece)
    return reader


def _element(tag: str, number: int) -> _Element:
    name = _RENAMED[tag_name(tag)]
    attributes = "".join(f' {attribute}="{value}"' for attribute, value in sorted(_ATTRIBUTE.findall(tag)))
    return _Element(name, f"<{name}{attributes}>", number)


def _containers(stack: list[_Element]) -> list[_Element]:
    """The lists, items and block quotations around a block, made valid: what stands in a list stands in its item."""
    path: list[_Element] = []
    for element in stack:
        in_list = bool(path) and path[-1].name in _LISTS
        if element.name == "li" and in_list:
            path.append(element)
        elif element.name in _CONTAINERS - {"li"} and len(path) < _DEEPEST_KEPT:
            path += [_Element("li", "<li>", -element.number)] if in_list else []
            path.append(element)
    return path


def _inlines(stack: list[_Element]) -> tuple[_Element, ...]:
    """Emphasis and links, each once (HTML has no link in a link), without what links nowhere."""
    found = [each for each in stack if each.name in _INLINE and (each.name != "a" or " href=" in each.start)]
    return tuple(sorted({each.name: each for each in reversed(found)}.values(), key=lambda each: each.number))


def _trimmed(block: list[_Run]) -> list[_Run]:
    while block and block[-1].html in (" ", _LINE_BREAK):
        block.pop()
    runs = [*block[:-1], *(run._replace(html=run.html.rstrip(" ")) for run in block[-1:])]
    is_visible = folding.is_visible(unescape("".join(run.html for run in runs if run.html != _LINE_BREAK)))
    return runs if is_visible else []


def _written(runs: Iterable[_Run]) -> str:
    """The runs as HTML: between two, what only one of them stands in is closed and opened."""
    written: list[str] = []
    around: tuple[_Element, ...] = ()
    for path, html in [*runs, _Run((), "")]:
        shared = len(commonprefix([path, around]))
        written += [f"</{element.name}>" for element in reversed(around[shared:])]
        written += [*(element.start for element in path[shared:]), html]
        around = path
    return "".join(written)


# Reading


def pieces(html: str) -> list[str]:
    """`html` cut at its tags: text at even places, tags at odd ones."""
    return _TAG.split(html)


def tag_name(tag: str) -> str:
    found = _NAME.match(tag)
    return found.group(1).lower() if found else ""


def is_block(tag: str) -> bool:
    """Whether the text before and after `tag` belongs to different paragraphs."""
    return tag_name(tag) in _BLOCKS or tag_name(tag) == "hr"


def paragraphs(html: str) -> list[str]:
    """The plain text of each block of cleaned HTML that has any: a paragraph, a heading, an item of a list."""
    blocks: list[list[str]] = [[]]
    for index, piece in enumerate(pieces(html)):
        if index % 2 == 0:
            blocks[-1].append(unescape(piece))
        elif is_block(piece):
            blocks.append([])
        elif tag_name(piece) == "br":
            blocks[-1].append("\n")
    return [text for block in blocks if (text := "".join(block).strip())]


def plain(html: str) -> str:
    """The text of cleaned HTML, a blank line between paragraphs. Text, not HTML: to be escaped where it is shown."""
    return "\n\n".join(paragraphs(html))


def word_count(html: str) -> int:
    """Words as a reader counts them: what stands between spaces and has a letter or a digit."""
    return sum(any(map(str.isalnum, word)) for word in plain(html).split())


# Adults read 238 words of English non-fiction a minute (Brysbaert 2019, doi 10.1016/j.jml.2019.104047); we round down.
# An Arabic word carries its article, prepositions and pronouns, so there are fewer to a minute: our own estimate.
_WORDS_A_MINUTE = {"ar": 180}
_WORDS_A_MINUTE_ELSEWHERE = 230


def reading_minutes(html: str, language: str) -> int:
    """Whole minutes that reading takes, rounded up, at least one."""
    speed = _WORDS_A_MINUTE.get(language.partition("-")[0], _WORDS_A_MINUTE_ELSEWHERE)
    return max(1, -(-word_count(html) // speed))


def excerpt(html: str, characters: int) -> str:
    """The beginning of the text on one line, at most `characters` long, cut at a word's end with an ellipsis."""
    text = " ".join(plain(html).split())
    if len(text) <= characters:
        return text
    room = max(characters - 1, 0)
    whole_words = text[: room + 1].rpartition(" ")[0] or text[:room]
    return whole_words.rstrip(" ,;:.،؛-–—") + "…" if characters > 0 else ""
