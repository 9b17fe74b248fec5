"""A source: what it is called, what titles it bore, what it has told us."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.shortcuts import get_object_or_404

from articles.composing import paging
from articles.models.publication import Publication
from articles.models.published import Statement
from articles.models.sources import Source, SourceName, SourceTitle
from articles.public.pages import page, show


@page
def source(request, edition, slug):
    """Only for such as may have a page: private people have none."""
    names = SourceName.objects.filter(source=OuterRef("pk"))
    titles = SourceTitle.objects.filter(source=OuterRef("pk"), language=edition.language).order_by("from_on", "pk")
    with_names = Source.objects.annotate(
        all_names=ArraySubquery(names.values(json=JSONObject(language="language", name="name"))),
        all_titles=ArraySubquery(titles.values(json=JSONObject(title="title", since="from_on", until="until_on"))),
    )
    shown = get_object_or_404(with_names, slug=slug, may_have_page=True)
    told = Statement.objects.of_source(shown, paging.before(request)).filter(
        publication__in=Publication.objects.live().filter(edition=edition)
    )
    told = told.select_related("publication__edition", "publication__section").defer(
        "publication__body", "publication__vector"
    )
    return show(request, "sources/source.html", {"source": shown, "list": paging.cut(told, tie="pk")})
