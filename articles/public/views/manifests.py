"""What a phone is told that keeps an edition on its home screen."""

from django.http import JsonResponse
from django.templatetags.static import static

from articles.public.pages import page

SIZES = {"small": 192, "large": 512}
PAPER = "#fbfaf7"


@page
def manifest(request, edition):
    told = {
        "name": edition.name,
        "short_name": edition.name,
        "description": edition.tagline,
        "lang": edition.language,
        "dir": edition.direction,
        "start_url": edition.get_absolute_url(),
        "display": "browser",
        "background_color": PAPER,
        "theme_color": edition.accent,
        "icons": [_icon(name, size) for name, size in SIZES.items()],
    }
    return JsonResponse(told, content_type="application/manifest+json")


def _icon(name, size):
    return {"src": static(f"icons/{name}-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png"}
