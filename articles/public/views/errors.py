"""Pages for what went wrong, in the language of the edition that was asked."""

import sys

from django.conf import settings
from django.db import OperationalError
from django.shortcuts import render
from psycopg.errors import InvalidSchemaName, UndefinedTable

from articles.composing.paper import NotSetUp
from articles.public import spelling
from articles.public.pages import open_for, read_in_its_language, show
from articles.wall import behind

# How soon, in seconds, whoever asks for a paper that is not set up may ask again.
LATER = 3600
# And for a page while the database is away, or is being migrated.
SOON = 5
LANGUAGES = {code for code, _name in settings.LANGUAGES}


def _language(request):
    first = request.path_info.strip("/").partition("/")[0]
    return first if first in LANGUAGES else ""


def not_found(request, exception):
    return _meant(request) or _show(request, "errors/404.html", 404)


def _meant(request):
    """The way to the address that was meant, if it was only written otherwise."""
    try:
        return spelling.forwarded(request)
    except Exception:  # noqa: BLE001 - likewise: what is not found is told all the same
        return None


def bad_request(request, exception):
    return _show(request, "errors/400.html", 400)


def _not_set_up(request):
    response = render(request, "errors/not_set_up.html", status=503)
    response.headers["Retry-After"] = str(LATER)
    return response


def _show(request, template, status):
    try:
        with behind():
            open_for(request, _language(request))
            response = read_in_its_language(lambda request, edition: show(request, template, status=status), request)
    except NotSetUp:
        response = _not_set_up(request) if status == 404 else render(request, "errors/bare.html", status=status)
    except Exception:  # noqa: BLE001 - no database, perhaps: the page that needs none
        response = render(request, "errors/bare.html", status=status)
    return _kept_by_nobody(response)


def server_error(request):
    """Asks nothing of the database: it may be what went wrong. What will be mended by waiting says so: 503."""
    if not _will_pass(sys.exception()):
        return _kept_by_nobody(render(request, "errors/bare.html", status=500))
    response = _kept_by_nobody(render(request, "errors/bare.html", status=503))
    response.headers["Retry-After"] = str(SOON)
    return response


def _will_pass(error):
    """The database does not answer or has no connection left, or a migration has taken the readers' views down."""
    is_of_views = isinstance(error.__cause__, UndefinedTable | InvalidSchemaName) if error else False
    return isinstance(error, OperationalError) or is_of_views


def _kept_by_nobody(response):
    """What went wrong may have gone wrong at the desk."""
    response.headers["Cache-Control"] = "private, no-store"
    return response
