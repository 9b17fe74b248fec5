"""One spelling for search, tags, addresses and matching, English and Arabic: pure functions about letters."""

import re
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from articles.text import windows

LONGEST_SLUG = 80
# After so many places at which words stand within others, an expression is made for them.
_MISSES = 20

# Hamza goes and its seat stays (أ → ا, ؤ → و, ئ → ي): Unicode has it as a mark on the seat, and writers leave it out.
# One that stands alone (ء) is a letter and stays. ة → ه and ى → ي as in Lucene's ArabicNormalizer.
_ARABIC = {"ٱ": "ا", "ى": "ي", "ة": "ه", "ـ": "", "ٴ": "", "ۥ": "", "ۦ": "", "۞": "", "۩": "", "\u08c9": ""}
_PERSIAN_AND_URDU = {"ک": "ك", "ڪ": "ك", "ی": "ي", "ې": "ي", "ے": "ي", "ہ": "ه", "ھ": "ه", "ە": "ه", "ۃ": "ه"}
_LATIN = dict(zip("øđðħıłŧ", "oddhilt", strict=True)) | {"ß": "ss", "þ": "th", "æ": "ae", "œ": "oe"}
_PUNCTUATION = (
    dict.fromkeys("‘’‚‛‹›ʼʹ′´`", "'")
    | dict.fromkeys("“”„‟«»″", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {"،": ",", "؛": ";", "؟": "?", "٪": "%", "٫": ".", "٬": ","}
)
_DIGITS = {chr(zero + value): str(value) for zero in (0x0660, 0x06F0) for value in range(10)}
_OUR_DIGITS = str.maketrans(_DIGITS)
_FOLDED = str.maketrans(_ARABIC | _PERSIAN_AND_URDU | _LATIN | _PUNCTUATION | _DIGITS)
# An address keeps the letters a reader would write (الصحة, not الصحه): only what is decoration goes.
_LEGIBLE = str.maketrans({"ـ": ""} | _LATIN | _PUNCTUATION | _DIGITS)

_TURNING = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_HAMZA_AND_MADDA = "\u0653\u0654\u0655"
# Marks without which a word is read all the same: accents, Hebrew and Arabic points. All other marks are half a letter.
_POINTS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u08ca-\u08ff"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
_FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f"


def fold(text: str) -> str:
    """The one spelling of `text`: two texts that a reader would call the same words fold to the same string.

    Compatibility forms, case, accents, harakat, tatweel, hamza seats, Persian letters, digits, quotation marks, dashes
    and white space are made one; what cannot be seen (controls, zero width, bidi, surrogates) is dropped. Idempotent.
    """
    return " ".join(unicodedata.normalize("NFC", "".join(map(_spelled, text))).split())


@lru_cache(maxsize=8192)
def _spelled(char: str) -> str:
    """One character's folded spelling: none, one or several characters (ﷺ); white space is one space."""
    if char.isspace():
        return " "
    plain = char.translate(_FOLDED)  # before NFKD, which would turn ´ into a space
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", plain).casefold())
    return "".join(each for each in decomposed if not _is_silent(each)).translate(_FOLDED)


def _is_silent(char: str) -> bool:
    """Whether a mark is not drawn, or drawn over or under a letter that can be read without it.

    By canonical combining class (Unicode, chapter 4.3): 1 overlays, 10–36 Hebrew points and Arabic harakat, 202 and up
    accents. Classes 7–9 and 84–132 (nukta, virama, Indic and Thai vowels) change the word and stay.
    """
    combining = unicodedata.combining(char)
    if combining:
        return combining == 1 or 10 <= combining <= 36 or combining >= 202
    return _is_selector(char) or (unicodedata.category(char) in {"Cc", "Cf", "Cs"} and not char.isspace())


def _is_selector(char: str) -> bool:
    """Whether it only chooses how the character before it is drawn, or fills a place."""
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef" or char in _FILLERS


def unturned(line: str) -> str:
    """A headline, a name, a reason without what cannot be seen and makes it read other than it is.

    Controls, surrogates, overrides; and, other than in a text, embeddings and isolates: where a line is shown it is
    isolated anyway, and one that is not closed would turn round what follows. The marks LRM, RLM and ALM, and the
    joiners of Arabic and Persian, stay. What Windows calls a mark is that mark.
    """
    return _TURNING.sub("", windows.marks(line))


def is_visible(text: str) -> bool:
    """Whether a reader sees anything at all of `text`."""
    return any(unicodedata.category(char)[0] not in "CZ" and char not in _FILLERS for char in text)


# Names


def key(name: str) -> str:
    """The spelling in which a name is looked up: folded, without a hash before it or punctuation around it.

    "C", "C++" and "C#" stay three, ".net" keeps its dot. Empty only for a name of which nothing can be seen.
    """
    folded = fold(name)
    return folded.lstrip(" \"'#,;:!?").rstrip(" \"',;:!?.") or folded or _drawn(name)


def _drawn(name: str) -> str:
    # A tatweel or an accent alone folds to nothing, and yet somebody typed it as a name.
    drawn = "".join(char for char in unicodedata.normalize("NFKC", name).casefold() if is_visible(char))
    return unicodedata.normalize("NFKC", drawn)


# Addresses


def _marks() -> str:
    """The marks that are half a letter, as ranges of a regular expression's class: vowels of Hindi, Thai, Khmer."""
    marks = (code for code in range(0x300, 0x20000) if _is_half_a_letter(chr(code)))
    runs = ([code for _place, code in run] for _key, run in groupby(enumerate(marks), lambda each: each[1] - each[0]))
    return "".join(f"{chr(run[0])}-{chr(run[-1])}" for run in runs)


def _is_half_a_letter(char: str) -> bool:
    return unicodedata.category(char) in {"Mn", "Mc"} and not _POINTS.match(char) and not _is_selector(char)


_ACRONYM_DOT = re.compile(r"(?<![^\W_]{2})(?<=[^\W\d_])\.(?=[^\W\d_](?![^\W_]))")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d)|'")
_PLUS = re.compile(r"(?<=[a-z0-9])\++", re.IGNORECASE)
_SHARP = re.compile(r"(?<=[a-z])#(?!\w)", re.IGNORECASE)
_MARKS = _marks()
# What a slug consists of, as a class of a regular expression: what reads an address takes what makes one.
IN_SLUGS = rf"[-\w{_MARKS}]"
_WHOLE_SLUG = re.compile(rf"{IN_SLUGS}+\Z")
_SEPARATOR = re.compile(rf"(?:[^\w{_MARKS}]|_)[{_MARKS}]*")
_LEADING = re.compile(f"^[{_MARKS}]+")
_HANGING = re.compile(f"[{_MARKS}]")
# Letters of their own, and not letters with an accent; and vowels that Unicode would take to pieces for good.
_WHOLE = "йїўёѓќЙЇЎЁЃЌ\u0e33\u0eb3"


