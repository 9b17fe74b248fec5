"""Pages of a story beside its form: what it would look like, and what was done with it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from articles import text
from articles.models import ContributorName, Story, drafts

MOST_EVENTS = 200


def preview(request, pk, *, site):
    """The text that the desk has now, set as a page. Readers' own pages are not asked: they know nothing of it."""
    story = _story(request, pk)
    context = site.each_context(request) | {
        "title": _("Preview"),
        "story": story,
        "edition": story.edition,
        "body_html": mark_safe(text.clean(story.body)),  # noqa: S308
        "bylines": _bylines(story),
        "photo_text": story.lead_photo and story.lead_photo.texts.filter(language=story.edition.language).first(),
        "statements": _statements(story),
        "opts": Story._meta,
    }
    response = render(request, "admin/articles/story/preview.html", context)
    response.headers["Cache-Control"] = "private, no-store"
    return response


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


def _bylines(story):
    people = [byline.contributor for byline in story.bylines.select_related("contributor")]
    names = ContributorName.objects.filter(contributor__in=people, language=story.edition.language)
    by_person = dict(names.values_list("contributor", "name"))
    return [by_person.get(person.pk, person.name) for person in people]


def _statements(story):
    draft = drafts.of_story(story)
    names, statements = draft.source_names(), draft.attributions
    return [(statement, names.get(statement.source_id, statement.source.name)) for statement in statements]
