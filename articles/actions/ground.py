"""What all actions stand on: who may, the lock, the database's clock, the event."""

from datetime import datetime
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _

from articles.actions.refusals import NotAllowed
from articles.models import Event, Story, User, Verb


def allow(by: User | None, permission: str) -> None:
    """Refuse unless `by` has the role for it. A command on the server acts as nobody, and may."""
    if by is not None and not by.has_perm(f"articles.{permission}"):
        raise NotAllowed(_("Your role does not allow this."))


def lock(story: Story) -> tuple[Story, datetime]:
    """The story as it is now, locked until the transaction ends, and then the database's clock."""
    # NO KEY: rows that point to the story may be written meanwhile. Its section is not joined: after a wait PostgreSQL
    # reads the story's row again, and would not find what a merge has moved in between.
    rows = Story.objects.select_for_update(of=("self",), no_key=True).select_related("edition")
    fresh = rows.get(pk=story.pk)
    return fresh, clock()


def clock() -> datetime:
    """The database's time, to be read once an action, after its locks are held."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]


def record(verb: Verb, *, by: User | None, at: datetime, story: Story | None = None, **details: Any) -> Event:
    """Leave the event of an action."""
    if story is not None:
        details = {"revision": story.version, "edition_id": story.edition_id} | details
    return Event.objects.create(verb=verb, by=by, at=at, story=story, **details)
