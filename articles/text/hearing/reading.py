"""A text as words that can be compared: folded, contractions written out, numbers as what they are."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from articles.text import folding
from articles.text.hearing import counting, vocabulary

_MARKS = "\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u00ad\u200b-\u200f\u2066-\u2069\ufeff"
_LETTERS = rf"(?:[^\W\d_][{_MARKS}]*)+"
_APOSTROPHE = "['\u2019\u2018\u02bc\u00b4`\uff07]"
_WORD = re.compile(
    rf"\d+(?:[.,\u066b\u066c]\d+)*(?:(?:st|nd|rd|th)\b)?|{_LETTERS}(?:{_APOSTROPHE}{_LETTERS})*|[%\u066a]"
)
_BETWEEN = re.compile(r"[\s\u00a0\-\u2010\u2011]*")
_TIGHT = re.compile(r"[\s\u00a0]*")
_ENDS = re.compile("[.?!\u061f\u2026\n]")
_PERCENT = "percent"
_IN_PERCENT = [folding.fold(words).split() for words in ("%", "per cent", "في المئة", "في المائة", "بالمئة", "بالمائة")]

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared (`value`), where it stands, and what stands before it that is no word (`gap`)."""

    value: str
    start: int
    end: int
    gap: str = ""
    others: tuple[str, ...] = ()  # What else it may stand for: 's is “is” and “has”.
    is_aside: bool = False  # In a quotation in square brackets; in evidence a transcriber's own.
    is_negation: bool = False
    is_capital: bool = False

    @property
    def is_number(self) -> bool:
        return counting.is_number(self.value)

    @property
    def begins_sentence(self) -> bool:
        return bool(_ENDS.search(self.gap))

    @property
    def is_tight(self) -> bool:
        """Whether nothing but white space stands before it."""
        return bool(_TIGHT.fullmatch(self.gap))


def read(text: str, asides: Iterable[Range] = ()) -> list[Word]:
    """The words of a text, in order. `asides` are the ranges of what is nobody's word."""
    words = _counted(text, list(_written_out(text)))
    noted = _aside(words, sorted(asides))
    return [replace(word, is_negation=word.is_negation or _denies(noted, at)) for at, word in enumerate(noted)]


def _written_out(text: str) -> Iterator[Word]:
    end = 0
    for match in _WORD.finditer(text):
        value = folding.fold(match[0])
        others = vocabulary.ALSO.get(value, ())
        word = Word(value, match.start(), match.end(), text[end : match.start()], others)
        end = match.end()
        denies = bool(vocabulary.DENIES_WITH_HAMZA.match(match[0]))
        yield from _parted(replace(word, is_capital=match[0][0].isupper(), is_negation=denies), match[0])


def _parted(word: Word, drawn: str) -> Iterator[Word]:
    """A contraction as its two words; a و or ب that is joined to a number apart from it."""
    head, _apostrophe, ending = word.value.rpartition("'")
    if head and ending == "t" and head.endswith("n"):
        base = head[:-1]
        yield from _two(word, len(drawn) - 3, vocabulary.WITH_NOT.get(head, base), ("not",))
    elif head and ending in vocabulary.ENDINGS:
        yield from _two(word, len(drawn) - len(ending) - 1, head.replace("'", ""), vocabulary.ENDINGS[ending])
    elif word.value in vocabulary.ONE_WORD_WITH_NOT:
        yield from _two(word, len(drawn) - 3, vocabulary.ONE_WORD_WITH_NOT[word.value], ("not",))
    elif word.value[:1] in ("و", "ب", "ل") and len(word.value) > 3 and counting.is_part(word.value[1:]):
        yield from _two(word, 1, word.value[0], (word.value[1:],))
    else:
        yield replace(word, value=word.value.replace("'", ""))


def _two(word: Word, at: int, one: str, other: tuple[str, ...]) -> Iterator[Word]:
    middle = word.start + at
    yield replace(word, value=one, end=middle)
    yield Word(other[0], middle, word.end, others=other[1:])


def _counted(text: str, words: list[Word]) -> list[Word]:
    """With each number as one word: of the words from a comma to the next."""
    found: list[Word] = []
    at = 0
    while at < len(words):
        run = _run(words, at)
        number = counting.read([word.value for word in run], [text[word.start : word.end] for word in run])
        taken, value = (number.words, number.spelled) if number else _percent(run)
        found.append(replace(words[at], value=value, end=words[at + taken - 1].end) if taken else words[at])
        at += taken or 1
    return found


_LONGEST_RUN = 16


def _run(words: Sequence[Word], at: int) -> Sequence[Word]:
    end = at + 1
    while end < min(len(words), at + _LONGEST_RUN) and _BETWEEN.fullmatch(words[end].gap):
        end += 1
    return words[at:end]


def _percent(run: Sequence[Word]) -> tuple[int, str]:
    for spelling in _IN_PERCENT:
        if [word.value for word in run[: len(spelling)]] == spelling:
            return len(spelling), _PERCENT
    return 0, ""


def _aside(words: list[Word], asides: Sequence[Range]) -> list[Word]:
    found, left = list(words), list(reversed(asides))
    for at, word in enumerate(words):
        while left and left[-1][1] <= word.start:
            left.pop()
        if left and left[-1][0] <= word.start:
            found[at] = replace(word, is_aside=True)
    return found


def _denies(words: Sequence[Word], at: int) -> bool:
    value = words[at].value
    bare = value[1:] if value[:1] in vocabulary.JOINED else value
    if vocabulary.MA in (value, bare):
        behind = words[at + 1].value if at + 1 < len(words) else ""
        before = words[at - 1].value if at else ""
        return before not in vocabulary.BEFORE_WHAT and not behind.endswith(vocabulary.RETURNING)
    return value in vocabulary.NEGATIONS or bare in vocabulary.NEGATIONS


# Names of persons


def names(text: str, words: Sequence[Word]) -> frozenset[str]:
    """The words of a text that are a person's name, as far as capitals, titles and given names tell."""
    has_both = text != text.upper()
    small = {word.value for word in words if not word.is_capital}
    found = {word.value for word in words[:1] if is_given(word.value)}
    for before, word in pairwise(words):
        is_behind_title = before.value in vocabulary.TITLES and word.is_tight | word.is_capital
        is_inside = word.is_capital and has_both and not word.begins_sentence and word.value not in small
        is_family = before.value in found | vocabulary.GIVEN and word.value.startswith("ال") and word.is_tight
        if is_given(word.value) or is_behind_title or is_family or (is_inside and _no_place(before)):
            found.add(word.value)
    return frozenset(found - vocabulary.NO_NAMES)


def _no_place(before: Word) -> bool:
    return before.value not in vocabulary.BEFORE_PLACES


def is_given(value: str) -> bool:
    return bool(unprefixed(value, lambda bare: bare in vocabulary.GIVEN))


def unprefixed(value: str, holds: Callable[[str], bool]) -> str:
    """The word, or what is left of it without what Arabic joins to its front, of which something holds; else none."""
    forms = [value, *(value.removeprefix(prefix) for prefix in vocabulary.PREFIXES if value.startswith(prefix))]
    return next((form for form in forms if holds(form)), "")
