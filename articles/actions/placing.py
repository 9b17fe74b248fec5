"""Arranging a front page."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from articles.actions import marks
from articles.actions.events import record
from articles.actions.locking import clock
from articles.actions.permission import allow
from articles.actions.refusals import Refused
from articles.models import Edition, Placement, Publication, Story, User, Verb

SLOTS = range(1, 13)
LEAD = SLOTS[0]


@transaction.atomic
def place(
    story: Story,
    *,
    slot: int,
    by: User | None,
    at: datetime | None = None,
    until: datetime | None = None,
    mark: str | None = None,
) -> Placement:
    """Put a published story into a slot of its edition's front page: 1 is the lead. What stood there makes way."""
    (placement,) = arrange(story.edition, {slot: story.pk}, by=by, at=at, until=until, mark=mark)
    return placement


class Inserted(NamedTuple):
    """What putting a story into a slot did: the slots that changed with the story that each has now, and had before."""

    changes: dict[int, int | None]
    before: dict[int, int | None]

    @property
    def moved(self) -> dict[int, int]:
        """The slot that each story now has which had another."""
        stood = {story: slot for slot, story in self.before.items() if story}
        return {story: slot for slot, story in self.changes.items() if story and stood.get(story, slot) != slot}

    @property
    def fallen(self) -> set[int]:
        """The stories that no longer have a place."""
        return {each for each in self.before.values() if each} - set(self.changes.values())


@transaction.atomic
def insert(story: Story, *, slot: int, by: User | None, is_pushing: bool = True, mark: str | None = None) -> Inserted:
    """Put a published story into a slot from now on. What stands there and below moves down, as far as the next empty
    place; or, where it is not `is_pushing`, makes way. A slot whose story readers do not see counts as empty."""
    # The mark before the slots: whoever changes them in between is noticed.
    mark = marks.front_of(story) if mark is None else mark
    live = Publication.objects.live().in_edition(story.edition).values("story")
    standing = story.edition.placements.current().filter(story__in=live).values_list("slot", "story")
    before = dict(standing)
    changes = pushed_down(before if is_pushing else _of_one(before, story.pk), slot, story.pk)
    arrange(story.edition, changes, by=by, mark=mark)
    return Inserted(changes, {each: before.get(each) for each in changes})


def _of_one(standing: Mapping[int, int], story: int) -> dict[int, int]:
    return {slot: each for slot, each in standing.items() if each == story}


def pushed_down(standing: Mapping[int, int], slot: int, story: int) -> dict[int, int | None]:
    """The changes that put a story into a slot: what stands there moves down by one, and so on to the next empty
    place. If there is none, what stands last falls off."""
    changes: dict[int, int | None] = {left: None for left, each in standing.items() if each == story}
    carried: int | None = story
    for number in range(slot, SLOTS[-1] + 1):
        if carried is None:
            break
        there = standing.get(number)
        changes[number], carried = carried, None if there == story else there
    return changes


@transaction.atomic
def arrange(
    edition: Edition,
    put: Mapping[int, int | None],
    *,
    by: User | None,
    at: datetime | None = None,
    until: datetime | None = None,
    mark: str | None = None,
) -> list[Placement]:
    """Put published stories, by their numbers, into slots of a front page; None empties a slot.

    What stood there makes way. What is to come still comes, and ends what is placed now; a story that moves keeps the
    end it had, unless `until` names another. One event for each story.
    Refused if the front page is no longer the one of the `mark`.
    """
    allow(by, "place_story")
    # The stories first: whoever withdraws one at this moment is waited for, and clears its places or finds this one.
    stories = _lock_stories(edition, put)
    edition = Edition.objects.select_for_update(no_key=True).get(pk=edition.pk)
    now = clock()
    begins = at or now
    marks.refuse_if_moved_on(marks.front(edition.pk, now), mark)
    _refuse_what_cannot_stand(put, stories, now, begins, until)
    left = _make_room(edition, put, stories, begins)
    when = f", {begins.astimezone(UTC):%Y-%m-%d %H:%M} UTC" if at else ""
    for placement in left.values():
        if placement.story_id not in stories:
            record(Verb.UNPLACED, by=by, at=now, story=placement.story, note=when.removeprefix(", "))
    placed = []
    for slot, story_id in sorted(put.items()):
        if story_id is not None:
            ends = until or (left[story_id].own_end() if story_id in left else None)
            placed.append(_stand(edition, stories[story_id], slot, begins, ends))
            record(Verb.PLACED, by=by, at=now, story=stories[story_id], note=f"{slot}{when}")
    return placed


