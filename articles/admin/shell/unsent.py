"""What was typed by someone whose session ended meanwhile: carried through the login and sent again by one press.

It travels in hidden fields of the pages that ask, and nowhere else: no session, no cookie, no log, no cache.
"""

import json
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

FIELD, ADDRESS, LACKS = "kept", "kept_for", "kept_without"
# More than the longest story, in letters; a request may hold no more than DATA_UPLOAD_MAX_MEMORY_SIZE.
MOST = 600_000
# The fields by which a row is known.
CALLED = ("headline", "title", "name")
MOST_CALLED = 200
# What no person has typed.
UNSEEN = {"opened"}
# What nobody should find in a page: it is typed again.
SECRET = ("password", "csrfmiddlewaretoken")


@dataclass(frozen=True)
class Unsent:
    """What was typed: names and values as they were sent to `address`. `lacks`: a file or a password could not be
    carried."""

    address: str
    fields: tuple[tuple[str, str], ...]
    lacks: bool = False

    @property
    def is_too_much(self):
        return sum(len(name) + len(value) for name, value in self.fields) > MOST

    @property
    def sentences(self):
        """Sentences for the login page: what becomes of the text."""
        if self.is_too_much:
            yield _(
                "You are no longer logged in, and what you sent is too long to be carried through the login. Go back in"
                " your browser, copy your text, and log in in another tab."
            )
            return
        yield _(
            "You are no longer logged in. Nothing you typed is lost: log in, and it is shown to you, to be sent again."
        )
        if self.lacks:
            yield _("Files and passwords cannot be kept: they have to be given again.")

    @property
    def carried(self):
        """The hidden fields that a login takes along."""
        if self.is_too_much:
            return []
        return [(ADDRESS, self.address), (LACKS, "1" if self.lacks else "0"), (FIELD, self.as_json)]

    @property
    def as_json(self):
        return json.dumps(self.fields, ensure_ascii=False)

    @property
    def texts(self):
        """What a person has typed, to be read and copied: not marks and numbers."""
        return [(name, value) for name, value in self.fields if len(value.split()) > 2 and name not in UNSEEN]

    @property
    def called(self):
        """What the row is called that it was typed for, as it was typed."""
        typed = dict(self.fields)
        return next((name for name in map(typed.get, CALLED) if name and name.strip()), "")[:MOST_CALLED]

    @property
    def story(self):
        """The number of the story at whose address it was typed, if it is one."""
        with suppress(Resolver404):
            match = resolve(urlsplit(self.address).path)
            return match.kwargs.get("object_id") if match.url_name == "articles_story_change" else None


def sent(request):
    """What a form of the desk has just sent."""
    fields = [(name, value) for name, values in request.POST.lists() for value in values]
    open_fields = [(name, value) for name, value in fields if not any(word in name for word in SECRET)]
    has_secret = any("password" in name and value for name, value in fields)
    return Unsent(request.get_full_path(), _written(open_fields), bool(request.FILES) or has_secret)


def carried(request):
    """What comes along with a login, if anything does."""
    address = request.POST.get(ADDRESS, "")
    if not _is_of_desk(request, address):
        return None
    try:
        fields = [(str(name), str(value)) for name, value in json.loads(request.POST.get(FIELD, ""))]
    except (ValueError, TypeError, RecursionError):
        return None
    return Unsent(address, _written(fields), request.POST.get(LACKS) == "1")


def _written(fields):
    """The fields without half pairs of surrogates, which JSON can name and no page can hold."""
    return tuple(tuple(text.encode(errors="replace").decode() for text in field) for field in fields)


def is_from_here(request):
    """Whether one of our own pages sent this: what another site sends is not shown as if one had typed it oneself."""
    origin = request.headers.get("Origin")
    if origin:
        return origin == f"{request.scheme}://{request.get_host()}"
    with suppress(ValueError):
        return urlsplit(request.headers.get("Referer", "")).netloc == request.get_host()
    return False


def _is_of_desk(request, address):
    is_ours = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=not settings.IS_TRIAL)
    return is_ours and address.startswith(reverse("admin:index"))
