"""All corrections of an edition, and those of one kind."""

from articles.composing import paging
from articles.models.corrections import Correction
from articles.public.pages import page, show
from articles.rules.words import CorrectionKind


@page(knows=paging.KNOWS)
def corrections(request, edition, **of):
    rows = Correction.objects.news().of_edition(edition, paging.before(request), **of)
    rows = rows.select_related("publication__edition")
    found = paging.cut(rows.defer("publication__body", "publication__vector"), tie="pk", time="at")
    chosen = CorrectionKind(of["kind"]) if of else None
    return show(request, "corrections/corrections.html", {"list": found, "chosen": chosen, "kinds": CorrectionKind})
