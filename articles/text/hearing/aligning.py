"""Which word of what is printed became which of what was heard."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articles.text.hearing.reading import Word

# A word that was heard is left out more easily than one is put in that nobody said; a word for another is one change.
LEFT_OUT, PUT_IN, CHANGED = 2, 5, 6
# What would take more is not looked at word by word: all of it is another, which is true too.
_MOST_CELLS = 1_000_000


class Run(NamedTuple):
    """Words that are not the same in both: from where to where, among the printed ones and among the heard ones."""

    printed: int
    printed_end: int
    heard: int
    heard_end: int


class Alignment(NamedTuple):
    """From where to where words were heard, and where they differ."""

    start: int
    end: int
    runs: list[Run]


def align(words: Sequence[str], text: Sequence[str], end: int, distance: int) -> Alignment:
    """The words beside those of the text that end before `end`, and are `distance` words away from them."""
    begin = max(0, end - len(words) - min(2 * distance, len(words)))
    same = _same_at_the_end(words, text[begin:end])
    rest, window = words[: len(words) - same], text[begin : end - same]
    if len(rest) * len(window) > _MOST_CELLS:
        return Alignment(begin, end, [Run(0, len(rest), begin, end - same)])
    start, steps = _path(rest, window)
    start = begin + start if rest else end - same
    return Alignment(start, end, list(_runs(steps, start)))


def _same_at_the_end(words: Sequence[str], text: Sequence[str]) -> int:
    count = 0
    while count < min(len(words), len(text)) and words[-1 - count] == text[-1 - count]:
        count += 1
    return count


def _costs(words: Sequence[str], text: Sequence[str]) -> list[list[int]]:
    rows = [[0] * (len(text) + 1)]
    for count, word in enumerate(words, start=1):
        above, left = rows[-1], count * PUT_IN
        row = [left]
        for at, other in enumerate(text):
            left = above[at] if word == other else min(above[at] + CHANGED, above[at + 1] + PUT_IN, left + LEFT_OUT)
            row.append(left)
        rows.append(row)
    return rows


def _path(words: Sequence[str], text: Sequence[str]) -> tuple[int, list[tuple[int, int]]]:
    """Where in the text the words begin, and the steps from there: how many words of each are not the same."""
    rows, row, at = _costs(words, text), len(words), len(text)
    steps = []
    while row:
        cost = rows[row][at]
        if at and words[row - 1] == text[at - 1]:
            step, row, at = (0, 0), row - 1, at - 1
        elif at and cost == rows[row - 1][at - 1] + CHANGED:
            step, row, at = (1, 1), row - 1, at - 1
        elif cost == rows[row - 1][at] + PUT_IN:
            step, row = (1, 0), row - 1
        else:
            step, at = (0, 1), at - 1
        steps.append(step)
    return at, steps[::-1]


def _runs(steps: Sequence[tuple[int, int]], start: int) -> Iterator[Run]:
    printed, heard = 0, start
    run = None
    for step in [*steps, (0, 0)]:
        if step == (0, 0):
            if run:
                yield Run(run[0], printed, run[1], heard)
            run, printed, heard = None, printed + 1, heard + 1
        else:
            run = run or (printed, heard)
            printed, heard = printed + step[0], heard + step[1]


def widened(runs: Sequence[Run], words: Sequence[Word], heard: Sequence[Word]) -> list[Run]:
    """The runs, those at an end beside the words that were heard there in the same sentence: they were changed."""
    found = list(runs)
    if found and found[0].printed == 0:
        found[0] = found[0]._replace(heard=_before(found[0], words, heard))
    if found and found[-1].printed_end == len(words):
        found[-1] = found[-1]._replace(heard_end=_behind(found[-1], words, heard))
    return found


def _before(run: Run, words: Sequence[Word], heard: Sequence[Word]) -> int:
    at = run.heard
    while _lacks(run, run.heard_end - at) and at and at < len(heard) and not heard[at].begins_sentence:
        if not _belongs(heard[at - 1], words[run.printed : run.printed_end]):
            break
        at -= 1
    is_denied = 0 < at < len(heard) and heard[at].is_tight and heard[at - 1].is_negation and not heard[at - 1].is_aside
    return at - is_denied


def _behind(run: Run, words: Sequence[Word], heard: Sequence[Word]) -> int:
    at = run.heard_end
    while _lacks(run, at - run.heard) and at < len(heard) and not heard[at].begins_sentence:
        if not _belongs(heard[at], words[run.printed : run.printed_end]):
            break
        at += 1
    return at


def _lacks(run: Run, heard: int) -> bool:
    return heard < run.printed_end - run.printed


def _belongs(word: Word, printed: Sequence[Word]) -> bool:
    """Beside a bracket stands what was heard only where it is a number: a bracket at an end replaces nothing else."""
    return not word.is_aside and (word.is_number or not all(each.is_aside for each in printed))
