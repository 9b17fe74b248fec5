"""How the statements of two siblings stand to one another: which of the other edition's this one has, and which not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True)
class Shared:
    """One statement of one edition. `key`: its number, 0 of one that is not saved. `owners`: the numbers of its
    sources; a protected one is a row of its own in each story, and counts as 0. `carries`: the numbers of the sibling's
    statements that somebody has said it is."""

    key: int
    owners: frozenset[int]
    is_quotation: bool = True
    carries: tuple[int, ...] = ()


class Parity(NamedTuple):
    """Places in the lists that were given, from 0. `missing`: theirs that this edition has not. `added`: ours that they
    have not. `moved`: (theirs, ours) that are one statement of other owners."""

    missing: tuple[int, ...]
    added: tuple[int, ...]
    moved: tuple[tuple[int, int], ...]

    @property
    def is_whole(self) -> bool:
        return not (self.missing or self.added or self.moved)


def parity(theirs: Sequence[Shared], ours: Sequence[Shared]) -> Parity:
    """Set the statements of two siblings beside each other, each in the order of its text.

    Those that somebody has tied are one. For each other one of the same owners is taken, a quotation for a quotation
    first, the first for the first; nobody's words are compared, for they are in two languages.
    """
    tied = [(their, our) for our, row in enumerate(ours) for their, other in enumerate(theirs) if _is_tied(other, row)]
    found, taken = {their for their, _ in tied}, {our for _, our in tied}
    for alike in (_is_alike, _is_of_the_same):
        for their, other in enumerate(theirs):
            free = (our for our, row in enumerate(ours) if our not in taken and alike(other, row))
            if their not in found and (our := next(free, None)) is not None:
                found.add(their)
                taken.add(our)
    return Parity(
        tuple(their for their in range(len(theirs)) if their not in found),
        tuple(our for our in range(len(ours)) if our not in taken),
        tuple(_moved(tied, theirs, ours)),
    )


def _moved(tied: list[tuple[int, int]], theirs: Sequence[Shared], ours: Sequence[Shared]) -> Iterable[tuple[int, int]]:
    """A passage may hold several statements of the sibling: then it has the owners of all of them."""
    for their, our in tied:
        together = {owner for other, same in tied if same == our for owner in theirs[other].owners}
        if not (theirs[their].owners <= ours[our].owners and ours[our].owners <= together):
            yield their, our


def _is_tied(one: Shared, other: Shared) -> bool:
    return one.key in other.carries or other.key in one.carries


def _is_alike(one: Shared, other: Shared) -> bool:
    return _is_of_the_same(one, other) and one.is_quotation == other.is_quotation


def _is_of_the_same(one: Shared, other: Shared) -> bool:
    return one.owners == other.owners
