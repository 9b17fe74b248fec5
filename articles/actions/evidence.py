"""What was heard or read, kept for a story: entered, changed, looked at, removed. The record never has it."""

import hashlib
import json
from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles.actions import footings
from articles.actions.events import record
from articles.actions.locking import clock, lock
from articles.actions.permission import allow
from articles.actions.refusals import MovedOn, Refused
from articles.models import Evidence, Story, User, Verb
from articles.models.evidence import kept_files
from articles.text import canonical, folding

MOST = 200_000
FIELDS = ("source", "kind", "label", "place", "text")
# A file that no row names may be one whose row is being written.
IN_WRITING = timedelta(days=1)


@transaction.atomic
def keep(story: Story, *, by: User | None, version: int | None = None, file: bytes = b"", **said: Any) -> Evidence:
    """Enter evidence for a story: `FIELDS`, and `expires_on` by whoever sets terms. `version`: the save that the form
    showed, so that a form which was open while the story was erased puts nothing back."""
    allow(by, "add_evidence")
    story, now = lock(story)
    if version is not None and story.revisions.filter(number=version, state={}).exists():
        raise MovedOn(_("The text of this story has been erased since you opened it. What you typed is not kept."))
    row = Evidence(story=story, entered_by=by, entered_at=now)
    _write(row, by=by, file=file, **said)
    record(Verb.EVIDENCE_KEPT, by=by, at=now, story=story, note=_called(row))
    return row


@transaction.atomic
def change(
    row: Evidence, *, by: User | None, seen: str, file: bytes = b"", drops_file: bool = False, **said: Any
) -> Evidence:
    """Change what was entered. `seen` is the `mark` of what the form showed. A signature that was given over other
    words falls."""
    allow(by, "change_evidence")
    fresh, now = _locked(row, by=by)
    if mark(fresh) != seen:
        raise MovedOn(_("Someone else has changed this since you opened it."))
    was = fresh.file.name
    if drops_file and not file:
        fresh.file = ""
    _write(fresh, by=by, file=file, **said)
    if was and was != fresh.file.name:
        _drop_files([was])
    record(Verb.EVIDENCE_CHANGED, by=by, at=now, story=fresh.story, note=_called(fresh))
    return fresh


@transaction.atomic
def remove(row: Evidence, *, by: User | None) -> None:
    """Remove evidence for good, with its salt and its file. What rested on it rests on nothing."""
    allow(by, "delete_evidence")
    fresh, now = _locked(row, by=by)
    story, called = fresh.story, _called(fresh)
    _delete(Evidence.objects.filter(pk=fresh.pk))
    record(Verb.EVIDENCE_REMOVED, by=by, at=now, story=story, note=called)


@transaction.atomic
def look(row: Evidence, *, by: User) -> Evidence:
    """The evidence, to be looked at. Each look at that of a protected source is an event."""
    allow(by, "view_evidence")
    found = Evidence.objects.seen_by(by).select_related("story__edition", "source", "entered_by").get(pk=row.pk)
    if found.is_protected:
        record(Verb.EVIDENCE_SEEN, by=by, at=clock(), story=found.story, note=_called(found))
    return found


def forget(story: Story) -> None:
    """Forget all evidence of a story that is being erased. Within its transaction, and under its lock."""
    _delete(Evidence.objects.filter(story=story))


def sweep() -> None:
    """Remove evidence whose term is over, and files that no row names."""
    for row in Evidence.objects.over(clock()).defer("text").select_related("story"):
        _end(row)
    _sweep_files()


@transaction.atomic
def _end(row: Evidence) -> None:
    """Remove evidence at the end of its term. What rested on it says that none is kept."""
    story, now = lock(row.story)
    over = Evidence.objects.over(now).filter(pk=row.pk)
    if over.exists():
        said = _("Its term was over.")
        footings.let_go(row, reason=said)
        _delete(over)
        record(Verb.EVIDENCE_REMOVED, by=None, at=now, story=story, note=f"{_called(row)} {said}")


def mark(row: Evidence) -> str:
    """A mark of what was entered, which is another once any of it has been changed."""
    told = [row.source_id, row.kind, row.label, row.place, row.hash, row.file.name, str(row.expires_on)]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def _locked(row: Evidence, *, by: User | None) -> tuple[Evidence, Any]:
    """The evidence as it is now, under the lock of its story."""
    story, now = lock(row.story)
    rows = Evidence.objects.seen_by(by) if by else Evidence.objects.all()
    fresh = rows.filter(pk=row.pk).first()
    if fresh is None:
        raise MovedOn(_("This evidence has been removed since you opened it."))
    fresh.story = story
    return fresh, now


def _write(row: Evidence, *, by: User | None, file: bytes, **said: Any) -> None:
    if "expires_on" in said and said["expires_on"] != row.expires_on:
        allow(by, "set_evidence_term")
        row.expires_on = said["expires_on"]
    for name in FIELDS:
        setattr(row, name, said.get(name, getattr(row, name)))
    row.text = _as_stored(row.text)
    _refuse_elsewhere(row)
    if not folding.is_visible(row.text) or not folding.is_visible(row.label):
        raise Refused(_("Evidence has words, and is called something."))
    if len(row.text) > MOST:
        raise Refused(_("This is longer than 200,000 letters: enter the passages that matter."))
    if file:
        row.file = ContentFile(file, name="document.pdf")
    row.hash = canonical.of_evidence(row.salt, row.text)
    row.save()
    Evidence.objects.filter(pk=row.pk).hold_back()
    footings.compare_again(row)


def _as_stored(text: str) -> str:
    return folding.unturned(text.replace("\r\n", "\n").replace("\x00", "")).strip()


def _refuse_elsewhere(row: Evidence) -> None:
    if row.source and row.source.protected_in_id not in (None, row.story_id):
        raise Refused(_("This source is protected in another story: make one for this story."))


def _called(row: Evidence) -> str:
    """What an event calls it. Never its label: it may say who spoke."""
    return _("Evidence %s.") % row.pk


def _delete(rows: "QuerySet[Evidence]") -> None:
    names = [name for name in rows.values_list("file", flat=True) if name]
    rows.delete()
    _drop_files(names)


def _drop_files(names: list[str]) -> None:
    """Once it is certain that no row has them. What dies in between leaves them to `sweep`."""
    transaction.on_commit(lambda: [kept_files().delete(name) for name in names])


def _sweep_files() -> None:
    files, named = kept_files(), set(Evidence.objects.values_list("file", flat=True))
    if not files.exists(""):
        return
    for name in files.listdir("")[1]:
        if name not in named and files.get_modified_time(name) < clock() - IN_WRITING:
            files.delete(name)
