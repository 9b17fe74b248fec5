"""Balanced HTML read into the blocks of a story's text, and written again: how `text.clean` makes it canonical."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from itertools import count
from os.path import commonprefix
from typing import NamedTuple

from articles.text import folding, markup
from articles.text.markup import CONTAINERS, INLINE, LISTS

# What a body may consist of, and what becomes of markup that pasted text brings along.
_HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3"}
_BLOCKS = dict.fromkeys(markup.BLOCKS, "p") | {name: name for name in CONTAINERS} | _HEADINGS
# A table stands by itself, as a photo does: what a text would put around it is closed before it.
TABLE = {"table", "caption", "thead", "tbody", "tr", "td", "th"}
_CELLS = {"caption", "td", "th"}
RENAMED = _BLOCKS | {name: name for name in INLINE} | {"b": "strong", "i": "em"}
_DEEPEST_KEPT = 8
_LINE_BREAK = "<br>"

_WHITE = re.compile(r"[ \t\n\r\f]+")
_BLANK_LINE = re.compile(r"\n[ \t\r\f]*\n")
# Controls, surrogates, and the two overrides that make text read other than it is (Unicode TR 36, 2.7).
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202d\u202e\ufeff\ufffe\uffff]")


def written(safe: str) -> str:
    """The text of `safe`, which nh3 has balanced and freed of all that a body may not hold, in canonical form."""
    walk = _Walk()
    for token in markup.tokens(safe):
        walk.step(token)
    return _written(run for block in walk.blocks for run in _trimmed(block))


class _Element(NamedTuple):
    name: str
    start: str
    number: int


class _Run(NamedTuple):
    """A piece of a block's text, as HTML, and the elements around it from the outermost in."""

    path: tuple[_Element, ...]
    html: str


@dataclass
class _Walk:
    """A walk through nh3's balanced output, which lays it down in blocks, each a list of runs.

    Flat, not a tree: what has no text leaves nothing behind, and nothing nests deeper than its path.
    """

    stack: list[_Element] = field(default_factory=list)
    # For each open element, the emphasis and links around its text, and the innermost block: kept here, so that a deep
    # stack is not searched again at each of many pieces of text.
    inlines: list[tuple[_Element, ...]] = field(default_factory=lambda: [()])
    innermost: list[_Element | None] = field(default_factory=lambda: [None])
    blocks: list[list[_Run]] = field(default_factory=list)
    around: tuple[_Element, ...] = ()
    is_between: bool = True
    photo: _Element | None = None
    table: list[_Element] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def step(self, token: markup.Token) -> None:
        if token.is_text:
            return self._text(token.source)
        if token.name == "br":
            return self._line_break()
        if token.name in TABLE and not self.photo:
            return self._in_table(token)
        if token.is_end:
            self._close()
        elif token.name != "hr":
            self._open(_element(token, next(self.numbers)))
        self.is_between |= token.is_block

    def _in_table(self, token: markup.Token) -> None:
        """A part of a table begins or ends. `pasted` has made it whole: parts in parts, and no block in a cell."""
        if token.is_end:
            self.table.pop()
            self.is_between = True
            if token.name == "table":
                self.inlines.pop()
            return
        if token.name == "table":
            self.inlines.append(())  # what stands around a table is not said of its cells
        self.table.append(_element(token, next(self.numbers)))
        if token.name in _CELLS:
            self.around, self.is_between = tuple(self.table), False
            self.blocks.append([_Run(self.around, "")])

    @property
    def is_in_cell(self) -> bool:
        return bool(self.table) and self.table[-1].name in _CELLS

    def _open(self, element: _Element) -> None:
        self.stack.append(element)
        self.inlines.append(_with_inline(self.inlines[-1], element))
        self.innermost.append(self.innermost[-1] if element.name in INLINE else element)
        if element.name == "figure" and self.photo is None:
            self.photo = element
            self.blocks.append([_Run((element,), "")])

    def _close(self) -> None:
        if self.stack.pop() is self.photo:
            self.photo = None
        self.inlines.pop()
        self.innermost.pop()

    def _text(self, html: str) -> None:
        if self.photo:
            return self._caption(self.photo, _WHITE.sub(" ", UNPRINTABLE.sub("", html)))
        if self.table and not self.is_in_cell:
            return
        # A blank line parts paragraphs only where no tag says what the text is.
        for index, part in enumerate(_BLANK_LINE.split(html) if self._leaf() is None and not self.table else [html]):
            self.is_between |= index > 0
            self._add(_WHITE.sub(" ", UNPRINTABLE.sub("", part)))

    def _caption(self, photo: _Element, html: str) -> None:
        """All text in a photo's figure is its caption, and plain."""
        around, last = (photo, photo._replace(name="figcaption", start="<figcaption>")), self.blocks[-1][-1].html
        if self.is_between or last.endswith(" "):
            html = html.lstrip(" ")
        if html:
            gap = " " if self.is_between and last and not last.endswith(" ") else ""
            self.blocks[-1].append(_Run(around, gap + html))
            self.is_between = False

    def _add(self, html: str) -> None:
        last = _Run((), _LINE_BREAK) if self.is_between else self.blocks[-1][-1]
        last = last._replace(html=_LINE_BREAK) if self.is_in_cell and not last.html else last
        path = self.around + self.inlines[-1]
        if last.html == _LINE_BREAK or (last.path == path and last.html.endswith(" ")):
            html = html.lstrip(" ")
        if html and self.is_between:
            self._begin()
        if html:
            self.blocks[-1].append(_Run(self.around + self.inlines[-1], html))

    def _line_break(self) -> None:
        if self.photo or self.is_between:
            self.is_between = True
            return
        block = self.blocks[-1]
        if self.is_in_cell and block[-1].html in ("", _LINE_BREAK):
            return
        while block[-1].html == " ":
            block.pop()
        if block[-1].html == _LINE_BREAK:
            self.is_between = True  # two in a row are how word processors part paragraphs
        else:
            block.append(_Run(self.around + self.inlines[-1], _LINE_BREAK))

    def _begin(self) -> None:
        around = _containers(self.stack)
        if around and around[-1].name in LISTS:
            around.append(_Element("li", "<li>", next(self.numbers)))
        leaf = self._leaf()
        if leaf or not around or around[-1].name != "li" or around[-1].number in self.used:
            around.append((leaf or _Element("p", "<p>", 0))._replace(number=next(self.numbers)))
        self.used |= {element.number for element in around}
        self.around, self.is_between = tuple(around), False
        self.blocks.append([])

    def _leaf(self) -> _Element | None:
        block = self.innermost[-1]
        return block if block and block.name not in CONTAINERS else None


