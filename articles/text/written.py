"""Where attributed words are written in the HTML of a text: found there, kept as two numbers, and read from these.

The numbers count characters of the cleaned HTML: what stands before the first character of the words, and what stands
before the first character behind them. Tags and entities among the words are within; quotation marks around them are
not, for which marks go with words is decided when they are marked. See docs/decisions/0060.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articles.text import folding, markup, whereabouts
from articles.text.whereabouts import Place

_QUOTATION_MARKS = '“”„«»‹›‘’"'
# What parts one word from the next in nearly all texts. Beside whatever else, words are folded and looked for.
_APART = frozenset(" \n\xa0.,;:!?…،؛؟()-–—" + _QUOTATION_MARKS)
# What is kept of words that were looked for, and stand in the text nowhere.
NOWHERE = (0, 0)


class Sought(NamedTuple):
    """Words that stand in a text for the nth time; and the two numbers, where they are kept."""

    words: str
    occurrence: int = 1
    start: int | None = None
    end: int | None = None


class Written(NamedTuple):
    """Where words are written, and how many characters readers see of them."""

    start: int
    end: int
    length: int


class Paragraph(NamedTuple):
    """A paragraph's text, and where each character of it is written in the HTML."""

    text: str
    at: list[tuple[int, int]]


_NOWHERE = Written(*NOWHERE, 0)


def read(html: str, sought: Sequence[Sought]) -> list[Written | None]:
    """Where each is written: where it is kept, if its words do stand there; else it is found. None: nowhere."""
    kept = [_kept(html, each) for each in sought]
    missing = iter(find(html, [each for each, place in zip(sought, kept, strict=True) if place is None]))
    return [next(missing) if place is None else None if place == _NOWHERE else place for place in kept]


def find(html: str, sought: Sequence[Sought]) -> list[Written | None]:
    """Where each is written, by looking for it. None: nowhere."""
    places = [_place(html, each) for each in sought]
    paragraphs = list(written_out(html)) if any(places) else []
    return [_written(paragraphs[place.paragraph], place) if place else None for place in places]


def numbers(html: str, sought: Sequence[Sought]) -> list[tuple[int, int]]:
    """What is to be kept of each, found anew."""
    return [place[:2] if place else NOWHERE for place in find(html, sought)]


def with_marks(html: str, place: Written) -> tuple[int, int]:
    """Where words start and end with the quotation marks on both sides; at a paragraph's edge one will do."""
    (before, start), (after, end) = _before(html, place.start), _after(html, place.end)
    if before not in _QUOTATION_MARKS or after not in _QUOTATION_MARKS:
        return place.start, place.end
    return start, end


def written_out(html: str) -> Iterator[Paragraph]:
    """The paragraphs of `body.paragraphs`, with their places."""
    for tokens in markup.paragraphs(html):
        text = "".join(token.text for token in tokens)
        if bare := text.strip():
            begins = text.index(bare)
            at = [place for token in tokens for place in token.places()]
            yield Paragraph(bare, at[begins : begins + len(bare)])


def _place(html: str, sought: Sought) -> Place | None:
    return whereabouts.of(html).nth(sought.words, sought.occurrence) if sought.occurrence > 0 else None


def _written(paragraph: Paragraph, place: Place) -> Written:
    return Written(paragraph.at[place.start][0], paragraph.at[place.end - 1][1], place.end - place.start)


# What is kept


def _kept(html: str, sought: Sought) -> Written | None:
    """Where words are written by what is kept of them. None where nothing is, or what is does not hold."""
    if sought.start is None or sought.end is None:
        return None
    if (sought.start, sought.end) == NOWHERE:
        return None if sought.words in html else _NOWHERE
    return _holding(html, sought.words, sought.start, sought.end)


def _holding(html: str, words: str, start: int, end: int) -> Written | None:
    """The place, if the words stand there as whole words, in one paragraph."""
    is_out = not 0 <= start < end <= len(html) or markup.is_cut(html, start) or markup.is_cut(html, end)
    if is_out or any(markup.block_tags(html[start:end])):
        return None
    text = markup.text_of(html, start, end)
    before, after = _before(html, start)[0], _after(html, end)[0]
    stand = _stand_plainly(text, before, after, words) or _stand(text, before, after, words)
    return Written(start, end, len(text)) if stand else None


def _stand_plainly(text: str, before: str, after: str, words: str) -> bool:
    """Whether whole words stand there letter by letter, as nearly all do: nothing need be folded."""
    return text == words.strip() and all(not beside or beside in _APART for beside in (before, after))


def _stand(text: str, before: str, after: str, words: str) -> bool:
    place = len(before), len(before) + len(text)
    return place in folding.places(folding.align(before + text + after), folding.align(words))


# What stands around it


def _before(html: str, at: int) -> tuple[str, int]:
    """The character before a place in its paragraph, and where it starts; none where only white space is before it."""
    return _nearest(markup.before(html, at)) or ("", at)


def _after(html: str, at: int) -> tuple[str, int]:
    """The character behind a place in its paragraph, and where it ends; none where only white space is behind it."""
    return _nearest(markup.after(html, at)) or ("", at)


def _nearest(characters: Iterator[tuple[str, int]]) -> tuple[str, int] | None:
    nearest = None
    for each in characters:
        nearest = nearest or each
        if not each[0].isspace():
            return nearest
    return None
