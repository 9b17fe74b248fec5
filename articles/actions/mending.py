"""A passage put as it was heard, as one save of its story at the desk. Readers have what they had."""

from django.db import transaction
from django.utils.translation import gettext as _

from articles.actions import footings, stories
from articles.actions.locking import lock
from articles.actions.permission import allow
from articles.actions.refusals import MovedOn, Refused
from articles.models import Attribution, Evidence, Story, User, drafts
from articles.models.drafts import Draft
from articles.text import mending
from articles.text.hearing import comparing
from articles.text.hearing.placing import Heard


@transaction.atomic
def mend(attribution: Attribution, *, evidence: Evidence, difference: int, by: User | None, seen: str) -> Story:
    """Put one difference, by its number from 1, as it was heard: in the text and in the words of its statement. `seen`
    is `footings.mark` of what was compared before the eyes of `by`.

    It is a save like any other: a revision in the name of `by`, on what others have saved since. The check of the words
    falls, and so does a signature; History leads back.
    """
    allow(by, "change_evidence")
    allow(by, "change_story")
    story, _now = lock(attribution.story)
    heard = footings.visible(evidence.pk, by=by)
    draft = drafts.of_story(story)
    at = next((place for place, each in enumerate(draft.attributions) if each.pk == attribution.pk), None)
    if heard is None or heard.story_id != story.pk or at is None:
        raise MovedOn(_("Someone else has taken this statement away since you opened it."))
    if seen != footings.mark(draft.attributions[at].words, heard):
        raise MovedOn(_("The words or the evidence have been changed since you compared them: compare them again."))
    body = _mended(draft, at, heard, difference)
    changed = drafts.with_changes(story, body=body, attributions=draft.attributions)
    note = _("Statement %s as it was heard.") % attribution.pk
    return stories.revise(story, changed, version=story.version, by=by, note=note)


def _mended(draft: Draft, at: int, evidence: Evidence, difference: int) -> str:
    """The text as it is to stand. Each statement of the draft gets the words and the place that it then has."""
    statements = [(each.words, each.occurrence) for each in draft.attributions]
    found = mending.mend(draft.story.body, statements, at, comparing.listen(evidence.text), difference)
    if found is None:
        raise Refused(_("The passage has moved or cannot be mended by itself: mend it in the text."))
    for row, (words, occurrence) in zip(draft.attributions, found.statements, strict=True):
        row.words, row.occurrence = words, occurrence
    return found.html


def mendable(attribution: Attribution, heard: Heard) -> set[int]:
    """The numbers of the differences of a statement that `mend` would put as they were heard."""
    story = attribution.story
    others = story.attributions.exclude(pk=attribution.pk).values_list("words", "occurrence")
    statements = [(attribution.words, attribution.occurrence), *others]
    return mending.mendable(story.body, statements, 0, heard)
