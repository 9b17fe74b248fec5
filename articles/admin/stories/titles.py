"""A capacity that a source has no title for: offered in its row, and added to the titles of the source at one key."""

from contextlib import suppress

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed, JsonResponse
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from articles.actions import before_readers, shared
from articles.actions.refusals import NotAllowed
from articles.admin.forms.sentences import REFUSALS, sentence
from articles.models import Source
from articles.rules.numbers import number
from articles.text import folding

LONGEST = 160


def day_of(text):
    """The day that is meant: today, where none is."""
    with suppress(ValueError):
        return parse_date(text or "") or localdate()
    return localdate()


def is_offered(user, key, capacity, *, language, day):
    """Whether a capacity is none of the titles of that source on the day, and this user may make it one."""
    source = Source.objects.filter(pk=key).first() if folding.is_visible(capacity) else None
    if source is None or source.is_protected or language not in dict(settings.LANGUAGES):
        return False
    return _may_add(user, source) and not shared.bears_title(source, capacity, language=language, day=day)


def _may_add(user, source):
    try:
        before_readers.allow_change(source, {"sourcetitle"}, by=user)
    except NotAllowed:
        return False
    return user.has_perm("articles.add_sourcetitle")


def title(request):
    """Add a capacity to the titles of a source: POST `source`, `capacity`, `language`, `on` (a day, or today). Answers
    {"said": a sentence}, with 409 where it was refused."""
    if not request.user.has_perm("articles.change_source"):
        raise PermissionDenied
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    source = Source.objects.filter(pk=number(request.POST.get("source"))).first()
    if source is None:
        return JsonResponse({"said": _("This source is not there any more.")}, status=409)
    capacity = " ".join(request.POST.get("capacity", "").split())[:LONGEST]
    asked = {"language": request.POST.get("language", ""), "since": day_of(request.POST.get("on"))}
    try:
        row = shared.add_title(source, capacity, by=request.user, **asked)
    except REFUSALS as refusal:
        return JsonResponse({"said": sentence(refusal)}, status=409)
    told = {"title": row.title, "name": source.name, "day": date_format(row.from_on)}
    return JsonResponse({"said": _("“%(title)s” is a title of %(name)s, from %(day)s on.") % told})
