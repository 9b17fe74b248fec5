"""A passage of a text put as it was heard, one difference at a time: in the text and in the words of its statement."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from articles.text import body, folding, passages, written
from articles.text.hearing import comparing
from articles.text.hearing.differing import Difference
from articles.text.hearing.placing import Heard
from articles.text.passages import Place
from articles.text.written import Paragraph

# So many differences are tried: who has more goes to the text.
MOST = 12
_WORD = re.compile(r"[\w'’ʼ]+")
# What may stand between two words of one sentence, and no closing mark.
_COMMA = re.compile(r"[,;:،؛](?=\s)")
# In evidence, what a transcriber has put between words: a remark, a time, the name of who speaks.
_OF_TRANSCRIBERS = re.compile(r"[\[\]()]|\n[^\n]*:|\d:\d\d:\d\d")
_RAISED = re.compile(r"<su[bp]>[^<]*$")

Statement = tuple[str, int]


class Change(NamedTuple):
    """From `start` to `end` of a text, `new` is to stand."""

    start: int
    end: int
    new: str

    def made(self, text: str) -> str:
        return f"{text[: self.start]}{self.new}{text[self.end :]}"

    def at(self, by: int) -> "Change":
        return self._replace(start=self.start + by, end=self.end + by)


class Mended(NamedTuple):
    """A text in which a passage was put as it was heard, and its statements, each where it stood."""

    html: str
    statements: list[Statement]


class _Passage(NamedTuple):
    """Where a statement stands in a text: its paragraph, its place in it, and how far the words have to be moved to lie
    on those of the paragraph."""

    paragraph: Paragraph
    place: Place
    by: int


def mendable(html: str, statements: Sequence[Statement], at: int, heard: Heard) -> set[int]:
    """The numbers, from 1, of the differences of one statement (`at`, from 0) that can be put as they were heard."""
    passage = _passage(html, statements[at])
    if passage is None:
        return set()
    words, others = statements[at][0], _others(html, statements, at, passage.place.paragraph)
    differences = comparing.compare(words, heard).differences[:MOST]
    changes = [(number, _change(words, heard, number)) for number in range(1, len(differences) + 1)]
    return {number for number, each in changes if each and _written(html, passage, each.at(passage.by), others)}


def mend(html: str, statements: Sequence[Statement], at: int, heard: Heard, number: int) -> Mended | None:
    """Cleaned HTML and its statements, with one difference of one of them as it was heard. None where that cannot be
    done by itself: the words do not stand there letter by letter, were not heard at all, run through markup, are
    another statement's too, or would differ as much as before."""
    words = statements[at][0]
    passage, change = _passage(html, statements[at]), _change(words, heard, number)
    if passage is None or change is None:
        return None
    in_text = change.at(passage.by)
    written = _written(html, passage, in_text, _others(html, statements, at, passage.place.paragraph))
    if not written or body.kept(written) != written:
        return None
    places = [_moved(passages.find(html, *each), passage.place, in_text) for each in statements]
    places[at] = passage.place
    said = [*statements[:at], (change.made(words), 1), *statements[at + 1 :]]
    settled = list(_settled(written, said, places))
    return Mended(written, settled) if len(settled) == len(said) else None


def _change(words: str, heard: Heard, number: int) -> Change | None:
    """What of the words stands otherwise for one difference. None where they would differ as much as before."""
    found = comparing.compare(words, heard)
    if not found.heard or not 1 <= number <= len(found.differences):
        return None
    printed, spoken = _whole(words, heard.text, found.differences[number - 1])
    if _OF_TRANSCRIBERS.search(heard.text[spoken]):
        return None
    change = _spaced(words, heard.text, printed, spoken)
    after = comparing.compare(change.made(words), heard)
    return change if after.heard and len(after.differences) < len(found.differences) else None


# Letters


