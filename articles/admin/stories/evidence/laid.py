"""A quotation and what was heard, laid beside each other: the same number stands at both sides of a difference."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from django.utils.translation import gettext_lazy as _

from articles.rules.evidence import SENSE
from articles.text.hearing import comparing
from articles.text.hearing.comparing import Allowed
from articles.text.hearing.differing import Kind

# So many letters are shown around what was found in long evidence, and around a difference in the list.
AROUND, NEAR = 400, 30

SAID = {
    Kind.NEGATION: _("a “not” stands elsewhere"),
    Kind.NUMBER: _("another number"),
    Kind.NAME: _("another name"),
    Kind.WORD: _("another word"),
    Kind.LEFT_OUT: _("left out, no mark"),
    Kind.PUT_IN: _("put in"),
}
LOST, COME, UNHEARD = _("a “not” is gone"), _("a “not” has come in"), _("not heard in this evidence")
AS_HEARD, PUT_BACK, TAKE_OUT = _("As heard"), _("Put it back"), _("Take it out")
ALLOWED = {
    Allowed.ELLIPSIS: _("left out, and marked by an ellipsis"),
    Allowed.BRACKET: _("in square brackets: the paper’s own words"),
    Allowed.ORDER: _("the halves were heard the other way round"),
}
_ELLIPSIS = re.compile(r"[\[(]?\s?(?:…|\.(?:[ \u00a0]?\.){2,})\s?[\])]?|\[[^\[\]]*\]")


@dataclass(frozen=True)
class Piece:
    """A run of one of the two texts. `kind` is how it is drawn: nothing, differs, sense, allowed, around."""

    text: str
    kind: str = ""
    number: int | None = None


@dataclass(frozen=True)
class Line:
    """A difference in the list, in words; `sense` first."""

    number: int | None
    said: str
    printed: tuple[str, str, str] = ("", "", "")
    heard: tuple[str, str, str] = ("", "", "")
    is_sense: bool = False
    may_mend: bool = False

    @property
    def mend(self):
        """What its key does, where it can be done by itself."""
        if not self.may_mend:
            return ""
        return AS_HEARD if self.printed[1] and self.heard[1] else PUT_BACK if self.heard[1] else TAKE_OUT


@dataclass(frozen=True)
class Laid:
    """Both texts in pieces, and what is said of each difference and of all that is allowed."""

    printed: list[Piece]
    heard: list[Piece]
    lines: list[Line]
    allowed: list[Line]

    @property
    def senses(self):
        return sum(line.is_sense for line in self.lines)

    @property
    def has_mends(self):
        return any(line.may_mend for line in self.lines)

    def with_mends(self, numbers):
        """The same; the differences of these numbers can be put as they were heard."""
        return replace(self, lines=[replace(line, may_mend=line.number in numbers) for line in self.lines])


def lay(words, listened):
    """Lay `words` beside the passage of evidence, which was read, in which they were heard."""
    found, evidence = comparing.compare(words, listened), listened.text
    numbered = list(enumerate(found.differences, 1))
    lines = [_line(words, evidence, number, each, is_heard=bool(found.heard)) for number, each in numbered]
    return Laid(
        printed=_printed(words, [(each.printed, _drawn(each), number) for number, each in numbered]),
        heard=list(_heard(evidence, found, [(each.heard, _drawn(each), number) for number, each in numbered])),
        lines=sorted(lines, key=lambda line: not line.is_sense),
        allowed=[Line(None, str(ALLOWED[each])) for each in Allowed if each in found.allowed],
    )


def _drawn(difference):
    return "sense" if difference.kind in SENSE else "differs"


def _printed(words, spans):
    """What is printed: ellipses and brackets stand apart, where nothing else is said of them."""
    own = [(match.span(), "allowed", None) for match in _ELLIPSIS.finditer(words)]
    own = [(span, *rest) for span, *rest in own if not any(_overlap(span, other) for other, *_rest in spans)]
    return list(_pieces(words, (0, len(words)), [*spans, *own]))


def _overlap(one, other):
    return one[0] < other[1] and other[0] < one[1]


def _heard(evidence, found, spans):
    """The passage, with what stands around it; what an ellipsis bridges is drawn as allowed."""
    ranges = sorted(found.heard) or [(0, 0)]
    start, end = ranges[0][0], max(last for _first, last in ranges)
    start, end = min([start, *(span[0] for span, *_rest in spans)]), max([end, *(span[1] for span, *_rest in spans)])
    first, last = max(0, start - AROUND), min(len(evidence), end + AROUND)
    kind = "allowed" if Allowed.ELLIPSIS in found.allowed else "around"
    gaps = [((one[1], other[0]), kind, None) for one, other in pairwise(ranges) if one[1] < other[0]]
    gaps = [(span, *rest) for span, *rest in gaps if not any(_overlap(span, other) for other, *_rest in spans)]
    yield from [Piece(("… " if first else "") + evidence[first:start], "around")]
    yield from map(_shortened, _pieces(evidence, (start, end), [*spans, *gaps]))
    yield from [Piece(evidence[end:last] + (" …" if last < len(evidence) else ""), "around")]


def _shortened(piece):
    """A long piece without its middle: what was heard between two halves may be an hour."""
    if len(piece.text) <= 2 * AROUND or not piece.kind:
        return piece
    return replace(piece, text=f"{piece.text[:AROUND]} […] {piece.text[-AROUND:]}")


def _pieces(text, within, spans):
    """A text within a range, in runs and in order. What stands nowhere in it has its number alone."""
    at, end = within
    for (first, last), kind, number in sorted(spans, key=lambda span: span[0]):
        first, last = (min(max(place, at), end) for place in (first, last))
        yield from [Piece(text[at:first])] if first > at else []
        yield Piece(text[first:last], kind, number)
        at = last
    yield from [Piece(text[at:end])] if end > at else []


def _line(words, evidence, number, difference, *, is_heard):
    said = _said(difference) if is_heard else UNHEARD
    printed, heard = _near(words, difference.printed), _near(evidence, difference.heard)
    return Line(number, str(said), printed, heard, not is_heard or difference.kind in SENSE)


def _said(difference):
    """Which way a “not” went, where one side has no words for it."""
    if difference.kind != Kind.NEGATION:
        return SAID[difference.kind]
    was, has = (start < end for start, end in (difference.heard, difference.printed))
    return SAID[Kind.NEGATION] if was and has else LOST if was else COME


def _near(text, span):
    """What stands at a difference, with a word or two on both sides."""
    start, end = span
    before, after = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    return _last_words(before), text[start:end], _first_words(after)


def _last_words(text):
    return " ".join(text.split()[-2:]) + (" " if text[-1:].isspace() else "")


def _first_words(text):
    return (" " if text[:1].isspace() else "") + " ".join(text.split()[:2])
