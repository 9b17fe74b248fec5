"""The proxies before the paper, told what is gone: they ask for it anew, so that what they kept is written over.

What a proxy keeps it may serve for a minute while the application does not answer. A story that is withdrawn or erased
must not come back so: its addresses, its front page and its section are asked for past the proxy's cache as soon as it
is gone. See docs/decisions/0064.
"""

import logging
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from itertools import product
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.encoding import iri_to_uri

from articles.models import Address, Story

logger = logging.getLogger(__name__)
# Seconds that a proxy may take for one page, and for all of them.
PATIENCE, ALTOGETHER = 3, 6
HEADER = "X-Newsroom-Refresh"
# A page is kept in both.
FORMS = ("gzip", "identity")


def after_commit(story: Story) -> None:
    """Have each proxy ask for this story anew as soon as its transaction is over."""
    if settings.REFRESH:
        transaction.on_commit(partial(refresh, paths_of(story)))


def paths_of(story: Story) -> list[str]:
    """All addresses that the story ever had, the front pages and the sections where it may have stood."""
    edition = story.edition
    addresses = Address.objects.filter(story=story).select_related("edition")
    paths = [_path("story", each.edition, day=each.day, slug=each.slug) for each in addresses]
    sections = edition.sections.filter(publications__story=story).distinct()
    return [*paths, edition.get_absolute_url(), *(_path("section", edition, slug=each.slug) for each in sections)]


def _path(name: str, edition, **parts) -> str:
    return iri_to_uri(reverse(name, kwargs={"language": edition.prefix, **parts}))


def refresh(paths: list[str]) -> None:
    """Ask each proxy for each of these, all proxies at once. One that does not answer is named in the log, and is not
    waited for any longer."""
    pages = list(product(paths, _hosts(), FORMS))
    with ThreadPoolExecutor(len(settings.REFRESH)) as at_once:
        told = list(at_once.map(lambda proxy: _is_told(proxy, pages), settings.REFRESH))
    for proxy, is_told in zip(settings.REFRESH, told, strict=True):
        if not is_told:
            logger.warning("%s was not told of a story that is gone: it may show it for a minute.", proxy)


def _hosts() -> list[str]:
    """The paper's own names. One with a star or a dot before it is none that can be asked for."""
    return [host for host in settings.ALLOWED_HOSTS if not host.startswith((".", "*"))]


def _is_told(proxy: str, pages: list[tuple[str, str, str]]) -> bool:
    connection = HTTPConnection(urlsplit(proxy).netloc, timeout=PATIENCE)
    until = time.monotonic() + ALTOGETHER
    try:
        for path, host, form in pages:
            headers = {"Host": host, "Accept-Encoding": form, HEADER: settings.REFRESH_SECRET}
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            answer.read()
            if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR or time.monotonic() > until:
                return False
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
    return True
