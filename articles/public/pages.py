"""What makes a view a readers' page: it is read behind the wall, in the language and the time of its edition."""

from functools import wraps

from django.http import HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils import timezone, translation
from django.views.decorators.gzip import gzip_page

from articles.composing.paper import open_paper
from articles.wall import behind

# None of these attributes of a request is for readers: their pages are the same for everyone, and any cache may keep
# them.
OF_THE_DESK = ("session", "user", "auser", "_messages")


def page(view):
    """Give `view(request, edition, …)` its edition. It gets no session and no user, and no way to the desk."""

    @gzip_page
    @wraps(view)
    def read(request, *args, language="", **kwargs):
        with behind():
            open_for(request, language)
            if language and request.paper.edition.is_default:
                return without_prefix(request, language)
            return read_in_its_language(view, request, *args, **kwargs)

    return read


def open_for(request, language):
    """Give a request its paper, and take from it what is the desk's."""
    blind(request).paper = open_paper(language)


def without_prefix(request, language):
    # One slash: “//host” would be another host's address.
    rest = request.get_full_path().removeprefix(f"/{language}").lstrip("/\\")
    return HttpResponsePermanentRedirect("/" + rest)


def read_in_its_language(view, request, *args, **kwargs):
    edition = request.paper.edition
    with translation.override(edition.language), timezone.override(edition.zone):
        return cacheable(view(request, edition, *args, **kwargs))


def blind(request):
    """The request without what the desk's middleware put into it."""
    for name in OF_THE_DESK:
        if hasattr(request, name):
            delattr(request, name)
    return request


def cacheable(response):
    """Anyone may keep it, but has to ask whether it is still true."""
    response.headers.setdefault("Cache-Control", "public, no-cache")
    return response


def show(request, template, context=None, status=200):
    """Render a page of the paper."""
    edition = request.paper.edition
    return render(request, template, {"paper": request.paper, "edition": edition} | (context or {}), status=status)
