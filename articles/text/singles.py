"""Single quotation marks, told from apostrophes: where one may begin, and where what it begins ends."""

import re
from itertools import zip_longest
from typing import NamedTuple

from articles.text import marks

_SIGN = re.compile(rf"[{marks.SINGLE}]")
# Before these letters the mark stands for others that were left out: the ’90s, ’tis, rock ’n’ roll, the owners ’ll.
_ELISION = re.compile(
    rf"[{marks.SINGLE}](?:\d\ds?|n[{marks.SINGLE}]?|[dmst]|ll|re|ve|tis|twas|twere|twould|twill|twixt|em|er|im|til|till|cause|cos|coz"
    r"|bout|round|ere|neath|gainst|fore|cept|nuff|scuse|kay|flu|phone|ave|ere)(?![^\W_])",
    re.IGNORECASE,
)
_ARABIC = "\u0621-\u064a"
_JOINED = re.compile(rf"(?<=[وفبلكـ])[{marks.SINGLE}](?=[{_ARABIC}])")
_SENTENCE = re.compile(r"(?:^|[.!?:,،؛؟])\s*$")
# Behind these it ends what was said, and stands for no letter.
_INTRODUCTION = re.compile(r"[:,.،؛–—][\s\u200e\u200f]*$")
_ENDS_SPEECH = ".,;:!?…؟،؛)]%—–"
# Behind these it may stand for a letter, or for a plural's owner: the dogs’ home, the sailin’.
_OWNER_OR_DIALECT = re.compile(r"(?:[sSzZxX\d]|[a-z]in|\b(?:o|th|an|ol|wi|n|t))\Z")
# How far the end of a single mark is looked for, in marks: each may be tried, and none is tried for ever.
_FARTHEST = 40


class Single(NamedTuple):
    """A sign that may be a single quotation mark; `ends` in degrees: 0 no, 1 perhaps, 2 as a rule, 3 for certain."""

    at: int
    begins: bool
    is_elision: bool
    ends: int


def of(paragraph: str) -> list[Single]:
    """The signs of a paragraph that may be single marks, in order: those within a word are none."""
    return [_single(paragraph, match.start()) for match in _SIGN.finditer(paragraph) if _is_at_edge(paragraph, match)]


def _is_at_edge(paragraph: str, match: re.Match[str]) -> bool:
    before, behind = paragraph[max(match.start() - 1, 0) : match.start()], paragraph[match.end() : match.end() + 1]
    within = before.isalnum() and behind.isalnum() and not _JOINED.match(paragraph, match.start())
    return not within and match.group() not in (before, behind)


def _single(paragraph: str, at: int) -> Single:
    sign = paragraph[at]
    begins = (marks.may_begin(paragraph, at, at + 1) or bool(_JOINED.match(paragraph, at))) and sign not in "´❜′"
    is_elision = bool(_ELISION.match(paragraph, at))
    return Single(at, begins, is_elision, 0 if begins or sign in "‚`❛" else _certainty(paragraph, at))


def _certainty(paragraph: str, at: int) -> int:
    before, behind = marks.seen_before(paragraph, at), marks.seen_behind(paragraph, at + 1)
    if not before or before.isspace() or behind.isalnum():
        return 0
    if before in _ENDS_SPEECH:
        return 3
    if _OWNER_OR_DIALECT.search(paragraph, max(at - 4, 0), at):
        return 1 if not behind or behind.isspace() or behind.isdigit() else 2
    return 2


def end(paragraph: str, signs: list[Single], number: int) -> int | None:
    """Where what the mark of this number begins ends; None where it, or its end, may be an apostrophe."""
    opening = signs[number]
    near = signs[number + 1 : number + 1 + _FARTHEST]
    if not opening.begins:
        return None
    certain = 2
    if opening.is_elision:
        if not _SENTENCE.search(paragraph, max(opening.at - 4, 0), opening.at):
            return None
        certain = 3
    return _nearest(near, certain) or _around_another(near)


def _nearest(signs: list[Single], certain: int) -> int | None:
    """The first end before another mark begins; the one that is the only one, though it may be an apostrophe."""
    perhaps = []
    for sign, following in zip_longest(signs, signs[1:]):
        if sign.begins and not sign.is_elision:
            break
        # Not the owners’.’: the first is the plural's.
        is_before_clear = following is not None and following.ends == 3 and following.at - sign.at == 2
        if sign.ends >= certain and not (sign.ends == 2 and is_before_clear):
            return sign.at
        if sign.ends:
            perhaps.append(sign.at)
    return perhaps[0] if len(perhaps) == 1 and certain < 3 else None


def _around_another(signs: list[Single]) -> int | None:
    """The end for certain, where another pair stands within: ‘He said ‘go’ to us,’ she said."""
    depth = 0
    for sign in signs:
        if sign.begins and not sign.is_elision:
            depth += 1
        elif sign.ends > 1 and depth:
            depth -= 1
        elif sign.ends == 3:
            return sign.at
    return None


def clear_end(signs: list[Single], first: int) -> int | None:
    """Where, from the sign of this number on, a mark ends what was said for certain, before another one begins."""
    for number in range(first, len(signs)):
        if signs[number].ends == 3:
            return signs[number].at
        if signs[number].begins and not signs[number].is_elision:
            return None
    return None


def begins(signs: list[Single]) -> bool:
    """Whether the paragraph begins with one."""
    return bool(signs) and signs[0].at == 0 and signs[0].begins and not signs[0].is_elision


def is_introduced(paragraph: str, at: int) -> bool:
    """Whether what stands before a place introduces speech."""
    return bool(_INTRODUCTION.search(paragraph, max(at - 8, 0), at))
