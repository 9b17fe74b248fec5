"""How pages look, in an edition’s colours: they carry no style of their own, so that their policy can forbid it."""

from django.http import HttpResponse
from django.utils.http import quote_etag
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import condition

from articles.public import stylesheet


def _tag(request, light, dark, mark):
    return quote_etag(f"{light}-{dark}-{stylesheet.mark()}")


def _changed_at(request, light, dark, mark):
    return stylesheet.changed_at()


@gzip_page
@condition(etag_func=_tag, last_modified_func=_changed_at)
def styles(request, light, dark, mark):
    """Asks nothing of the database: the address says it all, and is another when a colour or a letter changes."""
    # A page from before the last change may still ask for the sheet of its day: it gets this one, and does not keep it.
    kept = "public, max-age=31536000, immutable" if mark == stylesheet.mark() else "no-store"
    return HttpResponse(stylesheet.in_colours(light, dark), content_type="text/css", headers={"Cache-Control": kept})
