"""A contributor, and what they have written."""

from django.shortcuts import get_object_or_404

from articles.composing import paging
from articles.models.contributors import Contributor
from articles.models.prepared import NUMBER, TEXT, Slot
from articles.models.publication import Publication
from articles.public.pages import page, show

OF_CONTRIBUTOR = paging.List(
    lambda before: (
        Publication.objects.live()
        .news()
        .by_contributor(Slot("contributor", NUMBER), Slot("edition", NUMBER), before)
        .for_list(Slot("language", TEXT))
    )
)


@page(knows=paging.KNOWS)
def contributor(request, edition, slug):
    shown = get_object_or_404(Contributor.objects.for_readers(edition), slug=slug)
    before, about = paging.before(request), {"edition": edition.pk, "language": edition.language}
    found = OF_CONTRIBUTOR.page(before, contributor=shown.pk, **about)
    return show(request, "contributors/contributor.html", {"contributor": shown, "list": found})
