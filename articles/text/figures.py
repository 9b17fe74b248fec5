"""The photos in a story's text: where they stand, and what stands in their place on a page."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from articles.text import markup


class Figure(NamedTuple):
    """A photo by its slug, and the caption that the story gives it, as HTML: empty where the photo's own will do."""

    slug: str
    caption_html: str


def figures(html: str) -> list[Figure]:
    """The photos in cleaned HTML, in order."""
    return [figure for figure, _start, _end in _placed(html)]


def slugs(html: str) -> list[str]:
    """Each photo once, in the order in which it first stands."""
    return list(dict.fromkeys(figure.slug for figure in figures(html)))


def replaced(html: str, draw: Callable[[Figure], str]) -> str:
    """The text with what `draw` makes of each photo in its place."""
    parts, after = [], 0
    for figure, start, end in _placed(html):
        parts += [html[after:start], draw(figure)]
        after = end
    return "".join([*parts, html[after:]])


def _placed(html: str) -> Iterator[tuple[Figure, int, int]]:
    """Each photo, and from where to where its figure stands. On a page its caption may hold marks of passages."""
    begun = None
    for tag in markup.tags(html) if "<figure" in html else ():
        if tag.photo:
            begun = tag
        elif begun and tag.name == "figure" and tag.is_end:
            caption = html[begun.end : tag.start].removeprefix("<figcaption>").removesuffix("</figcaption>")
            yield Figure(begun.photo, caption), begun.start, tag.end
            begun = None
