"""Lines and texts in which what runs from left to right is drawn so, whatever stands around it.

Each page activates the language of its edition, and with it the direction. At the desk a story's may be another: there
it is given, or "auto": that of its first letter."""

from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe
from django.utils.translation import get_language_bidi

from articles.text import directions


def drawn(line, direction=""):
    """A line, escaped."""
    # Safe: it is escaped, or was safe before, and what is put in is ours.
    return mark_safe(directions.drawn(conditional_escape(line), _base(direction)))


def drawn_text(html, direction=""):
    """A text of safe HTML."""
    # Safe: it was before, and what is put in is ours.
    return mark_safe(directions.drawn(html, _base(direction)))


def isolated(line, direction=""):
    """A line where no HTML may stand: the title of a page, a letter."""
    return directions.isolated(str(line or ""), _base(direction))


def apart(line):
    """A name in the title of a desk's page, whose language may be another."""
    return directions.apart(str(line or ""))


def _base(direction):
    return direction or (directions.RTL if get_language_bidi() else directions.LTR)
