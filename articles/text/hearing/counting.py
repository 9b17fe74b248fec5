"""Numbers, in words and in digits of any script: fifteen and 15, ثلاث وعشرون and ٢٣."""

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from typing import NamedTuple

from articles.text import folding


class Part(NamedTuple):
    """What a word is in a number: a unit, a ten, a hundred, a scale (thousand and up); and how many."""

    sort: str
    value: int


class Number(NamedTuple):
    """A number that was read, as it is compared, and how many words it took."""

    spelled: str
    words: int


def _table(sort: str, words: str) -> dict[str, Part]:
    """Words, each with its value behind it."""
    pairs = folding.fold(words).split()
    return {word: Part(sort, int(value)) for word, value in zip(pairs[::2], pairs[1::2], strict=True)}


_UNITS = _table(
    "unit",
    """
    zero 0 nought 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10
    صفر 0 واحد 1 واحدة 1 اثنان 2 اثنين 2 اثنتان 2 اثنتين 2 اثنا 2 اثني 2 اثنتا 2 اثنتي 2 ثلاث 3 ثلاثة 3 أربع 4 أربعة 4
    خمس 5 خمسة 5 ست 6 ستة 6 سبع 7 سبعة 7 ثمان 8 ثماني 8 ثمانية 8 تسع 9 تسعة 9 عشر 10 عشرة 10
    """,
)
_TEENS = _table(
    "teen",
    """
    eleven 11 twelve 12 dozen 12 thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19
    """,
)
_TENS = _table(
    "tens",
    """
    twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90 عشرون 20 عشرين 20 ثلاثون 30 ثلاثين 30
    أربعون 40 أربعين 40 خمسون 50 خمسين 50 ستون 60 ستين 60 سبعون 70 سبعين 70 ثمانون 80 ثمانين 80 تسعون 90 تسعين 90
    """,
)
_HUNDREDS = (
    _table("hundred", "hundred 100 مئة 100 مائة 100 مئات 100 مئتان 200 مئتين 200 مئتا 200 مئتي 200")
    | {
        folding.fold(unit + hundred): Part("hundred", value * 100)
        for (value, unit), hundred in product(
            enumerate(("ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"), start=3), ("مئة", "مائة")
        )
    }
    | _table("hundred", "مائتان 200 مائتين 200 مائتا 200 مائتي 200 ثمانيمئة 800 ثمانيمائة 800")
)
_SCALES = _table(
    "scale",
    """
    thousand 1000 million 1000000 billion 1000000000 ألف 1000 آلاف 1000 ألفا 2000 ألفان 2000 ألفين 2000 ألفي 2000
    مليون 1000000 ملايين 1000000 مليونا 2000000 مليونان 2000000 مليونين 2000000 مليار 1000000000 مليارات 1000000000
    """,
)
_PARTS = _UNITS | _TEENS | _TENS | _HUNDREDS | _SCALES
_ORDINALS = _table(
    "ordinal",
    """
    first 1 second 2 third 3 fourth 4 fifth 5 sixth 6 seventh 7 eighth 8 ninth 9 tenth 10 eleventh 11 twelfth 12
    thirteenth 13 fourteenth 14 fifteenth 15 sixteenth 16 seventeenth 17 eighteenth 18 nineteenth 19 twentieth 20
    thirtieth 30 أول 1 أولى 1 ثاني 2 ثانية 2 ثالث 3 ثالثة 3 رابع 4 رابعة 4 خامس 5 خامسة 5 سادس 6 سادسة 6 سابع 7 سابعة 7
    ثامن 8 ثامنة 8 تاسع 9 تاسعة 9 عاشر 10 عاشرة 10
    """,
)
_FRACTIONS = {
    folding.fold(word): Fraction(1, of)
    for word, of in (("half", 2), ("quarter", 4), ("نصف", 2), ("ربع", 4), ("ثلث", 3))
}
# By itself أحد is somebody.
_ELEVEN, _TEN = {folding.fold(word) for word in ("أحد", "إحدى")}, {folding.fold(word) for word in ("عشر", "عشرة")}
_TANWIN = "\u064b"
_WITH_TANWIN = {"الفا": 1_000, "مليونا": 1_000_000}
_AND = {"and", "و"}
_DIGITS = re.compile(r"(\d[\d,]*(?:\.\d+)?)(st|nd|rd|th)?")
_SCALED_BY = {"a", "an"}
_LONGEST = 16


def is_part(word: str) -> bool:
    """Whether a folded word is a number's, by itself: what a joined و or ب may be taken from."""
    return word in _PARTS


