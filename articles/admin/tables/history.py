"""The history of what stories share: who made it, who changed what of it and when, what was merged into it."""

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _

from articles.models import Event, Verb

MOST = 200


def history(request, row, admin):
    """The newest events of `row`, in words."""
    if row is None:
        raise Http404
    events = Event.objects.of_row(row).select_related("by").order_by("-pk")[:MOST]
    context = admin.admin_site.each_context(request) | {
        "title": _("History"),
        "subtitle": admin.called(row),
        "object": row,
        "happenings": [{"event": event, "sentence": _sentence(event, row)} for event in events],
        "opts": admin.opts,
    }
    return render(request, "admin/tables/history.html", context)


def _sentence(event, row):
    if event.verb == Verb.MADE:
        return _("Made it.")
    if event.verb == Verb.RECALLED:
        return _("Recalled it.")
    if event.verb == Verb.RECALL_ENDED:
        return _("Ended its recall.")
    if event.verb == Verb.CHANGED:
        return _("Changed: %s.") % _(", ").join(map(str, event.fields_in_words()))
    return _("Merged it into another.") if event.row == row.pk else _("Merged another into it.")
