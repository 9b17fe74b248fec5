"""The places in a long text that fit words best: in one pass, whatever is repeated in it.

Myers' bit-parallel search (G. Myers, A Fast Bit-Vector Algorithm for Approximate String Matching, 1999), with words for
letters. Where n words fit a text of any length, a step for each of its words is all that it costs.
"""

from collections.abc import Iterator, Sequence
from itertools import repeat


def distances(words: Sequence[str], text: Sequence[str]) -> list[int]:
    """For each word of the text how many words must be put in, left out or changed to make `words` of what ends there,
    wherever it begins."""
    where: dict[str, int] = {}
    for place, word in enumerate(words):
        where[word] = where.get(word, 0) | 1 << place
    beyond = 1 << len(words)
    every = beyond - 1
    more, fewer, distance, found = every, 0, len(words), []
    for equal in map(where.get, text, repeat(0)):
        if equal:
            across = (((equal & more) + more) ^ more) | equal
            grows, shrinks = (fewer | (every ^ ((across | more) & every))) << 1, (more & across) << 1
            down = equal | fewer
        else:
            grows, shrinks, down = (fewer | (every ^ more)) << 1, 0, fewer
        if grows & beyond:
            distance += 1
            grows ^= beyond
        elif shrinks & beyond:
            distance -= 1
            shrinks ^= beyond
        more = shrinks | (every ^ (down | grows))
        fewer = grows & down
        found.append(distance)
    return found


def best(found: Sequence[int], start: int, end: int, most: int) -> list[int]:
    """Where the best fits end between start and end: the first and the last of each row of equals, the best first."""
    lows = list(_lows(found, start, end))
    least = min((found[at] for at in lows), default=0)
    return sorted((at for at in lows if found[at] <= least + _NEARLY), key=lambda at: (found[at], at))[:most]


# What two words too many make good may be one word written as two, or a transcriber's mark.
_NEARLY = 3


def _lows(found: Sequence[int], start: int, end: int) -> Iterator[int]:
    for at in range(start, end):
        before, behind = found[at - 1] if at > start else len(found), found[at + 1] if at + 1 < end else len(found)
        if found[at] <= before and found[at] <= behind and (found[at] < before or found[at] < behind):
            yield at
