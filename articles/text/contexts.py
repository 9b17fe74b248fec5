"""What stands around words between marks: the rest of their sentence, in folded words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from articles.text import folding
from articles.text.spans import Span

# What is looked at on either side, in characters and in words.
_FARTHEST = 320
_MOST_WORDS = 48
# How many other quotations a sentence is followed over.
_MOST_OTHERS = 3
OTHER = "*"
_END = re.compile(r"[.!?؟][”’\"')\]]*(?:\s+(?![a-z\d,;])|$)|\n")
# A name's or a title's own point: J. Pike, Mr. Pike.
_SHORTENED = re.compile(
    r"(?:\b[A-Z]|\b(?:Mrs?|Ms|Dr|St|Prof|Gen|Sen|Rep|Gov|Sgt|Capt|Lt|Col|Rev|Hon|Jr|Sr|No|vs|د|أ|م))\Z"
)
_TOKEN = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|[^\w\s]")
_ENDING = ".!?؟…"


@dataclass(frozen=True)
class Context:
    """`words` as they stand, and `before` and `behind` them the rest of their sentence as it stands, with a star for
    each other quotation; `ends_paragraph`: nothing is said behind it."""

    words: str
    before: str
    behind: str
    ends_paragraph: bool

    @cached_property
    def tokens_before(self) -> list[str]:
        """Folded words and signs, the nearest last."""
        return _TOKEN.findall(folding.fold(self.before))[-_MOST_WORDS:]

    @cached_property
    def tokens_behind(self) -> list[str]:
        return _TOKEN.findall(folding.fold(self.behind))[:_MOST_WORDS]

    @cached_property
    def count(self) -> int:
        return len(self.words.split())

    @cached_property
    def is_alone(self) -> bool:
        """Whether it is a sentence of its own."""
        if self.words[-1:] in tuple(_ENDING) and not self.before.strip(f" {OTHER}"):
            return not self.behind.strip(f" {OTHER}")  # ‘Who?’ ‘The cat.’
        return not self.before.strip() and not self.behind.strip(f" ,;:،؛{_ENDING}")

    @property
    def last(self) -> str:
        """The word or sign right before the mark."""
        return self.tokens_before[-1] if self.tokens_before else ""

    @property
    def first(self) -> str:
        """The word or sign right behind the mark."""
        return self.tokens_behind[0] if self.tokens_behind else ""


def of(paragraph: str, spans: Sequence[Span], number: int) -> Context:
    """The context of one of the spans of a paragraph."""
    span = spans[number]
    return Context(
        " ".join(paragraph[span.start : span.end].split()),
        _before(paragraph, spans, number),
        _behind(paragraph, spans, number),
        not paragraph[span.behind : span.behind + _FARTHEST].strip(" .,;:!?،؛؟…"),
    )


def _before(paragraph: str, spans: Sequence[Span], number: int) -> str:
    parts: list[str] = []
    for index in range(number, max(number - _MOST_OTHERS, -1), -1):
        start = spans[index - 1].behind if index else 0
        gap = paragraph[max(start, spans[index].before - _FARTHEST) : spans[index].before]
        ends = [match for match in _END.finditer(gap) if not _SHORTENED.search(gap, 0, match.start())]
        if ends and ends[-1].end() <= len(gap):
            return _joined(gap[ends[-1].end() :], parts)
        parts.append(gap)
        other = paragraph[spans[index - 1].start : spans[index - 1].end].strip() if index else ""
        if index and other[-1:] in _ENDING and gap.strip()[:1].isupper():
            break
    return _joined("", parts)


def _joined(first: str, parts: list[str]) -> str:
    pieces = [first, *reversed(parts)] if first or not parts else list(reversed(parts))
    return f" {OTHER} ".join(pieces)


def _behind(paragraph: str, spans: Sequence[Span], number: int) -> str:
    parts: list[str] = []
    for index in range(number, min(number + _MOST_OTHERS, len(spans))):
        end = spans[index + 1].before if index + 1 < len(spans) else len(paragraph)
        gap = paragraph[spans[index].behind : min(end, spans[index].behind + _FARTHEST)]
        stop = next((match for match in _END.finditer(gap) if not _SHORTENED.search(gap, 0, match.start())), None)
        parts.append(gap[: stop.start()] if stop else gap)
        if stop or index + 1 == len(spans):
            break
    return f" {OTHER} ".join(parts)
