"""From the desk to the record: publish, correct, call off, withdraw, rename, import."""

from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from articles.actions import marks, overriding, placing, recalls, refreshing, schedules, versions
from articles.actions.events import record
from articles.actions.gate import Leaving, let_out
from articles.actions.locking import lock
from articles.actions.permission import allow
from articles.actions.refusals import MovedOn, Refused, TooLate
from articles.actions.versions import Going
from articles.models import Correction, Publication, Story, User, Verb, Withdrawal
from articles.rules.words import Change, CorrectionKind
from articles.text import folding

# An import that dates back less far is a publication by another name.
YOUNG = timedelta(days=1)


@transaction.atomic
def publish(
    story: Story,
    *,
    revision: int,
    by: User | None,
    at: datetime | None = None,
    change: Change = Change.UPDATE,
    mark: str | None = None,
    all_the_same: str = "",
) -> Publication:
    """Make the revision that the editor saw the live one: now, or from the moment `at`.

    Refused if the story has moved on, is not ready, stands as asked already, or no longer as the `mark` says. What was
    scheduled is called off. `all_the_same`: the reason for which the rules of sourcing do not stop it.
    """
    allow(by, "publish_story")
    overriding.allow_reason(all_the_same, by=by)
    story, now = lock(story)
    _refuse_if_moved_on(story, revision)
    versions_now = schedules.now_and_next(story, now)
    _refuse_if_it_stands(story, *versions_now, at)
    marks.refuse_if_moved_on(marks.of_versions(*versions_now), mark)
    return _go_out(story, *versions_now, now, by=by, at=at, change=change, all_the_same=all_the_same)


@transaction.atomic
def correct(
    story: Story,
    *,
    revision: int,
    by: User | None,
    kind: CorrectionKind,
    right: str,
    wrong: str = "",
    at: datetime | None = None,
    mark: str | None = None,
    all_the_same: str = "",
) -> Publication:
    """Publish, and say what was wrong and what is right. Refused for a story that readers have never seen."""
    allow(by, "correct_story")
    overriding.allow_reason(all_the_same, by=by)
    story, now = lock(story)
    _refuse_if_moved_on(story, revision)
    if not story.publications.begun(now).exists():
        raise Refused(_("Only what has been published can be corrected."))
    wrong, right = folding.unturned(wrong), folding.unturned(right)
    if not folding.is_visible(right):
        raise Refused(_("Say what is right."))
    versions_now = schedules.now_and_next(story, now)
    _refuse_if_it_stands(story, *versions_now, at)
    marks.refuse_if_moved_on(marks.of_versions(*versions_now), mark)
    correction = Correction(kind=kind, wrong=wrong, right=right)
    how: dict[str, Any] = {"change": Change.CORRECTION, "correction": correction, "all_the_same": all_the_same}
    return _go_out(story, *versions_now, now, by=by, at=at, **how)


@transaction.atomic
def import_version(
    story: Story,
    *,
    live_from: datetime,
    by: User | None,
    live_until: datetime | None = None,
    change: Change = Change.UPDATE,
    correction: Correction | None = None,
    withdrawn: str = "",
) -> Publication:
    """Publish as of a moment in the past: marked for ever as an import. Versions come in the order of time. What an old
    one lacks of its sources is noted, and does not stop it; a young one is judged as a publication.

    `withdrawn`: the reason for which the story was withdrawn at `live_until`, which is in the past too.
    """
    allow(by, "publish_story")
    story, now = lock(story)
    if live_from > now:
        raise Refused(_("An import dates back: publish what is to come."))
    if story.withdrawals.unlifted().exists():
        raise Refused(_("This story is withdrawn: publish it again first."))
    before = story.publications.order_by("number").last()
    if before is None:
        change = Change.FIRST
    going = Going(live_from, change, live_until, is_import=True, correction=correction)
    going.waives = live_from < now - YOUNG
    version = versions.write(story, going, before=before)
    said = [f"{live_from:%Y-%m-%d %H:%M} UTC", *overriding.not_attributed(going.found)]
    record(Verb.IMPORTED, by=by, at=now, story=story, note=" · ".join(said))
    if withdrawn:
        _import_withdrawal(story, live_until, now, by=by, reason=folding.unturned(withdrawn))
    recalls.follow(story, now, by=by)
    return version


def _import_withdrawal(story: Story, at: datetime | None, now: datetime, *, by: User | None, reason: str) -> None:
    """The withdrawal that ended the version which is being imported, on its own day."""
    allow(by, "withdraw_story")
    if at is None or at > now:
        raise Refused(_("An import dates back: withdraw what is live."))
    _let_reason_out(story, reason)
    story.publications.update(is_withheld=True)
    Withdrawal.objects.create(story=story, at=at, reason=reason, is_import=True)
    record(Verb.WITHDRAWN, by=by, at=now, story=story, note=f"{at:%Y-%m-%d %H:%M} UTC · {reason}")


def _let_reason_out(story: Story, reason: str) -> None:
    if not folding.is_visible(reason):
        raise Refused(_("Give readers a reason."))
    let_out(Leaving(story.pk, story.edition.language, (reason,)))


