"""Which paragraph of an old text became which of a new one: those that share most words, in order."""

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from articles.text.threeway import Change, Row

# How alike two paragraphs are, at least, to be one that was changed and not two; and among how many pairs it is sought.
_ALIKE = 0.3
_MOST_PAIRS = 2_500


def paired(base: Row, change: Change, bag: Callable[[Any], Counter[str]]) -> list[Change]:
    """A change of several paragraphs as changes of single ones: each with that which became of it."""
    old, new = base[change.start : change.end], change.new
    if not old or not new or len(old) * len(new) > _MOST_PAIRS:
        return [change]
    ends = [(-1, -1), *_like(list(map(bag, old)), list(map(bag, new))), (len(old), len(new))]
    parts: list[Change] = []
    for (was, is_), (next_, then) in pairwise(ends):
        if was >= 0:
            parts.append(Change(change.start + was, change.start + was + 1, (new[is_],)))
        parts += _between(change.start + was + 1, change.start + next_, new[is_ + 1 : then])
    return parts


def _between(start: int, end: int, new: tuple[Any, ...]) -> list[Change]:
    """What stands between two pairs: as many as there were are one for one, all others together."""
    if end - start == len(new):
        return [Change(start + place, start + place + 1, (each,)) for place, each in enumerate(new)]
    return [Change(start, end, new)]


def _like(old: list[Counter[str]], new: list[Counter[str]]) -> list[tuple[int, int]]:
    """Which of the old became which of the new: those that share most words, in order."""
    sizes = [each.total() for each in new]
    alike = [_likenesses(before, new, sizes) for before in old]
    score = [[0.0] * (len(new) + 1) for _row in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            together = alike[i][j] + score[i + 1][j + 1] if alike[i][j] else 0
            score[i][j] = max(score[i + 1][j], score[i][j + 1], together)
    pairs = []
    i = j = 0
    while i < len(old) and j < len(new):
        if alike[i][j] and score[i][j] == alike[i][j] + score[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif score[i][j] == score[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _likenesses(before: Counter[str], new: list[Counter[str]], sizes: list[int]) -> list[float]:
    size = before.total()
    return [_likeness(before, after, *sorted((size, other))) for after, other in zip(new, sizes, strict=True)]


def _likeness(before: Counter[str], after: Counter[str], least: int, most: int) -> float:
    # What is so much longer cannot be the same, and counting its words takes a while.
    shared = (before & after).total() / most if least > most * _ALIKE else 0
    return shared if shared >= _ALIKE else 0