def is_number(word: str) -> bool:
    return word.startswith("#") or _bare(word) in _ORDINALS or _bare(word) in _PARTS


def read(words: Sequence[str], drawn: Sequence[str]) -> Number | None:
    """The number at the beginning of folded words; `drawn` are the same as they are written."""
    if not words:
        return None
    if match := _DIGITS.fullmatch(words[0]):
        return _in_digits(match, words, drawn)
    if (ordinal := _ORDINALS.get(_bare(words[0]))) and words[0] != "second":
        return Number(f"#{ordinal.value}.", 1)
    if words[0] in _FRACTIONS:
        return Number(f"#{_FRACTIONS[words[0]]}", 1)
    return _in_words(words, drawn)


def _bare(word: str) -> str:
    return word.removeprefix("ال")


def _in_digits(match: re.Match[str], words: Sequence[str], drawn: Sequence[str]) -> Number:
    value = Fraction(match[1].replace(",", ""))
    part = _PARTS.get(words[1]) if len(words) > 1 else None
    if part and part.sort == "scale" and not match[2]:
        return Number(f"#{value * _value(part, words[1], drawn[1])}", 2)
    return Number(f"#{value}" + "." * bool(match[2]), 1)


def _in_words(words: Sequence[str], drawn: Sequence[str]) -> Number | None:
    at = int(words[0] in _SCALED_BY and len(words) > 1 and words[1] in {"hundred", "thousand", "million", "dozen"})
    if words[0] in _ELEVEN and words[1:2] and words[1] in _TEN:
        return Number("#11", 2)
    sum_ = _Sum()
    while at < min(len(words), _LONGEST):
        joined = words[at] in _AND and sum_.last is not None
        word = at + joined
        part = _PARTS.get(words[word]) if word < len(words) else None
        if part is None or not sum_.takes(Part(part.sort, _value(part, words[word], drawn[word])), joined):
            break
        at = word + 1
    if sum_.last is None:
        return None
    if sum_.last == "tens" and at < len(words) and (ordinal := _ORDINALS.get(words[at])) and ordinal.value < 10:
        return Number(f"#{sum_.total + ordinal.value}.", at + 1)
    return Number(f"#{sum_.total}", at)


def _value(part: Part, word: str, drawn: str) -> int:
    """ألفا شخص are two thousand, ألفاً is one."""
    return _WITH_TANWIN.get(word, part.value) if _TANWIN in drawn else part.value


class _Sum:
    """A number while its words are read."""

    def __init__(self) -> None:
        self.thousands = self.group = 0
        self.last: str | None = None

    @property
    def total(self) -> int:
        return self.thousands + self.group

    def takes(self, part: Part, joined: bool) -> bool:
        """Take one word more, where it can go on so: “three and twenty” in Arabic, “twenty-three” in English."""
        taken = {"unit": self._unit, "teen": self._teen, "tens": self._tens, "hundred": self._hundred}
        is_taken = taken.get(part.sort, self._scale)(part.value, joined)
        if is_taken:
            self.last = "teen" if part.sort == "unit" and 10 <= self.group % 100 < 20 else part.sort
        return is_taken

    def _unit(self, value: int, joined: bool) -> bool:
        if self.last == "unit" and value == 10 and not joined:  # خمسة عشر
            self.group += 10
            return True
        return self._add(
            value, self.last in (None, "hundred", "scale") or (self.last == "tens" and not joined and value < 10)
        )

    def _teen(self, value: int, joined: bool) -> bool:
        return self._add(value, self.last in (None, "hundred", "scale"))

    def _tens(self, value: int, joined: bool) -> bool:
        if self.last == "teen" and not joined and self.total < 21:  # nineteen ninety: a year
            self.group *= 100
            return self._add(value, True)
        return self._add(value, self.last in (None, "hundred", "scale") or (self.last == "unit" and joined))

    def _hundred(self, value: int, joined: bool) -> bool:
        if self.last in ("unit", "teen") and value == 100 and not joined:
            self.group *= 100
            return True
        return self._add(value, self.last in (None, "scale"))

    def _scale(self, value: int, joined: bool) -> bool:
        if joined and self.last != "scale":
            return False
        if self.thousands and self.thousands % value == 0 and self.thousands <= value * 999 and not self.group:
            return False
        self.thousands += value * (self.group or 1)
        self.group = 0
        return True

    def _add(self, value: int, may: bool) -> bool:
        self.group += value * may
        return may
