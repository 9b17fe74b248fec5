"""What a story's text has beside its words: its headings, items, quotations, photos, links and emphasis, in order."""

from dataclasses import dataclass
from html import unescape

from articles.text import markup

# Tags of which nothing is told but a direction of their own.
_PLAIN = {"p", "ul", "ol", "figcaption", "caption", "thead", "tbody", "tr", "td", "th"}


@dataclass
class Part:
    """A part of the outline: its tag, its words, where a link leads or which photo it is, and a direction of its
    own."""

    tag: str
    is_numbered: bool
    words: str = ""
    leads: str = ""
    direction: str = ""

    @property
    def kind(self) -> tuple[str, bool, str, str]:
        """The kind of the part, whatever its words."""
        return self.tag, self.is_numbered, self.leads, self.direction


def parts(html: str) -> list[Part]:
    """The parts of cleaned HTML, in the order in which they begin."""
    return [part for part in _elements(html) if part.tag not in _PLAIN or part.direction]


def _elements(html: str) -> list[Part]:
    is_open: list[Part] = []
    found: list[Part] = []
    for token in markup.tokens(html):
        if token.is_text or token.name in ("br", "hr"):
            for part in is_open:
                part.words += " " if token.name else token.text
        elif token.is_end:
            closed = is_open.pop()
            closed.words = " ".join(closed.words.split())
            for part in is_open if token.is_block else ():
                part.words += " "
        else:
            is_numbered = bool(is_open) and (token.name, is_open[-1].tag) == ("li", "ol")
            leads = unescape(token.attributes.get("href") or token.photo)
            is_open.append(Part(token.name, is_numbered, leads=leads, direction=token.attributes.get("dir", "")))
            found.append(is_open[-1])
    return found
