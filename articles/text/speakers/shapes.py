"""What is read out of a sentence before anybody is proposed: words with their places, mentions of somebody, claims."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property, lru_cache
from typing import NamedTuple

from articles.text import folding

# Stands for each character of a quotation and its marks: what is said within it is no sentence of the text around it.
MASK = "\ufffc"
# So far outside a sentence one may look.
FURTHEST = 16
_LETTER = "(?:[^\\W_]|[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670])"
_WORD = re.compile(
    f"({MASK}+)"
    f"|({_LETTER}+(?:['’.\u0640-](?={_LETTER}){_LETTER}+)*(?:['’](?!{_LETTER}))?)"
    "|[^\\s\\w\u061c\u200b-\u200f\u2066-\u2069]"
)
_IS_QUOTATION, _IS_WORD = 1, 2
# A name may begin with a small letter: al-Ansari, d’Este.
_JOINED_NAME = re.compile(r"(?:[aeu]l|ul|a[dhnrstz]|ash|adh|d|l)[-’'](?=(\w))")


class Kind(Enum):
    """What an owner is: as much as a sentence tells."""

    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


class Role(Enum):
    """What a mention does in its sentence."""

    ACTS = 3
    IS_TOLD_OF = 2  # behind a preposition or a verb
    IS_ASIDE = 1  # within a relative clause, or as whose something is


class Word(NamedTuple):
    """A word, a mark, or a whole quotation, with its place in the paragraph; `key` is its folded spelling."""

    text: str
    start: int
    end: int
    key: str
    is_quotation: bool
    is_mark: bool
    is_capital: bool


@dataclass
class Mention:
    """Words from `first` to before `last` of a sentence that name somebody, or stand for somebody named elsewhere.

    `stands_for` is empty for a name; otherwise "he", "she", "they" or "office", whose `name` is then the noun, and
    `called` the whole of it.
    """

    first: int
    last: int
    name: str
    kind: Kind = Kind.PERSON
    title: str = ""
    stands_for: str = ""
    called: str = ""
    gender: str = ""
    role: Role = Role.ACTS
    source: object = None
    start: int = 0
    end: int = 0


@dataclass
class Claim:
    """Somebody is said to say something: the words from `first` to before `last` tell it of the `owners`.

    `weakness` is how little they tell of the words that are quoted.
    """

    first: int
    last: int
    owners: tuple[Mention, ...]
    weakness: int = 0


@dataclass
class Sentence:
    """One sentence of a paragraph, read; `pairs` are those who are named together in it."""

    paragraph: int
    words: list[Word]
    mentions: list[Mention] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    pairs: list[tuple[Mention, ...]] = field(default_factory=list)

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end

    @property
    def has_quotation(self) -> bool:
        return any(word.is_quotation for word in self.words)

    def text(self, first: int, last: int) -> str:
        """The words from `first` to before `last` as they are written, with a blank for a blank."""
        parts: list[str] = []
        for index in range(first, last):
            word = self.words[index]
            if parts and word.start > self.words[index - 1].end:
                parts.append(" ")
            parts.append(word.text)
        return "".join(parts)

    @cached_property
    def keys(self) -> list[str]:
        """The folded spelling of each word; empty strings behind the last, for who looks a little too far, or before
        the first."""
        return [word.key for word in self.words] + [""] * FURTHEST

    @property
    def key(self) -> Callable[[int], str]:
        """The folded spelling of a word by its place; empty a little outside the sentence."""
        return self.keys.__getitem__

    def is_last(self, index: int) -> bool:
        """Whether nothing but marks stands behind a word."""
        return all(word.is_mark for word in self.words[index + 1 :])

    @property
    def is_arabic(self) -> bool:
        """Whether most of its first words are in Arabic letters."""
        begins = [word.text[0] for word in self.words if not (word.is_mark or word.is_quotation)][:FURTHEST]
        return 2 * sum("\u0620" <= letter <= "\u06d3" for letter in begins) > len(begins)


@lru_cache(maxsize=16384)
def key(word: str) -> str:
    """A word as it is looked up: folded, with one kind of apostrophe."""
    return folding.fold(word)


def words(masked: str, text: str = "") -> list[Word]:
    """The words and marks of a text; `masked` is the same with its quotations covered."""
    return [_word(each, text) for each in _WORD.finditer(masked)]


def _word(found: re.Match[str], source: str) -> Word:
    start, end = found.span()
    if found.lastindex == _IS_QUOTATION:
        return Word(source[start:end], start, end, "", True, False, False)
    text = found[0]
    return Word(text, start, end, key(text), False, found.lastindex != _IS_WORD, _is_capital(text))


def _is_capital(text: str) -> bool:
    joined = _JOINED_NAME.match(text) if text[0] in "aeuld" else None
    return (joined[1] if joined else text)[0].isupper()


# Nobody reads a sentence so long; what is read of one is held against all of it.
_LONGEST_SENTENCE = 150
_ENDS = frozenset(".!?؟…؛;")
_SHORT = "mr mrs ms dr prof st gen col lt capt sgt rev hon sen rep gov no vs jr sr د أ م"
_ABBREVIATIONS = frozenset(_SHORT.split())


def sentences(text: str, masked: str, paragraph: int) -> Iterator[Sentence]:
    """The sentences of a paragraph, of which `masked` is the same with its quotations masked."""
    all_words = words(masked, text)
    first = 0
    for index, word in enumerate(all_words):
        may_end = word.is_quotation or word.text in _ENDS
        if (may_end and _ends(text, all_words, index, first)) or index - first >= _LONGEST_SENTENCE:
            yield Sentence(paragraph, all_words[first : index + 1])
            first = index + 1
    if first < len(all_words):
        yield Sentence(paragraph, all_words[first:])


def _ends(text: str, all_words: Sequence[Word], index: int, first: int) -> bool:
    word = all_words[index]
    following = all_words[index + 1] if index + 1 < len(all_words) else None
    if following is None:
        return True
    if word.is_quotation:
        return _quotation_ends(text, word, following)
    before = all_words[index - 1] if index > first else None
    if word.text == "." and before and before.end == word.start:
        is_short = before.key in _ABBREVIATIONS or (len(before.text) == 1 and before.is_capital)
        return not (is_short and not following.is_quotation)
    return following.text not in _ENDS


def _quotation_ends(text: str, word: Word, following: Word) -> bool:
    """Whether a sentence ends with a quotation: its last mark does, and what follows begins as sentences do."""
    said = text[word.start : word.end].rstrip("”“’‘\"'»«›‹ ")
    begins = following.is_quotation or following.is_capital
    return said.endswith((".", "!", "?", "…", "؟")) and begins
