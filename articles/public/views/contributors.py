"""A contributor, and what they have written."""

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.shortcuts import get_object_or_404

from articles.composing import paging
from articles.models.contributors import Contributor, ContributorName
from articles.models.publication import Publication
from articles.public.pages import page, show


@page
def contributor(request, edition, slug):
    called = ContributorName.objects.filter(contributor=OuterRef("pk"), language=edition.language)
    named = Contributor.objects.select_related("portrait").annotate(
        called=Coalesce(Subquery(called.values("name")[:1]), "name"), about=Subquery(called.values("about")[:1])
    )
    shown = get_object_or_404(named, slug=slug)
    rows = Publication.objects.live().by_contributor(shown, edition, paging.before(request)).for_list(edition.language)
    return show(request, "contributors/contributor.html", {"contributor": shown, "list": paging.cut(rows)})
