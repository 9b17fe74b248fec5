"""The words in a story that belong to somebody: its quotations found, its attributed passages located and marked."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape, unescape
from typing import NamedTuple

from articles import folding, text

# Quotations

# Which marks close what a mark has opened. ”…“ and »…« are German and Swedish, and in Arabic what a keyboard turned.
_CLOSERS = {"“": "”", "„": "“”", "”": "“”", "«": "»", "»": "«»", "‹": "›", "›": "‹›", '"': '"'}
_MARK = re.compile('[“„”«»‹›"‘]')
_BEFORE_AN_OPENING = ' \t\n\u00a0\u202f([{-–—/\u200e\u200f\u2066\u2067\u2068“„«‹‘"'
_APOSTROPHE_OR_END = re.compile(r"(?<=\S)’(?!\w)")


@dataclass(frozen=True)
class Quotation:
    """Words between quotation marks, without the marks: the nth time (`occurrence`) that these words stand in the text.

    `paragraph` is an index into text.paragraphs().
    """

    words: str
    occurrence: int
    paragraph: int


def quotations(html: str) -> list[Quotation]:
    """What stands between quotation marks in cleaned HTML, in order, in English and Arabic typography.

    A quotation inside a quotation belongs to the outer one. One that runs over several paragraphs is one for each of
    them, as an Attribution stands in one paragraph; one that is never closed ends with its paragraph. Single marks
    count only where they cannot be apostrophes, single straight ones never.
    """
    paragraphs = text.paragraphs(html)
    aligned = [folding.align(paragraph) for paragraph in paragraphs]
    found = []
    for index, start, end in _all_spans(paragraphs):
        words = " ".join(paragraphs[index][start:end].split())
        if any(map(str.isalnum, words)):
            found.append(Quotation(words, _occurrence(aligned, words, index, start), index))
    return found


def _occurrence(aligned: list[folding.Aligned], words: str, paragraph: int, start: int) -> int:
    return 1 + sum((place.paragraph, place.start) < (paragraph, start) for place in _places(aligned, words))


def _all_spans(paragraphs: list[str]) -> Iterator[tuple[int, int, int]]:
    """Each quotation's paragraph, start and end."""
    is_open = False
    for index, paragraph in enumerate(paragraphs):
        scan = _Scan(paragraph, continues=is_open)
        yield from ((index, start, end) for start, end in scan.spans())
        is_open = bool(scan.open)


class _Scan:
    """One paragraph, read from mark to mark; `open` holds the marks that are open and where they stand."""

    def __init__(self, paragraph: str, *, continues: bool) -> None:
        self.text = paragraph
        self.continues = continues  # the paragraph before ended inside a quotation
        self.open: list[tuple[str, int]] = []

    def spans(self) -> Iterator[tuple[int, int]]:
        after = 0
        for match in _MARK.finditer(self.text):
            span = self._read(match.group(), match.start()) if match.start() >= after else None
            if span:
                after = span[1]
                yield span
        if self.open:
            yield self.open[0][1] + 1, len(self.text)

    def _read(self, mark: str, at: int) -> tuple[int, int] | None:
        """The quotation that this mark completes, if any."""
        if mark == "‘":
            return None if self.open else _single(self.text, at)
        depth = max((depth for depth, (opened, _at) in enumerate(self.open) if mark in _CLOSERS[opened]), default=None)
        if depth is not None and not (mark == '"' and _may_open(self.text, at)):
            start = self.open[depth][1] + 1
            del self.open[depth:]
            return None if self.open else (start, at)
        return self._begin(mark, at)

    def _begin(self, mark: str, at: int) -> tuple[int, int] | None:
        before, after = self.text[max(at - 1, 0) : at], self.text[at + 1 : at + 2]
        # Arabic joins its one-letter words to the next, quoted or not: ب"الحزب". After a digit it means inches.
        joins = (mark == '"' and not before.isdigit()) or (mark == "”" and before.isalpha())
        is_attached = joins and not self.open and after.isalnum()
        if mark in "“„«‹" or is_attached or _may_open(self.text, at):
            self.open.append((mark, at))
        elif self.continues and not self.open and not (mark == '"' and before.isdigit()):
            self.continues = False
            return 0, at
        return None


