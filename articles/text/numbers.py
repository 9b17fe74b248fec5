"""Numbers that are read from left to right in a text of the other direction: of telephones and accounts, and sums.

A number by itself Unicode draws as it is read. Where a dash stands between two it cannot know whether they are a range
(2019-2021, 10:00-12:00, which runs with the sentence) or one number that somebody has parted.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

_DIGIT = "[0-9\u0660-\u0669\u06f0-\u06f9]"
_SPACES, _DASHES, _SIGNS = " \u00a0\u2007\u2009\u202f", "-\u2010\u2011\u2012\u2013\u2212", "+=\u00d7\u00f7*_#"
_NUMBER = rf"{_DIGIT}++(?:[.,:\u066b\u066c]{_DIGIT}++)*+"
_PART = rf"[(\[]?{_NUMBER}[)\]]?"
_BETWEEN = re.escape(_SPACES + _DASHES + _SIGNS + "/")
# Numbers that touch each other, or that one space parts; with the signs before and behind that belong to them.
_ROW = re.compile(rf"((?<![^\s(\[«“\"'])[+*#\u2212-]++)?(?<![\w.,:])({_PART}(?:[{_BETWEEN}]{_PART})*+)([#*]++)?")
_PIECE = re.compile(rf"({_NUMBER})|([{_BETWEEN}])")
_GROUPED = re.compile(rf"{_DIGIT}{{1,3}}(?:[{_SPACES}]{_DIGIT}{{3}})+")
_PLAIN = re.compile(rf"{_DIGIT}+")
_ASCII = {ord(chr(zero + value)): str(value) for zero in (0x0660, 0x06F0) for value in range(10)}
# As many digits as a telephone's number has at least.
_OF_A_TELEPHONE = 7


def runs(text: str) -> Iterator[tuple[int, int]]:
    """From where to where numbers have to be isolated to be read from left to right, in a `text` without letters."""
    for row in _ROW.finditer(text):
        before, numbers, behind = row.groups(default="")
        if before in ("-", "\u2212") and text[: row.start()].rstrip()[-1:].isdigit():
            before = ""  # A range with a space before its dash.
        if not before and not behind:
            start = row.start(2)
            yield from ((start + begins, start + ends) for begins, ends in _of_row(numbers))
            continue
        _first, last = _without_brackets(numbers)
        start = row.start(2) - len(before)
        # (+974) 4412 3456: what is closed inside was opened before the sign.
        start -= _balance(numbers[:last]) < 0 and text[start - 1 : start] in ("(", "[")
        yield start, row.end() if behind else row.start(2) + last


def _balance(part: str) -> int:
    """How many brackets are opened in it, and not closed; less than none where more are closed."""
    return len(re.findall(r"[(\[]", part)) - len(re.findall(r"[)\]]", part))


def _of_row(row: str) -> Iterator[tuple[int, int]]:
    """The parts of a row of numbers that are one each: a day and an hour beside each other are two."""
    if _PLAIN.fullmatch(row):
        return
    cuts = [0, *_ends_of_dates(row), len(row)]
    for begins, ends in pairwise(cuts):
        part = row[begins:ends].strip(_SPACES)
        at = row.index(part, begins)
        start, end = _without_brackets(part)
        yield from ((at + start + first, at + start + last) for first, last in _of_part(part[start:end]))


def _ends_of_dates(row: str) -> Iterator[int]:
    """Where a space stands beside an hour, a date with slashes or a fraction."""
    pieces = list(_PIECE.finditer(row))
    for before, between, behind in zip(pieces, pieces[1:], pieces[2:], strict=False):
        is_space = between[2] is not None and between[2] in _SPACES
        if is_space and not (_PLAIN.fullmatch(before[0]) and _PLAIN.fullmatch(behind[0])):
            yield between.start()


def _without_brackets(part: str) -> tuple[int, int]:
    """A part without the brackets that stand around the whole of it, or that have no partner."""
    balance, has_one = _balance(part), len(re.findall(r"[(\[]", part)) == 1
    is_around = balance == 0 and has_one and part[0] in "([" and part[-1] in ")]"
    start = part[:1] in ("(", "[") and (is_around or balance > 0)
    end = part[-1:] in (")", "]") and (is_around or balance < 0)
    return int(start), len(part) - end


def _of_part(part: str) -> Iterator[tuple[int, int]]:
    between = [char for char in part if char in _SPACES + _DASHES + _SIGNS]
    dashes = [char for char in between if char in _DASHES]
    has_signs = any(char in _SIGNS for char in between)
    if has_signs or len(dashes) > 1 or re.search(r"[()\[\]]", part):
        yield 0, len(part)
    elif len(dashes) == 1:
        yield from _of_two(part, part.index(dashes[0]))
    elif between:
        yield 0, len(part)


def _of_two(part: str, dash: int) -> Iterator[tuple[int, int]]:
    """Two numbers with one dash: a range of grouped ones is two, each to be read by itself; a plain range is none."""
    one, other = part[:dash], part[dash + 1 :]
    grouped = [_GROUPED.fullmatch(one), _GROUPED.fullmatch(other)]
    if any(grouped) and all(each or _PLAIN.fullmatch(side) for each, side in zip(grouped, (one, other), strict=True)):
        yield from ((at, at + len(each[0])) for each, at in zip(grouped, (0, dash + 1), strict=True) if each)
    elif any(space in part for space in _SPACES) or _is_one_number(one.translate(_ASCII), other.translate(_ASCII)):
        yield 0, len(part)


def _is_one_number(one: str, other: str) -> bool:
    """Whether a dash parts one number and stands for no “to”: as far as its digits can tell."""
    if not (_PLAIN.fullmatch(one) and _PLAIN.fullmatch(other)):
        return False
    if any(len(each) > 2 and each[0] == "0" for each in (one, other)):
        return True
    are_years = all(len(each) == 4 and each[0] in "12" for each in (one, other))
    are_round = all(each[-1] in "05" for each in (one, other))
    falls = (len(one), one) > (len(other), other)
    return len(one) + len(other) >= _OF_A_TELEPHONE and not are_years and (falls or not are_round)
