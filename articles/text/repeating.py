"""What a line says again of what a text quotes: the same words, whole or in part, and never without their “not”."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from articles.text import above as lines_above
from articles.text import body, cases, passages, singles
from articles.text.above import Above
from articles.text.hearing import reading
from articles.text.passages import Place

_ARTICLES = frozenset(("a", "an", "the", "any"))
# So far before the first words a negation is looked for, in characters.
_NEAR = 40
_OPENING, _CLOSING = "«“„‹", "»”›"


def repeats(html: str, above: Above, words: str, told: Iterable[Place]) -> bool:
    """Whether a quotation says again what stands in one of these places of a text or above it, whole or in part, but
    for what it leaves out and for the case of an Arabic phrase. One of which nothing is left says nothing again.

    What is left out may hold no negation and may not lead from one mouth into another.
    """
    within, pieces = list(told), lines_above.pieces(words)
    if any(map(denies, lines_above.put_in(words))):
        return False
    found = [_places(html, above, piece) for piece in pieces]
    for those in found:
        within = [place for place in within if any(_holds(place, each) for each in those)]
    return bool(pieces) and any(_is_faithful(_text(html, above, place), place, found) for place in within)


def has(html: str, above: Above, words: str) -> bool:
    """Whether a text, or a line above it, has the words of a quotation, but for what this leaves out."""
    pieces = lines_above.pieces(words)
    return bool(pieces) and all(passages.everywhere(html, piece) or above.places(piece) for piece in pieces)


def _places(html: str, above: Above, piece: str) -> list[tuple[Place, ...]]:
    """Where a piece stands, for each case in which it may: in order, in the lines above and then in the text."""
    return [(*above.places(each), *passages.everywhere(html, each)) for each in cases.cases(piece)]


def _holds(place: Place, those: Sequence[Place]) -> bool:
    """Whether one of those places, which are in order and of the same words, is within a place."""
    at = bisect_left(those, (place.paragraph, place.start), key=lambda each: (each.paragraph, each.start))
    return at < len(those) and those[at].paragraph == place.paragraph and those[at].end <= place.end


def _text(html: str, above: Above, place: Place) -> str:
    return above.lines[place.paragraph] if place.paragraph < 0 else body.paragraphs(html)[place.paragraph]


def _is_faithful(text: str, place: Place, found: Sequence[Sequence[Sequence[Place]]]) -> bool:
    """Whether the pieces stand within a place in their order, with nothing left out that would turn them round."""
    ends: list[int] = []
    for number, those in enumerate(found):
        spans = sorted({(each.start, each.end) for some in those for each in _within(place, some)})
        ends = sorted(end for start, end in spans if _may_stand(text, place, start, ends if number else None))
        if not ends:
            return False
    return True


def _within(place: Place, those: Sequence[Place]) -> Sequence[Place]:
    first = bisect_left(those, (place.paragraph, place.start), key=lambda each: (each.paragraph, each.start))
    last = bisect_right(those, (place.paragraph, place.end), key=lambda each: (each.paragraph, each.start))
    return [each for each in those[first:last] if each.end <= place.end]


def _may_stand(text: str, place: Place, start: int, ends: list[int] | None) -> bool:
    """Whether a piece may follow one of those that end there: from the nearest the least is left out."""
    if ends is None:
        return not _is_denied(text, place, start)
    at = bisect_right(ends, start)
    if not at:
        return False
    end = ends[at - 1]
    return not text[end:start].strip() or not (_crosses(text, end, start) or denies(text[end:start]))


def denies(words: str) -> bool:
    """Whether a negation is among words: not, n't, never, without, لم, ليس, غير, ما before a verb."""
    return any(word.is_negation for word in reading.read(words))


def _is_denied(text: str, place: Place, start: int) -> bool:
    """Whether “not” stands right before the first piece, with no mark between: “not [a] safe bridge”."""
    heard = reading.read(text[max(place.start, start - _NEAR) : start + _NEAR])
    begun = start - max(place.start, start - _NEAR)
    at = next((number for number, word in enumerate(heard) if word.start >= begun), 0)
    while at and heard[at].is_tight and heard[at - 1].value in _ARTICLES:
        at -= 1
    return at > 0 and heard[at].is_tight and heard[at - 1].is_negation


def _crosses(text: str, end: int, start: int) -> bool:
    """Whether a quotation begins or ends between two places of a text, and not both in their order."""
    depth = 0
    for sign in text[end:start]:
        depth += (sign in _OPENING) - (sign in _CLOSING)
        if depth < 0:
            return True
    is_odd = text.count('"', end, start) % 2 == 1
    return depth > 0 or is_odd or any((first < end <= last) != (first < start <= last) for first, last in _inner(text))


def _inner(text: str) -> list[tuple[int, int]]:
    """What stands between single marks."""
    signs = singles.of(text)
    ends = ((sign.at, singles.end(text, signs, number)) for number, sign in enumerate(signs))
    return [(first, last) for first, last in ends if last is not None]
