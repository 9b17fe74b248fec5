"""The first page of the desk: what is live, what goes out, what waits, who touched what. A fixed number of queries."""

from dataclasses import dataclass
from datetime import UTC, datetime
from operator import attrgetter

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from articles import doors
from articles.actions.locking import clock
from articles.models import Correction, Edition, Event, Publication, Story, User
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


@dataclass(frozen=True)
class Part:
    """A list of stories under a heading; where it has none it says `empty`."""

    name: str
    title: str
    lines: list[Line]
    empty: str = ""
    is_later: bool = False


@dataclass(frozen=True)
class Wall:
    """What every column is made for: somebody, the editions, and one clock."""

    user: User
    editions: list[Edition]
    own: Edition | None
    now: datetime


def wall(user):
    """What the first page shows: of each column nothing at all, where the role may not see it. All by one clock."""
    editions = list(Edition.objects.all())
    own = _edition_of_the_desk(editions)
    page = Wall(user, editions, own, localtime(clock(), own.zone if own else UTC))
    columns = [[], [], []]
    for column in doors.COLUMNS:
        if user.has_perm(column.permission) and (part := column.content(page)) is not None:
            columns[column.place].append({"name": column.name, "template": column.template, "part": part})
    day = date_format(page.now, pgettext("a day with its weekday", "l, j F Y"))
    fronts = [each["part"] for column in columns for each in column if each["name"] == "fronts"]
    shown = {"day": day, "own": own, "utc": _time(page.now.astimezone(UTC))}
    return shown | {"columns": columns, "fronts": fronts[0] if fronts else []}


def _edition_of_the_desk(editions):
    """The one in the language of the desk, whose name stands over it; or the first."""
    return next((each for each in editions if each.language == get_language()), next(iter(editions), None))


def _fronts(page):
    return [_front(edition, page.now) for edition in page.editions]


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


def _coming(page):
    """By edition, or the index of beginnings would not be used."""
    scheduled = Publication.objects.scheduled().filter(edition__in=page.editions).order_by("live_from")
    lines = [_line(each, each.live_from, page.now) for each in _light(scheduled)[:MOST]]
    return Part("coming", _("Goes out"), lines, _("Nothing is scheduled."), is_later=True)


def _changed(page):
    """Live, with changes that readers do not see; those touched last."""
    found = _light(Publication.objects.live().behind(_recent())).select_related("story", "edition")
    rows = found.only("edition", "story__headline", "story__changed_at")[:MOST]
    lines = [Line(each.story_id, str(each.story), each.edition, each.story.changed_at, page.now) for each in rows]
    return Part("changed", _("Live, with changes not out"), lines, _("Readers see all that the desk has."))


def _embargoed(page):
    """Until soon: nothing that has an embargo goes out before."""
    waiting = Story.objects.filter(pk__in=_recent(), embargo_until__gt=page.now).order_by("embargo_until")
    rows = waiting.select_related("edition").only("headline", "embargo_until", "edition")[:MOST]
    lines = [Line(each.pk, str(each), each.edition, each.embargo_until, page.now) for each in rows]
    return Part("embargoed", _("Under embargo until"), lines, is_later=True) if lines else None


def _touched(page):
    """The last thing done with each of the stories that were touched last. By pk: the order in which it was done."""
    events = Event.objects.filter(story__isnull=False).order_by("-pk").select_related("by")[: 5 * MOST]
    last = {}
    for event in events:
        last.setdefault(event.story_id, event)
    stories = _standing(list(last)[:MOST])
    lines = [_done(event, stories[event.story_id], page.now) for event in list(last.values())[:MOST]]
    return Part("touched", _("Touched last"), lines, _("Nothing yet."))


def _mine(page):
    """What the user worked on last and nobody has spiked, with where it stands."""
    events = Event.objects.filter(by=page.user, story__isnull=False).exclude(story__stage=Stage.SPIKED)
    keys = events.newest_stories(NEWEST)
    stories = _standing(keys)
    lines = [_stands(stories[key], page.now) for key in keys]
    return Part("mine", _("Your stories"), lines) if lines else None


def _corrected(page):
    """Those of the latest days, of what was recorded last: along one index, whatever was imported between."""
    rows = Correction.objects.order_by("-pk").select_related("story", "edition")
    recorded = rows.only("kind", "at", "right", "story__headline", "edition")[: 5 * MOST]
    found = sorted(recorded, key=attrgetter("at"), reverse=True)[: MOST // 2]
    lines = [
        Line(each.story_id, str(each.story), each.edition, each.at, page.now, did=each.get_kind_display())
        for each in found
    ]
    return Part("corrected", _("Corrected of late"), lines) if lines else None


def _recent():
    return Story.objects.changed_last(RECENT)


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


def _column(place, name, permission, content, template="admin/shell/part.html"):
    return doors.Column(name=name, permission=f"articles.{permission}", place=place, template=template, content=content)


COLUMNS = (
    _column(0, "coming", "view_publication", _coming),
    _column(0, "changed", "view_story", _changed),
    _column(0, "embargoed", "view_story", _embargoed),
    _column(0, "mine", "view_story", _mine),
    _column(1, "touched", "view_event", _touched),
    _column(1, "corrected", "view_correction", _corrected),
    _column(2, "fronts", "view_publication", _fronts, template="admin/shell/fronts.html"),
)
