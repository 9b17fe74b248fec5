"""Quotation marks as people type them: which signs are one, of what family, and what each may do where it stands."""

import re
from typing import NamedTuple

# Families: a mark closes what one of its own family has opened, whichever way either points.
_DOUBLE = ('"″＂”❞〞〟', "“„‟❝〝", ("''", "’’", "´´"), ("``", "‘‘", ",,", "،،", "‚‚"))
_GUILLEMETS = ("»≫》", "«≪《", (">>",), ("<<",))
_SINGLE_GUILLEMETS = ("›", "‹", (), ())
_CORNERS = ("」", "「", (), ())
_WHITE_CORNERS = ("』", "『", (), ())
_BRACKETS = ((), (), ("))",), ("((",))
_FAMILIES = (_DOUBLE, _GUILLEMETS, _SINGLE_GUILLEMETS, _CORNERS, _WHITE_CORNERS, _BRACKETS)
BRACKETS = _FAMILIES.index(_BRACKETS)
_FAMILY = {sign: number for number, signs in enumerate(_FAMILIES) for group in signs for sign in group}
_POINTS_BACK = {sign for ends, _begins, pairs, _others in _FAMILIES for sign in (*ends, *pairs)} - set('"″＂')
_POINTS_ON = {sign for _ends, begins, _pairs, others in _FAMILIES for sign in (*begins, *others)}
# Signs that are quotation marks only where one more of their family comes.
_ARE_OTHERS_TOO = {",,", "،،", "‚‚", "<<", ">>", "((", "))", "≪", "≫"}
_PAIRS = sorted((sign for sign in _FAMILY if len(sign) == 2), key=lambda sign: sign[0])
_DOUBLES = re.compile(
    "|".join(rf"(?<!{re.escape(pair[0])}){re.escape(pair)}(?!{re.escape(pair[0])})" for pair in _PAIRS)
    + "|["
    + "".join(sign for sign in _FAMILY if len(sign) == 1)
    + "]"
)

SINGLE = "'‘’‚‛`´❛❜′"
_UNSEEN = "\u200c\u200d\u200e\u200f\u061c\u2066\u2067\u2068\u2069"
OPENING = " \t\n\u00a0\u202f([{-–—/“„«‹‘\"'`"
_INTRODUCING = ":,،؛;"
_CLOSING = " \t\n\u00a0\u202f.,;:!?)]}،؛؟…-–—/”»›’\"'“«"
# Words that begin with points: what was left out before them (“...and”, “..ثم”, “. . . and”), a number, a name.
_BEGINS_WITH_POINTS = re.compile(r"…(?=[ \u00a0]?\w)|\.(?=\w)|(?:\.[ \u00a0\u202f]?){2,8}(?!\s*$)")
# Behind a number: inches, seconds, minutes, where more of the sentence follows.
_MEASURES = re.compile(r"[\s\-–×x,;.)]|$")


class Mark(NamedTuple):
    """A quotation mark, or a pair of signs that is typed for one, and what it looks like where it stands."""

    start: int
    end: int
    family: int
    begins: bool  # words stand behind it, and none before it
    ends: bool  # words stand before it, and none behind it
    points_on: bool
    points_back: bool
    is_joined: bool  # words stand on both sides
    is_introduced: bool  # a colon or a comma stands before it
    is_measure: bool  # a number stands before it
    needs_another: bool


def of(paragraph: str) -> list[Mark]:
    """The double marks of a paragraph, in order."""
    return [_mark(paragraph, match.start(), match.end()) for match in _DOUBLES.finditer(paragraph)]


def _mark(paragraph: str, start: int, end: int) -> Mark:
    sign, before, behind = paragraph[start:end], seen_before(paragraph, start), seen_behind(paragraph, end)
    is_introduced = before != "" and before in _INTRODUCING
    begins = may_begin(paragraph, start, end) and not is_introduced
    ends = before not in ("", ":", *OPENING) and (not behind or behind in _CLOSING)
    return Mark(
        start,
        end,
        _FAMILY[sign],
        begins and not ends,
        ends and not begins,
        sign in _POINTS_ON,
        sign in _POINTS_BACK,
        before.isalpha() and behind.isalnum(),
        is_introduced,
        before.isdigit() and bool(_MEASURES.match(paragraph, end)),
        sign in _ARE_OTHERS_TOO,
    )


def may_begin(paragraph: str, start: int, end: int) -> bool:
    """Whether a mark stands before a word and not behind one."""
    before, behind = seen_before(paragraph, start), seen_behind(paragraph, end)
    if before not in ("", *OPENING, *_INTRODUCING) or not behind or behind.isspace():
        return False
    return behind not in ".,;:!?)]}،؛؟…" or bool(_BEGINS_WITH_POINTS.match(paragraph, end))


def seen_before(paragraph: str, at: int) -> str:
    """The character before a place, past what cannot be seen; empty at the beginning."""
    while at > 0 and paragraph[at - 1] in _UNSEEN:
        at -= 1
    return paragraph[max(at - 1, 0) : at]


def seen_behind(paragraph: str, at: int) -> str:
    """The character behind a place, past what cannot be seen; empty at the end."""
    while at < len(paragraph) and paragraph[at] in _UNSEEN:
        at += 1
    return paragraph[at : at + 1]


def is_behind_a_colon(paragraph: str, at: int) -> bool:
    return paragraph[max(at - 8, 0) : at].rstrip(f"{_UNSEEN} \u00a0\u202f").endswith(":")
