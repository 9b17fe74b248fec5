"""How the paper counts its sources: the paper's signature, on stories, in lists and where a story is shared."""

import re

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, ngettext, pgettext

from articles.composing.numerals import in_numerals

register = template.Library()

FIGURES = re.compile(r"\d+")


@register.filter
def as_statements(number):
    return _shown(ngettext("%(shown)s statement", "%(shown)s statements", number), number)


@register.filter
def as_sources(number):
    return _shown(ngettext("%(shown)s source", "%(shown)s sources", number), number)


@register.filter
def as_unnamed(number):
    return _shown(ngettext("%(shown)s unnamed", "%(shown)s unnamed", number), number)


@register.filter
def as_stories(number):
    return _shown(ngettext("%(shown)s story", "%(shown)s stories", number), number)


@register.filter
def on_the_record(number):
    return _shown(ngettext("%(shown)s on the record", "%(shown)s on the record", number), number)


@register.filter
def signed(sourcing):
    """10 statements · 8 sources · 2 unnamed: the line under a byline."""
    parts = [as_statements(len(sourcing.statements)), as_sources(len(sourcing.owners))]
    return " · ".join([*parts, as_unnamed(sourcing.unnamed)] if sourcing.unnamed else parts)


@register.filter
def signed_briefly(sourced):
    """8 sources, 2 unnamed: in a list, of what `for_list` counts."""
    parts = [as_sources(sourced["sources"])]
    comma = pgettext("between counts", ", ")
    return comma.join([*parts, as_unnamed(sourced["unnamed"])] if sourced["unnamed"] else parts)


@register.filter
def in_figures(words):
    """A count with its figures set apart."""
    # Safe: it is escaped, and what is put in is ours.
    return mark_safe(FIGURES.sub(r"<b>\g<0></b>", conditional_escape(words)))


def _shown(words, number):
    return words % {"shown": in_numerals(number, get_language())}
