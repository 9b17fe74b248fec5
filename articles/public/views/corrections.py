"""All corrections of an edition."""

from articles.models.corrections import Correction
from articles.public import paging
from articles.public.pages import page, show


@page
def corrections(request, edition):
    rows = Correction.objects.of_edition(edition, paging.before(request)).select_related("publication__edition")
    rows = rows.defer("publication__body", "publication__vector")
    return show(request, "corrections/corrections.html", {"list": paging.cut(rows, tie="pk", time="at")})
