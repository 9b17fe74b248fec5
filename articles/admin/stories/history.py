"""The history of a story: what was done with it, when and by whom, in words."""

import re
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from articles import doors
from articles.admin.forms import languages
from articles.admin.forms.readers_view import moment
from articles.admin.stories.comparison import in_order, label_of
from articles.models import Story, User, Verb, standing
from articles.rules.numbers import number

AT_ONCE = 40
SAVING = {Verb.STARTED, Verb.REVISED, Verb.RESTORED}
HEARD = [
    Verb.EVIDENCE_KEPT, Verb.EVIDENCE_CHANGED, Verb.EVIDENCE_SEEN, Verb.EVIDENCE_REMOVED, Verb.COMPARED, Verb.SIGNED,
]  # fmt: skip
# Events that change how a story stands with readers; among them saves with an embargo that called off a schedule.
TO_READERS = ~Q(verb__in=[*SAVING, *HEARD, Verb.PLACED, Verb.UNPLACED]) | (Q(verb__in=SAVING) & ~Q(note=""))
# Verbs whose notes name a moment, as `record` wrote it.
TIMED = {Verb.SCHEDULED, Verb.CALLED_OFF, Verb.IMPORTED, Verb.PLACED, Verb.UNPLACED}
MOMENT = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d) UTC")


@dataclass
class Happening:
    """A line of the history: an event, or a revision of which there is none."""

    at: datetime
    by: User | None
    sentence: str
    note: str = ""
    revision: int | None = None
    changed: str = ""
    is_erased: bool = False
    # The boxes by which its revision is chosen to be compared, and where it leads: label and address.
    sides: tuple["Side", ...] = ()
    ways: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Side:
    """One of the two boxes of a revision: compared from it, or to it."""

    name: str
    label: str
    is_chosen: bool


# History


def history(request, pk, *, site):
    """The page with each event of a story in words, newest first."""
    story = story_of(request, pk)
    before = number(request.GET.get("before"))
    happenings, older = _happenings(story, before)
    context = page_context(request, site, story, _("History"))
    _lead_on([each for each in happenings if each.revision and not each.is_erased], story, context["may_restore"])
    context |= {
        "happenings": happenings,
        "older": older,
        "before": before,
        "may_compare": any(each.sides for each in happenings),
    }
    with timezone.override(story.edition.zone):
        return render(request, "admin/stories/history.html", context)


def _lead_on(saved, story, may_restore):
    """Give each revision of a page its ways on; and the boxes of a comparison, where there are two to compare."""
    numbers = [each.revision for each in saved]
    for each in saved:
        each.ways = tuple(_ways(story, each.revision, may_restore))
        each.sides = _sides(each.revision, *numbers[:2]) if len(numbers) > 1 else ()


def _sides(number, newest, before):
    said = {"number": number}
    return (
        Side("from", _("from %(number)s") % said, number == before),
        Side("to", _("to %(number)s") % said, number == newest),
    )


def _ways(story, number, may_restore):
    def address(name, **asked):
        return reverse(f"admin:articles_story_{name}", args=[story.pk], query=asked)

    yield _("Preview"), address("preview", revision=number)
    if number > 1:
        yield _("What changed"), address("compare", to=number)
    if may_restore and number != story.version:
        yield _("Restore…"), address("restore", revision=number)


def latest(story, *those):
    """The newest of those events of a story: by whom, when and what, in a sentence; or nothing."""
    event = story.events.filter(*those).select_related("by").order_by("-pk").first()
    if event is None:
        return ""
    return _("%(who)s, %(at)s: %(said)s") % {
        # Isolated: a name of the other script would turn the date round.
        "who": languages.isolated(name_of(event.by)),
        "at": date_format(localtime(event.at, story.edition.zone), _("j F Y, H:i")),
        "said": _in_words(event),
    }


def name_of(person):
    return (person.get_full_name() or person.username) if person else _("The newsroom’s own program")


def _in_words(event):
    return _sentence(event.verb, event.revision) or f"{event.get_verb_display()}."


def _sentence(verb, revision):
    sentences = {deed.verb: deed.sentence for deed in doors.VERBS}
    return str(sentences.get(verb, "")) % {"revision": revision}


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
    sentence = _sentence(Verb.STARTED if row.number == 1 else Verb.REVISED, row.number)
    return Happening(row.saved_at, row.by, sentence, "", row.number, _changed(row), row.was_erased)


def _note(event, story):
    """The note of an event as it was written. A moment in it is shown in the edition's time and in UTC, as
    everywhere."""
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
        return standing.again(Story(pk=pk))
    except Story.DoesNotExist:
        raise Http404 from None


def page_context(request, site, story, title):
    return site.each_context(request) | {
        "title": title,
        "subtitle": str(story),
        "story": story,
        "may_restore": request.user.has_perm("articles.change_story"),
        "opts": Story._meta,
    }
