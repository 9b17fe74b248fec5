"""By which keys a name is found, and which keys are asked for what somebody typed."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from articles.text.spellings import across, latin
from articles.text.spellings.words import Word, words

# No word begins with it: a key is never taken for the beginning of a word. Behind it stands what is compared: a word as
# it is written, Latin with Latin as it sounds, and the skeletons of the one script with those of the other.
SIGN = "~"
_WRITTEN, _LATIN, _LATIN_AS_ARABIC, _ARABIC_AS_LATIN = (f"{SIGN}{kind}" for kind in "=lax")
_SHORTEST_BEGINNING = 3
# The first of two words that are written as one: Abu Bakr, Ben Salem.
_LONGEST_JOINED = 4
_MOST = 400


@dataclass(frozen=True)
class Key:
    """A key that is asked for: the whole of one, or what one begins with."""

    text: str
    is_beginning: bool = False

    def fits(self, key: str) -> bool:
        return key.startswith(self.text) if self.is_beginning else key == self.text


def keys(name: str) -> list[str]:
    """The keys of a name, those of its words and of two that may be written as one."""
    found = dict.fromkeys(key for word in _with_joined(words(name)) for key in _of_a_name(word))
    return list(found)[:_MOST]


def asked(typed: str, is_unfinished: bool = True) -> list[list[Key]]:
    """For each word that was typed, the keys of which a name must have one. The last may be the beginning of a word, as
    long as somebody types."""
    parts = words(typed)
    found = [_asked(word, is_unfinished and place == len(parts) - 1) for place, word in enumerate(parts)]
    for place, (one, other) in enumerate(pairwise(parts)):
        if joined := _joined(one, other):
            together = _asked(joined, is_unfinished and place == len(parts) - 2)
            found[place], found[place + 1] = found[place] + together, found[place + 1] + together
    return found


def is_found(sought: str, stands: str) -> bool:
    """Whether somebody who types `sought` is offered who stands there as `stands`."""
    has = keys(stands)
    wanted = asked(sought)
    return bool(wanted) and all(any(key.fits(each) for key in choices for each in has) for choices in wanted)


def _with_joined(parts: list[Word]) -> Iterator[Word]:
    yield from parts
    yield from filter(None, (_joined(one, other) for one, other in pairwise(parts)))


def _joined(one: Word, other: Word) -> Word | None:
    is_short = len(one.readings[0]) <= _LONGEST_JOINED
    if is_short and (one.is_latin and other.is_latin or one.is_arabic and other.is_arabic):
        return Word((one.readings[0] + other.readings[0],), other.is_whole)
    return None


def _of_a_name(word: Word) -> Iterator[str]:
    yield from (_WRITTEN + reading for reading in word.readings)
    for reading in word.readings:
        if word.is_latin:
            yield from (_LATIN + key for key in latin.spellings(reading))
            yield from (_LATIN_AS_ARABIC + key for key in across.of_latin(reading))
        elif word.is_arabic:
            yield from (_ARABIC_AS_LATIN + key for key in across.of_arabic(reading))


def _asked(word: Word, is_last: bool) -> list[Key]:
    found = list(_asked_wholly(word))
    if is_last and not word.is_whole:
        found += _asked_as_begun(word)
    return _needed(found)


def _needed(keys: list[Key]) -> list[Key]:
    """The keys without those that another finds as well."""
    begun = sorted({key.text for key in keys if key.is_beginning})
    kept: list[str] = []
    for text in begun:
        if not kept or not text.startswith(kept[-1]):
            kept.append(text)
    whole = dict.fromkeys(key.text for key in keys if not key.is_beginning)
    others = [Key(text) for text in whole if not text.startswith(tuple(kept))]
    return [*others, *(Key(text, is_beginning=True) for text in kept)]


def _asked_wholly(word: Word) -> Iterator[Key]:
    for reading in word.readings:
        yield Key(_WRITTEN + reading)
        if word.is_latin:
            yield from (Key(_LATIN + key) for key in latin.spellings(reading))
            yield from (Key(_ARABIC_AS_LATIN + key) for key in across.of_latin(reading))
        elif word.is_arabic:
            yield from (Key(_LATIN_AS_ARABIC + key) for key in across.of_arabic(reading))


def _asked_as_begun(word: Word) -> Iterator[Key]:
    for reading in word.readings:
        yield Key(_WRITTEN + reading, is_beginning=True)
        if len(reading) < _SHORTEST_BEGINNING:
            continue
        if word.is_latin:
            yield from (Key(_LATIN + key, True) for key in latin.spellings(reading, is_beginning=True))
            yield from (Key(_ARABIC_AS_LATIN + key, True) for key in across.of_latin(reading, is_beginning=True))
        elif word.is_arabic:
            yield from (Key(_LATIN_AS_ARABIC + key, True) for key in across.of_arabic(reading, is_beginning=True))
