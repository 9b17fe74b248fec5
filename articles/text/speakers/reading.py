"""The sentences of a text, read: who is mentioned in each, and who says something in it."""

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from articles.text import kinds, remembering
from articles.text.passages import Place
from articles.text.speakers import arabic, english
from articles.text.speakers.knowing import Known, Register
from articles.text.speakers.shapes import MASK, Kind, Sentence, Word, sentences, words

_MARKS = "“”„«»‹›‘’\"'"


@lru_cache(maxsize=8)  # Cached: a story is asked for with each pause of who writes it, and its sources stay.
def register_of(known: tuple[Known, ...]) -> Register:
    return Register(known)


def sentences_of(
    paragraphs: Sequence[str], places: Sequence[Place], register: Register, headlines: Collection[int] = ()
) -> list[Sentence]:
    """The sentences of all paragraphs, in order. A headline in capitals is read by the names of the rest."""
    of_paragraph: dict[int, list[Place]] = {}
    for place in places:
        of_paragraph.setdefault(place.paragraph, []).append(place)
    masked = [_masked(text, of_paragraph.get(number, ())) for number, text in enumerate(paragraphs)]
    in_capitals = {number for number in headlines if _is_in_capitals(masked[number])}
    read = [
        () if number in in_capitals else _read(text, masked[number], register) for number, text in enumerate(paragraphs)
    ]
    names = _names(read, register) if in_capitals else {}
    for number in in_capitals:
        read[number] = _read_in_capitals(paragraphs[number], masked[number], register, names)
    return [_of(number, sentence) for number, found in enumerate(read) for sentence in found]


def _of(number: int, sentence: Sentence) -> Sentence:
    return Sentence(number, sentence.words, sentence.mentions, sentence.claims, sentence.pairs)


def _is_in_capitals(masked: str) -> bool:
    """Whether all words outside of quotations that matter have a capital, so that it says nothing of any."""
    found = [word for word in words(masked) if word.text[:1].isalpha()]
    return bool(found) and all(word.is_capital or word.key in kinds.SMALL for word in found)


def _names(read: Iterable[Iterable[Sentence]], register: Register) -> dict[str, str]:
    """The words of all names in a text, and of the sources that the desk has, as they are written there."""
    mentions = (each for found in read for sentence in found for each in sentence.mentions)
    named = [each.name for each in mentions if each.kind is not Kind.UNNAMED and not each.stands_for]
    known = [name for source in register.sources for name in source.names]
    return {word.key: word.text for name in (*named, *known) for word in words(name) if word.is_capital}


def _read_in_capitals(text: str, masked: str, register: Register, names: dict[str, str]) -> tuple[Sentence, ...]:
    """The sentences of such a headline: a word is in capitals there if it is part of a name."""
    found = tuple(sentences(text, masked, 0))
    for sentence in found:
        sentence.words = [_in_its_own_letters(word, names) for word in sentence.words]
        (arabic if sentence.is_arabic else english).read(sentence, register)
    return found


@remembering.of_paragraph
def _read(text: str, masked: str, register: Register) -> tuple[Sentence, ...]:
    """The sentences of a paragraph, read. Not to be changed."""
    found = tuple(sentences(text, masked, 0))
    for sentence in found:
        (arabic if sentence.is_arabic else english).read(sentence, register)
    return found


def _in_its_own_letters(word: Word, names: dict[str, str]) -> Word:
    name = word.key.partition("'")[0]
    return word._replace(text=names.get(word.key, word.text), is_capital=name in names)


def _masked(text: str, places: Iterable[Place]) -> str:
    """The text with its quotations covered, marks and all; words that stand between no marks are not."""
    parts, at = [], 0
    for place in sorted(places, key=lambda each: each.start):
        start, end = _with_marks(text, place)
        is_marked = (start, end) != (place.start, place.end)
        # A quotation that goes on from the paragraph before, and on into the next, has no mark of its own.
        is_whole = place.start == 0 and place.end >= len(text)
        if (is_marked or is_whole) and max(at, start) < end:
            parts += [text[at:start], MASK * (end - max(at, start))]
            at = end
    return "".join([*parts, text[at:]])


def _with_marks(text: str, place: Place) -> tuple[int, int]:
    before = text[: place.start].rstrip(" \u00a0\u202f")
    start = len(before) - 1 if before.endswith(tuple(_MARKS)) else place.start
    return start, place.end + text[place.end : place.end + 1].startswith(tuple(_MARKS))
