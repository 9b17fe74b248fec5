"""Where in the evidence the parts of a quotation stand, and what differs there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from articles.text.hearing import aligning, differing, reading, searching, vocabulary
from articles.text.hearing.aligning import Alignment
from articles.text.hearing.differing import Difference, IsName, Kind
from articles.text.hearing.printed import Part
from articles.text.hearing.reading import Range, Word

# How many places are looked at closely: of those that fit nearly, a few words' more than many words', which hardly fit
# twice; of those in which the words stand as they are, fewer where each has others to be found around it.
_CLOSELY, _OF_MANY, _MANY = 5, 2, 20
_MOST_EXACT, _WITH_OTHERS = 50, 8
# How many words an ellipsis may bridge.
_FARTHEST = 400
# Where fewer of the printed words were heard, they were not heard there.
_LEAST_SHARED, _OF_AT_LEAST = 0.4, 5


@dataclass(frozen=True)
class Heard:
    """Evidence, read once."""

    text: str
    words: tuple[Word, ...]

    @cached_property
    def values(self) -> list[str]:
        return [word.value for word in self.words]

    @cached_property
    def names(self) -> frozenset[str]:
        return reading.names(self.text, self.words)


@dataclass(frozen=True)
class Placed:
    """Parts where they were heard: which words of the evidence, and what differs in and between them."""

    heard: tuple[Range, ...]
    differences: tuple[Difference, ...]

    @property
    def cost(self) -> tuple[int, int]:
        return sum(each.weight for each in self.differences), len(self.differences)


def place(parts: Sequence[Part], heard: Heard, is_name: IsName) -> Placed:
    """The place that fits best. What of it was not heard at all is put in, whole."""
    longest = max(range(len(parts)), key=lambda at: len(parts[at].words))
    most = _MOST_EXACT if len(parts) == 1 else _WITH_OTHERS
    anchors = _places(parts[longest], heard, 0, len(heard.words))[:most]
    found = [_judged(parts, _around(parts, longest, anchor, heard), heard, is_name) for anchor in anchors]
    return min(found, key=lambda placed: placed.cost, default=_not_heard(parts))


def _not_heard(parts: Sequence[Part]) -> Placed:
    words = [word for part in parts for word in part.words]
    weight = differing.weight(len(words), 0)
    return Placed((), (Difference(Kind.PUT_IN, (words[0].start, words[-1].end), (0, 0), weight),))


def _places(part: Part, heard: Heard, start: int, end: int) -> list[Alignment]:
    """Where a part was heard between start and end, the first of those that fit equally well first."""
    values = [word.value for word in part.words]
    found = searching.distances(values, heard.values[start:end])
    exact = [at for at, distance in enumerate(found) if distance == 0][:_MOST_EXACT]
    if exact:
        return [Alignment(start + at + 1 - len(values), start + at + 1, []) for at in exact]
    ends = searching.best(found, 0, len(found), _CLOSELY if len(values) < _MANY else _OF_MANY)
    aligned = [aligning.align(values, heard.values, start + at + 1, found[at]) for at in ends]
    return [each for each in aligned if each.start >= start and _is_shared(each, len(values))]


def _is_shared(found: Alignment, words: int) -> bool:
    lost = sum(run.printed_end - run.printed for run in found.runs)
    return words - lost >= (_LEAST_SHARED * words if words >= _OF_AT_LEAST else 1)


def _around(parts: Sequence[Part], at: int, anchor: Alignment, heard: Heard) -> list[Alignment | None]:
    """The places of all parts, before and behind the one that is known: each the nearest that fits best."""
    found: list[Alignment | None] = [None] * len(parts)
    found[at] = anchor
    start, end = anchor.start, anchor.end
    for before in reversed(range(at)):
        near = _places(parts[before], heard, max(0, start - _FARTHEST), start)
        if near:
            least = len(near[0].runs)
            found[before] = max((each for each in near if len(each.runs) <= least), key=lambda each: each.end)
            start = found[before].start  # type: ignore[union-attr]
    for behind in range(at + 1, len(parts)):
        near = _places(parts[behind], heard, end, min(len(heard.words), end + _FARTHEST))
        if near:
            found[behind] = near[0]
            end = near[0].end
    return found


def _judged(parts: Sequence[Part], found: Sequence[Alignment | None], heard: Heard, is_name: IsName) -> Placed:
    differences: list[Difference] = []
    ranges: list[Range] = []
    end: int | None = None
    for part, each in zip(parts, found, strict=True):
        if each is None:
            differences += _not_heard([part]).differences
            continue
        runs = aligning.widened(each.runs, part.words, heard.words)
        first = min([each.start, *(run.heard for run in runs)])
        if end is None:
            differences += _denied_before(part, first, heard)
        elif part.bridged:
            differences += _swallowed(part.bridged, heard.words[end:first])
        end = max([each.end, *(run.heard_end for run in runs)])
        differences += _of_runs(part, runs, heard, is_name)
        if first < end:
            ranges.append((heard.words[first].start, heard.words[end - 1].end))
    return Placed(tuple(ranges), tuple(differences))


def _of_runs(part: Part, runs: Sequence[aligning.Run], heard: Heard, is_name: IsName) -> Iterator[Difference]:
    for run in runs:
        printed, spoken = part.words[run.printed : run.printed_end], heard.words[run.heard : run.heard_end]
        places = _end_before(part.words, run.printed), _end_before(heard.words, run.heard)
        yield from differing.between(printed, spoken, places, is_name)


def _end_before(words: Sequence[Word], at: int) -> int:
    return words[at - 1].end if at else words[0].start if words else 0


def _denied_before(part: Part, first: int, heard: Heard) -> Iterator[Difference]:
    """A negation that was heard right before the first printed word, with no mark between: the quotation lost it."""
    if 0 < first < len(heard.words) and heard.words[first].is_tight:
        before = heard.words[first - 1]
        if before.is_negation and not before.is_aside and before.value not in vocabulary.WITHOUT_SOMEBODY:
            begun = part.words[0].start
            yield Difference(Kind.NEGATION, (begun, begun), (before.start, before.end))


def _swallowed(bridged: Range, words: Sequence[Word]) -> Iterator[Difference]:
    """The negations that an ellipsis leaves out."""
    for word in words:
        if word.is_negation and not word.is_aside:
            yield Difference(Kind.NEGATION, bridged, (word.start, word.end))
