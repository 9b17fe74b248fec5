"""The front page of an edition, and of each section."""

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Now

from articles.models.corrections import Correction
from articles.models.editions import Section
from articles.models.placement import Placement
from articles.models.publication import Publication
from articles.public import arranging, forwarding, paging
from articles.public.pages import page, show


@page
def front(request, edition):
    placed = list(_placed(edition))
    newest = Publication.objects.live().in_edition(edition, paging.before(request)).for_list(edition.language)
    river = paging.cut(newest.exclude(story_id__in=[story.story_id for story in placed]))
    if "before" in request.GET:
        return show(request, "stories/front.html", {"river": river.rows, "older": river.older})
    context = _arranged(edition, placed, river.rows) | {"older": river.older}
    corrections = Correction.objects.of_edition(edition).select_related("publication__edition")
    context["corrections"] = list(corrections.defer("publication__body", "publication__vector")[:3])
    return show(request, "stories/front.html", context)


def _arranged(edition, placed, newest):
    """Lead and seconds, the sections, and the river, of which none repeats another."""
    top = arranging.top(placed, newest)
    rest = arranging.without(newest, arranging.told(top))
    taken = arranging.told(top) | {story.story_id for story in arranging.latest(rest)}
    rows = arranging.shelves(_in_sections(edition, taken))
    return top | {"rows": rows, "river": arranging.without(rest, arranging.told(top, rows))}


def _in_sections(edition, taken):
    """The newest of each section, but for what has a place already."""
    sections = Section.objects.filter(edition=edition).order_by()
    newest = Publication.objects.live().exclude(story_id__in=taken)
    return newest.newest_of_each(sections, arranging.OF_A_SECTION).for_list(edition.language)


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
    found = paging.cut(rows)
    if "before" in request.GET:
        return show(request, "sections/section.html", {"section": shown, "list": found})
    stories = arranging.reported_first(found.rows)
    front = arranging.section_front(shown, stories)
    rest = paging.Page(stories[front.takes :], found.older)
    context = {"section": shown, "front": front, "first": front.shown(stories), "list": rest}
    return show(request, "sections/section.html", context)
