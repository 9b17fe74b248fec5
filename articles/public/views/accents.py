"""The colours of an edition as a stylesheet: pages carry no style of their own, so that their policy can forbid it."""

from django.http import HttpResponse

STYLES = "@layer accent{{:root{{--accent:#{light}}}@media screen and (prefers-color-scheme:dark){{:root{{--accent:#{dark}}}}}}}\n"


def accents(request, light, dark):
    """Asks nothing of the database: the address says it all, and is another when an editor chooses another colour."""
    styles = STYLES.format(light=light, dark=dark)
    return HttpResponse(
        styles, content_type="text/css", headers={"Cache-Control": "public, max-age=31536000, immutable"}
    )
