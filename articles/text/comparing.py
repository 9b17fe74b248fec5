"""Two texts word by word: what stayed, what went, what came. What it finds is text, to be escaped where it is shown."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import Enum
from itertools import groupby
from os.path import commonprefix
from typing import NamedTuple

# A word with its vowel signs and joiners, white space, or a sign by itself.
_TOKEN = re.compile(
    r"(?:[\w’'\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06ed\u200c\u200d])+|\s+|.",
    re.DOTALL,
)
# How alike two paragraphs are, at least, to be one that was changed and not two.
_ALIKE = 0.3


class Fate(Enum):
    SAME = "same"
    GONE = "gone"
    NEW = "new"


class Piece(NamedTuple):
    change: Fate
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of one text, or of both. Its pieces without the new ones are the old paragraph, without the gone ones
    the new."""

    pieces: list[Piece]

    @property
    def change(self) -> Fate | None:
        """The fate of the whole paragraph; None if it is changed inside."""
        changes = {piece.change for piece in self.pieces} or {Fate.SAME}
        return changes.pop() if len(changes) == 1 else None

    @property
    def is_same(self) -> bool:
        return self.change is Fate.SAME


@dataclass
class _Budget:
    """What comparing may cost, in steps at worst. What would cost more is told as gone and come, which is true too."""

    steps: int = 40_000_000

    def affords(self, old: Sequence[str], new: Sequence[str]) -> bool:
        in_new = Counter(new)
        meetings = sum(number * in_new[each] for each, number in Counter(old).items() if not each.isspace())
        steps = (len(old) + len(new) + meetings) * (1 + min(len(old), len(new)))
        if steps > self.steps:
            return False
        self.steps -= steps
        return True


def tokens(text: str) -> list[str]:
    """Words with their vowel signs and joiners, white space, and signs one by one."""
    return _TOKEN.findall(text)


def words(old: str, new: str) -> list[Piece]:
    """A line word by word."""
    return _words(old, new, _Budget())


def paragraphs(old: Sequence[str], new: Sequence[str]) -> list[Paragraph]:
    """Texts of several paragraphs: first which became which, and then each word by word."""
    budget = _Budget()
    return [
        Paragraph(_words(before, after, budget))
        for old_part, new_part in _parts(old, new, budget)
        for before, after in (
            [(each, each) for each in old_part] if old_part == new_part else _paired(old_part, new_part)
        )
    ]


def rows(old: Sequence[str], new: Sequence[str]) -> list[Piece]:
    """Lists of names, each whole: taken away or added."""
    pieces: list[Piece] = []
    for before, after in _parts(old, new, _Budget()):
        if before == after:
            pieces += [Piece(Fate.SAME, each) for each in before]
        else:
            pieces += [Piece(Fate.GONE, each) for each in before] + [Piece(Fate.NEW, each) for each in after]
    return pieces


def _words(old: str, new: str, budget: _Budget) -> list[Piece]:
    if old == new or not old or not new:
        change = Fate.SAME if old == new else Fate.GONE if old else Fate.NEW
        return [Piece(change, old or new)] if old or new else []
    pieces: list[Piece] = []
    for before, after in _parts(_TOKEN.findall(old), _TOKEN.findall(new), budget):
        if before == after:
            pieces.append(Piece(Fate.SAME, "".join(before)))
        else:
            pieces += [Piece(Fate.GONE, "".join(before)), Piece(Fate.NEW, "".join(after))]
    return _calm([piece for piece in pieces if piece.text])


def _calm(pieces: list[Piece]) -> list[Piece]:
    """The pieces, with white space between two changes made part of them: one long change is read, and ten short ones
    are not."""
    loud: list[Piece] = []
    for place, piece in enumerate(pieces):
        between = 0 < place < len(pieces) - 1
        if between and piece.change is Fate.SAME and piece.text.isspace():
            loud += [Piece(Fate.GONE, piece.text), Piece(Fate.NEW, piece.text)]
        else:
            loud.append(piece)
    return [each for is_same, run in groupby(loud, lambda piece: piece.change is Fate.SAME) for each in _gathered(run)]


def _gathered(run: Iterator[Piece]) -> list[Piece]:
    """A run of changes as one: what is gone before what is new."""
    texts = dict.fromkeys(Fate, "")
    for piece in run:
        texts[piece.change] += piece.text
    return [Piece(change, text) for change, text in texts.items() if text]


def _parts(old: Sequence[str], new: Sequence[str], budget: _Budget) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Both in parts that go together, in order: equal ones, and what stands between them."""
    head = len(commonprefix([list(old), list(new)]))
    tail = len(commonprefix([list(old[head:])[::-1], list(new[head:])[::-1]]))
    ends = len(old) - tail, len(new) - tail
    yield old[:head], new[:head]
    before, after = old[head : ends[0]], new[head : ends[1]]
    if before and after and budget.affords(before, after):
        matcher = SequenceMatcher(str.isspace, before, after)
        for _tag, start, end, new_start, new_end in matcher.get_opcodes():
            yield before[start:end], after[new_start:new_end]
    else:
        yield before, after
    yield old[ends[0] :], new[ends[1] :]


@dataclass
class _Pairing:
    """Which paragraph became which: those that share most words, in order."""

    old: Sequence[str]
    new: Sequence[str]
    bags: list[list[Counter[str]]] = field(init=False)

    def __post_init__(self) -> None:
        self.bags = [[Counter(each.split()) for each in side] for side in (self.old, self.new)]

    def likeness(self, one: int, other: int) -> float:
        before, after = self.bags[0][one], self.bags[1][other]
        least, most = sorted((before.total(), after.total()))
        # What is so much longer cannot be the same, and counting the words of one long paragraph takes a while.
        shared = (before & after).total() / most if least > most * _ALIKE else 0
        return shared if shared >= _ALIKE else 0

    def best(self) -> Iterator[tuple[str, str]]:
        height, width = len(self.old), len(self.new)
        score = [[0.0] * (width + 1) for _row in range(height + 1)]
        for i in reversed(range(height)):
            for j in reversed(range(width)):
                alike = self.likeness(i, j)
                together = alike + score[i + 1][j + 1] if alike else 0
                score[i][j] = max(score[i + 1][j], score[i][j + 1], together)
        i = j = 0
        while i < height and j < width:
            alike = self.likeness(i, j)
            if alike and score[i][j] == alike + score[i + 1][j + 1]:
                yield self.old[i], self.new[j]
                i, j = i + 1, j + 1
            elif score[i][j] == score[i + 1][j]:
                yield self.old[i], ""
                i += 1
            else:
                yield "", self.new[j]
                j += 1
        yield from ((each, "") for each in self.old[i:])
        yield from (("", each) for each in self.new[j:])


# With more pairs than that, no one wants to know which became which.
_MOST_PAIRS = 2_500


def _paired(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    if len(old) * len(new) <= _MOST_PAIRS:
        yield from _Pairing(old, new).best()
    else:
        yield from ((each, "") for each in old)
        yield from (("", each) for each in new)
