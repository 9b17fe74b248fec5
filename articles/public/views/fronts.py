"""The front page of an edition, and of each section."""

from django.db.models import OuterRef, Subquery

from articles.composing import arranging, fronts, paging
from articles.models.editions import Section
from articles.models.placement import Placement
from articles.models.publication import Publication
from articles.public import forwarding
from articles.public.pages import page, show


@page
def front(request, edition):
    placed = list(_placed(edition))
    if "before" in request.GET:
        river = fronts.newest(edition, placed, paging.before(request))
        return show(request, "stories/front.html", {"river": river.rows, "older": river.older})
    return show(request, "stories/front.html", fronts.content(edition, placed))


def _placed(edition):
    """What editors chose to lead the page, in the order of its slots."""
    current = Placement.objects.current().filter(edition=edition)
    slot = current.filter(story_id=OuterRef("story_id")).values("slot")[:1]
    chosen = Publication.objects.live().filter(story_id__in=current.values("story_id"))
    return chosen.for_list(edition.language).annotate(slot=Subquery(slot)).order_by("slot")


@page
def section(request, edition, slug):
    shown = Section.objects.filter(edition=edition, slug=slug).first()
    if shown is None:
        return forwarding.section(edition, slug)
    rows = Publication.objects.live().in_section(shown, paging.before(request)).for_list(edition.language)
    found = paging.cut(rows)
    if "before" in request.GET:
        return show(request, "sections/section.html", {"section": shown, "list": found})
    stories = arranging.reported_first(found.rows)
    front = arranging.section_front(shown, stories)
    rest = paging.Page(stories[front.takes :], found.older)
    context = {"section": shown, "front": front, "first": front.shown(stories), "list": rest}
    return show(request, "sections/section.html", context)
