"""The figures that a story may rest on: sums, shares, votes, the dead, found in English and Arabic sentences.

A day, an hour, a year, an age, a number that is only a name (no. 52) is none: nobody asks who counted it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.text import folding


def _folded(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is looked for in folded words, whose own words are written as people write them."""
    spelled = "".join(folding.align(char).text if char.isalpha() and not char.isascii() else char for char in pattern)
    return re.compile(spelled, flags)


_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug"
    "|sept?|oct|nov|dec|يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر"
    "|كانون|شباط|اذار|نيسان|ايار|حزيران|تموز|اب|ايلول|تشرين"
)
_NUMBER = r"\d+(?:[.,]\d+)*"
_SPANS = (
    "years?|months?|weeks?|days?|nights?|hours?|minutes?|seconds?|عام|عاما|اعوام|سنه|سنوات|شهر|شهرا|اشهر|اسبوع|اسبوعا|اسابيع"
    "|يوم|يوما|ايام|ليله|ليال|ساعه|ساعات|دقيقه|دقائق|ثانيه"
)
# Not a figure, though digits stand there: an hour, a day, a year, a span of time, an age, an ordinal, the number that
# something is called by, a part of a word (F-16, A4).
_NO_FIGURE = _folded(
    rf"""\b\d{{1,2}}[:.]\d{{2}}\s?(?:am|pm|gmt|utc|h)?\b(?!\s?(?:%|per\b|million|billion|في|بال))
    | \b\d{{1,2}}\s?(?:a\.?m|p\.?m|o'clock)\b
    | \b(?:{_MONTHS})\s+\d{{1,4}}(?:,?\s+\d{{4}})?\b | \b\d{{1,2}}\s+(?:{_MONTHS})(?:\s+\d{{4}})?\b
    | (?<![\d.,])\d{{1,2}}/\d{{1,2}}/\d{{2,4}}
    | (?<![\d.,])(?:1[5-9]|20)\d{{2}}(?:-\d{{2,4}})?(?![\d.,]*\d|\s?%|\s(?:per|votes|people|workers|dead|killed))\b
    | \b(?:aged?|عمره|عمرها|سن)\s+\d{{1,3}}\b | \b\d{{1,3}}(?:-|\s)years?(?:-|\s)old\b
    | \b\d{{1,3}}\s(?:عاما|سنه)\sمن\sالعمر
    | \b{_NUMBER}(?:\s|-)(?:and\sa\shalf\s)?(?:{_SPANS})\b | ,\s\d{{1,2}},(?=\s[a-z])
    | \b(?:man|woman|boy|girl|swimmer|driver|worker|farmer|student|teacher|player)\sof\s\d{{1,2}}\b
    | \b(?:is|was)\s\d{{2}}(?=[,.])
    | \b\d+(?:st|nd|rd|th)\b
    | (?:\bno|\bnos|\bnumber|\barticle|\bchapter|\bpage|\broom|\broute|\bflight|\bline|\bclause|\bرقم|\bالماده
       |\bالصفحه|\bالقاعه|\bالفصل|\#)\.?\s?\d+(?:[./-]\d+)*
    | [a-z]-?\d+\b | (?<![\d.,-])\d{{1,2}}-\d{{1,2}}(?![\d,.-]*\d|\s?%|\sper\b)""",
    re.VERBOSE,
)
_IN_DIGITS = re.compile(rf"(?<![\w.,]){_NUMBER}")
_UNITS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|scores|hundreds?|thousands?"
    "|millions?|billions?|half|a third|a quarter|several|many"
)
_WAHADAT = (
    "واحد|واحده|اثنان|اثنين|اثنتان|اثنتين|ثلاثه?|اربعه?|خمسه?|سته?|سبعه?|ثماني|ثمانيه|تسعه?|عشره?|عشرون|عشرين|ثلاثون"
    "|ثلاثين|اربعون|اربعين|خمسون|خمسين|ستون|ستين|سبعون|سبعين|ثمانون|ثمانين|تسعون|تسعين|عشرات|مئه|مائه|مئات|مئتان"
    "|مئتين|الف|الاف|الفان|الفين|مليون|ملايين|مليار|مليارات|نصف|ثلث|ربع"
)
# What is counted when a number is written in words: with other things (two sides, three years) few ask who counted.
_COUNTED = (
    "dead|killed|died|deaths|wounded|injured|hurt|missing|arrested|detained|hostages|bodies|casualties|victims|votes?"
    "|ballots|per\\s?cent|percent|percentage|million|billion|thousand|hundred"
)
_MADUD = (
    "قتيل|قتيلا|قتلي|قتلوا|شهيد|شهداء|وفاه|وفيات|ضحيه|ضحايا|جريح|جريحا|جرحي|مصاب|مصابا|مصابين|مفقود|مفقودا|مفقودين|معتقل"
    "|معتقلين|صوت|صوتا|اصوات|بالمئه|بالمائه|في المئه|في المائه|مليون|مليار|الف|الاف"
)
_HARMED = "killed|killing|wounded|wounding|injured|injuring|arrested|arresting|detained|detaining"
_USIBA = "قتل|قتلت|مقتل|اصيب|اصيبت|اصابه|جرح|اعتقل|اعتقلت|اعتقال|فقد|مصرع"
# A conjunction or a preposition of one letter is written with the word behind it.
_IN_WORDS = _folded(
    rf"\b(?:{_UNITS})\b(?:[\s-]+(?!and\b)[\w']+){{0,2}}?[\s-]+(?:{_COUNTED})\b"
    rf"|\b(?:{_HARMED})\s+(?:at least |about |some |nearly )?(?:{_UNITS})\b"
    rf"|\b[وف]?(?:{_USIBA})\s+(?:{_WAHADAT})\b(?:\sعشر\w?\b)?"
    rf"|\b[وفبلك]?(?:ال)?(?:{_WAHADAT})\b(?:\s+\w+){{0,2}}?\s+(?:{_MADUD})\b"
    r"|\b[وفب]?(?:قتيلان|قتيلين|جريحان|جريحين|صوتان|صوتين|مليونان|مليونين)\b"
)
_ENDS = re.compile(r"[.!?؟…]+[\"'”’»)\]]*(?=\s)")


@dataclass(frozen=True)
class Figure:
    """A figure as it was written, and the sentence in which it stands: characters from `start` to `end`."""

    words: str
    start: int
    end: int
    at: int


def figures(paragraph: str) -> Iterator[Figure]:
    """The figures of a paragraph of plain text, in order, each with its sentence."""
    aligned = folding.align(paragraph)
    hidden = _NO_FIGURE.sub(lambda found: " " * len(found[0]), aligned.text)
    found = {match.start(): match.end() for match in _IN_WORDS.finditer(hidden)}
    found |= {match.start(): match.end() for match in _IN_DIGITS.finditer(hidden)}
    bounds = [0, *(match.end() for match in _ENDS.finditer(paragraph)), len(paragraph)]
    for start in sorted(found):
        first, last = aligned.starts[start], aligned.ends[found[start] - 1]
        begins = max(bound for bound in bounds[:-1] if bound <= first)
        ends = min(bound for bound in bounds[1:] if bound >= last)
        yield Figure(paragraph[first:last], begins, ends, first)


def value(words: str) -> str:
    """A figure in digits, in one spelling: 23,911 and ٢٣٬٩١١ are one."""
    folded = folding.fold(words)
    return re.sub(r"(?<=\d),(?=\d{3})", "", folded)
