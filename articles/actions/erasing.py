"""Removing a story's text for good: a court, a law. What remains is a tombstone with the hash."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import translation
from django.utils.translation import gettext as _

from articles.actions import evidence, indexing, keeping, placing, recalls, refreshing, replies, schedules
from articles.actions.events import record
from articles.actions.locking import lock
from articles.actions.permission import allow
from articles.actions.refusals import NotAllowed, Refused
from articles.models import Correction, Erasure, Publication, PublishedPhoto, Statement, Story, User, Verb, Withdrawal
from articles.rules.sourcing_line import Sources
from articles.rules.words import ERASED
from articles.text import folding


@transaction.atomic
def erase(story: Story, *, by: User, agreed_by: User, reason: str) -> Erasure:
    """Empty every version of the story, every revision, and the desk's own copy. Two people and a reason; no way back.

    Readers get 410. The reason given here stays at the desk: it may say what must not be said.
    """
    _refuse_without_two(by, agreed_by, reason)
    story, now = lock(story)
    remains = story.body or story.evidence.exists() or story.publications.filter(erasure=None).exists()
    if story.erasures.exists() and not remains:
        raise Refused(_("Nothing of this story is left to erase."))
    schedules.cancel(story, schedules.scheduled(story, now))
    placing.clear(story, now)
    erasure = Erasure.objects.create(story=story, reason=reason, asked_by=by, agreed_by=agreed_by, at=now)
    _empty_record(story, erasure, now)
    _empty_desk(story)
    record(Verb.ERASED, by=by, at=now, story=story, note=_("Agreed by %s.") % agreed_by)
    refreshing.after_commit(story)
    return erasure


def _refuse_without_two(by: User, agreed_by: User, reason: str) -> None:
    if by is None or agreed_by is None or by.pk == agreed_by.pk:
        raise NotAllowed(_("Erasing takes two people."))
    allow(by, "erase_story")
    allow(agreed_by, "agree_to_erase_story")
    if not folding.is_visible(reason):
        raise Refused(_("Erasing takes a reason."))


def _empty_record(story: Story, erasure: Erasure, now: datetime) -> None:
    begun = Publication.objects.filter(story=story, erasure=None)
    begun.live(now).update(live_until=now)
    begun.update(is_withheld=True)
    begun.update(erasure=erasure, vector="", **dict.fromkeys(Publication.ERASED, ""))
    emptied = dict.fromkeys(Statement.ERASED, "") | dict.fromkeys(Statement.ERASED_NUMBERS)
    Statement.objects.filter(story=story).update(**emptied)
    PublishedPhoto.objects.filter(story=story).update(**dict.fromkeys(PublishedPhoto.ERASED, ""))
    Correction.objects.filter(story=story).update(**dict.fromkeys(Correction.ERASED, ""))
    with translation.override(story.edition.language):
        reason = str(ERASED)
    # Reasons and notes may say what must not be said.
    story.withdrawals.update(reason=reason)
    story.events.update(note="")
    if story.publications.exists():
        Withdrawal.objects.unlifted().get_or_create(story=story, defaults={"at": now, "reason": reason})


def _empty_desk(story: Story) -> None:
    texts = ("kicker", "headline", "standfirst", "body", "dateline", "lead_caption", "note")
    # A newer version, or a form that was open all the while would put the text back.
    Story.objects.filter(pk=story.pk).update(**dict.fromkeys(texts, ""), version=F("version") + 1, **Sources().columns)
    indexing.forget(story)
    keeping.forget(story)
    evidence.forget(story)
    recalls.forget(story)
    replies.forget(story)
    story.attributions.all().delete()
    story.no_quotations.all().delete()
    story.not_carried.all().delete()
    story.revisions.update(state={})