def slug(text: str, fallback: str) -> str:
    """`text` as the last part of an address, in its own script: words joined by hyphens, at most 80 characters.

    Letters keep the spelling readers know (أ, ة, й) and the vowels that are written as marks (हिन्दी, ที่นี่); decoration,
    case, accents, harakat and foreign digits go. `fallback` is for a text without a letter or digit and goes through
    the same mill; empty only where it has none either. Idempotent.
    """
    return _slugged(text) or _slugged(fallback)


def numbered(slug: str, number: int) -> str:
    """The slug with a number behind it, for where somebody has it already."""
    return f"{_cut_at(slug, LONGEST_SLUG - 4)}-{number}"


def is_slug(text: str) -> bool:
    """Whether `text` consists of what slugs consist of."""
    return bool(_WHOLE_SLUG.match(text))


def in_our_digits(text: str) -> str:
    """The text with the numerals in which addresses are written."""
    return text.translate(_OUR_DIGITS)


def free(slug: str, taken: Iterable[str]) -> str:
    """The slug, or with the first number that nobody has behind it."""
    taken = set(taken)
    numbers = (numbered(slug, number) for number in range(2, len(taken) + 3))
    return slug if slug not in taken else next(each for each in numbers if each not in taken)


def _slugged(text: str) -> str:
    spoken = _PLUS.sub(lambda plus: " plus" * len(plus.group()) + " ", _SHARP.sub(" sharp", _legible(text)))
    joined = _ACRONYM_DOT.sub("", _THOUSANDS.sub("", spoken))
    return _cut("-".join(_SEPARATOR.sub(" ", _LEADING.sub("", joined)).split()))


