"""The front page of an edition, and of each section."""

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Now

from articles.models.corrections import Correction
from articles.models.editions import Section
from articles.models.placement import Placement
from articles.models.publication import Publication
from articles.public import forwarding, paging
from articles.public.pages import page, show

SECONDS = 3


@page
def front(request, edition):
    placed = list(_placed(edition))
    newest = Publication.objects.live().in_edition(edition, paging.before(request)).for_list(edition.language)
    river = paging.cut(newest.exclude(story_id__in=[story.story_id for story in placed]))
    if "before" in request.GET:
        return show(request, "stories/front.html", {"river": river.rows, "older": river.older})
    corrections = Correction.objects.of_edition(edition).select_related("publication__edition")
    corrections = list(corrections.defer("publication__body", "publication__vector")[:3])
    context = arranged([*placed, *river.rows]) | {"older": river.older, "corrections": corrections}
    return show(request, "stories/front.html", context)


def arranged(stories):
    """One lead, a few seconds, a river: what editors placed, then the newest."""
    return {"lead": stories[:1], "seconds": stories[1 : 1 + SECONDS], "river": stories[1 + SECONDS :]}


def _placed(edition):
    """What editors chose to lead the page, in the order of its slots."""
    current = Placement.objects.current(Now()).filter(edition=edition)
    slot = current.filter(story_id=OuterRef("story_id")).values("slot")[:1]
    chosen = Publication.objects.live().filter(story_id__in=current.values("story_id"))
    return chosen.for_list(edition.language).annotate(slot=Subquery(slot)).order_by("slot")


@page
def section(request, edition, slug):
    shown = Section.objects.filter(edition=edition, slug=slug).first()
    if shown is None:
        return forwarding.section(edition, slug)
    rows = Publication.objects.live().in_section(shown, paging.before(request)).for_list(edition.language)
    return show(request, "sections/section.html", {"section": shown, "list": paging.cut(rows)})