def _element(tag: markup.Token, number: int) -> _Element:
    if tag.photo:
        return _Element("figure", f'<figure data-photo="{tag.photo}">', number)
    name = RENAMED.get(tag.name, tag.name) if tag.name not in TABLE else tag.name
    attributes = "".join(f' {attribute}="{value}"' for attribute, value in sorted(tag.attributes.items()))
    return _Element(name, f"<{name}{attributes}>", number)


def _containers(stack: list[_Element]) -> list[_Element]:
    """The lists, items and block quotations around a block, made valid: what stands in a list stands in its item."""
    path: list[_Element] = []
    for element in stack:
        in_list = bool(path) and path[-1].name in LISTS
        if element.name == "li" and in_list:
            path.append(element)
        # The item that is missing counts, as it will when this is cleaned again.
        elif element.name in CONTAINERS - {"li"} and len(path) + in_list < _DEEPEST_KEPT:
            path += [_Element("li", "<li>", -element.number)] if in_list else []
            path.append(element)
    return path


def _with_inline(around: tuple[_Element, ...], element: _Element) -> tuple[_Element, ...]:
    """Emphasis and links, each once (HTML has no link in a link), without what links nowhere."""
    is_one = element.name in INLINE and (element.name != "a" or " href=" in element.start)
    return (*around, element) if is_one and all(each.name != element.name for each in around) else around


def _trimmed(block: list[_Run]) -> list[_Run]:
    """The block without white space at its end; nothing, where there is nothing to be seen. A photo is."""
    stands_empty = block[0].path[:1] and block[0].path[0].name in ("figure", "table")
    return [block[0], *_visible(block[1:])] if stands_empty else _visible(block)


def _visible(block: list[_Run]) -> list[_Run]:
    while block and block[-1].html in (" ", _LINE_BREAK):
        block.pop()
    runs = [*block[:-1], *(run._replace(html=run.html.rstrip(" ")) for run in block[-1:])]
    is_visible = folding.is_visible(unescape("".join(run.html for run in runs if run.html != _LINE_BREAK)))
    return runs if is_visible else []


def _written(runs: Iterable[_Run]) -> str:
    """The runs as HTML: between two, what only one of them stands in is closed and opened."""
    written: list[str] = []
    around: tuple[_Element, ...] = ()
    numbers = _Numbers()
    for path, html in [*runs, _Run((), "")]:
        shared = len(commonprefix([path, around]))
        written += [f"</{element.name}>" for element in reversed(around[shared:])]
        written += [*(numbers.start(path, at) for at in range(shared, len(path))), html]
        around = path
    return "".join(written)


@dataclass
class _Numbers:
    """The numbers of items: a list that something has parted goes on where it stopped."""

    last: dict[int, int] = field(default_factory=dict)
    items: dict[int, int] = field(default_factory=dict)

    def start(self, path: tuple[_Element, ...], at: int) -> str:
        """The tag that begins an element of a path."""
        element = path[at]
        if element.name == "li" and path[at - 1].name == "ol":
            self._count(path[at - 1], element)
        if element.name != "ol" or element.number not in self.last:
            return element.start
        item = path[at + 1]
        number = self.items.get(item.number, self.last[element.number] + 1)
        bare = re.sub(r' start="\d+"', "", element.start)
        return bare if number == 1 else re.sub(" type=|>$", rf' start="{number}"\g<0>', bare, count=1)

    def _count(self, around: _Element, item: _Element) -> None:
        if item.number not in self.items:
            begins = re.search(r' start="(\d+)"', around.start)
            before = self.last.get(around.number, int(begins[1]) - 1 if begins else 0)
            self.items[item.number] = self.last[around.number] = before + 1
