"""What a story's text has beside its words: its headings, items, quotations, photos, links and emphasis, in order."""

import re
from dataclasses import dataclass
from html import unescape

from articles.text import body

_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
# Of these, nothing is told but a direction of their own.
_PLAIN = {"p", "ul", "ol", "figcaption"}


@dataclass
class Part:
    """One of them: its tag, its words, where a link leads or which photo it is, and a direction of its own."""

    tag: str
    is_numbered: bool
    words: str = ""
    leads: str = ""
    direction: str = ""

    @property
    def kind(self) -> tuple[str, bool, str, str]:
        """What it is, whatever its words."""
        return self.tag, self.is_numbered, self.leads, self.direction


def parts(html: str) -> list[Part]:
    """Those of cleaned HTML, each where it begins."""
    return [part for part in _elements(html) if part.tag not in _PLAIN or part.direction]


def _elements(html: str) -> list[Part]:
    is_open: list[Part] = []
    found: list[Part] = []
    for index, piece in enumerate(body.pieces(html)):
        name = body.tag_name(piece) if index % 2 else ""
        if not name or name in ("br", "hr"):
            for part in is_open:
                part.words += " " if name else unescape(piece)
        elif piece[1] == "/":
            closed = is_open.pop()
            closed.words = " ".join(closed.words.split())
            for part in is_open if body.is_block(piece) else ():
                part.words += " "
        else:
            part = _begun(name, piece, is_numbered=bool(is_open) and (name, is_open[-1].tag) == ("li", "ol"))
            is_open.append(part)
            found.append(part)
    return found


def _begun(name: str, tag: str, *, is_numbered: bool) -> Part:
    given = {key: unescape(value) for key, value in _ATTRIBUTE.findall(tag)}
    leads = given.get("href") or given.get("data-photo", "")
    return Part(name, is_numbered, leads=leads, direction=given.get("dir", ""))
