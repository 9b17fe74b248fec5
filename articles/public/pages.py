"""What makes a view a readers' page: it is read behind the wall, in the language and the time of its edition."""

from functools import partial, wraps

from django.http import HttpResponsePermanentRedirect, QueryDict
from django.shortcuts import render
from django.utils import timezone, translation
from django.views.decorators.gzip import gzip_page

from articles.composing.paper import open_paper
from articles.wall import behind, generation

# Where whoever keeps pages is told under which generation one is set: `newsroom.kept`.
TICKET = "newsroom.ticket"
# None of these attributes of a request is for readers: their pages are the same for everyone, and any cache may keep
# them.
OF_THE_DESK = ("session", "user", "auser", "_messages")


def page(view=None, *, knows=()):
    """Give `view(request, edition, …)` its edition. It gets no session and no user, and no way to the desk.

    `knows`: the parameters of the address that make it another page. Others change nothing.
    """
    if view is None:
        return partial(page, knows=knows)

    @wraps(view)
    def read(request, *args, language="", **kwargs):
        with behind():
            now = generation.current()
            request.GET = _known(request, knows)
            open_for(request, language, now)
            if language and request.paper.edition.is_default:
                return without_prefix(request, language)
            answer = read_in_its_language(view, request, *args, **kwargs)
        _tell(request, now, knows)
        return answer

    in_bytes = gzip_page(read)

    @wraps(view)
    def answered(request, *args, **kwargs):
        # Whoever keeps pages compresses them once.
        return (read if _ticket(request) else in_bytes)(request, *args, **kwargs)

    return answered


def _known(request, names):
    """The parameters of these names, each once: what a tracker has added is not there for a page to show."""
    known = QueryDict(mutable=True)
    known.update({name: request.GET[name] for name in names if name in request.GET})
    return known


def _ticket(request):
    return getattr(request, "environ", {}).get(TICKET)


def _tell(request, now, knows):
    """Whoever keeps pages, under which generation this one was set."""
    ticket = _ticket(request)
    if ticket:
        ticket.generation, ticket.knows = now, knows


def open_for(request, language, now=None):
    """Give a request its paper, as it is in the generation `now`, and take from it what is the desk's."""
    blind(request).paper = open_paper(language, now)


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
    """Anyone may keep it. A reader asks each time whether it is still true; a proxy may answer for a second, and for a
    minute while we do not. None serves it while it asks: so a page that is gone would come back."""
    response.headers.setdefault("Cache-Control", "public, max-age=0, s-maxage=1, stale-if-error=60")
    return response


def show(request, template, context=None, status=200):
    """Render a page of the paper."""
    edition = request.paper.edition
    return render(request, template, {"paper": request.paper, "edition": edition} | (context or {}), status=status)
