"""What runs from left to right is drawn so, whatever the text around it: in lines, in texts, in titles.

Each page activates the language of its edition, and so its direction. At the desk a story's may be another: there it is
given."""

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe
from django.utils.translation import get_language_bidi

from articles.text import directions

register = template.Library()


def _base(direction):
    return direction or (directions.RTL if get_language_bidi() else directions.LTR)


@register.filter
def drawn(line, direction=""):
    """A line, escaped."""
    # Safe: it is escaped, or was safe before, and what is put in is ours.
    return mark_safe(directions.drawn(conditional_escape(line), _base(direction)))


@register.filter(is_safe=True)
def drawn_text(html, direction=""):
    """A text of safe HTML."""
    # Safe: it was before, and what is put in is ours.
    return mark_safe(directions.drawn(html, _base(direction)))


@register.filter
def isolated(line, direction=""):
    """A line where no HTML may stand: the title of a page, say."""
    return directions.isolated(str(line or ""), _base(direction))
