"""What is to go out later: finding it, and calling it off. The callers hold the story's lock."""

from datetime import datetime

from articles.models import Publication, Story


def scheduled(story: Story, now: datetime) -> Publication | None:
    """The version that is to begin, if there is one. There is never more than one."""
    return story.publications.scheduled(now).first()


def cancel(story: Story, now: datetime) -> Publication | None:
    """Delete the version that is to begin, and open again the period of the one that it would have ended."""
    waiting = scheduled(story, now)
    if waiting is None:
        return None
    waiting.delete()
    story.publications.filter(live_until=waiting.live_from).update(live_until=None)
    story.withdrawals.filter(lifted_at=waiting.live_from).update(lifted_at=None)
    if waiting.number == 1:
        story.addresses.all().delete()
    return waiting


def keep_embargo(story: Story, now: datetime) -> Publication | None:
    """Call off what would begin before the story's embargo ends."""
    waiting = scheduled(story, now)
    if waiting is None or story.embargo_until is None or waiting.live_from >= story.embargo_until:
        return None
    return cancel(story, now)
