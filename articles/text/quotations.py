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
    count only where they cannot be apostrophes, single straight ones never.
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
    is_open = False
    for index, paragraph in enumerate(paragraphs):
        scan = _Scan(paragraph, continues=is_open)
        yield from ((index, start, end) for start, end in scan.spans())
        is_open = bool(scan.open)


class _Scan:
    """One paragraph, read from mark to mark; `open` holds the marks that are open and where they stand."""

    def __init__(self, paragraph: str, *, continues: bool) -> None:
        self.text = paragraph
        self.continues = continues  # the paragraph before ended inside a quotation
        self.open: list[tuple[str, int]] = []

    def spans(self) -> Iterator[tuple[int, int]]:
        after = 0
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
            return None if self.open else _single(self.text, at)
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
        is_attached = joins and not self.open and after.isalnum()
        if len(self.open) == _DEEPEST:
            return None
        if mark in "“„«‹" or is_attached or _may_open(self.text, at):
            self.open.append((mark, at))
        elif self.continues and not self.open and not (mark == '"' and before.isdigit()):
            self.continues = False
            return 0, at
        return None


def _may_open(paragraph: str, at: int) -> bool:
    before, after = paragraph[max(at - 1, 0) : at], paragraph[at + 1 : at + 2]
    return before in _BEFORE_AN_OPENING and bool(after) and not after.isspace() and after not in ".,;:!?)]}،؛؟"


def _single(paragraph: str, at: int) -> tuple[int, int] | None:
    """‘…’ from the mark at `at`; None where this (‘Tis) or its end (the dogs’ home) might be an apostrophe."""
    if paragraph[max(at - 1, 0) : at] not in _BEFORE_AN_OPENING:
        return None
    next_opening = paragraph.find("‘", at + 1)
    limit = len(paragraph) if next_opening < 0 else next_opening
    ends = [match.start() for match in _APOSTROPHE_OR_END.finditer(paragraph, at + 1, limit)]
    clear = [end for end in ends if paragraph[end - 1] in ".,;:!?…"] or (ends if len(ends) == 1 else [])
    return (at + 1, clear[0]) if clear else None
