"""What publishing a revision would make, without making it: nothing here writes."""

from dataclasses import dataclass

from articles.actions import schedules, versions
from articles.actions.locking import clock
from articles.actions.versions import Going
from articles.models import (
    Correction,
    Publication,
    PublishedByline,
    PublishedPhoto,
    PublishedTag,
    Revision,
    Section,
    Statement,
    Story,
    drafts,
)
from articles.rules.words import Change
from articles.text import folding


@dataclass(frozen=True)
class Preview:
    """A version that is in no table, dressed for its page, with what its page tells beside it."""

    version: Publication
    statements: list[Statement]
    corrections: list[Correction]


def preview(revision: Revision) -> Preview:
    """As `publishing.publish` would have it go out: now, or when it is scheduled. What is missing is left empty."""
    draft = drafts.of_revision(revision)
    story = draft.story
    going, before = _going(story)
    if story.section is None:
        # What is not ready is seen all the same.
        story.section = Section(edition=story.edition)
    version, hanging = versions.compose(draft, going, before)
    version.slug = before.slug if before else folding.slug(story.slug or story.headline, fallback=f"story-{story.pk}")
    bylines = [row.contributor for row in hanging if isinstance(row, PublishedByline)]
    tags = [row.tag for row in hanging if isinstance(row, PublishedTag)]
    statements = [row for row in hanging if isinstance(row, Statement)]
    photos = [row for row in hanging if isinstance(row, PublishedPhoto)]
    Publication.objects.dress(version, bylines, tags, {row.source for row in statements}, photos)
    told = Correction.objects.filter(story=story.pk).begun(going.live_from)
    return Preview(version, statements, list(told.filter(publication__erasure=None).order_by("at")))


def _going(story: Story) -> tuple[Going, Publication | None]:
    """How this revision goes out, and after which version: what readers have already goes out again as it did."""
    now = clock()
    begun = story.publications.begun(now)
    before = begun.order_by("number").last()
    waiting = schedules.scheduled(story, now)
    if waiting is not None and waiting.revision == story.version:
        return Going(waiting.live_from, Change(waiting.change)), before
    if before is None:
        return Going(now, Change.FIRST), None
    return Going(now, Change.MINOR if before.revision == story.version else Change.UPDATE), before
