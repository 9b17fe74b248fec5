"""The event that each action leaves."""

from datetime import datetime
from typing import Any

from articles.models import Event, Story, User, Verb


def record(verb: Verb, *, by: User | None, at: datetime, story: Story | None = None, **details: Any) -> Event:
    """Leave the event of an action."""
    if story is not None:
        details = {"revision": story.version, "edition_id": story.edition_id} | details
    return Event.objects.create(verb=verb, by=by, at=at, story=story, **details)
