"""What was done with a story, and by whom."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Story

MOST_EVENTS = 200


def history(request, pk, *, site):
    """Each event in words, newest first."""
    story = _story(request, pk)
    events = story.events.select_related("by")[:MOST_EVENTS]
    kept = dict(story.revisions.values_list("number", "pk"))
    for event in events:
        event.kept_as = kept.get(event.revision)
    context = site.each_context(request) | {
        "title": _("History"),
        "subtitle": str(story),
        "story": story,
        "events": events,
        "opts": Story._meta,
    }
    with timezone.override(story.edition.zone):
        return render(request, "admin/articles/story/history.html", context)


def _story(request, pk):
    if not request.user.has_perm("articles.view_story"):
        raise PermissionDenied
    story = Story.objects.select_related("edition", "section", "lead_photo").filter(pk=pk).first()
    if story is None:
        raise Http404
    return story
