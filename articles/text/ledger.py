"""The ledger of a text: which attributed words stand where in it, whose each quotation is, and which is nobody's."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice

from articles.text import body, passages, quotations, remembering
from articles.text.above import OCCURRENCE, Above
from articles.text.passages import Place
from articles.text.repeating import repeats

NOTHING = Above()
# Each quotation is looked for in the whole text. A text that has more is not judged to its end, and says so.
MOST = 1_000
# So many words in a row may stand outside of all that is attributed: “well”, “and then”, what an editor left out.
LOOSE = 3
_WORD = re.compile(r"\S*[^\W_]\S*")


@dataclass(frozen=True)
class Quoted:
    """A quotation, where it stands, and its `owners`: the statements of which a word stands in it, by their number
    from 0.

    It is owned where its owners together have most of it, and all but a few words in a row: of two sentences of which
    one is attributed, the other is nobody's.
    """

    quotation: quotations.Quotation
    owners: tuple[int, ...]
    at: Place
    is_owned: bool


@dataclass(frozen=True)
class Ledger:
    """`places`: where each statement stands, in the order in which they were given; None where its words stand neither
    in the text nor above it. `quoted`: the quotations, in the order of the text, those above it first. `is_bounded`:
    there are more than were looked at.
    """

    places: tuple[Place | None, ...]
    quoted: tuple[Quoted, ...]
    is_bounded: bool = False

    @property
    def unowned(self) -> list[quotations.Quotation]:
        """What stands between quotation marks and is nobody's, or nobody's in part."""
        return [each.quotation for each in self.quoted if not each.is_owned]

    @property
    def told(self) -> list[Place]:
        """Where a quotation or an attributed passage stands."""
        return [*(each.at for each in self.quoted), *(place for place in self.places if place is not None)]


def ledger(html: str, statements: Iterable[tuple[str, int]], above: Above = NOTHING) -> Ledger:
    """The ledger of cleaned HTML, of the lines above it, and of statements, given as (words, which occurrence of them,
    from 1, or `above.OCCURRENCE`). What a line above repeats of the text's quotations and passages, is told there."""
    places = tuple(find(html, above, words, occurrence) for words, occurrence in statements)
    found = _quotations(html)
    quoted = tuple(_quoted(html, found[:MOST], places))
    of_text = Ledger(places, quoted, len(found) > MOST)
    return replace(of_text, quoted=(*_of_its_own(html, above, of_text), *quoted))


@remembering.of_text
def _quotations(html: str) -> tuple[quotations.Quotation, ...]:
    return tuple(islice(quotations.quotations(html), MOST + 1))


def find(html: str, above: Above, words: str, occurrence: int) -> Place | None:
    """Where words stand for the nth time in cleaned HTML; where it has none of them, above it."""
    if occurrence != OCCURRENCE and passages.everywhere(html, words):
        return passages.find(html, words, occurrence)
    return next(iter(above.places(words)), None) if any(above.lines) else None


def _of_its_own(html: str, above: Above, of_text: Ledger) -> Iterator[Quoted]:
    """The quotations above a text that it does not have: each once, and none that it repeats, whole or in part."""
    told = of_text.told
    for each, at in above.quotations():
        near = [row for row in enumerate(of_text.places) if row[1] is not None and _overlap(row[1], at)]
        is_owned = _is_owned(above.lines[at.paragraph], at, [place for _number, place in near if place])
        if is_owned or not repeats(html, above, each.words, told):
            told.append(at)
            yield Quoted(each, tuple(number for number, _place in near), at, is_owned)


def _overlap(one: Place, other: Place) -> bool:
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end


def _quoted(html: str, found: Iterable[quotations.Quotation], places: Sequence[Place | None]) -> Iterator[Quoted]:
    of_paragraph: dict[int, list[tuple[int, Place]]] = {}
    for number, place in enumerate(places):
        if place is not None:
            of_paragraph.setdefault(place.paragraph, []).append((number, place))
    paragraphs = body.paragraphs(html)
    for each in found:
        # By its letters: what has none that count stands nowhere, and needs no owner.
        at = passages.find(html, each.words, each.occurrence)
        if at is not None:
            near = [row for row in of_paragraph.get(at.paragraph, ()) if _overlap(row[1], at)]
            is_owned = _is_owned(paragraphs[at.paragraph], at, [place for _number, place in near])
            yield Quoted(each, tuple(number for number, _place in near), at, is_owned)


def _is_owned(paragraph: str, quotation: Place, owners: Sequence[Place]) -> bool:
    if any(each.start <= quotation.start and quotation.end <= each.end for each in owners):
        return True
    words = [word.span() for word in _WORD.finditer(paragraph, quotation.start, quotation.end)] if owners else []
    letters = {True: 0, False: 0}
    for is_had, run in groupby(words, lambda word: any(each.start < word[1] and word[0] < each.end for each in owners)):
        spans = list(run)
        letters[is_had] += sum(end - start for start, end in spans)
        if not is_had and len(spans) > LOOSE:
            return False
    return letters[True] > 0 and letters[True] >= letters[False]
