"""A list's own numbers: as its tags say them, and as word processors write them before its items."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from articles.text import counting
from articles.text.foreign.trees import Element

LISTS = {"ol", "ul"}
_NUMBERED = re.compile(r"\s*[(]?(?:\w{1,3}|[ivxlc]+|(?:\d{1,5}\.)+\d{0,5})\s*[.)\-]?", re.IGNORECASE)
_CLOSED = re.compile(r"[.)\-]\s*$")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"


def in_tags(element: Element) -> list[Element]:
    """A numbered list, parted where its numbers do not follow each other or are of another kind, so that each part says
    where it begins and what it counts in."""
    number = _int(element.attributes.get("start")) if "start" in element.attributes else None
    step = -1 if "reversed" in element.attributes else 1
    items = sum(child.name == "li" for child in element.elements())
    following = number if number is not None else (items if step < 0 else 1)
    of_all = _counted(element)
    parts, expected = [_list("ol", following, of_all, element)], following
    for child in element.children:
        if isinstance(child, Element) and child.name == "li":
            said = _int(child.attributes.get("value"))
            following = said if said is not None else following
            kind = counting.kind(_counted(child) or of_all)
            if following != expected or kind != parts[-1].attributes.get("type"):
                parts.append(_list("ol", following, kind or "", element))
            expected, following = following + 1, following + step
        parts[-1].add(child)
    return parts


def _int(said: str | None) -> int | None:
    return int(said) if said and re.fullmatch(r"-?\d{1,6}", said.strip()) else None


def _counted(element: Element) -> str:
    """What a list or an item says that it is counted in: its style first, as it is drawn. `1` is figures."""
    of_style = next((each[-1] for each in element.means if each.startswith("counted-")), "")
    return of_style or element.attributes.get("type", "").strip()


def _list(name: str, number: int | None, counted: str = "", of: Element | None = None) -> Element:
    said = {key: value for key, value in (of.attributes if of else {}).items() if key in ("dir", "lang")}
    own = {"start": number is not None and counting.start(str(number)), "type": counting.kind(counted)}
    return Element(name, said | {key: value for key, value in own.items() if value and name == "ol"})


def with_their_items(children: list[Element | str]) -> list[Element | str]:
    """A list that stands after an item, and not in it, belongs to that item."""
    kept: list[Element | str] = []
    item: Element | None = None
    for child in children:
        if isinstance(child, Element) and child.name in LISTS and item is not None:
            item.add(child)
            continue
        item = child if isinstance(child, Element) and child.name == "li" else item
        kept.append(child)
    return kept


@dataclass
class _Open:
    """A list that is being made of a word processor's items, and the number of its last one."""

    element: Element
    number: int

    def is_other(self, kind: str, read: "_Read") -> bool:
        """Whether an item belongs to a list of another kind."""
        return (self.element.name, self.element.attributes.get("type", "")) != (kind, read.counted)


def gathered(children: list[Element | str]) -> Iterator[Element | str]:
    """Children in which the paragraphs that a word processor calls items stand in lists, and in lists in lists."""
    is_open: list[_Open] = []
    for child in children:
        if isinstance(child, str) and not child.strip() and is_open:
            continue
        if not isinstance(child, Element) or child.name != "item":
            is_open = []
            yield child
            continue
        begun = _put(child, is_open)
        if begun is not None:
            yield begun


def _put(item: Element, is_open: list[_Open]) -> Element | None:
    """Puts an item where its level and number say. The list that begins with it at the outermost level."""
    level, marker = max(int(item.attributes["level"]), 1), item.attributes.get("marker", "").strip()
    kind = "ol" if _is_numbered(marker) else "ul"
    del is_open[level:]
    expected = is_open[-1].number + 1 if len(is_open) == level else 1
    read = _read(marker, expected) if kind == "ol" else _Read(expected)
    if len(is_open) == level and (is_open[-1].is_other(kind, read) or read.number != expected):
        is_open.pop()
    number, outermost = read.number, None
    while len(is_open) < level:
        is_its_own = len(is_open) == level - 1
        new = _Open(_list(kind, number, read.counted) if is_its_own else _list(kind, None), number)
        outermost = _nest(new, is_open) or outermost
    is_open[-1].number = number
    is_open[-1].element.add(_filled(Element("li"), item.children))
    return outermost


def _filled(element: Element, children: list[Element | str]) -> Element:
    for child in children:
        element.add(child)
    return element


def _nest(new: _Open, is_open: list[_Open]) -> Element | None:
    if is_open:
        around = is_open[-1].element
        last = next((child for child in reversed(around.children) if isinstance(child, Element)), None)
        (last if last is not None and last.name == "li" else around).children.append(new.element)
    is_open.append(new)
    return new.element if len(is_open) == 1 else None


def _is_numbered(marker: str) -> bool:
    return bool(_NUMBERED.fullmatch(marker) and _CLOSED.search(marker))


class _Read(NamedTuple):
    """The number before an item, and what it is counted in."""

    number: int
    counted: str = ""


def _read(marker: str, expected: int) -> _Read:
    """What stands before an item: 3., (3), 1.3, ٣., c), CC. or iii. What is no number of ours is the one expected."""
    said = re.sub(r"[\s().\-]", " ", marker).split()
    last = said[-1] if said else ""
    if last.isdecimal():
        return _Read(min(int(last), counting.MOST) or expected)
    letters, numeral = _ordinal(last.lower()), _roman(last.lower())
    readings = [_Read(letters, "a" if last.isascii() else "")] if letters else []
    readings += [_Read(numeral, "i")] if numeral else []
    if not readings:
        return _Read(expected)
    usual = readings[-1 if last[:1].lower() in "ivx" else 0]
    read = next((each for each in readings if each.number == expected), usual)
    return read._replace(counted=read.counted.upper()) if last.isupper() else read


def _ordinal(letters: str) -> int | None:
    """The place of a letter; after z, word processors count aa, bb, cc."""
    if len(set(letters)) != 1:
        return None
    if "a" <= letters[0] <= "z":
        return ord(letters[0]) - ord("a") + 1 + 26 * (len(letters) - 1)
    return _ABJAD.find(letters) + 1 or None


def _roman(letters: str) -> int | None:
    if not letters or not set(letters) <= set(_ROMAN):
        return None
    values = [_ROMAN[each] for each in letters] + [0]
    return sum(-each if each < after else each for each, after in zip(values, values[1:], strict=False))
