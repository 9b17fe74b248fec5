"""What an editor had before them when they pressed a button: how a story stands with readers, and the front page."""

from datetime import datetime

from django.utils.translation import gettext as _

from articles.actions.locking import clock
from articles.actions.refusals import MovedOn
from articles.models import Placement, Publication, Story


def standing(story: Story, now: datetime | None = None) -> str:
    """The version that is live and the one that is to come, as a mark: another version of either has another."""
    now = now or clock()
    versions = (story.publications.live(now), story.publications.scheduled(now))
    return of_versions(*(rows.only("revision", "live_from").first() for rows in versions))


def of_versions(live: Publication | None, waiting: Publication | None) -> str:
    """The mark of `standing`, of versions that are known already."""
    return f"{_version(live)}|{_version(waiting)}"


def front(edition: int, now: datetime | None = None) -> str:
    """The places of an edition's front page, taken now or later, as a mark."""
    now = now or clock()
    ahead = Placement.objects.ahead(now).filter(edition=edition)
    return ",".join(f"{slot}:{pk}" for slot, pk in ahead.order_by("slot", "pk").values_list("slot", "pk"))


def place(story: Story, now: datetime | None = None) -> str:
    """The places of one story, as a mark."""
    now = now or clock()
    ahead = Placement.objects.ahead(now).filter(story=story)
    return ",".join(f"{slot}:{pk}" for slot, pk in ahead.order_by("slot", "pk").values_list("slot", "pk"))


def front_of(story: Story) -> str:
    return front(story.edition_id)


def refuse_if_moved_on(now_stands: str, seen: str | None) -> None:
    """A command has seen nothing and may; an editor acts on what was on the screen."""
    if seen is not None and seen != now_stands:
        raise MovedOn(_("This has changed since you opened the page. Nothing was done."))


def _version(version: Publication | None) -> str:
    return f"{version.revision}@{version.live_from.isoformat()}" if version else ""


def told(mark: str) -> list[tuple[int, datetime] | None]:
    """Of a mark of `standing`: the revision that was live and the one to come, each with its moment."""
    return [_told(part) for part in mark.split("|")] if mark.count("|") == 1 else [None, None]


def _told(part: str) -> tuple[int, datetime] | None:
    revision, _at, text = part.partition("@")
    try:
        number, moment = int(revision), datetime.fromisoformat(text)
    except ValueError:
        return None
    # Our own marks are of our own time; of other years, a zone may lead out of all.
    return (number, moment) if moment.tzinfo and 1990 <= moment.year < 2100 else None
