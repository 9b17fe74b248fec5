"""The colours of an edition as a stylesheet: pages carry no style of their own, so that their policy can forbid it."""

from django.http import HttpResponse

LIGHT = "@layer accent{:root{--accent:#%s}}"
DARK = "@media screen and (prefers-color-scheme:dark){@layer accent{:root{--accent:#%s}}}"


def accents(request, light, dark):
    """Asks nothing of the database: the address says it all, and is another when an editor chooses another colour."""
    kept = {"Cache-Control": "public, max-age=31536000, immutable"}
    return HttpResponse(LIGHT % light + DARK % dark, content_type="text/css", headers=kept)
