"""What stands between quotation marks in a story, in English and Arabic typography."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from articles.text import body, passages

# Which marks close what a mark has opened. ”…“ and »…« are German and Swedish, and in Arabic what a keyboard turned.
_CLOSERS = {"“": "”", "„": "“”", "”": "“”", "«": "»", "»": "«»", "‹": "›", "›": "‹›", '"': '"'}
_MARK = re.compile('[“„”«»‹›"‘]')
_BEFORE_AN_OPENING = ' \t\n\u00a0\u202f([{-–—/\u200e\u200f\u2066\u2067\u2068“„«‹‘"'
# Marks that are open at once: nobody quotes so deep, and each mark is held against all of them.
_DEEPEST = 16
MOST = 200
_APOSTROPHE_OR_END = re.compile(r"(?<=\S)’(?!\w)")
# Before these letters the mark stands for others that were left out.
_ELISION = re.compile(r"‘(?:\d0s|tis|twas|em|n|til|till|cause|bout|round|ere|neath|gainst)\b", re.IGNORECASE)
_BEFORE_SPEECH = re.compile(r"[:,.،؛–—][\s\u200e\u200f]*$")
# Words that begin with points: what was left out before them (“...and”, “..ثم”, “. . . and”), a number, a name.
_BEGINS_WITH_POINTS = re.compile(r"\.(?=\w)|(?:\.[ \u00a0\u202f]?){2,8}(?!\s*$)")
# How many paragraphs one pair of single marks may span where the opening one is not repeated.
_LONGEST_RUN = 8


@dataclass(frozen=True)
class Quotation:
    """Words between quotation marks, without the marks: the nth time (`occurrence`) that these words stand in the text.

    `paragraph` is an index into text.paragraphs().
    """

    words: str
    occurrence: int
    paragraph: int


def quotations(html: str) -> Iterator[Quotation]:
    """What stands between quotation marks in cleaned HTML, in order, in English and Arabic typography.

    A quotation inside a quotation belongs to the outer one. One that runs over several paragraphs is one for each of
    them, as an Attribution stands in one paragraph; one that is never closed ends with its paragraph. Single marks
    count only where they cannot be apostrophes, and over several paragraphs where a later one closes them; single
    straight ones never.
    """
    paragraphs = body.paragraphs(html)
    for index, start, end in _all_spans(paragraphs):
        words = " ".join(paragraphs[index][start:end].split())
        if any(map(str.isalnum, words)):
            yield Quotation(words, _occurrence(html, words, index, start), index)


def _occurrence(html: str, words: str, paragraph: int, start: int) -> int:
    before = bisect_left(
        passages.everywhere(html, words), (paragraph, start), key=lambda place: (place.paragraph, place.start)
    )
    return 1 + before


def _all_spans(paragraphs: list[str]) -> Iterator[tuple[int, int, int]]:
    """Each quotation's paragraph, start and end."""
    carry_on = _carry_on(paragraphs)
    is_open = is_single = False
    for index, paragraph in enumerate(paragraphs):
        scan = _Scan(paragraph, continues=is_open, is_single=is_single, runs_on=carry_on[index + 1])
        yield from ((index, start, end) for start, end in scan.spans())
        is_open, is_single = bool(scan.open), scan.is_single


def _carry_on(paragraphs: list[str]) -> list[bool]:
    """For each paragraph, whether it may carry on what a single mark opened before it: it closes it, or repeats the
    mark and the next one carries on, or nothing in it speaks against it and one soon after it closes."""
    begins = [each.startswith("‘") and not _ELISION.match(each) for each in paragraphs]
    carries, steps = [False] * (len(paragraphs) + 1), 0
    for index in reversed(range(len(paragraphs))):
        text = paragraphs[index].removeprefix("‘") if begins[index] else paragraphs[index]
        closes = _clear_end(text, 0) is not None
        steps = 0 if closes or begins[index] else steps + 1
        is_silent = "‘" not in text and steps < _LONGEST_RUN
        # Three paragraphs that begin so are one speech, also where its last mark was forgotten.
        is_third = any(all(begins[first : first + 3]) for first in range(max(index - 2, 0), index))
        carries[index] = closes or is_third or (carries[index + 1] and (begins[index] or is_silent))
    return carries


