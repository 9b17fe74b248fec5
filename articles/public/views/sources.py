"""A source: what it is called, what titles it bore, what it has told us."""

from django.shortcuts import get_object_or_404

from articles.composing import paging
from articles.composing.memory import memory
from articles.models.prepared import NUMBER, Slot
from articles.models.published import Statement
from articles.models.sources import Source
from articles.public.pages import page, show

TOLD = paging.List(
    lambda before: (
        Statement.objects.of_source(Slot("source", NUMBER), before)
        .news_in(Slot("edition", NUMBER))
        .for_list()
        .with_interviews()
    ),
    tie="pk",
)


@page(knows=paging.KNOWS)
def source(request, edition, slug):
    """The page of a source, if it may have one: private people have none."""
    shown = get_object_or_404(Source.objects.for_readers(edition), slug=slug)
    before = paging.before(request)
    told = TOLD.page(before, source=shown.pk, edition=edition.pk)
    remembered = memory(told, before, shown.all_titles)
    context = {"source": shown, "memory": remembered}
    return show(request, "sources/source.html", context)
