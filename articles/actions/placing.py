"""Arranging a front page."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from articles.actions.ground import allow, clock, lock, record
from articles.actions.refusals import Refused
from articles.actions.seen import front, refuse_if_moved_on
from articles.actions.seen import place as seen_place
from articles.models import Edition, Placement, Story, User, Verb

SLOTS = range(1, 13)


@transaction.atomic
def place(
    story: Story,
    *,
    slot: int,
    by: User | None,
    at: datetime | None = None,
    until: datetime | None = None,
    seen: str | None = None,
) -> Placement:
    """Put a published story into a slot of its edition's front page: 1 is the lead. What stood there makes way.

    Refused if the front page is no longer the one that was `seen`.
    """
    allow(by, "place_story")
    # The story first: whoever withdraws it at this moment is waited for, and clears its places or finds this one.
    story, _before = lock(story)
    edition = Edition.objects.select_for_update(no_key=True).get(pk=story.edition_id)
    now = clock()
    begins = at or now
    _refuse_what_cannot_stand(story, slot, now, begins, until)
    refuse_if_moved_on(front(story, now), seen)
    overlapping = Placement.objects.filter(edition=edition).filter(Q(live_until=None) | Q(live_until__gt=begins))
    _make_way(overlapping.filter(Q(slot=slot) | Q(story=story)), begins, until)
    placement = Placement.objects.create(edition=edition, story=story, slot=slot, live_from=begins, live_until=until)
    record(Verb.PLACED, by=by, at=now, story=story, note=str(slot))
    return placement


@transaction.atomic
def take_off(story: Story, *, by: User | None, seen: str | None = None) -> None:
    """Take a story off its edition's front page, and what was to put it there."""
    allow(by, "place_story")
    edition = Edition.objects.select_for_update(no_key=True).get(pk=story.edition_id)
    now = clock()
    standing = Placement.objects.filter(edition=edition, story=story).filter(Q(live_until=None) | Q(live_until__gt=now))
    if not standing.exists():
        raise Refused(_("This story is not on the front page."))
    refuse_if_moved_on(seen_place(story, now), seen)
    _make_way(standing, now, None)
    record(Verb.UNPLACED, by=by, at=now, story=story)


@transaction.atomic
def call_off(placement: Placement, *, by: User | None) -> None:
    """Take back a placement that has not begun. What it would have ended stands on, until the next one comes."""
    allow(by, "place_story")
    edition = Edition.objects.select_for_update(no_key=True).get(pk=placement.edition_id)
    now = clock()
    waiting = Placement.objects.filter(pk=placement.pk, live_from__gt=now).select_related("story").first()
    if waiting is None:
        raise Refused(_("It is no longer to come: look at the front page again."))
    waiting.delete()
    for standing in Placement.objects.filter(_same_place(waiting), edition=edition, live_until=waiting.live_from):
        following = Placement.objects.filter(_same_place(standing), edition=edition, live_from__gte=waiting.live_from)
        until = following.order_by("live_from").values_list("live_from", flat=True).first()
        Placement.objects.filter(pk=standing.pk).update(live_until=until)
    record(Verb.UNPLACED, by=by, at=now, story=waiting.story, note=f"{waiting.live_from:%Y-%m-%d %H:%M} UTC")


def _same_place(placement: Placement) -> Q:
    """What cannot stand at the same time."""
    return Q(slot=placement.slot) | Q(story=placement.story_id)


def clear(story: Story, now: datetime) -> None:
    """Close the places of a story that readers no longer see."""
    _make_way(Placement.objects.filter(story=story).filter(Q(live_until=None) | Q(live_until__gt=now)), now, None)


def _refuse_what_cannot_stand(story: Story, slot: int, now: datetime, begins: datetime, until: datetime | None) -> None:
    if slot not in SLOTS:
        raise Refused(_("A front page has the slots 1 to 12."))
    if begins < now or (until and until <= begins):
        raise Refused(_("A placement begins now or later, and ends after that."))
    if not story.publications.live(begins).exists():
        raise Refused(_("Only a story that readers will see then can be placed."))


def _make_way(placements: QuerySet[Placement], begins: datetime, until: datetime | None) -> None:
    """Close what stands when the new one begins; drop what would begin while it stands."""
    coming = placements.filter(live_from__gte=begins)
    (coming.filter(live_from__lt=until) if until else coming).delete()
    placements.filter(live_from__lt=begins).update(live_until=begins)
