"""The desk's work on a story: start it, revise it, start its sibling. Readers see none of it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.actions import indexing, no_quotations, recalls, reconciling, schedules, shared, verifying
from articles.actions.events import record
from articles.actions.locking import clock, lock
from articles.actions.permission import allow
from articles.actions.reconciling import Contested, Taken
from articles.actions.refusals import MovedOn, NotAllowed, Refused
from articles.models import (
    Attribution,
    Byline,
    Contributor,
    Edition,
    Evidence,
    Revision,
    Story,
    StoryTag,
    Tag,
    User,
    Verb,
    drafts,
)
from articles.models.drafts import Draft
from articles.rules import sourcing_line
from articles.text.ledger import find
from articles.text.passages import Place


@transaction.atomic
def start(draft: Draft, *, by: User | None) -> Story:
    """A new story, and its first revision."""
    allow(by, "add_story")
    story = draft.story
    story.save(force_insert=True)
    _hang(story, draft, by=by)
    _save_revision(story, by=by, at=clock(), verb=Verb.STARTED)
    return story


@transaction.atomic
def revise(
    story: Story,
    draft: Draft,
    *,
    version: int,
    by: User | None,
    verb: Verb = Verb.REVISED,
    note: str = "",
) -> Story:
    """Save what is `changed` in the draft, which was made on `version`, and keep what others have saved since.

    Refused (`reconciling.Contested`) where both have changed the same words. What was taken over from others stands in
    `taken` of the story that is returned; where nothing of the draft is new, no revision is made.

    The only way in which a story at the desk is changed, whoever asks: form, import, wire, command.
    """
    allow(by, "change_story")
    fresh, now = lock(story)
    if fresh.version != version:
        draft, fresh.taken = _reconciled(fresh, draft, version=version)
        if not draft.changed:
            return fresh
        note = " ".join([note, _("Made on revision %s.") % version]).strip()
    written = [name for name in Story.WRITTEN if name in draft.changed]
    for name in written:
        setattr(fresh, name, getattr(draft.story, name))
    if "slug" in written:
        _refuse_slug(fresh)
    if "embargo_until" in written:
        _refuse_embargo(fresh, by=by)
    fresh.save(update_fields=written)
    _hang(fresh, draft, by=by)
    _save_revision(fresh, by=by, at=now, verb=verb, note=note)
    return fresh


@transaction.atomic
def restore(story: Story, *, revision: int, version: int, by: User | None) -> Story:
    """Make what `revision` had the newest one, seen on `version`: text, bylines, tags, attributions.

    A merged tag or section comes back as its survivor; a row that no longer exists stays away. The slug of a
    published story stays, and so does an embargo that `by` may not lift.
    """
    allow(by, "change_story")
    fresh, _now = _claim(story, version=version)
    draft = restored(fresh, revision=revision, by=by)
    note = _("From revision %s.") % revision
    return revise(story, draft, version=version, by=by, verb=Verb.RESTORED, note=note)


def restored(story: Story, *, revision: int, by: User | None) -> Draft:
    """What restoring a revision would make of a story, in memory. Refused where there is nothing to restore."""
    saved = story.revisions.filter(number=revision).first()
    if saved is None:
        raise Refused(_("There is no such revision."))
    if saved.is_erased:
        raise Refused(_("The text of this revision has been erased."))
    draft = drafts.of_revision(saved)
    draft.leave_to_its_story()
    if story.publications.exists():
        draft.story.slug = story.slug
    try:
        _refuse_embargo(draft.story, by=by)
    except NotAllowed:
        draft.story.embargo_until = story.embargo_until
    return draft


def _reconciled(story: Story, draft: Draft, *, version: int) -> tuple[Draft, tuple[Taken, ...]]:
    found = reconciling.reconcile(story, draft, version=version)
    if found.contests:
        raise Contested(found)
    return found.draft, tuple(found.taken)


def _claim(story: Story, *, version: int) -> tuple[Story, datetime]:
    """Lock the story for a save on `version`. Within a transaction; `_save_revision` ends what this begins."""
    fresh, now = lock(story)
    if fresh.version != version:
        raise MovedOn(_("Someone else has saved this story since you opened it."))
    return fresh, now


def _save_revision(
    story: Story, *, by: User | None, at: datetime, verb: Verb = Verb.REVISED, note: str = ""
) -> Revision:
    """Make what the tables now hold of a claimed story its next revision."""
    draft = drafts.of_story(story)
    sources = sourcing_line.counted(row.facts() for row in draft.attributions)
    saved = Story.objects.filter(pk=story.pk, version=story.version)
    if saved.update(version=story.version + 1, changed_at=at, **sources.columns) != 1:
        raise MovedOn(_("Someone else has saved this story since you opened it."))
    story.refresh_from_db()
    rows = [row.pk for row in draft.attributions]
    revision = Revision.objects.create(
        story=story, number=story.version, state=draft.state(), rows=rows, by=by, saved_at=at
    )
    indexing.store(indexing.words(story))
    no_quotations.keep_standing(draft)
    if schedules.keep_embargo(story, at):
        note = " ".join([note, _("Under embargo now: the schedule was called off.")]).strip()
    record(verb, by=by, at=at, story=story, note=note)
    recalls.follow(story, at, by=by)
    return revision


def _refuse_slug(story: Story) -> None:
    """The slug is fixed once the story has been published or scheduled; `publishing.rename` moves it."""
    published = story.publications.order_by("number").last()
    if published and story.slug != published.slug:
        raise Refused(_("The address of a published story is fixed: use “Rename”."))


def _refuse_embargo(story: Story, *, by: User | None) -> None:
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
    draft = drafts.new(
        edition,
        family=story.family,
        kind=story.kind,
        embargo_until=story.embargo_until,
        lead_photo=story.lead_photo,
        section=story.section and edition.sections.filter(family=story.section.family, merged_into=None).first(),
        bylines=[byline.contributor for byline in story.bylines.select_related("contributor")],
        tags=Tag.objects.filter(family__in=list(families), language=edition.language),
    )
    return start(draft, by=by)


def _hang(story: Story, draft: Draft, *, by: User | None) -> None:
    """Write the bylines, tags and attributions that the draft has changed, in its order. A row that stays is kept."""
    if "bylines" in draft.changed:
        _hang_bylines(story, draft.bylines)
    if "tags" in draft.changed:
        _hang_tags(story, shared.name_tags(draft.tags, story.edition.language, by=by))
    if "attributions" in draft.changed:
        _hang_attributions(story, _in_order_of_text(story, draft.attributions))


def _hang_bylines(story: Story, people: list[Contributor]) -> None:
    """A row that stays keeps its number: another form may be open that knows it by that."""
    before = {row.contributor_id: row for row in story.bylines.all()}
    story.bylines.exclude(contributor__in=people).delete()
    for place, person in enumerate(people):
        row = before.pop(person.pk, None) or Byline(story=story, contributor=person)
        if row.pk is None or row.position != place:
            row.position = place
            row.save()


def _hang_tags(story: Story, tags: list[Tag]) -> None:
    """Write the tags in this order: that of their rows, in which readers see them."""
    wanted = drafts.surviving(tags)
    if wanted == [row.tag for row in story.story_tags.order_by("pk").select_related("tag")]:
        return
    while wanted != (held := drafts.surviving(Tag.objects.held(wanted))):
        wanted = held
    story.story_tags.all().delete()
    StoryTag.objects.bulk_create(StoryTag(content_object=story, tag=tag) for tag in wanted)


def _in_order_of_text(story: Story, attributions: list[Attribution]) -> list[Attribution]:
    """Statements in the order in which they stand in the text and above it; those that stand nowhere come last, as they
    were."""
    found = [find(story.body, story.above, each.words, each.occurrence) for each in attributions]
    placed = sorted(zip(found, attributions, strict=True), key=lambda row: _order(row[0]))
    return [attribution for _place, attribution in placed]


def _order(place: Place | None) -> tuple[bool, int, int]:
    return (True, 0, 0) if place is None else (False, place.paragraph, place.start)


def _hang_attributions(story: Story, attributions: list[Attribution]) -> None:
    before = {row.pk: row.state() for row in story.attributions.with_owners()}
    staying = {attribution.pk for attribution in attributions}
    story.attributions.exclude(pk__in=staying & before.keys()).delete()
    for place, attribution in enumerate(attributions):
        attribution.story, attribution.position = story, place
        was = before.get(attribution.pk)
        if was is not None:
            verifying.settle(attribution, was)
        # Read before the row has another number.
        state = attribution.state()
        if was is None:
            attribution.pk = None
            attribution.save(force_insert=True)
        elif state != was:
            attribution.save(force_update=True)
        if state["further"] != (was["further"] if was else []):
            attribution.save_further()
    # A source that may not be named any more holds back what it was heard to say.
    Evidence.objects.filter(story=story).hold_back()