def _may_open(paragraph: str, at: int) -> bool:
    before, after = paragraph[max(at - 1, 0) : at], paragraph[at + 1 : at + 2]
    return before in _BEFORE_AN_OPENING and bool(after) and not after.isspace() and after not in ".,;:!?)]}،؛؟"


def _single(paragraph: str, at: int) -> tuple[int, int] | None:
    """‘…’ from the mark at `at`; None where this (‘Tis) or its end (the dogs’ home) might be an apostrophe."""
    if paragraph[max(at - 1, 0) : at] not in _BEFORE_AN_OPENING:
        return None
    next_opening = paragraph.find("‘", at + 1)
    limit = len(paragraph) if next_opening < 0 else next_opening
    ends = [match.start() for match in _APOSTROPHE_OR_END.finditer(paragraph, at + 1, limit)]
    clear = [end for end in ends if paragraph[end - 1] in ".,;:!?…"] or (ends if len(ends) == 1 else [])
    return (at + 1, clear[0]) if clear else None


# Passages

_UNIT = re.compile(r"&#?\w+;|.", re.DOTALL)
_QUOTATION_MARKS = '“”„«»‹›‘’"'


@dataclass(frozen=True)
class Passage:
    """Attributed words to be marked where they stand for the nth time, with the number that readers see."""

    number: int
    words: str
    occurrence: int = 1


@dataclass(frozen=True)
class Place:
    """Where words stand: a paragraph (index into text.paragraphs()) and the characters from start to end in it."""

    paragraph: int
    start: int
    end: int


def find(html: str, words: str, occurrence: int = 1) -> Place | None:
    """Where `words` stand in cleaned HTML for the nth time, by folded spelling and as whole words; None if they do not.

    Tags inside a paragraph are no hindrance; paragraphs' ends are.
    """
    return _nth([folding.align(paragraph) for paragraph in text.paragraphs(html)], words, occurrence)


def _nth(aligned: list[folding.Aligned], words: str, occurrence: int) -> Place | None:
    places = _places(aligned, words)
    return places[occurrence - 1] if 1 <= occurrence <= len(places) else None


def _places(aligned: list[folding.Aligned], words: str) -> list[Place]:
    needle = folding.align(words)
    return [Place(i, *place) for i, paragraph in enumerate(aligned) for place in folding.places(paragraph, needle)]


class _Range(NamedTuple):
    """A passage's first and last place in the HTML, the id of its anchor, and its number."""

    start: int
    end: int
    anchor: str
    number: int


class _Insertion(NamedTuple):
    """Markup to put into the HTML; at one place, ends (0) stand before numbers (1) and those before beginnings (2)."""

    at: int
    rank: int
    markup: str


class _Block(NamedTuple):
    """A paragraph's characters, and where each is written in the HTML."""

    text: str
    at: list[tuple[int, int]]


def mark(html: str, passages: Sequence[Passage], *, label: str = "", digits: Callable[[int], str] = str) -> str:
    """Cleaned HTML in which each passage that is found is a link to its statement, and carries its number.

    Plain case: <a class="passage" id="passage-3" href="#statement-3">words<sup>3</sup></a>. Where that would put a link
    in a link or cut through a tag: <span class="passage"> around each piece of text, the id on the first, and behind
    them <a class="passage-number" href="#statement-3"><sup>3</sup></a>. Of passages that overlap, the first in the
    sequence is marked; the others get the number alone, behind it. A number used again makes ids passage-3-2, and so
    on. Quotation marks around the words are marked too. `label` ("Source") is read out before the number, not seen.
    """
    hidden = f'<span class="visually-hidden"> {escape(label)} </span>' if label else ""
    marked: list[_Range] = []
    insertions: list[_Insertion] = []
    for each in _ranges(html, passages):
        number = f"<sup>{hidden}{escape(digits(each.number))}</sup>"
        overlapped = [other for other in marked if other.start < each.end and each.start < other.end]
        if overlapped:
            end = max(other.end for other in (each, *overlapped))
            insertions.append(_number_behind(html, end, each, number, anchored=True))
        else:
            marked.append(each)
            insertions += _whole(each, number) if _is_whole(html, each) else _in_pieces(html, each, number)
    return _inserted(html, insertions)


