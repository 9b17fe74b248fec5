"""Two that were made of one, made one again: a three-way merge of values and of lists.

What one side alone has changed is taken. What both have changed, each in its own way, is a clash: the merged one then
has mine. The time grows with the length of the lists and no faster, whatever stands in them.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

# How often a stretch between two anchors is looked into for further ones: no text of people needs as many.
DEEPEST = 24
_LETTER = re.compile(r"\w")

Row = Sequence[Hashable]
IsAnchor = Callable[[Any], bool]
Touches = Callable[[Sequence[Any]], bool]
Settle = Callable[[Sequence[Any], Sequence[Any], Sequence[Any]], "Woven"]
Refine = Callable[[Sequence[Any], "Change"], "list[Change]"]


class Clash(NamedTuple):
    """What both have changed: as it was, as I have it, as they have it. Texts, or any other value."""

    base: Any
    mine: Any
    theirs: Any


class Merged(NamedTuple):
    """One of two; and the clashes in which `value` is mine, to be asked of a person."""

    value: Any
    clashes: tuple[Clash, ...] = ()


class Woven(NamedTuple):
    """The pieces of a merged list, and its clashes."""

    pieces: list[Any]
    clashes: tuple[Clash, ...] = ()


class Change(NamedTuple):
    """From `start` to `end` of what was, `new` stands."""

    start: int
    end: int
    new: tuple[Any, ...]

    @property
    def is_insertion(self) -> bool:
        return self.start == self.end


def is_word(text: str) -> bool:
    """Whether it is a word and no white space or sign."""
    return _LETTER.search(text) is not None


def is_doubled(joined: Counter[Any], base: Counter[Any], mine: Counter[Any], theirs: Counter[Any]) -> bool:
    """Whether anything stands there more often than it stood, with all that either side has added: both have taken it
    elsewhere. What neither had is what came to stand together, and is nothing twice."""
    most = base + (mine - base) + (theirs - base)
    return any(0 < most[each] < number for each, number in joined.items())


def whole(base: Any, mine: Any, theirs: Any) -> Merged:
    """A value that is one thing: a choice, a day, an address."""
    if mine in (base, theirs):
        return Merged(theirs)
    return Merged(mine, () if theirs == base else (Clash(base, mine, theirs),))


def names(base: Sequence[Any], mine: Sequence[Any], theirs: Sequence[Any]) -> Merged:
    """A list of which each is there once: whoever was added by either is there, whoever was taken away by either is
    not. It clashes only where both have put the rest into another order, each into their own."""
    if list(mine) in (list(base), list(theirs)):
        return Merged(list(theirs))
    if list(theirs) == list(base):
        return Merged(list(mine))
    gone = {each for each in base if each not in mine or each not in theirs}
    order = [[each for each in side if each in base and each not in gone] for side in (base, mine, theirs)]
    ordered = whole(*order)
    leads, follows = (theirs, mine) if ordered.value == order[2] else (mine, theirs)
    merged = [each for each in leads if each not in gone]
    for place, each in enumerate(follows):
        if each not in merged and each not in gone:
            after = next((other for other in follows[place:] if other in merged), None)
            merged.insert(len(merged) if after is None else merged.index(after), each)
    return Merged(merged, (Clash(list(base), list(mine), list(theirs)),) if ordered.clashes else ())


# Lists


def weave(
    base: Row,
    mine: Row,
    theirs: Row,
    *,
    settle: Settle,
    touches: Touches | None = None,
    refine: Refine | None = None,
    is_anchor: IsAnchor = bool,
) -> Woven:
    """Two lists made of one. `settle` says what becomes of a stretch that both have changed, `touches` whether what
    stands between two changes is too little to part them; `refine` parts a change into smaller ones; `is_anchor` says
    by what of a list its changes are found."""
    own, other = (
        [part for change in changes(base, side, is_anchor) for part in (refine(base, change) if refine else [change])]
        for side in (mine, theirs)
    )
    pieces: list[Any] = []
    clashes: list[Clash] = []
    at = 0
    for group in _groups(base, own, other, touches):
        start, end = group.start, group.end
        pieces += base[at:start]
        at = end
        one, two = _side(base, group, group.mine), _side(base, group, group.theirs)
        if not group.mine or not group.theirs or one == two:
            pieces += one if group.mine else two
        else:
            settled = settle(base[start:end], one, two)
            pieces += settled.pieces
            clashes += settled.clashes
    return Woven([*pieces, *base[at:]], tuple(clashes))


class _Group(NamedTuple):
    """Changes that concern the same stretch of the base, from `start` to `end`."""

    start: int
    end: int
    mine: tuple[Change, ...] = ()
    theirs: tuple[Change, ...] = ()

    def meets(self, base: Row, change: Change, is_mine: bool, touches: Touches | None) -> bool:
        """Whether a change that follows concerns the same stretch, or the same place between two."""
        if change.start < self.end:
            return True
        if not (self.theirs if is_mine else self.mine):
            return False
        if touches is not None:
            return touches(base[self.end : change.start])
        return self.start == self.end == change.start and change.is_insertion

    def with_one(self, change: Change, is_mine: bool) -> "_Group":
        start, end = min(self.start, change.start), max(self.end, change.end)
        if is_mine:
            return _Group(start, end, (*self.mine, change), self.theirs)
        return _Group(start, end, self.mine, (*self.theirs, change))


def _groups(base: Row, mine: list[Change], theirs: list[Change], touches: Touches | None) -> Iterator[_Group]:
    """The changes of both sides, those together that concern the same."""
    told = sorted([(*change[:2], side, change) for side, of in ((0, theirs), (1, mine)) for change in of], key=_place)
    group = None
    for *_place_of_it, side, change in told:
        if group and not group.meets(base, change, bool(side), touches):
            yield group
            group = None
        group = (group or _Group(change.start, change.end)).with_one(change, bool(side))
    if group:
        yield group


def _place(told: tuple[int, int, int, Change]) -> tuple[int, int, int]:
    return told[:3]


def _side(base: Row, group: _Group, of: tuple[Change, ...]) -> list[Any]:
    """What one side has in the stretch of a group."""
    pieces: list[Any] = []
    at = group.start
    for change in of:
        pieces += [*base[at : change.start], *change.new]
        at = change.end
    return [*pieces, *base[at : group.end]]


def changes(base: Row, other: Row, is_anchor: IsAnchor = bool) -> list[Change]:
    """What has to be changed in `base`, in order, to have `other`. Not always the least; in time that grows with their
    length alone (patience diff: what stands once in both is an anchor)."""
    found: list[Change] = []
    todo = [(0, len(base), 0, len(other), 0)]
    while todo:
        start, end, from_, to, depth = todo.pop()
        while start < end and from_ < to and base[start] == other[from_]:
            start, from_ = start + 1, from_ + 1
        while start < end and from_ < to and base[end - 1] == other[to - 1]:
            end, to = end - 1, to - 1
        if start == end and from_ == to:
            continue
        stretches = (base, start, end), (other, from_, to)
        anchors = _anchors(*(_once(*each, is_anchor) for each in stretches)) if depth < DEEPEST else []
        if not anchors:
            found.append(Change(start, end, tuple(other[from_:to])))
            continue
        ends = [(start - 1, from_ - 1), *anchors, (end, to)]
        todo += [(one + 1, next_, two + 1, then, depth + 1) for (one, two), (next_, then) in pairwise(ends)]
    return sorted(found, key=lambda change: change[:2])


def _anchors(here: dict[Hashable, int], there: dict[Hashable, int]) -> list[tuple[int, int]]:
    """Places of what stands once in both stretches, in the order of both: the longest such row (Hunt, Szymanski)."""
    pairs = [(place, there[each]) for each, place in here.items() if each in there]
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_place, other) in enumerate(pairs):
        length = bisect_left(tails, other)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [other]
        ends[length : length + 1] = [number]
    row: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        row.append(pairs[at])
        at = before[at]
    return row[::-1]


def _once(row: Row, start: int, end: int, is_anchor: IsAnchor) -> dict[Hashable, int]:
    """What stands once in a stretch, with its place, in order."""
    places: dict[Hashable, int] = {}
    often: set[Hashable] = set()
    for place in range(start, end):
        each = row[place]
        if each in places or each in often:
            often.add(each)
            places.pop(each, None)
        elif is_anchor(each):
            places[each] = place
    return places


def clash(base: Sequence[Any], mine: Sequence[Any], theirs: Sequence[Any]) -> Woven:
    return Woven(list(mine), (Clash(tuple(base), tuple(mine), tuple(theirs)),))