def _make_room(
    edition: Edition, put: Mapping[int, int | None], stories: Mapping[int, Story], begins: datetime
) -> dict[int, Placement]:
    """Close what stands in these slots, and what these stories have elsewhere. What was closed, by its story."""
    leaving = Placement.objects.filter(Q(slot__in=put) | Q(story__in=stories), edition=edition).current(begins)
    left = {placement.story_id: placement for placement in leaving.select_related("story")}
    leaving.close(begins)
    return left


def _lock_stories(edition: Edition, put: Mapping[int, int | None]) -> dict[int, Story]:
    numbers = [number for number in put.values() if number is not None]
    rows = Story.objects.select_for_update(no_key=True).filter(edition=edition, pk__in=numbers).order_by("pk")
    found = {story.pk: story for story in rows}
    if len(found) != len(numbers):
        raise Refused(_("A story of this edition stands in one place."))
    return found


def _stand(edition: Edition, story: Story, slot: int, begins: datetime, until: datetime | None) -> Placement:
    """Place the story from `begins` on, until another story comes to its slot, or the story to another slot."""
    coming = Placement.objects.filter(Q(slot=slot) | Q(story=story), edition=edition)
    following = coming.scheduled(begins).next_beginning(begins)
    ends = min((each for each in (until, following) if each), default=None)
    return Placement.objects.create(edition=edition, story=story, slot=slot, live_from=begins, live_until=ends)


@transaction.atomic
def take_off(story: Story, *, by: User | None, mark: str | None = None) -> None:
    """Take a story off its edition's front page, and what was to put it there."""
    allow(by, "place_story")
    edition = Edition.objects.select_for_update(no_key=True).get(pk=story.edition_id)
    now = clock()
    placements = Placement.objects.filter(edition=edition, story=story).ahead(now)
    if not placements.exists():
        raise Refused(_("This story is not on the front page."))
    marks.refuse_if_moved_on(marks.place(story, now), mark)
    placements.close(now)
    record(Verb.UNPLACED, by=by, at=now, story=story)


@transaction.atomic
def call_off(placement: Placement, *, by: User | None) -> None:
    """Take back a placement that has not begun. What it would have ended stands on, until the next one comes."""
    allow(by, "place_story")
    edition = Edition.objects.select_for_update(no_key=True).get(pk=placement.edition_id)
    now = clock()
    waiting = Placement.objects.filter(pk=placement.pk).scheduled(now).select_related("story").first()
    if waiting is None:
        raise Refused(_("It is no longer to come: look at the front page again."))
    waiting.delete()
    for ended in Placement.objects.filter(_same_place(waiting), edition=edition).ending(waiting.live_from):
        following = Placement.objects.filter(_same_place(ended), edition=edition)
        until = following.next_beginning(waiting.live_from)
        Placement.objects.filter(pk=ended.pk).update(live_until=until)
    record(Verb.UNPLACED, by=by, at=now, story=waiting.story, note=f"{waiting.live_from:%Y-%m-%d %H:%M} UTC")


def _same_place(placement: Placement) -> Q:
    """The condition of placements that cannot stand at the same time: of the same slot, or of the same story."""
    return Q(slot=placement.slot) | Q(story=placement.story_id)


def clear(story: Story, now: datetime) -> None:
    """Close the places of a story that readers no longer see, and take back those to come."""
    Placement.objects.filter(story=story).ahead(now).close(now)


def _refuse_what_cannot_stand(
    put: Mapping[int, int | None], stories: dict[int, Story], now: datetime, begins: datetime, until: datetime | None
) -> None:
    if any(slot not in SLOTS for slot in put):
        raise Refused(_("A front page has the slots 1 to 12."))
    if begins < now or (until and until <= begins):
        raise Refused(_("A placement begins now or later, and ends after that."))
    then = Publication.objects.live(begins)
    if then.filter(story__in=stories).count() != len(stories):
        raise Refused(_("Only a story that readers will see then can be placed."))
    if put.get(LEAD) and not then.news().filter(story=put[LEAD]).exists():
        raise Refused(_("An advertisement leads no page: choose another place."))