def _ranges(html: str, passages: Sequence[Passage]) -> Iterator[_Range]:
    blocks = [block for block in _blocks(html) if block.text.strip()]
    aligned = [folding.align(block.text) for block in blocks]
    used: Counter[int] = Counter()
    for passage in passages:
        if place := _nth(aligned, passage.words, passage.occurrence):
            used[passage.number] += 1
            again = f"-{used[passage.number]}" if used[passage.number] > 1 else ""
            start, end = _with_quotation_marks(blocks[place.paragraph], place)
            yield _Range(start, end, f"passage-{passage.number}{again}", passage.number)


def _with_quotation_marks(block: _Block, place: Place) -> tuple[int, int]:
    """Where the words start and end in the HTML, with the marks on both sides; at a paragraph's edge one will do."""
    before, after = block.text[: place.start][-1:], block.text[place.end : place.end + 1]
    if before not in _QUOTATION_MARKS or after not in _QUOTATION_MARKS:
        before = after = ""
    return block.at[place.start - len(before)][0], block.at[place.end + len(after) - 1][1]


def _blocks(html: str) -> Iterator[_Block]:
    characters: list[tuple[str, tuple[int, int]]] = []
    at = 0
    for index, piece in enumerate(text.pieces(html)):
        if index % 2 == 0:
            characters += _characters(piece, at)
        elif text.is_block(piece):
            yield _block(characters)
            characters = []
        elif text.tag_name(piece) == "br":
            characters.append(("\n", (at, at + len(piece))))
        at += len(piece)
    yield _block(characters)


def _block(characters: list[tuple[str, tuple[int, int]]]) -> _Block:
    return _Block("".join(character for character, _at in characters), [at for _character, at in characters])


def _characters(piece: str, start: int) -> Iterator[tuple[str, tuple[int, int]]]:
    for unit in _UNIT.finditer(piece):
        for character in unescape(unit.group()):
            yield character, (start + unit.start(), start + unit.end())


def _is_whole(html: str, passage: _Range) -> bool:
    """Whether one link can hold the passage: there is no link in or around it, and what it opens it closes."""
    depth = 0
    for tag in text.pieces(html[passage.start : passage.end])[1::2]:
        depth += -1 if tag[1] == "/" else text.tag_name(tag) != "br"
        if depth < 0 or text.tag_name(tag) == "a":
            return False
    return depth == 0 and _behind_link(html, passage.start) == passage.start


def _behind_link(html: str, at: int) -> int:
    """`at`, or if a link is open there, the place behind it."""
    is_open = html.rfind("<a ", 0, at) > html.rfind("</a>", 0, at)
    return html.find("</a>", at) + len("</a>") if is_open else at


def _whole(passage: _Range, number: str) -> list[_Insertion]:
    start = f'<a class="passage" id="{passage.anchor}" href="#statement-{passage.number}">'
    return [_Insertion(passage.start, 2, start), _Insertion(passage.end, 0, f"{number}</a>")]


def _in_pieces(html: str, passage: _Range, number: str) -> list[_Insertion]:
    insertions = []
    at, anchor = passage.start, f' id="{passage.anchor}"'
    for index, piece in enumerate(text.pieces(html[passage.start : passage.end])):
        if index % 2 == 0 and piece.strip():
            start = _Insertion(at, 2, f'<span class="passage"{anchor}>')
            insertions += [start, _Insertion(at + len(piece), 0, "</span>")]
            anchor = ""
        at += len(piece)
    return [*insertions, _number_behind(html, passage.end, passage, number)]


def _number_behind(html: str, at: int, passage: _Range, number: str, *, anchored: bool = False) -> _Insertion:
    anchor = f' id="{passage.anchor}"' if anchored else ""
    link = f'<a class="passage-number"{anchor} href="#statement-{passage.number}">{number}</a>'
    return _Insertion(_behind_link(html, at), 1, link)


def _inserted(html: str, insertions: list[_Insertion]) -> str:
    parts, after = [], 0
    for insertion in sorted(insertions, key=lambda each: (each.at, each.rank)):
        parts += [html[after : insertion.at], insertion.markup]
        after = insertion.at
    return "".join([*parts, html[after:]])