def _legible(text: str) -> str:
    composed = unicodedata.normalize("NFC", text).translate(_LEGIBLE)
    letters = (char if char in _WHOLE else unicodedata.normalize("NFKD", char) for char in composed)
    decomposed = "".join(letters).lower().translate(_LEGIBLE)
    kept = (char for char in decomposed if char in _HAMZA_AND_MADDA or not _is_decoration(char))
    composed = unicodedata.normalize("NFC", "".join(kept))
    return "".join(char for char in composed if char not in _HAMZA_AND_MADDA)


def _is_decoration(char: str) -> bool:
    return bool(_POINTS.match(char)) or (not unicodedata.combining(char) and _is_silent(char))


def _cut(text: str) -> str:
    if len(text) <= LONGEST_SLUG:
        return text
    return text[: LONGEST_SLUG + 1].rpartition("-")[0] or _cut_at(text, LONGEST_SLUG)


def _cut_at(text: str, length: int) -> str:
    """At most so many characters, and no letter without the marks that belong to it."""
    while 0 < length < len(text) and (_HANGING.match(text, length) or unicodedata.combining(text[length - 1]) == 9):
        length -= 1
    return text[:length].rstrip("-") or text[:length]


# Looking for words in a text


@dataclass(frozen=True)
class Aligned:
    """Folded text that knows where it came from: `text[i]` is written at `source[starts[i]:ends[i]]`."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


def align(source: str) -> Aligned:
    """`source` folded letter by letter. Decomposed, where fold() composes: compare only with what was aligned too."""
    letters: list[str] = []
    starts, ends = array("I"), array("I")
    for index, char in enumerate(source):
        for letter in _spelled(char):
            if letter != " " or letters[-1:] not in ([], [" "]):
                letters.append(letter)
                starts.append(index)
                ends.append(index + 1)
        if ends:
            ends[-1] = index + 1  # a haraka belongs to the letter before it, a second space to the first
    return Aligned("".join(letters), starts, ends)


def places(text: Aligned, words: Aligned) -> Iterator[tuple[int, int]]:
    """Where `words` stand in `text` as whole words: start and end in the text's source, in order; they may overlap."""
    needle = words.text.strip()
    for at in _positions(text.text, needle):
        yield text.starts[at], text.ends[at + len(needle) - 1]


def _positions(text: str, needle: str) -> Iterator[int]:
    if not needle:
        return
    at, misses = text.find(needle), 0
    while at >= 0 and misses < _MISSES:
        if _is_whole(text, at, at + len(needle)):
            yield at
        else:
            misses += 1
        at = text.find(needle, at + 1)
    if at >= 0:
        yield from _positions_among_many(text, needle, at)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word goes on before or behind a place."""
    begins = not (text[start].isalnum() and text[start - 1 : start].isalnum())
    return begins and not (text[end - 1].isalnum() and text[end : end + 1].isalnum())


def _positions_among_many(text: str, needle: str, at: int) -> Iterator[int]:
    before = r"(?<![^\W_])" if needle[0].isalnum() else ""
    after = r"(?![^\W_])" if needle[-1].isalnum() else ""
    whole = re.compile(before + re.escape(needle) + after)
    while match := whole.search(text, at):
        yield match.start()
        at = match.start() + 1
