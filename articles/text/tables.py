"""The tables in a story's text, as readers' pages show them."""

import re
from html import escape, unescape

_TABLE = re.compile(r"<table[ >]|</table>")
_CAPTION = re.compile(r"<caption[^<>]*>(.*?)</caption>")
_TAG = re.compile(r"<[^<>]*>")
_NUMBER_OF_A_PASSAGE = re.compile(r"<span class=\"passage-number\"[^<>]*><button[^<>]*>[^<]*</button></span>")


def framed(html: str, label: str) -> str:
    """Cleaned HTML in which each table stands in a frame that scrolls by itself, and can be reached by keyboard.

    `label` is what the frame is called, with {} for its caption; its marks of passages are not read out.
    """
    return _TABLE.sub(lambda tag: _frame(html, tag, label), html) if "<table" in html else html


def _frame(html: str, tag: re.Match[str], label: str) -> str:
    if tag[0] == "</table>":
        return "</table></div>"
    begins = html.find(">", tag.start()) + 1
    caption = _CAPTION.match(html, begins)
    said = unescape(_TAG.sub("", _NUMBER_OF_A_PASSAGE.sub("", caption[1]))) if caption else ""
    name = escape(label.format(said).rstrip(": "))
    return f'<div class="table" role="region" tabindex="0" aria-label="{name}">{tag[0]}'