class _Scan:
    """One paragraph, read from mark to mark; `open` holds the marks that are open and where they stand."""

    def __init__(self, paragraph: str, *, continues: bool, is_single: bool, runs_on: bool) -> None:
        self.text = paragraph
        self.continues = continues  # the paragraph before ended inside a quotation
        self.is_single = is_single  # likewise, in one between single marks; at last, whether this one does
        self.runs_on = runs_on  # the next paragraph may carry on what a single mark opens here
        self.open: list[tuple[str, int]] = []

    def spans(self) -> Iterator[tuple[int, int]]:
        after = 0
        if self.is_single:
            start, after = self._carried_on()
            yield start, after
        for match in _MARK.finditer(self.text):
            span = self._read(match.group(), match.start()) if match.start() >= after else None
            if span:
                after = span[1]
                yield span
        if self.open:
            yield self.open[0][1] + 1, len(self.text)

    def _read(self, mark: str, at: int) -> tuple[int, int] | None:
        """The quotation that this mark completes, if any."""
        if mark == "‘":
            return None if self.open else self._single(at)
        depth = max((depth for depth, (opened, _at) in enumerate(self.open) if mark in _CLOSERS[opened]), default=None)
        if depth is not None and not (mark == '"' and _may_open(self.text, at)):
            start = self.open[depth][1] + 1
            del self.open[depth:]
            return None if self.open else (start, at)
        return self._begin(mark, at)

    def _begin(self, mark: str, at: int) -> tuple[int, int] | None:
        before, after = self.text[max(at - 1, 0) : at], self.text[at + 1 : at + 2]
        # Arabic joins its one-letter words to the next, quoted or not: ب"الحزب". After a digit it means inches.
        joins = (mark == '"' and not before.isdigit()) or (mark == "”" and before.isalpha())
        points = before in ":،؛," and _BEGINS_WITH_POINTS.match(self.text, at + 1)
        is_attached = joins and not self.open and (after.isalnum() or points)
        if len(self.open) == _DEEPEST:
            return None
        if mark in "“„«‹" or is_attached or _may_open(self.text, at):
            self.open.append((mark, at))
        elif self.continues and not self.open and not (mark == '"' and before.isdigit()):
            self.continues = False
            return 0, at
        return None

    def _carried_on(self) -> tuple[int, int]:
        """What of this paragraph belongs to the single mark that was opened before it: up to its end, or all of it."""
        start = int(self.text.startswith("‘"))
        end = _clear_end(self.text, start)
        self.is_single = end is None and self.runs_on
        return start, len(self.text) if end is None else end

    def _single(self, at: int) -> tuple[int, int] | None:
        """‘…’ from the mark at `at`, or to the paragraph's end where the next one carries on."""
        span = _single(self.text, at)
        introduction = _BEFORE_SPEECH.search(self.text[max(at - 8, 0) : at])
        is_speech = self.runs_on and _clear_end(self.text, at + 1) is None and not _ELISION.match(self.text, at)
        # The dogs’ home: what seems to close may be a plural's own mark.
        if not is_speech or not (introduction or at == 0) or (span and self.text[span[1] - 1] not in "sS"):
            return span
        self.is_single = True
        return at + 1, len(self.text)


def _may_open(paragraph: str, at: int) -> bool:
    before, after = paragraph[max(at - 1, 0) : at], paragraph[at + 1 : at + 2]
    if before not in _BEFORE_AN_OPENING or not after or after.isspace():
        return False
    return after not in ".,;:!?)]}،؛؟" or bool(_BEGINS_WITH_POINTS.match(paragraph, at + 1))


def _clear_end(paragraph: str, start: int) -> int | None:
    """Where a closing single mark stands that can be no apostrophe, before another one opens."""
    opening = paragraph.find("‘", start)
    limit = len(paragraph) if opening < 0 else opening
    ends = (match.start() for match in _APOSTROPHE_OR_END.finditer(paragraph, start, limit))
    return next((end for end in ends if paragraph[end - 1] in ".,;:!?…"), None)


def _single(paragraph: str, at: int) -> tuple[int, int] | None:
    """‘…’ from the mark at `at`; None where this (‘Tis) or its end (the dogs’ home) might be an apostrophe."""
    if paragraph[max(at - 1, 0) : at] not in _BEFORE_AN_OPENING:
        return None
    end = _clear_end(paragraph, at + 1)
    if end is not None:
        return at + 1, end
    next_opening = paragraph.find("‘", at + 1)
    limit = len(paragraph) if next_opening < 0 else next_opening
    ends = [match.start() for match in _APOSTROPHE_OR_END.finditer(paragraph, at + 1, limit)]
    return (at + 1, ends[0]) if len(ends) == 1 else None
