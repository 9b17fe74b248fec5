"""All ways to choose one of several in each place, and no more than so many."""

from collections.abc import Iterator, Sequence
from itertools import product
from math import prod

Choices = Sequence[Sequence[str]]


def through(places: Choices, most: int) -> Iterator[tuple[str, ...]]:
    """Each way to take one choice a place. Where that were too many, the last and least usual choices go first."""
    kept = [list(choices) for choices in places]
    while prod(map(len, kept)) > most:
        widest = max(len(choices) for choices in kept)
        last = max(place for place, choices in enumerate(kept) if len(choices) == widest)
        kept[last].pop()
    return product(*kept)
