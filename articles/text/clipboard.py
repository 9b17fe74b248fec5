"""A whole paste: read, counted and bounded. Nothing that a paste names is fetched."""

from collections import Counter
from html import escape
from typing import NamedTuple

from articles.text import blocks, body, lines, markup
from articles.text.foreign.seen import Left

# Above the one or the other the words come in, each block a paragraph, and no mark of what they were.
MOST_BYTES, MOST_BLOCKS = 2_000_000, 2_000
_COUNTED = markup.BLOCKS - {"td", "th", "tr", "thead", "tbody", "caption"}


class Taken(NamedTuple):
    """What is taken from the clipboard. `left`: what was left out of it, counted. `joined`: how many lines of plain
    text were joined to paragraphs; `lines_html` is the same with each line kept. `is_bounded`: only its words came in.
    """

    html: str
    left: Counter[Left]
    joined: int = 0
    lines_html: str = ""
    is_bounded: bool = False


def take(html: str, plain: str = "") -> Taken:
    """What was copied, as it may stand in a text: its HTML, or else its plain text."""
    left: Counter[Left] = Counter()
    read = lines.read(plain) if not html.strip() else None
    if read and (len(plain.encode(errors="replace")) > MOST_BYTES or read.html.count("<p>") > MOST_BLOCKS):
        # Escaped paragraphs already: nothing is left to clean.
        return Taken(blocks.UNPRINTABLE.sub("", read.html), left, is_bounded=True)
    cleaned = body.clean(read.html if read else html, left)
    is_bounded = len((html or plain).encode(errors="replace")) > MOST_BYTES or _blocks(cleaned) > MOST_BLOCKS
    if is_bounded:
        cleaned = "".join(f"<p>{escape(said, quote=False)}</p>" for said in body.paragraphs(cleaned))
    is_joined = read is not None and read.joined > 0
    kept = body.clean(read.kept_html) if read and is_joined and not is_bounded else ""
    return Taken(cleaned, +left, read.joined if read and kept else 0, kept, is_bounded)


def _blocks(html: str) -> int:
    return sum(tag.name in _COUNTED and not tag.is_end for tag in markup.tags(html))
