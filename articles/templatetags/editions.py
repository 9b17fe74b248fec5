"""The same story, section, topic or page in another edition."""

from dataclasses import dataclass
from datetime import date

from django import template
from django.urls import reverse
from django.utils.html import format_html_join

from articles.models.editions import Edition
from articles.templatetags.paper import PAGING, absolute, canonical

register = template.Library()

ALTERNATE = '<link rel="alternate" hreflang="{}" href="{}">'


@register.simple_tag(takes_context=True)
def in_each_edition(context, page, **parts):
    """Links, for machines, to a page that has the same address in each edition but for the language."""
    links = (
        (edition.language, absolute(context, reverse(page, kwargs={"language": edition.prefix, **parts})))
        for edition in _counterparts(context, context["paper"].editions)
    )
    return format_html_join("\n", ALTERNATE, links)


@dataclass(frozen=True)
class Sibling:
    """The same story or section in another edition."""

    edition: Edition
    name: str
    address: str


@register.filter
def siblings(story, paper):
    """The siblings of a story that was read with `for_page`."""
    found = []
    for sibling in story.siblings:
        edition = _edition(paper, sibling["language"])
        parts = {"language": edition.prefix, "day": date.fromisoformat(sibling["day"]), "slug": sibling["slug"]}
        found.append(Sibling(edition, sibling["headline"], reverse("story", kwargs=parts)))
    return found


@register.filter
def section_siblings(section, paper):
    """The siblings of a section, found in the menus, which every page has."""
    return [
        Sibling(edition, item["label"], reverse("section", kwargs={"language": edition.prefix, "slug": item["slug"]}))
        for edition in paper.others
        for item in edition.menu
        if item["family"] == section.family
    ]


@register.filter
def tag_siblings(tag, paper):
    """The siblings of a tag that was read with them; one of a language in which the paper does not appear is left
    out."""
    editions = {edition.language: edition for edition in paper.others}
    return [
        Sibling(edition, row["name"], reverse("topic", kwargs={"language": edition.prefix, "slug": row["slug"]}))
        for row in tag.siblings
        if (edition := editions.get(row["language"]))
    ]


@register.filter
def page_siblings(page, paper):
    """Pages about the paper that have the same slug."""
    return [
        Sibling(edition, item["label"], reverse("page", kwargs={"language": edition.prefix, "slug": item["slug"]}))
        for edition in paper.others
        for item in edition.pages_menu
        if item["slug"] == page.slug
    ]


@register.simple_tag(takes_context=True)
def in_other_editions(context, siblings):
    """Links, for machines, to this page and to its siblings; nothing where it has none."""
    own = context["edition"].language, canonical(context)
    links = [own, *((sibling.edition.language, absolute(context, sibling.address)) for sibling in siblings)]
    return format_html_join("\n", ALTERNATE, links) if _counterparts(context, siblings) else ""


def _counterparts(context, others):
    """The siblings of a page. A page far back in a list has none: the other edition's list goes on elsewhere."""
    return others if not context["request"].GET.keys() & set(PAGING) else []


def _edition(paper, language):
    return next(edition for edition in paper.editions if edition.language == language)
