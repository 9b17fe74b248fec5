"""Plain text as HTML: of a wire that breaks its lines at a width, and of a message whose lines are its paragraphs."""

import re
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from articles.text import windows

_BETWEEN_BLOCKS = re.compile(r"\n[ \t]*\n|\n(?=[ \t]{2})")
# What ends a sentence ends a paragraph, with the marks and brackets that close behind it.
_ENDS = re.compile(r"(?:[.!?…:؟۔。！？]['\"’)\]]*|[”»›])$")
_BEGINS_ANEW = re.compile(r"[-–—*•·>]\s|\(?\w{1,3}[.)]\s")
_UNSEEN_AT_THE_END = " \t\u00a0\u200b\u200e\u200f\u061c"
# Nobody breaks lines below the one width or above the other.
_NARROWEST, _WIDEST = 40, 100


class Lines(NamedTuple):
    """Plain text as HTML, how many of its lines were `joined` to paragraphs, and the same with each line kept."""

    html: str
    joined: int
    kept_html: str


def read(typed: str) -> Lines:
    """Plain text as paragraphs. Lines that were broken at a width are joined."""
    blocks = [block for block in _BETWEEN_BLOCKS.split(_whole(typed)) if block.strip()]
    lines = [[line for line in block.split("\n") if line.strip()] for block in blocks]
    joined = [list(_joined(block)) for block in lines]
    return Lines(
        "".join(_paragraph(" ".join(part)) for block in joined for part in block),
        sum(len(part) for block in joined for part in block if len(part) > 1),
        "".join(_paragraph(line) for block in lines for line in block),
    )


def _whole(typed: str) -> str:
    return (
        windows.marks(typed.replace("\r\n", "\n").replace("\r", "\n")).replace("\u2028", "\n").replace("\u2029", "\n")
    )


def _paragraph(line: str) -> str:
    return f"<p>{escape(' '.join(line.split()), quote=False)}</p>"


def _joined(block: list[str]) -> Iterator[list[str]]:
    """The lines of a block, those together that make a paragraph."""
    is_wrapped = _is_wrapped(block)
    part: list[str] = []
    for line in block:
        part.append(line)
        if not is_wrapped or _ENDS.search(line.rstrip(_UNSEEN_AT_THE_END)):
            yield part
            part = []
    if part:
        yield part


def _is_wrapped(block: list[str]) -> bool:
    """Whether lines that end in mid-sentence do so because the next word had no room."""
    lines = [line.rstrip(_UNSEEN_AT_THE_END) for line in block]
    width = max(map(len, lines))
    broken = [(line, after) for line, after in zip(lines, lines[1:], strict=False) if not _ENDS.search(line)]
    return bool(broken) and width <= _WIDEST and all(_had_no_room(line, after, width) for line, after in broken)


def _had_no_room(line: str, after: str, width: int) -> bool:
    word = after.split(None, 1)[0]
    # Programs count a width in their own ways: a few letters more or less.
    is_full = len(line) + 1 + len(word) + 3 > width
    return len(line) >= _NARROWEST and is_full and not _BEGINS_ANEW.match(after.lstrip())
