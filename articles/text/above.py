"""What stands above a text: its headline, its standfirst, the caption of its lead photo, and what is quoted there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from articles.text import folding, whereabouts
from articles.text.quotations import Quotation, in_headline, in_line
from articles.text.whereabouts import Place

# Words that stand above a text are owned there, and at none of their places in it.
OCCURRENCE = 0
_EDGES = " \t\n\u00a0.,;:!?…،؛؟-–—"
_PUT_IN = r"\[\s*[^\]\s]*(?:\s+[^\]\s]+)?\s*\]"
_LEFT_OUT = re.compile(rf"…|\.{{2,}}|\. \. \.|{_PUT_IN}")


# The fields of a story that are lines above its text, in their order.
FIELDS = ("headline", "standfirst", "lead_caption")


@dataclass(frozen=True)
class Above:
    """The lines above a text. The paragraph of a place in one is its number from behind: below 0."""

    headline: str = ""
    standfirst: str = ""
    lead_caption: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        return self.headline, self.standfirst, self.lead_caption

    def quotations(self) -> Iterator[tuple[Quotation, Place]]:
        """Words between quotation marks that are somebody's, in order, and where: a headline in its own manner."""
        for paragraph, line in enumerate(self.lines, start=-len(FIELDS)):
            for span in in_headline(line) if field(paragraph) == "headline" else in_line(line):
                words = " ".join(line[span.start : span.end].split())
                yield Quotation(words, OCCURRENCE, paragraph), Place(paragraph, span.start, span.end)

    def places(self, words: str) -> list[Place]:
        """Where words stand above the text, in order, by folded spelling and as whole words."""
        found = _folded(self).places(words) if any(self.lines) else []
        return [Place(place.paragraph - len(FIELDS), place.start, place.end) for place in found]


@lru_cache(maxsize=8)  # Cached: the same lines are asked for by each statement that stands nowhere in the text.
def _folded(above: Above) -> whereabouts.Folded:
    return whereabouts.Folded(above.lines)


def field(paragraph: int) -> str:
    """The field of the story that a place stands in by its paragraph: of one in the text none."""
    return FIELDS[paragraph] if paragraph < 0 else ""


def pieces(words: str) -> list[str]:
    """Words without what a line leaves out and without the word or two that it puts in, and without the signs at their
    edges. What stands between brackets and is longer is a quotation like any other."""
    return [bare for piece in _LEFT_OUT.split(words) if folding.fold(bare := piece.strip(_EDGES))]


def put_in(words: str) -> list[str]:
    """What stands between brackets in a quotation: a word or two of the line's own."""
    return re.findall(_PUT_IN, words)
