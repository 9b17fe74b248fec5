"""A name's words as they are compared: without articles, and parted where two of Arabic are written as one."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from articles.text import folding

_MOST_WORDS = 12
_LONGEST = 40
_APOSTROPHES = re.compile("['`´\u02b9-\u02bf\u02c8\u02ca\u02cb\u055a\u05f3\u2018-\u201b\u2032\uff07]")
_WORD = re.compile(r"[^\W_]+")
_LATIN = re.compile("[a-z]+")
_ARABIC = re.compile("[\u0621-\u064a]+")
# What stands for two points over a letter, and for a cedilla, where a keyboard lacks them. They are left out as well.
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ş": "sh", "ç": "ch"})


@dataclass(frozen=True)
class Word:
    """A word of a name in the ways in which it may be read: folded, the most likely first."""

    readings: tuple[str, ...]
    is_whole: bool = False  # A letter stands at its end that no other follows.

    @property
    def is_latin(self) -> bool:
        return bool(_LATIN.fullmatch(self.readings[0]))

    @property
    def is_arabic(self) -> bool:
        return bool(_ARABIC.fullmatch(self.readings[0]))


def words(name: str) -> list[Word]:
    """The words of a name. An article goes, and a word is parted in which one stands: Abdulrahman is Abd, Rahman."""
    raw = _WORD.findall(_APOSTROPHES.sub("", unicodedata.normalize("NFC", name).lower()))[:_MOST_WORDS]
    drawn = [each[:_LONGEST] for each in raw]
    folded = [folding.fold(each) for each in drawn]
    kept = [place for place in range(len(folded)) if folded[place] and not _is_article(folded, place)]
    parts = [part for place in kept for part in _parts(drawn[place], folded, place)]
    return parts or [Word((each,)) for each in folded if each]


def _parts(drawn: str, folded: list[str], place: int) -> Iterator[Word]:
    word = folded[place]
    if _ARABIC.fullmatch(word):
        yield from _arabic(drawn, word)
    elif _LATIN.fullmatch(word):
        yield from _latin(drawn, word, folded[place + 1 : place + 2])
    else:
        yield Word((word,))


# Latin

_ARTICLES = {"al", "el", "ul"}
# As it is spoken before some letters, by itself: ash-Sharif, an Najjar.
_SUN = "(?:th|dh|sh|t|d|r|z|s|n)"
_SPOKEN = re.compile(rf"[aeu]({_SUN})")
_SERVANT = re.compile(rf"(abd)(?:ou|oo|[aeiou])(?:l|({_SUN})(?=\2))(?=\w{{3}})")
# Abdul Rahman, Abder Rahmane, Abul Hassan: the article stands at the end of the word before.
_ENDS_IN_ARTICLE = re.compile(r"(abd|abu|abou)(?:(?<=d)(?:ou|oo|[aeiou]))?(\w)")
_OF_GOD = re.compile(r"(?:(abd)[aou]lla|(\w{2,}?)[aou]llah)")
_OF_FAITH = re.compile(r"(\w{3,}?)(?:[aeiu]l|[aeu]d)d(?:i|ee|y)ne?")
_WHOLE = {"allah": "lah", "eddin": "din", "eddine": "din", "uddin": "din", "addin": "din", "ibn": "bin"}
# Alhaddad, Annajjar; and not Ali, Elias, Albert, Alfonso: no Arabic word begins with two consonants, and few end in o.
_JOINED = re.compile(rf"(?:[aeu]l|[ae]({_SUN})(?=\1))((?![aeiouy])(?!\w*[pv])(?!\w*o$)\w{{5,}})")
_BEGINS_WITH_TWO = re.compile(r"(?!sh|kh|gh|th|dh|ch)[^aeiouyw][^aeiouyw]")
_VOWELS = re.compile("[aeiouy]+")


def _is_article(folded: list[str], place: int) -> bool:
    word, behind = folded[place], folded[place + 1 : place + 2]
    if word in _ARTICLES:
        return len(folded) > 1
    spoken = _SPOKEN.fullmatch(word)
    return bool(spoken and behind and behind[0].startswith(spoken[1]))


def _latin(drawn: str, word: str, behind: list[str]) -> Iterator[Word]:
    if word in _WHOLE:
        yield Word((_WHOLE[word],))
    elif parts := _OF_GOD.fullmatch(word):
        yield from (Word((part,)) for part in (parts[1] or parts[2], "lah"))
    elif parts := _SERVANT.match(word):
        yield from (Word((part,)) for part in (parts[1], word[parts.end() :]))
    elif parts := _OF_FAITH.fullmatch(word):
        yield from (Word((part,)) for part in (parts[1], "din"))
    elif (parts := _ENDS_IN_ARTICLE.fullmatch(word)) and (parts[2] == "l" or behind[:1] and behind[0][0] == parts[2]):
        yield Word((parts[1],))
    else:
        written_out = folding.fold(drawn.translate(_WRITTEN_OUT))
        yield Word(tuple(dict.fromkeys([word, written_out, *_without_joined_article(word)])))


def _without_joined_article(word: str) -> Iterator[str]:
    joined = _JOINED.fullmatch(word)
    if joined and len(_VOWELS.findall(joined[2])) > 1 and not _BEGINS_WITH_TWO.match(joined[2]):
        yield joined[2]


# Arabic

_ARABIC_SERVANT = re.compile(r"(عبد)ال(\w{2,})")
_ARABIC_END = re.compile(r"(\w{2,})ال(له|دين)")
_ARABIC_ARTICLE = re.compile(r"ال(\w{2,})")
_ARABIC_WHOLE = {"الله": "له", "ابن": "بن"}


def _arabic(drawn: str, word: str) -> Iterator[Word]:
    is_whole = drawn[-1] in "ةى"
    if word in _ARABIC_WHOLE:
        yield Word((_ARABIC_WHOLE[word],), is_whole=True)
    elif parts := _ARABIC_SERVANT.fullmatch(word) or _ARABIC_END.fullmatch(word):
        yield from (Word((parts[1],)), Word((parts[2],), is_whole))
    elif (article := _ARABIC_ARTICLE.fullmatch(word)) and drawn.startswith("ال"):
        # Where a hamza was left out these may be the first letters of a name: الهام, الياس.
        yield Word((article[1], word), is_whole)
    else:
        yield Word((word,), is_whole)
