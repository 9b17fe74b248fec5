"""A list's own numbers: as its tags say them, and as word processors write them before its items."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.text.foreign.trees import Element

MOST = 99_999
LISTS = {"ol", "ul"}
_NUMBERED = re.compile(r"\s*[(]?(?:\w{1,3}|[ivxlc]+|(?:\d{1,5}\.)+\d{0,5})\s*[.)\-]?", re.IGNORECASE)
_CLOSED = re.compile(r"[.)\-]\s*$")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"


def canonical(start: str) -> str | None:
    """The number at which a list begins, as it is kept; None where it begins as lists do."""
    try:
        number = int(start)
    except ValueError:
        return None
    return str(number) if 0 <= number <= MOST and number != 1 else None


def in_tags(element: Element) -> list[Element]:
    """A numbered list, parted where its numbers do not follow each other, so that each part says where it begins."""
    number = _int(element.attributes.get("start")) if "start" in element.attributes else None
    step = -1 if "reversed" in element.attributes else 1
    items = sum(child.name == "li" for child in element.elements())
    following = number if number is not None else (items if step < 0 else 1)
    parts, expected = [_list("ol", following, element)], following
    for child in element.children:
        if isinstance(child, Element) and child.name == "li":
            said = _int(child.attributes.get("value"))
            following = said if said is not None else following
            if following != expected:
                parts.append(_list("ol", following, element))
            expected, following = following + 1, following + step
        parts[-1].add(child)
    return parts


def _int(said: str | None) -> int | None:
    return int(said) if said and re.fullmatch(r"-?\d{1,6}", said.strip()) else None


def _list(name: str, number: int | None, of: Element | None = None) -> Element:
    said = {key: value for key, value in (of.attributes if of else {}).items() if key in ("dir", "lang")}
    start = canonical(str(number)) if name == "ol" and number is not None else None
    return Element(name, said | ({"start": start} if start else {}))


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
    number = (_number(marker, expected) or expected) if kind == "ol" else expected
    if len(is_open) == level and (is_open[-1].element.name != kind or number != expected):
        is_open.pop()
    outermost = None
    while len(is_open) < level:
        new = _Open(_list(kind, number if len(is_open) == level - 1 else None), number)
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


def _number(marker: str, expected: int) -> int | None:
    """The number that stands before an item: 3., (3), 1.3, ٣., c) or iii. None where it is no number of ours."""
    letters = re.sub(r"[\s().\-]", " ", marker).split()
    last = letters[-1].lower() if letters else ""
    if last.isdecimal():
        return min(int(last), MOST)
    readings = [each for each in (_ordinal(last), _roman(last)) if each]
    if expected in readings:
        return expected
    return readings[-1 if last[:1] in "ivx" else 0] if readings else None


def _ordinal(letter: str) -> int | None:
    if len(letter) != 1:
        return None
    return ord(letter) - ord("a") + 1 if "a" <= letter <= "z" else (_ABJAD.find(letter) + 1 or None)


def _roman(letters: str) -> int | None:
    if not letters or not set(letters) <= set(_ROMAN):
        return None
    values = [_ROMAN[each] for each in letters] + [0]
    return sum(-each if each < after else each for each, after in zip(values, values[1:], strict=False))
