"""What one edition of a story says and the other does not: a statement of a sibling that need not be carried over, and
taken back. Which of the two are one statement stands in the attributions themselves."""

from django.db import transaction
from django.utils.translation import gettext as _

from articles.actions.events import record
from articles.actions.locking import lock
from articles.actions.permission import allow
from articles.actions.refusals import Refused
from articles.models import Attribution, NotCarried, Story, User, Verb


@transaction.atomic
def let_go(story: Story, statement: int, *, by: User | None) -> NotCarried:
    """Say that this story does without a statement of its sibling, by its number."""
    allow(by, "change_story")
    story, now = lock(story)
    said = _of_a_sibling(story, statement)
    row, is_new = NotCarried.objects.get_or_create(story=story, statement=said, defaults={"by": by, "at": now})
    if not is_new:
        raise Refused(_("Somebody has said so already."))
    # None of its words: they would outlive the story that they stand in.
    record(Verb.NOT_CARRIED, by=by, at=now, story=story)
    return row


@transaction.atomic
def take_back(story: Story, statement: int, *, by: User | None) -> None:
    """The statement is to be carried over after all."""
    allow(by, "change_story")
    story, now = lock(story)
    row = NotCarried.objects.filter(story=story, statement=statement).first()
    if row is None:
        raise Refused(_("Nobody has said that this statement is not carried over."))
    row.delete()
    record(Verb.TO_CARRY, by=by, at=now, story=story)


def _of_a_sibling(story: Story, statement: int) -> Attribution:
    found = Attribution.objects.filter(story__in=story.siblings(), pk=statement).first()
    if found is None:
        raise Refused(_("The other edition does not say this any more."))
    return found
