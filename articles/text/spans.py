"""What stands between quotation marks in the paragraphs of a text, whoever said it or whether anybody did."""

from collections.abc import Iterator
from typing import NamedTuple

from articles.text import marks, remembering, singles
from articles.text.marks import Mark
from articles.text.singles import Single

# Marks that are open at once: nobody quotes so deep, and each mark is held against all of them.
_DEEPEST = 16
# How many paragraphs one pair of marks may span where the opening one is not repeated.
_LONGEST_RUN = 8


class Span(NamedTuple):
    """Characters between marks in one paragraph: from `start` to `end` without the marks, from `before` to `behind`
    with them."""

    before: int
    start: int
    end: int
    behind: int
    is_speech: bool  # it runs over paragraphs or is introduced and never closed, as no title does
    needs_speech: bool  # the marks are something else where nobody speaks


def of(paragraphs: list[str]) -> Iterator[list[Span]]:
    """For each paragraph what stands between marks in it, in order. Nothing within another is told."""
    read = list(map(_read, paragraphs))
    double, single = _carries_double(read), _carries_single(read)
    carried, was_open = "", False
    for number, paragraph in enumerate(paragraphs):
        found, carries, is_open = _scanned(paragraph, carried, double[number + 1], single[number + 1])
        # What goes on from a paragraph whose mark was not closed is speech, as that is.
        yield [span._replace(is_speech=True) if was_open and span.before == 0 else span for span in found]
        carried, was_open = carries, is_open


@remembering.of_paragraph
def _read(paragraph: str) -> "_Paragraph":
    return _Paragraph(paragraph, marks.of(paragraph), singles.of(paragraph))


@remembering.of_paragraph
def _scanned(paragraph: str, carried: str, double: bool, single: bool) -> tuple[tuple[Span, ...], str, bool]:
    """What stands between marks in a paragraph, what it carries on into the next, and whether a mark is open."""
    scan = _Scan(_read(paragraph), carried, carries_double=double, carries_single=single)
    return tuple(scan.spans()), scan.carries, bool(scan.open)


class _Paragraph(NamedTuple):
    text: str
    marks: list[Mark]
    singles: list[Single]

    def begins_single(self) -> bool:
        return singles.begins(self.singles)

    def clear_end(self) -> int | None:
        """Where a single mark ends what was opened in a paragraph before this one."""
        return singles.clear_end(self.singles, int(self.begins_single()))

    def first_end(self) -> Mark | None:
        """The mark that closes what was opened in a paragraph before this one."""
        first = next((mark for mark in self.marks if not mark.is_measure), None)
        return first if first and not first.begins and first.start and not _opens_after_colon(first) else None


def _opens_after_colon(mark: Mark) -> bool:
    return mark.is_introduced and not mark.ends


def _carries_double(paragraphs: list[_Paragraph]) -> list[bool]:
    """For each paragraph, whether it carries on what a double mark opened before it: it closes it without opening one,
    or says nothing of it and one soon after it closes."""
    carries, steps = [False] * (len(paragraphs) + 1), 0
    for index in reversed(range(len(paragraphs))):
        if paragraphs[index].marks:
            carries[index], steps = paragraphs[index].first_end() is not None, 0
        else:
            steps += 1
            carries[index] = carries[index + 1] and steps < _LONGEST_RUN
    return carries


def _carries_single(paragraphs: list[_Paragraph]) -> list[bool]:
    """The same for single marks: it closes it, or repeats the mark and the next one carries on, or nothing in it
    speaks against it and one soon after it closes."""
    begins = [each.begins_single() for each in paragraphs]
    carries, steps = [False] * (len(paragraphs) + 1), 0
    for index in reversed(range(len(paragraphs))):
        opens = any(sign.begins and not sign.is_elision for sign in paragraphs[index].singles[begins[index] :])
        closes = paragraphs[index].clear_end() is not None
        steps = 0 if closes or begins[index] else steps + 1
        is_silent = not opens and steps < _LONGEST_RUN
        # Three paragraphs that begin so are one speech, also where its last mark was forgotten.
        is_third = any(all(begins[first : first + 3]) for first in range(max(index - 2, 0), index))
        carries[index] = closes or is_third or (carries[index + 1] and (begins[index] or is_silent))
    return carries


