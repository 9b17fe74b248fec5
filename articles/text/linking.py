"""Addresses that stand in the words of a text: as they were meant, and a link where one has a line to itself."""

from collections.abc import Iterator
from html import escape

from articles.text import addresses, markup

# What a line begins or ends with. A photo's caption is plain.
_LINES = markup.BLOCKS - {"figcaption", "figure"} | {"br"}


def linked(html: str) -> str:
    """Cleaned HTML in which no address names who received it, and one alone in its line is a link."""
    return "".join(_pieces(html)) if "http" in html.lower() else html


def _pieces(html: str) -> Iterator[str]:
    # Text and tag in turn, from text to text.
    tokens = list(markup.tokens(html))
    for at, token in enumerate(tokens):
        if token.name or "http" not in token.source.lower():
            yield token.source
            continue
        said = addresses.in_text(token.text)
        inside = escape(said, quote=False).replace("\xa0", "&nbsp;")
        address = addresses.alone(said) if _is_a_line(tokens, at) else None
        yield f'<a href="{escape(address)}">{inside}</a>' if address else inside


def _is_a_line(tokens: list[markup.Token], at: int) -> bool:
    around = tokens[max(at - 1, 0) : at] + tokens[at + 1 : at + 2]
    return bool(around) and all(tag.name in _LINES for tag in around)
