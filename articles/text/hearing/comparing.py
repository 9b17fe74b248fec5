"""A quotation beside its evidence: whether it is the same, what differs, what was allowed, where it was heard."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from articles.text.hearing import differing, placing, printed, reading
from articles.text.hearing.differing import Difference
from articles.text.hearing.placing import Heard, Placed
from articles.text.hearing.printed import Printed
from articles.text.hearing.reading import Range

# A transcriber's own: [pause], (laughs), a time, the name of who speaks, at the beginning of a line.
_IN_BRACKETS = re.compile(r"\[[^\[\]]{0,80}\]|\((?:[^()\s]+\s?){1,3}\)")
_TIME = re.compile(r"\b\d{1,2}:\d{2}:\d{2}\b")
_SPEAKER = re.compile(
    r"^[ \t]*(?:\[[^\]\n]{0,20}\][ \t]*|[\d:.]{4,12}[ \t]+)?((?:[^\s:.?!،,]+[ \t]?){1,4}):(?=\s)", re.M
)


class Allowed(Enum):
    ELLIPSIS = "ellipsis"
    BRACKET = "bracket"
    ORDER = "order"


@dataclass(frozen=True)
class Comparison:
    """What a comparison has found. `heard` is where in the evidence, one range for each part of the quotation."""

    differences: tuple[Difference, ...]
    allowed: frozenset[Allowed]
    heard: tuple[Range, ...]

    @property
    def is_same(self) -> bool:
        """Whether there is nothing for a person to sign. What was not heard at all is."""
        return not self.differences and bool(self.heard)


def listen(evidence: str) -> Heard:
    """Evidence read, once for all quotations that are compared with it."""
    asides = [match.span() for own in (_IN_BRACKETS, _TIME) for match in own.finditer(evidence)]
    asides += [match.span(1) for match in _SPEAKER.finditer(evidence)]
    return Heard(evidence, tuple(reading.read(evidence, asides)))


def compare(quotation: str, heard: Heard) -> Comparison:
    """A quotation, with the marks of its halves where it is split, beside evidence."""
    told = printed.read(quotation)
    if not told.pieces:
        return Comparison((), frozenset(), ())
    words = [word for parts in told.pieces for part in parts for word in part.words]
    is_name = differing.naming(reading.names(quotation, words), heard.names)
    placed = [placing.place(parts, heard, is_name) for parts in told.pieces]
    is_turned = False
    if told.turned and placed[0].differences:
        turned = placing.place(told.turned, heard, is_name)
        is_turned = turned.cost < placed[0].cost
        placed = [turned] if is_turned else placed
    differences = sorted((each for one in placed for each in one.differences), key=lambda each: each.printed)
    ranges = tuple(each for one in placed for each in one.heard)
    return Comparison(tuple(differences), frozenset(_allowed(told, placed, is_turned)), ranges)


def _allowed(told: Printed, placed: Sequence[Placed], is_turned: bool) -> Iterator[Allowed]:
    if told.has_ellipsis:
        yield Allowed.ELLIPSIS
    if any(word.is_aside for parts in told.pieces for part in parts for word in part.words):
        yield Allowed.BRACKET
    begun = [one.heard[0] for one in placed if one.heard]
    if is_turned or any(one > other for one, other in pairwise(begun)):
        yield Allowed.ORDER
