"""What kind of difference it is, where words are not the same; and where they are the same for all that."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from articles.text.hearing import aligning, reading
from articles.text.hearing.reading import Range, Word


class Kind(Enum):
    NEGATION = "negation"
    NUMBER = "number"
    NAME = "name"
    WORD = "word"
    LEFT_OUT = "left out"
    PUT_IN = "put in"


@dataclass(frozen=True)
class Difference:
    """Words that are not the same: where they stand in what is printed and in the evidence. A range is empty where they
    have no counterpart: there they would stand."""

    kind: Kind
    printed: Range
    heard: Range
    weight: int = aligning.PUT_IN


IsName = Callable[[str], bool]


def between(
    printed: Sequence[Word], heard: Sequence[Word], places: tuple[int, int], is_name: IsName
) -> Iterator[Difference]:
    """The differences of one run of words. `places` are where such words would stand that one of them lacks."""
    plain = [word for word in printed if not word.is_aside]
    spoken = [word for word in heard if not word.is_aside]
    if printed and not plain:
        yield from _in_brackets(printed, spoken, places)
    elif not are_same(plain, spoken):
        if _changed_places(plain, spoken):
            yield _difference(plain[:1], [], places, Kind.PUT_IN)
            yield _difference([], spoken[-1:], (plain[-1].end, places[1]), Kind.LEFT_OUT)
        else:
            yield _difference(plain, spoken, places, _kind(plain, spoken, is_name))


def are_same(printed: Sequence[Word], heard: Sequence[Word]) -> bool:
    """Whether words are the same but for spaces and hyphens, or for what a contraction stands for."""
    if len(printed) == len(heard) and all(map(_may_be, printed, heard)):
        return True
    has_number = any(word.value.startswith("#") for word in [*printed, *heard])
    return not has_number and _joined(printed) == _joined(heard)


def _joined(words: Sequence[Word]) -> str:
    return "".join(word.value for word in words)


def _may_be(one: Word, other: Word) -> bool:
    return one.value == other.value or one.value in other.others or other.value in one.others


def _changed_places(printed: Sequence[Word], heard: Sequence[Word]) -> bool:
    values = [word.value for word in printed]
    return len(values) == 2 and values == [word.value for word in heard][::-1]


def _in_brackets(printed: Sequence[Word], heard: Sequence[Word], places: tuple[int, int]) -> Iterator[Difference]:
    """What is in brackets may be put in and may replace; it may bring no negation, lose none, and change no number."""
    if _denies(printed) != _denies(heard):
        yield _difference(printed, heard, places, Kind.NEGATION)
    elif _numbers(printed) and _numbers(heard) and _numbers(printed) != _numbers(heard):
        yield _difference(printed, heard, places, Kind.NUMBER)


def _difference(printed: Sequence[Word], heard: Sequence[Word], places: tuple[int, int], kind: Kind) -> Difference:
    return Difference(kind, span(printed, places[0]), span(heard, places[1]), weight(len(printed), len(heard)))


def weight(printed: int, heard: int) -> int:
    return aligning.PUT_IN * printed + aligning.LEFT_OUT * heard


def span(words: Sequence[Word], place: int) -> Range:
    return (words[0].start, words[-1].end) if words else (place, place)


def _kind(printed: Sequence[Word], heard: Sequence[Word], is_name: IsName) -> Kind:
    if _denies(printed) != _denies(heard):
        return Kind.NEGATION
    if _numbers(printed) != _numbers(heard):
        return Kind.NUMBER
    if printed and heard:
        return Kind.NAME if any(is_name(word.value) for word in [*printed, *heard]) else Kind.WORD
    return Kind.PUT_IN if printed else Kind.LEFT_OUT


def _denies(words: Sequence[Word]) -> int:
    return sum(word.is_negation for word in words)


def _numbers(words: Sequence[Word]) -> list[str]:
    return sorted(word.value for word in words if word.is_number)


def naming(*texts: frozenset[str]) -> IsName:
    """Whether a word is a person's name in one of two texts, whatever Arabic has joined to its front."""
    known = frozenset().union(*texts)
    return lambda value: bool(reading.unprefixed(value, known.__contains__))
