"""A quotation as it is printed: its halves, what an ellipsis parts, what stands in brackets."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from articles.text.hearing import reading
from articles.text.hearing.reading import Range, Word

_POINTS = r"(?:…|\.(?:[ \u00a0]?\.){2,})"
_ELLIPSIS = re.compile(rf"[\[(][ ]?{_POINTS}[ ]?[\])]|{_POINTS}")
_BRACKETS = re.compile(r"\[[^\[\]]*\]")
_OPENING, _CLOSING = '“„«"‟‘', '”“»"’'
# A single mark that stands before a letter is an apostrophe.
_HALF = re.compile(r"[“„«\"‟]([^“”„«»\"‟]+)[”“»\"]|‘((?:[^‘’]|’(?=\w))+)’")
_ENDS = re.compile("[.?!\u061f]\\W*$")


@dataclass(frozen=True)
class Part:
    """Words that must have been heard in one piece. `bridged` is where the ellipsis stands that parts them from those
    before, and None for the first."""

    words: tuple[Word, ...]
    bridged: Range | None = None


@dataclass(frozen=True)
class Printed:
    """The pieces of a quotation, each of parts in their order; between two pieces anything may have been said. `turned`
    is the order in which the halves of one sentence may have been heard as well."""

    pieces: tuple[tuple[Part, ...], ...]
    turned: tuple[Part, ...] = ()
    has_ellipsis: bool = False


def read(text: str) -> Printed:
    """What is printed, without what stands outside the marks of a split quotation."""
    words = reading.read(text, [match.span() for match in _BRACKETS.finditer(text)])
    ellipses = [match.span() for match in _ELLIPSIS.finditer(text)]
    halves = _halves(text)
    parted = [_parts(_within(words, half), [each for each in ellipses if _is_in(each, half)]) for half in halves]
    parted = [parts for parts in parted if parts]
    is_whole = len(parted) == len(halves)
    joined = [is_whole and _is_one_sentence(text, one, other) for one, other in pairwise(halves)]
    pieces = [parted[0]] if parted else []
    for parts, goes_on in zip(parted[1:], joined or [False] * len(parted), strict=False):
        pieces = [*pieces[:-1], _together(pieces[-1], parts)] if goes_on else [*pieces, parts]
    turned = _together(parted[1], parted[0]) if joined == [True] else ()
    return Printed(tuple(pieces), turned, any(part.bridged for parts in parted for part in parts))


def _halves(text: str) -> list[Range]:
    """The ranges between the marks of a quotation that is split; the whole of any other."""
    found = list(_HALF.finditer(text))
    bare = text.strip()
    is_split = len(found) > 1 and bare[0] in _OPENING and bare.rstrip(".,،")[-1] in _CLOSING
    return [match.span(1 if match[1] else 2) for match in found] if is_split else [(0, len(text))]


def _is_one_sentence(text: str, one: Range, other: Range) -> bool:
    return not _ENDS.search(text[slice(*one)]) and not _ENDS.search(text[one[1] + 1 : other[0] - 1])


def _is_in(inner: Range, outer: Range) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _within(words: Sequence[Word], within: Range) -> list[Word]:
    return [word for word in words if _is_in((word.start, word.end), within)]


def _parts(words: Sequence[Word], ellipses: Sequence[Range]) -> tuple[Part, ...]:
    edges = [(0, 0), *ellipses]
    ends = [start for start, _end in ellipses]
    parts = [
        Part(tuple(word for word in words if start <= word.start and (end is None or word.end <= end)), (begun, start))
        for (begun, start), end in zip(edges, [*ends, None], strict=True)
    ]
    kept = [part for part in parts if part.words]
    return tuple(replace(part, bridged=part.bridged if place else None) for place, part in enumerate(kept))


def _together(one: tuple[Part, ...], other: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts of two halves of one sentence: what ends the one is heard right before what begins the other."""
    middle = replace(one[-1], words=one[-1].words + other[0].words)
    return (*one[:-1], middle, *other[1:])
