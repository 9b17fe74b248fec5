"""Where words stand in a text: its paragraphs are folded once, and asked for many words."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

from articles.text import body, folding, remembering

# The bound on places of the same words: nobody means those that stand there for the 2,001st time.
MOST_PLACES = 2_000
# So many places, and words that stand nowhere, are remembered of one text.
_MOST_FOUND = 20_000
# Stands in no folded text.
_END = "\n"


@dataclass(frozen=True)
class Place:
    """Where words stand: a paragraph (index into text.paragraphs()) and the characters from start to end in it."""

    paragraph: int
    start: int
    end: int


class Folded:
    """The paragraphs of a text, folded, and where words stand in them."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self.paragraphs = tuple(map(_aligned, paragraphs))
        texts = [paragraph.text for paragraph in self.paragraphs]
        self._text = _END.join(texts)
        self._starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
        self._found: dict[str, list[Place]] = {}
        self._count = 0

    def places(self, words: str) -> list[Place]:
        """The places where `words` stand, in order, up to a bound: a text that repeats them for ever gives its first
        ones. Not to be changed."""
        found = self._found.get(words)
        if found is None:
            found = list(islice(self._sought(words), MOST_PLACES))
            self._count += len(found) + 1
            if self._count > _MOST_FOUND:
                self._found.clear()  # by whatever thread: what was found is held here
                self._count = len(found) + 1
            self._found[words] = found
        return found

    def nth(self, words: str, occurrence: int) -> Place | None:
        """The place where they stand for the nth time."""
        found = self.places(words)
        return found[occurrence - 1] if 1 <= occurrence <= len(found) else None

    def _sought(self, words: str) -> Iterator[Place]:
        needle = _aligned(words)
        bare = needle.text.strip()
        at = self._text.find(bare) if bare else -1
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            yield from (Place(number, *place) for place in folding.places(self.paragraphs[number], needle))
            at = self._text.find(bare, self._starts[number + 1])


@remembering.of_text
def of(html: str) -> Folded:
    """Those of cleaned HTML."""
    return Folded(body.paragraphs(html))


@remembering.of_paragraph
def _aligned(paragraph: str) -> folding.Aligned:
    return folding.align(paragraph)
