"""The front page of an edition, and of each section."""

from articles.composing import arranging, fronts, paging
from articles.models.editions import Section
from articles.models.prepared import NUMBER, TEXT, Slot
from articles.models.publication import Publication
from articles.public import forwarding
from articles.public.pages import page, show

OF_SECTION = paging.List(
    lambda before: (
        Publication.objects.live().news().in_section(Slot("section", NUMBER), before).for_list(Slot("language", TEXT))
    )
)


@page(knows=paging.KNOWS)
def front(request, edition):
    placed = list(Publication.objects.live().placed(edition).for_list(edition.language))
    if "before" in request.GET:
        river = fronts.newest(edition, placed, paging.before(request))
        return show(request, "stories/front.html", {"river": river.rows, "older": river.older})
    return show(request, "stories/front.html", fronts.content(edition, placed))


@page(knows=paging.KNOWS)
def section(request, edition, slug):
    shown = Section.objects.filter(edition=edition, slug=slug).first()
    if shown is None:
        return forwarding.section(edition, slug)
    found = OF_SECTION.page(paging.before(request), section=shown.pk, language=edition.language)
    if "before" in request.GET:
        return show(request, "sections/section.html", {"section": shown, "list": found})
    front = arranging.section_front(shown, found.rows)
    rest = paging.Page(found.rows[front.takes :], found.older)
    context = {"section": shown, "front": front, "first": front.shown(found.rows), "list": rest}
    return show(request, "sections/section.html", context)
