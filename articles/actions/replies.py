"""The right of reply: what somebody was asked, and what came of it."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from articles.actions.events import record
from articles.actions.locking import lock
from articles.actions.permission import allow
from articles.actions.refusals import Refused
from articles.models import Reply, Source, Story, User, Verb, searching
from articles.text import folding

MAY = "change_story"


@transaction.atomic
def ask(
    story: Story,
    *,
    by: User | None,
    subject: str,
    asked: str,
    how: str,
    asked_at: datetime,
    until_at: datetime | None = None,
) -> Reply:
    """Write down that somebody was asked for comment."""
    allow(by, MAY)
    story, now = lock(story)
    said = {name: folding.unturned(value).strip() for name, value in _named(subject, asked, how)}
    if not all(map(folding.is_visible, said.values())):
        raise Refused(_("Say who was asked, about what, and how."))
    if asked_at > now:
        raise Refused(_("That moment has not come yet."))
    if until_at and until_at < asked_at:
        raise Refused(_("They are asked first, and answer after that."))
    reply = Reply.objects.create(
        story=story, source=_called(said["asked"], story), asked_at=asked_at, until_at=until_at, entered_by=by, **said
    )
    record(Verb.ASKED, by=by, at=now, story=story)
    return reply


@transaction.atomic
def note(reply: Reply, *, by: User | None, answer: str, has_declined: bool = False) -> Reply:
    """Write down what they answered, or that they do not wish to. What was written before is replaced."""
    allow(by, MAY)
    story, now = lock(reply.story)
    answer = folding.unturned(answer).strip()
    if not (has_declined or folding.is_visible(answer)):
        raise Refused(_("Write what they answered."))
    rows = Reply.objects.filter(pk=reply.pk, story=story)
    rows.update(answer=answer, has_declined=has_declined, answered_by=by, answered_at=now)
    record(Verb.ANSWERED, by=by, at=now, story=story)
    return rows.get()


def forget(story: Story) -> None:
    """All of it goes with the text of a story that is being erased. Within its transaction."""
    Reply.objects.filter(story=story).delete()


def _named(subject: str, asked: str, how: str) -> tuple[tuple[str, str], ...]:
    return ("subject", subject), ("asked", asked), ("how", how)


def _called(name: str, story: Story) -> Source | None:
    """The one source of that name, if there is just one that this story may have."""
    of_it = Q(protected_in=None) | Q(protected_in=story)
    found = list(Source.objects.filter(searching.bearing(Source, [folding.key(name)])).filter(of_it)[:2])
    return found[0] if len(found) == 1 else None
