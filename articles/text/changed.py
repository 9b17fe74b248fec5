"""Attributed words that stand nowhere any more, each with the passage that took its place in the text."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from articles.text import body, comparing, folding, passages, quotations
from articles.text.comparing import Fate
from articles.text.hearing import aligning, reading, searching
from articles.text.passages import Place

# So many statements are looked for: each in the whole text.
MOST = 40
# The share of words that both must have, at least: where one took the very place of the other, and where it only
# reads like it.
_IN_ITS_PLACE, _ANYWHERE = 0.34, 0.5
# Words of fewer letters stand in any two sentences.
_SHORT = 3
# What stands in the very place goes before what reads alike elsewhere.
_NEARER = 0.25
# How alike two paragraphs are, at least, to be one that was changed.
_SAME_PARAGRAPH = 0.3
# Nobody writes longer paragraphs; two such are not compared word by word.
_LONGEST = 4_000
_EDGES = "“”„«»‹›‘’\"' \t\n\u00a0"


@dataclass(frozen=True)
class Passage:
    """Words that took the place of others: as they stand now, the nth time (`occurrence`) that they do, and where."""

    words: str
    occurrence: int
    place: Place


class _Candidate(NamedTuple):
    """A place for a statement, by its number; the better, the higher its score."""

    score: float
    number: int
    place: Place


@dataclass(frozen=True)
class Texts:
    """A text as it was, in which the old words stood, and as it is: cleaned HTML. An unknown one is empty."""

    before: str
    now: str


def changed(
    texts: Texts,
    statements: Sequence[tuple[str, int]],
    places: Sequence[Place | None],
    open_ones: Iterable[quotations.Quotation],
    no_quotations: Iterable[quotations.Quotation] = (),
) -> dict[int, Passage]:
    """For statements that stand nowhere, by their number, the passages that took their place; none is taken twice.

    `statements` are (words, occurrence), `places` where each stands now, and `open_ones` the quotations that nobody
    owns. A passage is such a quotation, or a run of the text that nobody else's statement fills, and none of
    `no_quotations`, of which somebody said so. What has too little in common with the old words is no change of them
    but other words.
    """
    lost = [number for number, place in enumerate(places) if place is None and statements[number][0].strip()][:MOST]
    if not lost:
        return {}
    free = _places(texts.now, open_ones)
    taken = [*filter(None, places), *_places(texts.now, no_quotations)]
    found: dict[int, Passage] = {}
    every = (each for number in lost for each in _candidates(texts, number, statements[number], free))
    for candidate in sorted(every, key=lambda each: (-each.score, each.number, each.place.paragraph, each.place.start)):
        if candidate.number in found or any(_is_filled(candidate.place, other) for other in taken):
            continue
        if passage := _passage(texts.now, candidate.place):
            found[candidate.number] = passage
            taken.append(candidate.place)
    return found


@lru_cache(maxsize=4)  # Cached: one text is asked for by each of its statements.
def _paragraphs(html: str) -> tuple[str, ...]:
    return tuple(body.paragraphs(html))


def pieces(old: str, new: str) -> list[comparing.Piece]:
    """What became of the old words: what stays, what went, what came."""
    return comparing.words(old, new)


def _places(html: str, found: Iterable[quotations.Quotation]) -> list[Place]:
    return list(filter(None, (passages.find(html, each.words, each.occurrence) for each in found)))


def _candidates(texts: Texts, number: int, statement: tuple[str, int], free: Sequence[Place]) -> Iterator[_Candidate]:
    words = statement[0]
    here = _mapped(texts, *statement)
    known = [_judged(texts.now, number, words, place, here) for place in filter(None, (here, *free))]
    good = [each for each in known if each]
    # A run of the text is looked for where nothing that is quoted, and nothing in the same place, took theirs.
    runs = () if good else _runs(texts.now, words)
    yield from filter(None, (*good, *(_judged(texts.now, number, words, place, here) for place in runs)))


def _judged(html: str, number: int, words: str, place: Place, here: Place | None) -> _Candidate | None:
    """A place as a candidate, if enough of it is as the old words were. `here` is what stands in their very place."""
    is_here = here is not None and _overlap(here, place) > 0
    alike = _likeness(words, _words_at(html, place))
    is_alike = alike >= (_IN_ITS_PLACE if is_here else _ANYWHERE)
    return _Candidate(alike + _NEARER * is_here, number, place) if is_alike else None


def _likeness(old: str, new: str) -> float:
    """The share of words that both have. Nothing, where these are but short ones, or where it is one of several."""
    before, after = _bag(old), _bag(new)
    shared = before & after
    if not any(_is_telling(word) for word in shared):
        return 0
    return shared.total() / max(before.total(), after.total())


@lru_cache(maxsize=2_000)
def _bag(words: str) -> Counter[str]:
    return Counter(filter(None, (folding.fold(token).strip() for token in comparing.tokens(words) if _is_word(token))))


def _is_word(token: str) -> bool:
    return any(char.isalnum() for char in token)


def _is_telling(word: str) -> bool:
    # Arabic writes its short vowels nowhere.
    return len(word) > (_SHORT if word.isascii() else _SHORT - 1) or any(char.isdigit() for char in word)


# Where the old words stood, and what stands there now


def _mapped(texts: Texts, words: str, occurrence: int) -> Place | None:
    """What stands now between that which stood before and behind the old words, in the paragraph that came of theirs,
    wherever it stands."""
    was = passages.find(texts.before, words, occurrence)
    if was is None:
        return None
    old = _paragraphs(texts.before)
    number = _successor(old, was.paragraph, _paragraphs(texts.now))
    if number is None or max(len(old[was.paragraph]), len(_paragraphs(texts.now)[number])) > _LONGEST:
        return None
    start, end = _carried(old[was.paragraph], _paragraphs(texts.now)[number], was)
    return _trimmed(texts.now, Place(number, start, end))


def _successor(old: Sequence[str], at: int, now: Sequence[str]) -> int | None:
    stay = set(old) - {old[at]}
    bag = _bag(old[at])
    likely = [
        (_share(bag, _bag(each)), -abs(at - number), number) for number, each in enumerate(now) if each not in stay
    ]
    best = max(likely, default=None)
    return best[2] if best and best[0] >= _SAME_PARAGRAPH else None


def _share(one: Counter[str], other: Counter[str]) -> float:
    most = max(one.total(), other.total())
    return (one & other).total() / most if most else 0


@lru_cache(maxsize=8)  # Cached: a paragraph is asked for by each of its statements.
def _compared(old: str, now: str) -> tuple[comparing.Piece, ...]:
    return tuple(comparing.words(old, now))


def _carried(old: str, now: str, was: Place) -> tuple[int, int]:
    """Where a range of the old paragraph begins and ends in the new one: a run that was changed goes as a whole."""
    start, end, at, here = 0, 0, 0, 0
    for is_same, run in groupby(_compared(old, now), lambda piece: piece.change is Fate.SAME):
        told = list(run)
        goes = sum(len(piece.text) for piece in told if piece.change is not Fate.NEW)
        comes = sum(len(piece.text) for piece in told if piece.change is not Fate.GONE)
        if at <= was.start < at + goes:
            start = here + (was.start - at if is_same else 0)
        if at < was.end <= at + goes:
            end = here + (was.end - at if is_same else comes)
        at, here = at + goes, here + comes
    return start, end


# Runs of the text that read like the old words, wherever these stood


def _runs(html: str, words: str) -> Iterator[Place]:
    """In each paragraph that has enough of the words the run that fits them best."""
    bag, told = _bag(words), reading.read(words)
    if not told:
        return
    values = [word.value for word in told]
    for number, paragraph in enumerate(_paragraphs(html)):
        if len(paragraph) > _LONGEST or (bag & _bag(paragraph)).total() < _ANYWHERE * bag.total():
            continue
        heard = _read(paragraph)
        spoken = [word.value for word in heard]
        found = searching.distances(values, spoken)
        for at in searching.best(found, 0, len(found), 1):
            fit = aligning.align(values, spoken, at + 1, found[at])
            runs = aligning.widened(fit.runs, told, heard)
            start = min([fit.start, *(run.heard for run in runs)])
            end = max([fit.end, *(run.heard_end for run in runs)])
            if start < end and (place := _trimmed(html, Place(number, heard[start].start, heard[end - 1].end))):
                yield place


@lru_cache(maxsize=500)  # Cached: a paragraph is read for each of the statements that may have stood in it.
def _read(paragraph: str) -> tuple[reading.Word, ...]:
    return tuple(reading.read(paragraph))


def _trimmed(html: str, place: Place) -> Place | None:
    """A place without the marks and spaces at its edges; None if nothing is left."""
    words = _words_at(html, place)
    start = place.start + len(words) - len(words.lstrip(_EDGES))
    end = place.end - len(words) + len(words.rstrip(_EDGES))
    return Place(place.paragraph, start, end) if start < end else None


def _words_at(html: str, place: Place) -> str:
    return _paragraphs(html)[place.paragraph][place.start : place.end]


def _overlap(one: Place, other: Place) -> int:
    """How many characters two places share."""
    same = one.paragraph == other.paragraph
    return max(0, min(one.end, other.end) - max(one.start, other.start)) if same else 0


def _is_filled(place: Place, other: Place) -> bool:
    """Whether another statement has most of a place."""
    return 2 * _overlap(place, other) > place.end - place.start


def _passage(html: str, place: Place) -> Passage | None:
    words = " ".join(_words_at(html, place).split())
    everywhere = passages.everywhere(html, words)
    at = next((at for at, each in enumerate(everywhere, start=1) if _overlap(each, place)), None)
    return Passage(words, at, everywhere[at - 1]) if at else None
