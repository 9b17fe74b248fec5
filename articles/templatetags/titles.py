"""The titles that a source bore, and the organisations that they name."""

from django import template
from django.utils.html import format_html

from articles.composing.drawing import drawn
from articles.templatetags.paper import to
from articles.text import folding

register = template.Library()


@register.simple_tag(takes_context=True)
def title_of(context, title):
    """A title, with a link to the organisation that it names, below it: the title itself where it says that name."""
    words, organisation = drawn(title["title"]), title["organisation"]
    if not organisation:
        return words
    page, name = to(context, "source", slug=organisation["slug"]), organisation["name"]
    if folding.fold(name) in folding.fold(title["title"]):
        return format_html('<a href="{}">{}</a>', page, words)
    return format_html('{} <a class="of" href="{}"><bdi>{}</bdi></a>', words, page, drawn(name))
