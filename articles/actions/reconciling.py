"""What somebody made on one version of a story, and what others have saved since, made one draft.

What one side alone has touched is taken; what both have changed in the same words is a clash, to be asked of whoever
saves second, with who and when. Nothing is written here: `stories.revise` does it, under the lock of the story.
"""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from articles import text
from articles.actions import attributing
from articles.actions.refusals import MovedOn
from articles.models import Story, Tag, User, drafts
from articles.models.drafts import ALL, HANGING, Draft
from articles.text import joining, threeway
from articles.text.threeway import Merged

# How these are joined within, and not as one thing.
JOINED = {
    "body": joining.html,
    "headline": joining.lines,
    "standfirst": joining.lines,
    "lead_caption": joining.lines,
    "note": joining.lines,
}
# So many saves since are asked who made them.
MOST_REVISIONS = 100


class Saved(NamedTuple):
    """The last save of others that changed a field."""

    by: User | None
    at: datetime


class Contest(NamedTuple):
    """What both have changed: in which field, as I have it and as they have it, and who saved theirs and when. A
    contest of attributions is one of two rows, of which None was taken away."""

    name: str
    mine: Any
    theirs: Any
    saved: Saved | None


class Taken(NamedTuple):
    """A field of which something was taken over from others."""

    name: str
    saved: Saved


@dataclass
class Reconciled:
    """The draft that is to be saved; `changed` names what differs from `theirs`, which is saved now. Where there is a
    contest it has mine."""

    draft: Draft
    theirs: Draft
    contests: list[Contest] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)


class Contested(MovedOn):
    """Others have changed the same words since: a person is asked."""

    def __init__(self, reconciled: Reconciled) -> None:
        super().__init__(_("Someone else has saved this story since you opened it."))
        self.reconciled = reconciled


def base_of(story: Story, version: int) -> Draft | None:
    """The draft of the revision that was opened. None where there is none to compare with. Refused where it was
    erased."""
    revision = story.revisions.filter(number=version).first()
    if revision is None:
        return None
    if revision.is_erased:
        raise MovedOn(_("The text of this story has been erased since you opened it. What you typed is not kept."))
    return drafts.of_revision(revision)


def reconcile(story: Story, draft: Draft, *, version: int) -> Reconciled:
    """Make one of a draft that was made on `version` and of the story as it is now."""
    base, theirs = base_of(story, version), drafts.of_story(story)
    draft = _named(draft, story)
    saved = _saved_since(story, version)
    made = copy(theirs)
    made.story = copy(story)
    found = Reconciled(made, theirs)
    for name in [name for name in (*Story.WRITTEN, *HANGING) if name in draft.changed]:
        merged = _merged(name, base, draft, theirs)
        _put(made, name, merged.value)
        contests = (Contest(name, clash.mine, clash.theirs, saved.get(name)) for clash in merged.clashes)
        found.contests += contests
    made.changed = frozenset(name for name in ALL if not _is_same(name, made, theirs))
    if base is not None:
        found.taken = [Taken(name, saved[name]) for name in saved if _is_taken(name, base, draft, theirs)]
    return found


def _merged(name: str, base: Draft | None, mine: Draft, theirs: Draft) -> Merged:
    if name == "attributions":
        was = None if base is None else base.attributions
        return attributing.merged(was, mine.attributions, theirs.attributions)
    sides = [draft and _value(draft, name) for draft in (base, mine, theirs)]
    if base is None:
        return _without_base(name, *sides[1:])
    merged = _join(name)(*sides)
    most = getattr(Story._meta.get_field(name), "max_length", None) if name in Story.WRITTEN else None
    if most and isinstance(merged.value, str) and len(merged.value) > most:
        return threeway.whole(*sides)
    return merged


def _join(name: str) -> Callable[..., Merged]:
    return threeway.names if name in HANGING else JOINED.get(name, threeway.whole)


def _without_base(name: str, mine: Any, theirs: Any) -> Merged:
    """Nobody knows what was opened: whatever differs is asked, but that an emptiness is nobody's word."""
    if name in HANGING:
        value = [*mine, *(each for each in theirs if each not in mine)]
        return Merged(value, () if value == theirs else (threeway.Clash(None, mine, theirs),))
    if mine in (theirs, "", None):
        return Merged(theirs)
    return Merged(mine, (threeway.Clash(None, mine, theirs),))


def _value(draft: Draft, name: str) -> Any:
    """The value of a field: plain, or a list of rows."""
    return getattr(draft, name) if name in HANGING else draft.story.serializable_value(name)


def _put(draft: Draft, name: str, value: Any) -> None:
    if name in HANGING:
        setattr(draft, name, value)
    else:
        setattr(draft.story, f"{name}_id" if name in drafts.ROWS else name, value)


def _is_same(name: str, one: Draft, other: Draft) -> bool:
    """Whether a field of both drafts says the same."""
    if name == "attributions":
        return attributing.told(one.attributions) == attributing.told(other.attributions)
    if name == "body":
        return text.kept(one.story.body) == text.kept(other.story.body)
    return bool(_value(one, name) == _value(other, name))


def _is_taken(name: str, base: Draft, mine: Draft, theirs: Draft) -> bool:
    is_new = not _is_same(name, base, theirs)
    return is_new and not (name in mine.changed and _is_same(name, mine, theirs))


def _named(draft: Draft, story: Story) -> Draft:
    """The draft with its tags as rows, where they have one: of a merged tag, its survivor."""
    if "tags" not in draft.changed:
        return draft
    known = [
        Tag.objects.named(tag, story.edition.language) or tag if isinstance(tag, str) else tag for tag in draft.tags
    ]
    draft = copy(draft)
    draft.tags = list(dict.fromkeys(tag.surviving() if isinstance(tag, Tag) else tag for tag in known))
    return draft


def _saved_since(story: Story, version: int) -> dict[str, Saved]:
    """For each field that was changed since, the last save that did so."""
    since: list[Any] = list(
        story.revisions.filter(number__gt=version).with_changes().select_related("by")[:MOST_REVISIONS]
    )
    return {
        name: Saved(revision.by, revision.saved_at)
        for revision in reversed(since)
        for name in revision.changed_names
        if name in ALL
    }
