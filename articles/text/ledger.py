"""The ledger of a text: which attributed words stand where in it, whose each quotation is, and which is nobody's."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from articles.text import passages, quotations


@dataclass(frozen=True)
class Quoted:
    """A quotation and its `owners`: the statements of which a word stands in it, by their number from 0."""

    quotation: quotations.Quotation
    owners: tuple[int, ...]


@dataclass(frozen=True)
class Ledger:
    """`places`: where each statement stands, in the order in which they were given; None where its words are not in
    the text. `quoted`: the quotations, in the order of the text.
    """

    places: tuple[passages.Place | None, ...]
    quoted: tuple[Quoted, ...]

    @property
    def unowned(self) -> list[quotations.Quotation]:
        """What stands between quotation marks and is nobody's."""
        return [each.quotation for each in self.quoted if not each.owners]


def ledger(html: str, statements: Iterable[tuple[str, int]]) -> Ledger:
    """The ledger of cleaned HTML and of statements, given as (words, which occurrence of them, from 1)."""
    places = tuple(passages.find(html, words, occurrence) for words, occurrence in statements)
    return Ledger(places, tuple(_quoted(html, places)))


def _quoted(html: str, places: Sequence[passages.Place | None]) -> Iterator[Quoted]:
    of_paragraph: dict[int, list[tuple[int, passages.Place]]] = {}
    for number, place in enumerate(places):
        if place is not None:
            of_paragraph.setdefault(place.paragraph, []).append((number, place))
    # Each is looked for in the whole text, and no story has so many.
    for each in islice(quotations.quotations(html), quotations.MOST):
        # By its letters: what has none that count stands nowhere, and needs no owner.
        at = passages.find(html, each.words, each.occurrence)
        if at is not None:
            near = of_paragraph.get(at.paragraph, ())
            yield Quoted(each, tuple(number for number, place in near if place.start < at.end and at.start < place.end))
