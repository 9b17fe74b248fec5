"""Whose clock a page shows: said once, on each page that shows a time of day."""

import re

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, pgettext

from articles.composing.clocks import city

register = template.Library()

# Where it is said at the head of a page: kept free until it is known what stands below.
PLACE = "<!--clock-->"
A_TIME = re.compile(r'<time datetime="[^"]*T')
SAID = '<span class="clock">'


@register.simple_tag
def of_clock():
    """Behind the first time of day of a story: “14:05 London”."""
    return _said(pgettext("behind a time of day", "%(city)s"))


@register.simple_tag
def place_for_clock():
    """Where `clock_at_head` says it."""
    return mark_safe(PLACE)


@register.tag
def clock_at_head(parser, token):
    """{% clock_at_head %}…{% end_clock_at_head %}: the head of a page and what stands below it. Whose clock it is is
    said at the head, once, if a time of day stands below and has not said it itself: a list may show days alone."""
    nodes = parser.parse(["end_clock_at_head"])
    parser.delete_first_token()
    return _AtHead(nodes)


class _AtHead(template.Node):
    def __init__(self, nodes):
        self.nodelist = nodes

    def render(self, context):
        page = self.nodelist.render(context)
        is_wanted = A_TIME.search(page) and SAID not in page
        said = _said(pgettext("behind a day", "%(city)s time")) if is_wanted else ""
        return page.replace(PLACE, said, 1)


def _said(form):
    called = city(str(timezone.get_current_timezone()), get_language())
    return format_html(SAID + "<bdi>{}</bdi></span>", form % {"city": called})
