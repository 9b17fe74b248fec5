"""What is to go out later: finding it, and calling it off. The callers hold the story's lock."""

from datetime import datetime

from django.utils.translation import gettext as _

from articles.actions.refusals import Refused
from articles.models import Publication, Story


def scheduled(story: Story, now: datetime) -> Publication | None:
    """The version that is to begin, if there is one. There is never more than one."""
    return story.publications.scheduled(now).first()


def now_and_next(story: Story, now: datetime) -> tuple[Publication | None, Publication | None]:
    """The version that is live and the one that is to begin, asked for once by an action that has locked the story."""
    return story.publications.live(now).defer("body", "vector").first(), scheduled(story, now)


def make_way(live: Publication | None, live_from: datetime) -> datetime | None:
    """Close the live version's period where the next begins, which takes over the end that an import was given."""
    if live is None:
        return None
    end = live.live_until
    if end is None or end > live_from:
        Publication.objects.filter(pk=live.pk).update(live_until=live_from)
        return end
    if end == live_from:
        # Calling off could not tell it from an end that the schedule had set.
        raise Refused(_("What readers have now ends at that very moment: choose another minute."))
    return None


def cancel(story: Story, waiting: Publication | None) -> Publication | None:
    """Delete the version that is to begin, and give back to the one that it would have ended its own end, if any."""
    if waiting is None:
        return None
    waiting.delete()
    story.publications.ending(waiting.live_from).update(live_until=waiting.live_until)
    story.withdrawals.lifted(waiting.live_from).update(lifted_at=None)
    if waiting.number == 1:
        story.addresses.all().delete()
        # The slug that came with the address goes with it: what was saved stays.
        saved = story.revisions.filter(number=story.version).values_list("state__slug", flat=True).first()
        Story.objects.filter(pk=story.pk).update(slug=saved or "")
    return waiting


def keep_embargo(story: Story, now: datetime) -> Publication | None:
    """Call off what would begin before the story's embargo ends."""
    waiting = scheduled(story, now)
    if waiting is None or story.embargo_until is None or waiting.live_from >= story.embargo_until:
        return None
    return cancel(story, waiting)
