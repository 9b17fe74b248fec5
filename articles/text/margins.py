"""What stands beside a text: its HTML in pieces, each with the statements whose owners stand beside it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.text import markup

_STATEMENT = re.compile(r'<button type="button" popovertarget="statement-(\d+)"')


class Part(NamedTuple):
    """A piece of a text, and the statements, by their numbers, that stand beside its first line."""

    statements: list[int]
    html: str


def parts(marked: str) -> list[Part]:
    """HTML that `passages.mark` has marked, in pieces: each begins with a block that has statements, but for the first.

    A block is a whole one: an item of a list is not parted from the list. Together they are the text.
    """
    pieces: list[Part] = []
    for block in _blocks(marked):
        statements = [int(number) for number in _STATEMENT.findall(block)]
        if statements or not pieces:
            pieces.append(Part(statements, block))
        else:
            pieces[-1] = Part(pieces[-1].statements, pieces[-1].html + block)
    return pieces


def _blocks(html: str) -> Iterator[str]:
    """The outermost blocks of a text, each with what stands between it and the next."""
    depth = begins = 0
    for tag in markup.block_tags(html):
        if depth == 0 and tag.start > begins and not tag.is_end:
            yield html[begins : tag.start]
            begins = tag.start
        depth += -1 if tag.is_end else 1
    yield html[begins:]
