"""The photos in a story's text: where they stand, and what stands in their place on a page."""

import re
from collections.abc import Callable
from typing import NamedTuple

# As `text.clean` writes it. On a page the caption may hold the marks of attributed passages.
_FIGURE = re.compile(r'<figure data-photo="([^"]+)">(?:<figcaption>(.*?)</figcaption>)?</figure>', re.DOTALL)


class Figure(NamedTuple):
    """A photo by its slug, and the caption that the story gives it, as HTML: empty where the photo's own will do."""

    slug: str
    caption_html: str


def figures(html: str) -> list[Figure]:
    """The photos in cleaned HTML, in order."""
    return [Figure(slug, caption) for slug, caption in _FIGURE.findall(html)]


def slugs(html: str) -> list[str]:
    """Each photo once, in the order in which it first stands."""
    return list(dict.fromkeys(figure.slug for figure in figures(html)))


def replaced(html: str, draw: Callable[[Figure], str]) -> str:
    """The text with what `draw` makes of each photo in its place."""
    return _FIGURE.sub(lambda found: draw(Figure(found.group(1), found.group(2) or "")), html)
