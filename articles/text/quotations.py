"""What is quoted in a story: words between quotation marks that are somebody's."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from articles.text import body, folding, passages, spans, spoken

MOST = 200


@dataclass(frozen=True)
class Quotation:
    """Words between quotation marks, without the marks: the nth time (`occurrence`) that these words stand in the text.

    `paragraph` is an index into text.paragraphs(); of a line above the text see `above`.
    """

    words: str
    occurrence: int
    paragraph: int

    @property
    def key(self) -> tuple[str, int]:
        return folding.fold(self.words), self.occurrence


def quotations(html: str) -> Iterator[Quotation]:
    """Words between quotation marks that somebody is said to have spoken or written, in cleaned HTML, in order, in
    English and Arabic, whatever marks people type.

    A title, a name, a word meant as a word or one that nobody said is none (see spoken). A quotation inside a quotation
    belongs to the outer one. A heading is read in the manner of headlines. One that runs over several paragraphs is
    one for each of them, as an Attribution stands in one paragraph; one that is never closed ends with its paragraph,
    unless a later one closes it.
    """
    paragraphs, headings = body.paragraphs(html), body.headings(html)
    for index, (paragraph, found) in enumerate(zip(paragraphs, spans.of(paragraphs), strict=True)):
        for span in (spoken.in_headline if headings[index] else spoken.among)(paragraph, found):
            words = " ".join(paragraph[span.start : span.end].split())
            yield Quotation(words, _occurrence(html, words, index, span.start), index)


def in_line(line: str) -> list[spans.Span]:
    """The same in a line of plain text that is no part of the text: a standfirst, a caption, a correction."""
    return spoken.among(line, next(spans.of([line])))


def in_headline(line: str) -> list[spans.Span]:
    """The same in a headline: there what stands between marks is somebody's unless it is a name."""
    return spoken.in_headline(line, next(spans.of([line])))


def _occurrence(html: str, words: str, paragraph: int, start: int) -> int:
    before = bisect_left(
        passages.everywhere(html, words), (paragraph, start), key=lambda place: (place.paragraph, place.start)
    )
    return 1 + before
