"""The history of a story: what was done with it, when and by whom, in words."""

import re
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.forms.languages import isolated
from articles.admin.forms.standing import moment
from articles.admin.stories.comparison import in_order, label_of
from articles.models import Story, User, Verb
from articles.models.standing import again

AT_ONCE = 40
SAVING = {Verb.STARTED, Verb.REVISED, Verb.RESTORED}
# What changes how a story stands with readers; of saves, those that an embargo made call off a schedule.
TO_READERS = ~Q(verb__in=[*SAVING, Verb.PLACED, Verb.UNPLACED]) | (Q(verb__in=SAVING) & ~Q(note=""))
# Those whose notes name a moment, as `record` wrote it.
TIMED = {Verb.SCHEDULED, Verb.CALLED_OFF, Verb.IMPORTED, Verb.PLACED, Verb.UNPLACED}
MOMENT = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d) UTC")
SAID = {
    Verb.STARTED: gettext_lazy("Started the story: revision %(revision)s."),
    Verb.REVISED: gettext_lazy("Saved revision %(revision)s."),
    Verb.RESTORED: gettext_lazy("Restored an earlier revision as revision %(revision)s."),
    Verb.PUBLISHED: gettext_lazy("Published revision %(revision)s."),
    Verb.SCHEDULED: gettext_lazy("Scheduled revision %(revision)s."),
    Verb.CORRECTED: gettext_lazy("Published revision %(revision)s as a correction."),
    Verb.CALLED_OFF: gettext_lazy("Called off what was scheduled."),
    Verb.WITHDRAWN: gettext_lazy("Withdrew the story."),
    Verb.ERASED: gettext_lazy("Erased the story."),
    Verb.RENAMED: gettext_lazy("Gave the story another address."),
    Verb.PLACED: gettext_lazy("Placed the story on the front page."),
    Verb.UNPLACED: gettext_lazy("Took the story off the front page."),
    Verb.IMPORTED: gettext_lazy("Imported revision %(revision)s."),
}


@dataclass
class Happening:
    """A line of the history: an event, or a revision of which there is none."""

    at: datetime
    by: User | None
    said: str
    note: str = ""
    revision: int | None = None
    changed: str = ""
    is_erased: bool = False


# History


def history(request, pk, *, site):
    """Each event in words, newest first."""
    story = story_of(request, pk)
    before = _key(request.GET.get("before", ""))
    happenings, older = _happenings(story, before)
    numbers = [each.revision for each in happenings if each.revision and not each.is_erased]
    context = around(request, site, story, _("History")) | {
        "happenings": happenings,
        "older": older,
        "before": before,
        "from": numbers[1] if len(numbers) > 1 else None,
        "to": numbers[0] if numbers else None,
    }
    with timezone.override(story.edition.zone):
        return render(request, "admin/articles/story/history.html", context)


def last(story, *those):
    """The newest of those events of a story: by whom, when and what, in a sentence; or nothing."""
    event = story.events.filter(*those).select_related("by").order_by("-pk").first()
    if event is None:
        return ""
    return _("%(who)s, %(at)s: %(said)s") % {
        # Isolated: a name of the other script would turn the date round.
        "who": isolated(name_of(event.by)),
        "at": date_format(localtime(event.at, story.edition.zone), _("j F Y, H:i")),
        "said": _in_words(event),
    }


def name_of(person):
    return (person.get_full_name() or person.username) if person else _("The newsroom’s own program")


def _in_words(event):
    words = SAID.get(event.verb) or f"{event.get_verb_display()}."
    return str(words) % {"revision": event.revision}


def _key(text):
    """The number of an event to go on from."""
    return int(text) if text.isdecimal() and len(text) < 19 else None


def _happenings(story, before):
    """A page of what happened, and the key of the next. Revisions without an event, of an import, stand among them."""
    events = story.events.select_related("by").order_by("-pk")
    events = list((events.filter(pk__lt=before) if before else events)[: AT_ONCE + 1])
    older = events[AT_ONCE - 1].pk if len(events) > AT_ONCE else None
    events = events[:AT_ONCE]
    since, until = older and events[-1].at, before and events and events[0].at
    saved = _saved(story, since, until)
    happenings = [_told(event, saved, story) for event in events]
    with_event = set(story.events.filter(verb__in=SAVING, revision__in=saved).values_list("revision", flat=True))
    happenings += [_kept(row) for number, row in saved.items() if number not in with_event]
    return sorted(happenings, key=lambda each: each.at, reverse=True), older


def _kept(row):
    said = SAID[Verb.STARTED if row.number == 1 else Verb.REVISED] % {"revision": row.number}
    return Happening(row.saved_at, row.by, said, "", row.number, _changed(row), row.was_erased)


def _note(event, story):
    """As it was written; a moment in the edition's time and in UTC, as everywhere."""
    if event.verb not in TIMED:
        return event.note
    return MOMENT.sub(lambda found: moment(datetime.fromisoformat(f"{found[1]}+00:00"), story.edition), event.note)


def _told(event, saved, story):
    row = saved.get(event.revision) if event.verb in SAVING else None
    happening = Happening(event.at, event.by, _in_words(event), _note(event, story))
    if row is not None:
        happening.revision, happening.changed, happening.is_erased = row.number, _changed(row), row.was_erased
    return happening


def _saved(story, since, until):
    """The revisions of a page, by number."""
    page = Q(saved_at__gte=since) if since else Q()
    page &= Q(saved_at__lte=until) if until else Q()
    rows = story.revisions.filter(page).with_changes().select_related("by")[: 2 * AT_ONCE]
    return {row.number: row for row in rows}


def _changed(row):
    """The fields that a revision changed, in words."""
    return _(", ").join(label_of(name).lower() for name in in_order(row.changed_names))


# What these pages have in common


def story_of(request, pk):
    if not request.user.has_perm("articles.view_story"):
        raise PermissionDenied
    try:
        return again(Story(pk=pk))
    except Story.DoesNotExist:
        raise Http404 from None


def around(request, site, story, title):
    return site.each_context(request) | {
        "title": title,
        "subtitle": str(story),
        "story": story,
        "may_restore": request.user.has_perm("articles.change_story"),
        "opts": Story._meta,
    }