def _whole(words: str, evidence: str, difference: Difference) -> tuple[slice, slice]:
    """Both sides of a difference in whole words: what cuts a word in two (will|n't) takes what stands for the rest."""
    sides = [(words, *difference.printed), (evidence, *difference.heard)]
    begins = any(start < end and _cuts(side, start) for side, start, end in sides)
    ends = any(start < end and _cuts(side, end) for side, start, end in sides)
    whole = [
        slice(_start(side, start) if begins else start, _end(side, end) if ends else end) for side, start, end in sides
    ]
    return whole[0], whole[1]


def _cuts(text: str, at: int) -> bool:
    return 0 < at < len(text) and bool(_WORD.fullmatch(text[at - 1 : at + 1]))


def _start(text: str, at: int) -> int:
    """Where the word begins that stands around a place, or ends there."""
    return next((word.start() for word in _WORD.finditer(text) if word.start() < at <= word.end()), at)


def _end(text: str, at: int) -> int:
    return next((word.end() for word in _WORD.finditer(text) if word.start() <= at < word.end()), at)


def _spaced(words: str, evidence: str, printed: slice, heard: slice) -> Change:
    """What was heard in place of what is printed, with the spaces around it that words have."""
    new = " ".join(evidence[heard].split()).replace("'", "’")
    start, end = printed.start, printed.stop
    if not new:
        is_before_space = words[end : end + 1] == " "
        return Change(start - (not is_before_space and words[start - 1 : start] == " "), end + is_before_space, "")
    if start == end:
        comma = _COMMA.match(words, start)
        start = end = comma.end() if comma and evidence[: heard.start].rstrip().endswith(comma[0]) else start
    before = " " if start and (words[start - 1].isalnum() or words[start - 1] in ",;:،؛") else ""
    after = " " if words[end : end + 1].isalnum() else ""
    return Change(start, end, f"{before}{new}{after}")


# The text


def _passage(html: str, statement: Statement) -> _Passage | None:
    """Where a statement stands. None where its words do not stand in the text letter by letter."""
    words, place = statement[0], passages.find(html, *statement)
    if place is None:
        return None
    paragraph = list(written.written_out(html))[place.paragraph]
    own = next(folding.places(folding.align(words), folding.align(words)), (0, 0))
    is_same = words[slice(*own)] == paragraph.text[place.start : place.end]
    return _Passage(paragraph, place, place.start - own[0]) if is_same else None


def _others(html: str, statements: Sequence[Statement], at: int, paragraph: int) -> list[Place]:
    """The places of the other statements in a paragraph."""
    found = [passages.find(html, *each) for number, each in enumerate(statements) if number != at]
    return [place for place in found if place and place.paragraph == paragraph]


def _written(html: str, passage: _Passage, change: Change, others: Sequence[Place]) -> str | None:
    """The text with the change in it. None where it leaves its passage, touches another statement's, runs through
    markup, or stands above or below the line."""
    place, at = passage.place, passage.paragraph.at
    is_within = place.start <= change.start and change.end <= place.end
    if not is_within or any(each.start < change.end and change.start < each.end for each in others):
        return None
    if change.start < change.end:
        start, end = at[change.start][0], at[change.end - 1][1]
    else:
        start = end = at[change.start - 1][1] if change.start > place.start else at[change.start][0]
    if "<" in html[start:end] or _RAISED.search(html[:start]):
        return None
    return f"{html[:start]}{escape(change.new, quote=False)}{html[end:]}"


def _moved(place: Place | None, mended: Place, change: Change) -> Place | None:
    """Where a passage stands after the change of another one."""
    if place is None or place.paragraph != mended.paragraph or place.start < change.end:
        return place
    by = len(change.new) - (change.end - change.start)
    return Place(place.paragraph, place.start + by, place.end + by)


def _settled(html: str, said: Sequence[Statement], places: Sequence[Place | None]) -> Iterator[Statement]:
    """The statements, each as the occurrence that it is now; fewer, where one stands there no more."""
    for (words, occurrence), place in zip(said, places, strict=True):
        starts = [(each.paragraph, each.start) for each in passages.everywhere(html, words)]
        if place is None:
            yield words, occurrence
        elif (place.paragraph, place.start) in starts:
            yield words, starts.index((place.paragraph, place.start)) + 1
