"""The desk's work on a story: start it, revise it, start its sibling. Readers see none of it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from articles.actions import indexing, schedules, shared
from articles.actions.events import record
from articles.actions.locking import clock, lock
from articles.actions.permission import allow
from articles.actions.refusals import MovedOn, NotAllowed, Refused
from articles.models import Attribution, Byline, Contributor, Edition, Revision, Story, Tag, User, Verb, drafts
from articles.models.drafts import Draft


@transaction.atomic
def start(
    edition: Edition,
    *,
    by: User | None,
    bylines: Iterable[Contributor] = (),
    tags: Iterable[str | Tag] = (),
    attributions: Iterable[Attribution] = (),
    **written: Any,
) -> Story:
    """A new story, with what of `Story.WRITTEN` is given, and its first revision."""
    allow(by, "add_story")
    story = Story.objects.create(edition=edition, **written)
    _hang(story, bylines, tags, attributions, by=by)
    keep(story, by=by, at=clock(), verb=Verb.STARTED)
    return story


@transaction.atomic
def revise(
    story: Story,
    *,
    version: int,
    by: User | None,
    bylines: Iterable[Contributor] | None = None,
    tags: Iterable[str | Tag] | None = None,
    attributions: Iterable[Attribution] | None = None,
    **changes: Any,
) -> Story:
    """Save changes to the fields of `Story.WRITTEN`, made on `version`; refused if another save came between."""
    allow(by, "change_story")
    fresh, now = claim(story, version=version)
    for name, value in changes.items():
        setattr(fresh, name, value)
    refuse_slug(fresh)
    refuse_embargo(fresh, by=by)
    fresh.save(update_fields=list(changes))
    _hang(fresh, bylines, tags, attributions, by=by)
    keep(fresh, by=by, at=now)
    return fresh


@transaction.atomic
def restore(story: Story, *, revision: int, version: int, by: User | None) -> Story:
    """Make what `revision` had the newest one, seen on `version`: text, bylines, tags, attributions.

    What was merged comes back as its survivor, what is no more stays away. The slug of a published story stays, and an
    embargo that `by` may not lift.
    """
    allow(by, "change_story")
    fresh, now = claim(story, version=version)
    draft = restored(fresh, revision=revision, by=by)
    for name in Story.WRITTEN:
        setattr(fresh, name, getattr(draft.story, name))
    fresh.save(update_fields=Story.WRITTEN)
    _hang(fresh, draft.bylines, draft.tags, draft.attributions, by=by)
    keep(fresh, by=by, at=now, verb=Verb.RESTORED, note=_("From revision %s.") % revision)
    return fresh


def restored(story: Story, *, revision: int, by: User | None) -> Draft:
    """What restoring a revision would make of a story, in memory. Refused where there is nothing to restore."""
    kept = story.revisions.filter(number=revision).first()
    if kept is None:
        raise Refused(_("There is no such revision."))
    if kept.is_erased:
        raise Refused(_("The text of this revision has been erased."))
    draft = drafts.of_revision(kept)
    draft.leave_to_its_story()
    if story.publications.exists():
        draft.story.slug = story.slug
    try:
        refuse_embargo(draft.story, by=by)
    except NotAllowed:
        draft.story.embargo_until = story.embargo_until
    return draft


def claim(story: Story, *, version: int) -> tuple[Story, datetime]:
    """Lock the story for a save on `version`. Within a transaction; `keep` ends what this begins."""
    fresh, now = lock(story)
    if fresh.version != version:
        raise MovedOn(_("Someone else has saved this story since you opened it."))
    return fresh, now


def keep(story: Story, *, by: User | None, at: datetime, verb: Verb = Verb.REVISED, note: str = "") -> Revision:
    """Make what the tables now hold of a claimed story its next revision."""
    saved = Story.objects.filter(pk=story.pk, version=story.version)
    if saved.update(version=story.version + 1, changed_at=at) != 1:
        raise MovedOn(_("Someone else has saved this story since you opened it."))
    story.refresh_from_db()
    revision = Revision.objects.create(story=story, number=story.version, state=story.state(), by=by, saved_at=at)
    indexing.keep(indexing.words(story))
    if schedules.keep_embargo(story, at):
        note = " ".join([note, _("Under embargo now: the schedule was called off.")]).strip()
    record(verb, by=by, at=at, story=story, note=note)
    return revision


def refuse_slug(story: Story) -> None:
    """The slug is fixed once the story has been published or scheduled; `publishing.rename` moves it."""
    published = story.publications.order_by("number").last()
    if published and story.slug != published.slug:
        raise Refused(_("The address of a published story is fixed: use “Rename”."))


def refuse_embargo(story: Story, *, by: User | None) -> None:
    """Letting a story out earlier, or touching what is scheduled, is for those who may publish."""
    before = Story.objects.values_list("embargo_until", flat=True).get(pk=story.pk)
    is_earlier = before and (story.embargo_until is None or story.embargo_until < before)
    is_planned = story.embargo_until != before and story.publications.scheduled().exists()
    if is_earlier or is_planned:
        allow(by, "publish_story")


@transaction.atomic
def start_sibling(story: Story, *, edition: Edition, by: User | None) -> Story:
    """The same story in another edition: its kind, photo, bylines and embargo, its section's and tags' siblings.

    No text: it is written anew. No attributions: the sibling's words are other words.
    """
    allow(by, "add_story")
    story, _now = lock(story)
    if Story.objects.filter(family=story.family, edition=edition).exists():
        raise Refused(_("This story has a sibling in that edition already."))
    families = story.tags.values_list("family", flat=True)
    return start(
        edition,
        by=by,
        family=story.family,
        kind=story.kind,
        embargo_until=story.embargo_until,
        lead_photo=story.lead_photo,
        section=story.section and edition.sections.filter(family=story.section.family, merged_into=None).first(),
        bylines=[byline.contributor for byline in story.bylines.select_related("contributor")],
        tags=Tag.objects.filter(family__in=list(families), language=edition.language),
    )


def _hang(
    story: Story,
    bylines: Iterable[Contributor] | None,
    tags: Iterable[str | Tag] | None,
    attributions: Iterable[Attribution] | None,
    *,
    by: User | None,
) -> None:
    if bylines is not None:
        story.bylines.all().delete()
        rows = [Byline(story=story, contributor=person, position=place) for place, person in enumerate(bylines)]
        Byline.objects.bulk_create(rows)
    if tags is not None:
        story.tags.set(shared.name_tags(tags, story.edition.language, by=by))
    if attributions is not None:
        story.attributions.all().delete()
        for place, attribution in enumerate(attributions):
            attribution.story, attribution.position, attribution.pk = story, place, None
            attribution.save(force_insert=True)