class _Scan:
    """One paragraph, read from mark to mark; `open` holds the marks that are open; at last `carries` says whether the
    next paragraph carries on ("double", "single", or nothing)."""

    def __init__(self, paragraph: _Paragraph, carried: str, *, carries_double: bool, carries_single: bool) -> None:
        self.paragraph = paragraph
        self.text = paragraph.text
        self.carried = carried
        self.carries = ""
        self.carries_double, self.carries_single = carries_double, carries_single
        self.open: list[Mark] = []
        self.numbers = {sign.at: number for number, sign in enumerate(paragraph.singles)}
        self.last = {mark.family: mark.start for mark in paragraph.marks}
        self.next = dict(zip(paragraph.marks, paragraph.marks[1:], strict=False))

    def spans(self) -> Iterator[Span]:
        after = 0
        if self.carried:
            first = self._carried_on()
            yield first
            after = first.behind
        for sign in self._signs():
            at = sign.start if isinstance(sign, Mark) else sign.at
            span = self._read(sign) if at >= after else None
            if span:
                after = span.behind
                yield span
        if self.open:
            first_open = self.open[0]
            self.carries = "double" if self.carries_double else ""
            yield self._span(first_open.start, first_open.end, len(self.text), len(self.text), is_speech=True)

    def _signs(self) -> list[Mark | Single]:
        both: list[Mark | Single] = [*self.paragraph.marks, *self.paragraph.singles]
        return sorted(both, key=lambda sign: sign.start if isinstance(sign, Mark) else sign.at)

    def _span(self, before: int, start: int, end: int, behind: int, *, is_speech: bool = False) -> Span:
        return Span(before, start, end, behind, is_speech, needs_speech=False)

    def _carried_on(self) -> Span:
        """What of this paragraph belongs to the mark that was opened before it: up to its end, or all of it."""
        whole = len(self.text)
        if self.carried == "double":
            mark = self.paragraph.first_end()
            self.carries = "" if mark else "double"
            end, behind = (mark.start, mark.end) if mark else (whole, whole)
            return self._span(0, 0, end, behind, is_speech=True)
        at, start = self.paragraph.clear_end(), int(self.paragraph.begins_single())
        self.carries = "single" if at is None and self.carries_single else ""
        return self._span(0, start, whole if at is None else at, whole if at is None else at + 1, is_speech=True)

    def _read(self, sign: Mark | Single) -> Span | None:
        """What this mark completes, if anything."""
        if isinstance(sign, Single):
            return None if self.open else self._single(sign)
        depth = self._closed_by(sign)
        if depth is not None:
            opened = self.open[depth]
            del self.open[depth:]
            span = self._span(opened.start, opened.end, sign.start, sign.end)
            return None if self.open else span._replace(needs_speech=opened.family == marks.BRACKETS)
        if self._opens(sign) and len(self.open) < _DEEPEST:
            self.open.append(sign)
        return None

    def _closed_by(self, mark: Mark) -> int | None:
        """Which of the open marks this one closes, by its place among them."""
        if not self.open or (mark.begins and not mark.points_back) or self._is_measure(mark):
            return None
        same = [depth for depth, opened in enumerate(self.open) if opened.family == mark.family]
        if same:
            opened = self.open[same[-1]]
            is_nested = mark.begins and not (mark.points_back and opened.points_on)
            return None if is_nested or (mark.points_on and not mark.ends and opened.points_on) else same[-1]
        opened = self.open[-1]
        return len(self.open) - 1 if mark.ends and self.last[opened.family] <= opened.start else None

    def _is_measure(self, mark: Mark) -> bool:
        """Inches in what is quoted, where another mark closes it."""
        following = self.next.get(mark)
        return mark.is_measure and following is not None and following.family == mark.family and following.ends

    def _opens(self, mark: Mark) -> bool:
        has_another = self.last[mark.family] > mark.start
        if mark.needs_another and not has_another:
            return False
        if mark.begins:
            return True
        if mark.ends and not (self.open and mark.points_on and has_another):
            return False
        # Spaces on both sides, or words: ” نعم ”, ب"الحزب", said:"We. Behind a number it means inches.
        is_likely = has_another or mark.is_joined or mark.is_introduced or mark.points_on
        return not mark.is_measure and not self.open and is_likely

    def _single(self, sign: Single) -> Span | None:
        """What a single mark begins, to its end, or to the paragraph's where the next one carries on."""
        number = self.numbers[sign.at]
        end = singles.end(self.text, self.paragraph.singles, number)
        whole = len(self.text)
        if self._runs_on(sign, end):
            self.carries = "single"
            return self._span(sign.at, sign.at + 1, whole, whole, is_speech=True)
        if end is not None:
            return self._span(sign.at, sign.at + 1, end, end + 1)
        if sign.begins and not sign.is_elision and marks.is_behind_a_colon(self.text, sign.at):
            return self._span(sign.at, sign.at + 1, whole, whole, is_speech=True)
        return None

    def _runs_on(self, sign: Single, end: int | None) -> bool:
        if not sign.begins or sign.is_elision or not self.carries_single:
            return False
        if sign.at and not singles.is_introduced(self.text, sign.at):
            return False
        # The dogs’ home: what seems to close may be a plural's own mark.
        if end is not None and self.text[end - 1] not in "sS":
            return False
        return singles.clear_end(self.paragraph.singles, self.numbers[sign.at] + 1) is None
