"""The first page of the desk: what is live, what goes out, what waits, who touched what. A fixed number of queries."""

from dataclasses import dataclass
from datetime import UTC, datetime
from operator import attrgetter

from django.db.models import F, Max
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from articles.actions.locking import clock
from articles.models import Correction, Edition, Event, Publication, Story
from articles.models.standing import Standing, with_standing
from articles.rules.workflow import Stage

MOST, NEWEST = 10, 6
# What has changes not out, or an embargo, is looked for among the stories that were touched last, not in the archive.
RECENT = 1000
# Beyond this nobody counts, and counting would grow with the archive.
COUNTED = 1000


@dataclass(frozen=True)
class Line:
    """A story on the wall, and one moment of it, as the clock of the wall has it: the `now` that it hangs by."""

    story: int
    headline: str
    edition: Edition
    at: datetime
    now: datetime
    word: Standing | None = None
    who: str = ""
    did: str = ""

    @property
    def time(self):
        return _time(self.local)

    @property
    def day(self):
        """Nothing for today."""
        apart = (self.local.date() - self.now.date()).days
        near = {0: "", 1: _("tomorrow"), -1: _("yesterday")}
        return near[apart] if apart in near else date_format(self.local, pgettext("a short day", "j M"))

    @property
    def local(self):
        return self.at.astimezone(self.now.tzinfo)

    @property
    def utc(self):
        return _time(self.at.astimezone(UTC))


@dataclass(frozen=True)
class Front:
    """An edition on the wall: its clock, how much of it is live, and the newest."""

    edition: Edition
    time: str
    count: int
    today_count: int
    newest: list[Line]

    @property
    def has_more(self):
        return self.count > COUNTED


def wall(user):
    """What the first page shows: of each column nothing at all, where the role may not see it. All by one clock."""
    editions = list(Edition.objects.all())
    own = _edition_of_the_desk(editions)
    now = localtime(clock(), own.zone if own else UTC)
    columns = (
        ("view_publication", "fronts", lambda: [_front(edition, now) for edition in editions]),
        ("view_publication", "coming", lambda: _coming(editions, now)),
        ("view_story", "changed", lambda: _changed(now)),
        ("view_story", "embargoed", lambda: _embargoed(now)),
        ("view_event", "touched", lambda: _touched(now)),
        ("view_story", "mine", lambda: _mine(user, now)),
        ("view_correction", "corrected", lambda: _corrected(now)),
    )
    allowed = [(name, column) for permission, name, column in columns if user.has_perm(f"articles.{permission}")]
    day = date_format(now, pgettext("a day with its weekday", "l, j F Y"))
    shown = {"day": day, "own": own, "utc": _time(now.astimezone(UTC))}
    return shown | {name: column() for name, column in allowed}


def _edition_of_the_desk(editions):
    """The one in the language of the desk, whose name stands over it; or the first."""
    return next((each for each in editions if each.language == get_language()), next(iter(editions), None))


def _front(edition, now):
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    live = Publication.objects.live().in_edition(edition)
    newest = _light(live)[:NEWEST]
    return Front(
        edition=edition,
        time=_time(localtime(now, edition.zone)),
        count=live.order_by()[: COUNTED + 1].count(),
        today_count=live.filter(first_live_at__gte=midnight).order_by()[: COUNTED + 1].count(),
        newest=[_line(each, each.first_live_at, now) for each in newest],
    )


def _coming(editions, now):
    """By edition, or the index of beginnings would not be used."""
    scheduled = Publication.objects.scheduled().filter(edition__in=editions).order_by("live_from")
    return [_line(each, each.live_from, now) for each in _light(scheduled)[:MOST]]


def _changed(now):
    """Live, with changes that readers do not see; those touched last."""
    behind = Publication.objects.live().filter(story__in=_recent(), story__version__gt=F("revision"))
    found = _light(behind.order_by("-story__changed_at")).select_related("story", "edition")
    rows = found.only("edition", "story__headline", "story__changed_at")[:MOST]
    return [Line(each.story_id, str(each.story), each.edition, each.story.changed_at, now) for each in rows]


def _embargoed(now):
    """Until soon: nothing that has an embargo goes out before."""
    waiting = Story.objects.filter(pk__in=_recent(), embargo_until__gt=now).order_by("embargo_until")
    rows = waiting.select_related("edition").only("headline", "embargo_until", "edition")[:MOST]
    return [Line(each.pk, str(each), each.edition, each.embargo_until, now) for each in rows]


def _touched(now):
    """The last thing done with each of the stories that were touched last. By pk: the order in which it was done."""
    events = Event.objects.filter(story__isnull=False).order_by("-pk").select_related("by")[: 5 * MOST]
    last = {}
    for event in events:
        last.setdefault(event.story_id, event)
    stories = _standing(list(last)[:MOST])
    return [_done(event, stories[event.story_id], now) for event in list(last.values())[:MOST]]


def _mine(user, now):
    """What the user worked on last and nobody has spiked, with where it stands."""
    events = Event.objects.filter(by=user, story__isnull=False).exclude(story__stage=Stage.SPIKED)
    own = events.order_by().values("story").annotate(last=Max("pk"))
    keys = [each["story"] for each in own.order_by("-last")[:NEWEST]]
    stories = _standing(keys)
    return [_stands(stories[key], now) for key in keys]


def _corrected(now):
    """Those of the latest days, of what was recorded last: along one index, whatever was imported between."""
    rows = Correction.objects.order_by("-pk").select_related("story", "edition")
    recorded = rows.only("kind", "at", "right", "story__headline", "edition")[: 5 * MOST]
    found = sorted(recorded, key=attrgetter("at"), reverse=True)[: MOST // 2]
    return [
        Line(each.story_id, str(each.story), each.edition, each.at, now, did=each.get_kind_display()) for each in found
    ]


def _recent():
    return Story.objects.order_by("-changed_at", "-pk").values("pk")[:RECENT]


def _standing(keys):
    """{pk: story} with its standing and its edition, without its text."""
    stories = with_standing(Story.objects.filter(pk__in=keys)).select_related("edition").defer("body", "note")
    return {story.pk: story for story in stories}


def _light(publications):
    """With what a line shows, and nothing heavy."""
    return publications.select_related("edition").only("story", "headline", "first_live_at", "live_from", "edition")


def _line(publication, at, now):
    return Line(publication.story_id, publication.headline, publication.edition, at, now)


def _stands(story, now):
    return Line(story.pk, str(story), story.edition, story.changed_at, now, word=Standing(story.standing))


def _done(event, story, now):
    who = (event.by.get_short_name() or event.by.get_username()) if event.by else ""
    word = Standing(story.standing)
    return Line(story.pk, str(story), story.edition, event.at, now, word, who, event.get_verb_display())


def _time(local):
    return date_format(local, pgettext("a time of day", "H:i"))
