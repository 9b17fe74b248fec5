"""What is typed and not saved: taken in while one types, and let go."""

import json
import re
from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import HttpResponseNotAllowed, JsonResponse
from django.http.request import RawPostDataException
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from articles.actions import keeping
from articles.actions.refusals import Refused
from articles.rules.numbers import number

# A name that a script has made, a family, and the mark of a row (`Unsaved.seen`).
NAME, SEEN = re.compile(r"[0-9a-f]{32}"), re.compile(r"[0-9a-f]{32}:[0-9]{1,18}")
# As many as a form may send, and as long as a name of one gets.
MOST_FIELDS, LONGEST_NAME = 10_000, 200
LAST_VERSION, LAST_TURN = 2**31 - 1, 2**53


def keep(request):
    """Keep what the form holds. JSON both ways: this is asked by everyone who types, every other second."""
    if not _may_type(request.user):
        raise PermissionDenied
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    told = _told(request)
    if told is None:
        return _no(_("This is nothing that a form of the desk sends."), 400)
    if told["by"] not in (None, request.user.pk):
        return _no(_("You are logged in as somebody else in another window. What you type here is not kept."), 403)
    return _kept(page_of(request.user, told), told)


def _may_type(user):
    return user.has_perm("articles.change_story") or user.has_perm("articles.add_story")


def _kept(page, told):
    try:
        return JsonResponse({"at": keeping.keep(page, told["fields"], version=told["version"]).isoformat()})
    except keeping.KeptElsewhere as refusal:
        return _no(str(refusal), 409, at=refusal.row.kept_at.isoformat())
    except keeping.TooSoon as refusal:
        return _no(str(refusal), 429)
    except Refused as refusal:
        return _no(str(refusal), 422)


def _no(said, status, **more):
    return JsonResponse({"said": said} | more, status=status)


def _told(request):
    """What the page has sent, in its shape; None for whatever else was sent."""
    try:
        told = json.loads(request.body)
    except (ValueError, RecursionError, RequestDataTooBig, RawPostDataException):
        return None
    return told if isinstance(told, dict) and all(is_so(told.get(name)) for name, is_so in SHAPE.items()) else None


def _is_number(value, most, least=0):
    return type(value) is int and least <= value <= most


def _is_fields(value):
    return isinstance(value, list) and len(value) <= MOST_FIELDS and all(map(_is_field, value))


def _is_field(value):
    if not (isinstance(value, list) and len(value) == 2):
        return False
    name, typed = value
    return isinstance(name, str) and isinstance(typed, str) and len(name) <= LONGEST_NAME


def _is_like(pattern, value):
    return isinstance(value, str) and (not value or bool(pattern.fullmatch(value)))


SHAPE = {
    # Whom the page was made for; None is whoever asks.
    "by": lambda value: value is None or _is_number(value, 10**18),
    "story": lambda value: value is None or _is_number(value, 10**18, least=1),
    "family": partial(_is_like, NAME),
    "version": partial(_is_number, most=LAST_VERSION),
    "tab": lambda value: value != "" and _is_like(NAME, value),
    "turn": partial(_is_number, most=LAST_TURN, least=1),
    "seen": partial(_is_like, SEEN),
    "fields": _is_fields,
}


def page_of(user, told):
    named = {"family": told["family"], "tab": told["tab"], "turn": told["turn"], "seen": told["seen"]}
    return keeping.Page(user, told["story"], **named)


def sent_from(request, story_id):
    """The page from which a form was sent. What is no mark of a page is none."""
    sent = {name: request.POST.get(f"_{name}", "") for name in ("tab", "seen")}
    family = "" if story_id else request.POST.get("family", "")
    marks = (("family", family, NAME), ("tab", sent["tab"], NAME), ("seen", sent["seen"], SEEN))
    named = {name: value if _is_like(pattern, value) else "" for name, value, pattern in marks}
    return keeping.Page(request.user, story_id, turn=number(request.POST.get("_turn")) or 0, **named)


def still_kept(request, story_id):
    """The mark of what is kept now, if it is what the refused form's page has sent or was shown: the page that shows
    the form again goes on from there."""
    page = sent_from(request, story_id)
    row = page.row()
    return row.seen if row and row.typed and (row.tab == page.tab or row.seen == page.seen) else ""


def let_go(request):
    """Let go of what was kept, once asked whether so."""
    if not _may_type(request.user):
        raise PermissionDenied
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    story = number(request.POST.get("story"))
    is_gone = keeping.let_go(sent_from(request, story))
    said = _("Let go.") if is_gone else _("More has been typed there since: look at it again.")
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"said": said}, status=200 if is_gone else 409)
    messages.add_message(request, messages.SUCCESS if is_gone else messages.WARNING, said)
    return redirect("admin:articles_story_change", story) if story else redirect("admin:articles_story_add")
