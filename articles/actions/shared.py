"""What stories share, made and changed: tags, sources, contributors, photos, sections, editions, pages."""

from collections.abc import Iterable

from articles.actions import before_readers
from articles.actions.events import record
from articles.actions.locking import clock
from articles.actions.permission import allow
from articles.models import Contributor, Edition, Event, Page, Photo, Section, Source, Tag, User, Verb
from articles.text import folding, subjects

Shared = Contributor | Edition | Page | Photo | Section | Source | Tag


def leave_event(row: Shared, *, by: User | None, fields: Iterable[str] = (), is_new: bool = False) -> Event:
    """Leave the event of a row that was saved in this transaction: which fields, and never what stands in them."""
    table = row._meta.model_name
    if is_new:
        allow(by, f"add_{table}")
    else:
        before_readers.allow_change(row, set(fields), by=by)
    names = " ".join(sorted(set(fields)))
    verb = Verb.MADE if is_new else Verb.CHANGED
    return record(verb, by=by, at=clock(), table=table, row=row.pk, edition_id=_edition_of(row), fields=names)


def name_tags(tags: Iterable[str | Tag], language: str, *, by: User | None) -> list[Tag]:
    """Tags for names as they were typed, each once. A tag that did not exist is made, in this transaction, with an
    event of its own."""
    tags = list(tags)
    typed = {folding.key(tag): tag for tag in reversed(tags) if isinstance(tag, str)}
    named = {}
    # In the order of their keys: two people who make the same tags at once wait for each other, and not in a ring.
    for key in sorted(typed, key=subjects.key):
        named[key], is_new = Tag.objects.find_or_make(typed[key], language)
        if is_new:
            leave_event(named[key], by=by, is_new=True)
    return list(dict.fromkeys(named[folding.key(tag)] if isinstance(tag, str) else tag for tag in tags))


def _edition_of(row: Shared) -> int | None:
    return row.pk if isinstance(row, Edition) else getattr(row, "edition_id", None)
