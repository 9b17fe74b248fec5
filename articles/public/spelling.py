"""Addresses written otherwise: in capitals, in other numerals, encoded twice. They forward to the address as it is.

Nothing is asked of any story here: an address is put right by its letters alone, whatever it leads to or does not.
"""

from urllib.parse import quote

from django.http import HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve

from articles.public.pages import cacheable, open_for, without_prefix
from articles.rules import paths
from articles.wall import behind

LONGEST = 2_000
DESK = "admin"


def forwarded(request):
    """The way to the address that was meant; None where it was written as it is, or means no page of readers."""
    meant = _meant(request.path_info) if request.method in ("GET", "HEAD") else None
    match = meant and _page_at(meant)
    if not match:
        return None
    asked = request.META.get("QUERY_STRING", "")
    language = match.kwargs.get("language")
    request.path = request.path_info = meant
    if language:
        with behind():
            open_for(request, language)
        if request.paper.edition.is_default:
            return cacheable(without_prefix(request, language))
    return cacheable(HttpResponsePermanentRedirect(quote(meant) + (f"?{asked}" if asked else "")))


def _meant(path):
    """The path as we write paths; None where that is how it is written, or where it holds what no path of ours does."""
    if len(path) > LONGEST:
        return None
    parts = [paths.as_written(part) for part in path.strip("/").split("/")]
    if not all(parts) or parts[0] == DESK:
        return None
    meant = f"/{'/'.join(parts)}/"
    return None if meant.rstrip("/") == path.rstrip("/") else meant


def _page_at(path):
    try:
        match = resolve(path)
    except Resolver404:
        return None
    return None if match.namespaces else match
