"""A contributor, and what they have written."""

from django.shortcuts import get_object_or_404

from articles.composing import paging
from articles.models.contributors import Contributor
from articles.models.publication import Publication
from articles.public.pages import page, show


@page(knows=paging.KNOWS)
def contributor(request, edition, slug):
    shown = get_object_or_404(Contributor.objects.for_readers(edition), slug=slug)
    rows = (
        Publication.objects.live()
        .news()
        .by_contributor(shown, edition, paging.before(request))
        .for_list(edition.language)
    )
    return show(request, "contributors/contributor.html", {"contributor": shown, "list": paging.cut(rows)})
