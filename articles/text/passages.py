"""The words in a story that belong to somebody: attributed passages, found and marked where they stand."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from articles.text import markup, whereabouts, written
from articles.text.whereabouts import MOST_PLACES, Place
from articles.text.written import Sought, Written

__all__ = ["MOST_PLACES", "Passage", "Place", "everywhere", "find", "mark"]


@dataclass(frozen=True)
class Passage:
    """Attributed words to be marked where they stand for the nth time.

    `number` is the statement's own. Readers see `shown`, which is its owner's; `label` is what the ear is told instead.
    A quiet passage carries its number alone: whose words they are is said elsewhere. Where `place` is known, nothing is
    looked for.
    """

    number: int
    words: str
    occurrence: int = 1
    shown: str = ""
    label: str = ""
    is_quiet: bool = False
    place: Written | None = None


def find(html: str, words: str, occurrence: int = 1) -> Place | None:
    """Where `words` stand in cleaned HTML for the nth time, by folded spelling and as whole words; None if they do not.

    Tags inside a paragraph are no hindrance; paragraphs' ends are.
    """
    return whereabouts.of(html).nth(words, occurrence)


def everywhere(html: str, words: str) -> list[Place]:
    """All places of `words` in cleaned HTML, in order. Not to be changed."""
    return whereabouts.of(html).places(words)


class _Range(NamedTuple):
    """A passage with its first and last place in the HTML, and the id of its anchor."""

    start: int
    end: int
    anchor: str
    passage: Passage

    @property
    def css(self) -> str:
        return "passage is-quiet" if self.passage.is_quiet else "passage"

    @property
    def href(self) -> str:
        return f"#statement-{self.passage.number}"


class _Insertion(NamedTuple):
    """Markup to put into the HTML; at one place, ends (0) stand before numbers (1) and those before beginnings (2)."""

    at: int
    rank: int
    markup: str


def mark(html: str, passages: Sequence[Passage]) -> str:
    """Cleaned HTML in which each passage that is found is a link to its statement; its number is a button behind it.

    Plain case: <a class="passage" id="passage-3" href="#statement-3">words</a>, and behind it
    <span class="passage-number"><button type="button" popovertarget="statement-3">3</button></span>. Where that would
    put a link in a link or cut through a tag: <span class="passage"> around each piece of text, the id on the first.
    When passages overlap, the first in the sequence is marked; the others get the number alone, behind it. A number
    used again makes ids passage-3-2, and so on. Quotation marks around the words are marked too.
    """
    marked: list[_Range] = []
    insertions: list[_Insertion] = []
    for each in _ranges(html, passages):
        overlapped = [other for other in marked if other.start < each.end and each.start < other.end]
        if overlapped:
            end = max(other.end for other in (each, *overlapped))
            insertions.append(_number_behind(html, end, each, anchored=True))
        else:
            marked.append(each)
            insertions += _whole(each) if _is_whole(html, each) else _in_pieces(html, each)
            insertions.append(_number_behind(html, each.end, each))
    return _inserted(html, insertions)


def _ranges(html: str, passages: Sequence[Passage]) -> Iterator[_Range]:
    sought = [Sought(passage.words, passage.occurrence) for passage in passages if passage.place is None]
    found = iter(written.find(html, sought))
    used: Counter[int] = Counter()
    for passage in passages:
        if place := passage.place or next(found):
            used[passage.number] += 1
            again = f"-{used[passage.number]}" if used[passage.number] > 1 else ""
            yield _Range(*written.with_marks(html, place), f"passage-{passage.number}{again}", passage)


def _is_whole(html: str, passage: _Range) -> bool:
    """Whether one link can hold the passage: there is no link in or around it, and what it opens it closes."""
    depth = 0
    for tag in markup.tags(html, passage.start, passage.end):
        depth += -1 if tag.is_end else tag.name != "br"
        if depth < 0 or tag.name == "a":
            return False
    return depth == 0 and _behind_link(html, passage.start) == passage.start


def _behind_link(html: str, at: int) -> int:
    """`at`, or if a link is open there, the place behind it."""
    is_open = html.rfind("<a ", 0, at) > html.rfind("</a>", 0, at)
    return html.find("</a>", at) + len("</a>") if is_open else at


def _whole(passage: _Range) -> list[_Insertion]:
    start = f'<a class="{passage.css}" id="{passage.anchor}" href="{passage.href}">'
    return [_Insertion(passage.start, 2, start), _Insertion(passage.end, 0, "</a>")]


def _in_pieces(html: str, passage: _Range) -> list[_Insertion]:
    insertions = []
    anchor = f' id="{passage.anchor}"'
    for token in markup.tokens(html, passage.start, passage.end):
        if token.is_text and token.source.strip():
            start = _Insertion(token.start, 2, f'<span class="{passage.css}"{anchor}>')
            insertions += [start, _Insertion(token.end, 0, "</span>")]
            anchor = ""
    return insertions


def _number_behind(html: str, at: int, passage: _Range, *, anchored: bool = False) -> _Insertion:
    """The number is an element of its own, which joins it to the words and to the comma after it."""
    said = passage.passage
    anchor = f' id="{passage.anchor}"' if anchored else ""
    label = f' aria-label="{escape(said.label)}"' if said.label else ""
    button = f'<button type="button" popovertarget="statement-{said.number}"{label}>'
    number = f'<span class="passage-number"{anchor}>{button}{escape(said.shown or str(said.number))}</button></span>'
    return _Insertion(_behind_link(html, at), 1, number)


def _inserted(html: str, insertions: list[_Insertion]) -> str:
    parts, after = [], 0
    for insertion in sorted(insertions, key=lambda each: (each.at, each.rank)):
        parts += [html[after : insertion.at], insertion.markup]
        after = insertion.at
    return "".join([*parts, html[after:]])
