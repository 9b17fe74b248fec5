"""The attributions of a story in three drafts, made one: row by row, and of each row field by field."""

from collections.abc import Iterable
from copy import copy
from typing import Any

from articles.models import Attribution
from articles.text import joining, threeway
from articles.text.threeway import Clash, Merged

# Where a row stands is a matter of its list.
_FIELDS = tuple(name for name in Attribution().state() if name != "position")
_JOINED = {"words": joining.lines, "note": joining.lines}
_BLANK = Attribution()

Key = int | str
Rows = dict[Key, Attribution]


def told(attributions: Iterable[Attribution]) -> list[list[Any]]:
    """What rows say, in their order, to be compared."""
    return [_told(row) for row in attributions]


def merged(base: list[Attribution] | None, mine: list[Attribution], theirs: list[Attribution]) -> Merged:
    """One list of three. A row that one side took away and the other changed is a clash, and so are two changes of the
    same words of one row; without a base, all that is mine alone."""
    was, own, other = _known(base or [], mine, theirs)
    order = threeway.names(*(list(rows) for rows in (was, own, other))).value
    order += [key for key in own if key not in order]
    found: list[Attribution] = []
    clashes: list[Clash] = []
    for key in [*order, *(key for key in other if key not in order)]:
        row, clash = _one(was.get(key), own.get(key), other.get(key), is_base_known=base is not None)
        found += [row] if row is not None else []
        clashes += [clash] if clash is not None else []
    return Merged(found, tuple(clashes))


def _one(
    was: Attribution | None, own: Attribution | None, other: Attribution | None, *, is_base_known: bool
) -> tuple[Attribution | None, Clash | None]:
    """What becomes of one row, and what is to be asked of it."""
    if own is not None and other is not None:
        return _both(was or _BLANK, own, other)
    here = own or other
    if was is None or here is None:
        return here, None if is_base_known else Clash(None, own, other)
    if _told(here) == _told(was):
        return None, None
    return own, Clash(was, own, other)


def _both(was: Attribution, own: Attribution, other: Attribution) -> tuple[Attribution, Clash | None]:
    row, is_asked = copy(other), False
    row.affirmed = own.affirmed
    for name in _FIELDS:
        sides = [getattr(each, name) for each in (was, own, other)]
        found = _JOINED.get(name, threeway.whole)(*sides)
        setattr(row, name, found.value)
        is_asked |= bool(found.clashes)
    return row, Clash(was, own, other) if is_asked else None


def _told(row: Attribution) -> list[Any]:
    return [getattr(row, name) for name in _FIELDS]


# Which row of one is which of the other


def _known(base: list[Attribution], mine: list[Attribution], theirs: list[Attribution]) -> tuple[Rows, Rows, Rows]:
    """The rows of each by a key that the same row has in all: its number or, where a draft does not know it, what it
    says."""
    other: Rows = {row.pk: row for row in theirs}
    # A row that somebody else has taken away has no number any more, but its form knows the one it had.
    own: Rows = {number: row for row in mine if (number := row.pk or getattr(row, "was", None))}
    was = _keyed(base, other | own, "was")
    nameless = [row for row in mine if not (row.pk or getattr(row, "was", None))]
    own |= _keyed(nameless, {key: row for key, row in was.items() if key not in own}, "mine")
    free = {key: row for key, row in other.items() if key not in own and key not in was}
    new = [key for key in own if key not in was and not own[key].pk]
    again = _keyed([own[key] for key in new], free, "new")
    keys: dict[Key, Key] = dict(zip(new, again, strict=True))
    return was, {keys.get(key, key): row for key, row in own.items()}, other


def _keyed(rows: list[Attribution], free: Rows, mark: str) -> Rows:
    """Rows by their number, or by that of a free row that says the same; or else by a key of their own."""
    found: Rows = {}
    for place, row in enumerate(rows):
        key: Key = row.pk or next(
            (
                key
                for alike in (_told, _said)
                for key, each in free.items()
                if key not in found and alike(each) == alike(row)
            ),
            f"{mark} {place}",
        )
        found[key] = row
    return found


def _said(row: Attribution) -> list[Any]:
    return [row.words, row.occurrence, row.source_id]
