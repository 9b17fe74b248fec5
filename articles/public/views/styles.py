"""How pages look, in an edition’s colours: they carry no style of their own, so that their policy can forbid it."""

from django.http import HttpResponse
from django.views.decorators.gzip import gzip_page

from articles.public import stylesheet


@gzip_page
def styles(request, light, dark, mark):
    """Asks nothing of the database: the address says it all, and is another when a colour or a letter changes."""
    # A page from before the last change may still ask for the sheet of its day: it gets this one, and does not keep it.
    kept = "public, max-age=31536000, immutable" if mark == stylesheet.mark() else "no-store"
    return HttpResponse(stylesheet.in_colours(light, dark), content_type="text/css", headers={"Cache-Control": kept})