def call_off(story: Story, *, by: User | None, mark: str | None = None) -> None:
    """Take back what was scheduled, if it is still what the `mark` says. Readers never learn of it."""
    allow(by, "publish_story")
    try:
        with transaction.atomic():
            story, now = lock(story)
            waiting = schedules.scheduled(story, now)
            if waiting is None:
                raise Refused(_("Nothing is scheduled."))
            marks.refuse_if_moved_on(marks.standing(story, now), mark)
            schedules.cancel(story, waiting)
            record(Verb.CALLED_OFF, by=by, at=now, story=story, note=f"{waiting.live_from:%Y-%m-%d %H:%M} UTC")
            recalls.follow(story, now, by=by)
    except IntegrityError as error:  # The database refused at commit: the moment came while it was being called off.
        raise TooLate from error


@transaction.atomic
def withdraw(story: Story, *, by: User | None, reason: str, mark: str | None = None) -> None:
    """Take the story and its history out of public view. Readers get 410 and the reason."""
    allow(by, "withdraw_story")
    story, now = lock(story)
    reason = folding.unturned(reason)
    _let_reason_out(story, reason)
    begun = story.publications.begun(now)
    if not begun.filter(is_withheld=False).exists():
        raise Refused(_("Readers cannot see this story."))
    marks.refuse_if_moved_on(marks.standing(story, now), mark)
    schedules.cancel(story, schedules.scheduled(story, now))
    begun.live(now).update(live_until=now)
    begun.update(is_withheld=True)
    placing.clear(story, now)
    Withdrawal.objects.unlifted().get_or_create(story=story, defaults={"at": now, "reason": reason})
    record(Verb.WITHDRAWN, by=by, at=now, story=story, note=reason)
    recalls.follow(story, now, by=by)
    refreshing.after_commit(story)


@transaction.atomic
def rename(story: Story, *, slug: str, by: User | None, mark: str | None = None) -> Publication:
    """Give a live story another slug. The version that says so is the live one's copy; the old address forwards."""
    allow(by, "rename_story")
    story, now = lock(story)
    live = story.publications.live(now).first()
    slug = folding.slug(slug, fallback="")
    if live is None or schedules.scheduled(story, now):
        raise Refused(_("Only a live story with nothing scheduled can be renamed."))
    marks.refuse_if_moved_on(marks.standing(story, now), mark)
    if not slug or slug == live.slug:
        raise Refused(_("Write another slug."))
    let_out(Leaving(story.pk, story.edition.language, (slug,)))
    if not versions.claim_address(story, live, slug):
        raise Refused(_("Another story of that day has this address."))
    version = versions.copy(live, slug=slug, at=now)
    Story.objects.filter(pk=story.pk).update(slug=slug)
    record(Verb.RENAMED, by=by, at=now, story=story, note=f"{live.slug} → {slug}")
    return version


def _refuse_if_moved_on(story: Story, revision: int) -> None:
    if story.version != revision:
        raise MovedOn(_("Someone else has saved this story since you opened it."))


def _go_out(
    story: Story,
    live: Publication | None,
    waiting: Publication | None,
    now: datetime,
    *,
    by: User | None,
    at: datetime | None,
    change: Change,
    all_the_same: str = "",
    **correction: Any,
) -> Publication:
    live_from = at or now
    if live_from < now:
        raise Refused(_("That moment has passed."))
    if schedules.cancel(story, waiting) and live is not None:
        # Its own end is back.
        live.refresh_from_db(fields=["live_until"])
    before = story.publications.order_by("number").last()
    going = Going(live_from, change if before else Change.FIRST, schedules.make_way(live, live_from), **correction)
    going.waives = bool(all_the_same)
    version = versions.write(story, going, before=before)
    _lift(story, now, live_from)
    said = [f"{at:%Y-%m-%d %H:%M} UTC"] if at else []
    said += [] if before else [_("Address: %s") % version.slug]
    said += overriding.noted(all_the_same, going.found)
    record(_verb(at, going), by=by, at=now, story=story, note=" · ".join(said))
    recalls.follow(story, now, by=by)
    return version


def _verb(at: datetime | None, going: Going) -> Verb:
    if at is not None:
        return Verb.SCHEDULED
    return Verb.CORRECTED if going.correction else Verb.PUBLISHED


def _refuse_if_it_stands(
    story: Story, live: Publication | None, waiting: Publication | None, at: datetime | None
) -> None:
    if live and live.revision == story.version:
        raise Refused(_("This is already what readers see."))
    if waiting and waiting.revision == story.version and waiting.live_from == at:
        raise Refused(_("It is already scheduled for that moment."))


def _lift(story: Story, now: datetime, live_from: datetime) -> None:
    """End a withdrawal when the story is back. Only what is back now brings its history along."""
    story.withdrawals.unlifted().update(lifted_at=live_from)
    if live_from <= now:
        story.publications.filter(is_withheld=True, erasure=None).update(is_withheld=False)
