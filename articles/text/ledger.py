"""The ledger of a text: which attributed words stand where in it, whose each quotation is, and which is nobody's."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from articles.text import passages, quotations

# Each quotation is looked for in the whole text. A text that has more is not judged to its end, and says so.
MOST = 1_000


@dataclass(frozen=True)
class Quoted:
    """A quotation and its `owners`: the statements of which a word stands in it, by their number from 0."""

    quotation: quotations.Quotation
    owners: tuple[int, ...]


@dataclass(frozen=True)
class Ledger:
    """`places`: where each statement stands, in the order in which they were given; None where its words are not in
    the text. `quoted`: the quotations, in the order of the text. `is_bounded`: there are more than were looked at.
    """

    places: tuple[passages.Place | None, ...]
    quoted: tuple[Quoted, ...]
    is_bounded: bool = False

    @property
    def unowned(self) -> list[quotations.Quotation]:
        """What stands between quotation marks and is nobody's."""
        return [each.quotation for each in self.quoted if not each.owners]


def ledger(html: str, statements: Iterable[tuple[str, int]]) -> Ledger:
    """The ledger of cleaned HTML and of statements, given as (words, which occurrence of them, from 1)."""
    places = tuple(passages.find(html, words, occurrence) for words, occurrence in statements)
    found = list(islice(quotations.quotations(html), MOST + 1))
    return Ledger(places, tuple(_quoted(html, found[:MOST], places)), len(found) > MOST)


def place_of(html: str, quotation: quotations.Quotation) -> passages.Place | None:
    """Where a quotation stands in cleaned HTML."""
    return passages.find(html, quotation.words, quotation.occurrence)


def _quoted(
    html: str, found: Iterable[quotations.Quotation], places: Sequence[passages.Place | None]
) -> Iterator[Quoted]:
    of_paragraph: dict[int, list[tuple[int, passages.Place]]] = {}
    for number, place in enumerate(places):
        if place is not None:
            of_paragraph.setdefault(place.paragraph, []).append((number, place))
    for each in found:
        # By its letters: what has none that count stands nowhere, and needs no owner.
        at = place_of(html, each)
        if at is not None:
            near = of_paragraph.get(at.paragraph, ())
            yield Quoted(each, tuple(number for number, place in near if place.start < at.end and at.start < place.end))
