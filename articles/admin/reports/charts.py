"""Bars: each line a label and a bar in parts, from the side on which the desk's language begins."""

from dataclasses import dataclass

from django.utils.translation import get_language_bidi

WIDTH, LINE, BAR = 600, 52, 16


@dataclass(frozen=True)
class Part:
    """A part of a bar, or a whole one: where it begins, how long it is, and how it is drawn."""

    name: str
    x: int
    width: int


@dataclass(frozen=True)
class Line:
    label: str
    said: str
    y: int
    parts: tuple[Part, ...]

    @property
    def bar_y(self):
        return self.y + 8


@dataclass(frozen=True)
class Chart:
    title: str
    lines: tuple[Line, ...]
    width: int = WIDTH

    @property
    def height(self):
        return LINE * len(self.lines) + 4

    @property
    def bar(self):
        return BAR

    @property
    def text_x(self):
        return self.width if get_language_bidi() else 0


def bars(title, rows):
    """A chart of rows: (label, what is said of it, {name of a part: number}). What is not nought can be seen."""
    rows = list(rows)
    most = max((sum(parts.values()) for _label, _said, parts in rows), default=0)
    rows = rows if most else []
    lines = (
        Line(str(label), str(said), place * LINE + 18, tuple(_parts(parts, most)))
        for place, (label, said, parts) in enumerate(rows)
    )
    return Chart(str(title), tuple(lines))


def _parts(parts, most):
    begins = 0
    for name, number in parts.items():
        if number:
            width = max(3, round(number / most * (WIDTH - 3 * len(parts))))
            yield Part(name, WIDTH - begins - width if get_language_bidi() else begins, width)
            begins += width
