"""What a text has beside its words: headings, items, quotations, tables, photos, links, emphasis, line breaks, in
order; and whether two texts differ in more than their words."""

from dataclasses import dataclass, field
from html import unescape
from itertools import groupby
from os.path import commonprefix
from typing import NamedTuple

from articles.text import comparing, counting, markup

# Tags of which nothing is told but what they bear of their own: a direction, a language.
_PLAIN = {"p", "ul", "ol", "figcaption", "thead", "tbody", "tfoot", "td", "th"}
_CELLS = {"td", "th"}
_NAMED_ATTRIBUTES = {"href", "dir", "lang", "start", "type", "data-photo"}
# How much of what stands before a part is told, where its own words do not say which one it is.
_BEFORE = 40
# How much of the markup is shown where no word tells what differs.
_AROUND, _MOST_MARKUP = 40, 600
_BETWEEN_CELLS = " | "


@dataclass
class Part:
    """A part of the outline: its tag, its words and those before it in its block, where a link leads or which photo it
    is, a direction and a language of its own, the number of an item whose list does not begin at 1 or is not counted in
    figures, what it is counted in, and which cells of a row are heads, a letter for each."""

    tag: str
    is_numbered: bool
    words: str = ""
    leads: str = ""
    direction: str = ""
    language: str = ""
    number: int | None = None
    counted: str = ""
    before: str = ""
    others: str = ""
    cells: str = ""
    items: int = field(default=0, compare=False)

    @property
    def is_told(self) -> bool:
        return self.tag not in _PLAIN or bool(self.direction or self.language or self.others)

    @property
    def next_number(self) -> int | None:
        """The number of the item that comes next in a list."""
        return None if self.number is None else self.number + self.items

    @property
    def marker(self) -> str:
        """What readers see before an item; nothing, where its list is numbered as lists are."""
        return "" if self.number is None else counting.written(self.number, self.counted)


def parts(html: str) -> list[Part]:
    """The parts of cleaned HTML, in the order in which they begin."""
    return [part for part in _elements(html) if part.is_told]


def _elements(html: str) -> list[Part]:
    is_open: list[Part] = []
    found: list[Part] = []
    before = ""
    for token in markup.tokens(html):
        if token.name == "br":
            found.append(Part("br", False, words=before.strip()))
        if token.is_text or token.name in ("br", "hr"):
            for part in is_open:
                part.words += " " if token.name else token.text
            before = (before + token.text.replace("\n", " "))[-_BEFORE:]
        elif token.is_end:
            _close(is_open, token)
        else:
            found.append(_opened(token, is_open, before))
            is_open.append(found[-1])
        before = "" if token.is_block else before
    return found


def _close(is_open: list[Part], token: markup.Token) -> None:
    closed = is_open.pop()
    closed.words = " ".join(closed.words.split()).removesuffix(_BETWEEN_CELLS.rstrip()).rstrip()
    for part in is_open if token.is_block else ():
        part.words += _BETWEEN_CELLS if token.name in _CELLS and part.tag == "tr" else " "


def _opened(token: markup.Token, is_open: list[Part], before: str) -> Part:
    attributes = token.attributes
    number, counted, is_numbered = None, "", bool(is_open) and (token.name, is_open[-1].tag) == ("li", "ol")
    if is_open and token.name in _CELLS:
        is_open[-1].cells += token.name[1]
    if is_numbered:
        number, counted = is_open[-1].next_number, is_open[-1].counted
        is_open[-1].items += 1
    elif token.name == "ol" and {"start", "type"} & attributes.keys():
        start = attributes.get("start", "")
        number, counted = int(start) if start.isdecimal() else 1, attributes.get("type", "")
    return Part(
        token.name,
        is_numbered,
        leads=unescape(attributes.get("href") or token.photo),
        direction=attributes.get("dir", ""),
        language=attributes.get("lang", ""),
        number=number,
        counted=counted,
        before=before.strip(),
        others=" ".join(f"{name}={value}" for name, value in attributes.items() if name not in _NAMED_ATTRIBUTES),
    )


# Two texts


class _Worded(NamedTuple):
    """The words of a text, with the tags that stand before each of them, and after the last."""

    words: list[str]
    gaps: list[list[str]]

    def tags(self, start: int, end: int) -> list[str]:
        return [tag for gap in self.gaps[start : end + 1] for tag in gap]


def is_same_but_for_words(old: str, new: str) -> bool:
    """Whether all that differs is told where the texts are compared word by word: around words that stayed stands the
    same markup, and what came in place of others stands as these did."""
    before, after = _worded(old), _worded(new)
    if before.words == after.words:
        return old == new
    ends = len(before.words), len(after.words)
    at, new_at = 0, 0
    for is_same, run in groupby(comparing.together(before.words, after.words), lambda pair: pair[0] == pair[1]):
        pairs = list(run)
        end, new_end = (at_ + sum(len(pair[side]) for pair in pairs) for side, at_ in enumerate((at, new_at)))
        if is_same:
            # The gaps at either end belong to the change beside them, where there is one.
            first, last = at + bool(at or new_at), end - ((end, new_end) != ends)
            shift = new_at - at
            if before.gaps[first : last + 1] != after.gaps[first + shift : last + 1 + shift]:
                return False
        elif before.tags(at, end) != after.tags(new_at, new_end):
            return False
        at, new_at = end, new_end
    return True


def _worded(html: str) -> _Worded:
    words: list[str] = []
    gaps: list[list[str]] = [[]]
    for token in markup.tokens(html):
        if token.is_text:
            split = comparing.tokens(token.text)
            words += split
            gaps += [[] for _word in split]
        elif token.source not in ("<p>", "</p>"):
            gaps[-1].append(token.source)
    return _Worded(words, gaps)


def markup_around(old: str, new: str) -> tuple[str, str]:
    """The markup itself where two texts begin to differ and where they end to, with a little around it."""
    head = len(commonprefix([old, new]))
    tail = min(len(commonprefix([old[::-1], new[::-1]])), len(old) - head, len(new) - head)
    before, after = (each[max(head - _AROUND, 0) : len(each) - max(tail - _AROUND, 0)] for each in (old, new))
    return before[:_MOST_MARKUP], after[:_MOST_MARKUP]
