"""What stories share, made and changed: tags, sources, contributors, photos, sections, editions, pages."""

from collections.abc import Iterable

from articles.actions.ground import allow, clock, record
from articles.models import Contributor, Edition, Event, Page, Photo, Section, Source, Tag, User, Verb

Shared = Contributor | Edition | Page | Photo | Section | Source | Tag


def keep(row: Shared, *, by: User | None, fields: Iterable[str] = (), is_new: bool = False) -> Event:
    """Leave the event of a row that was saved in this transaction: which fields, and never what stands in them."""
    table = row._meta.model_name
    allow(by, f"{'add' if is_new else 'change'}_{table}")
    names = " ".join(sorted(set(fields)))
    verb = Verb.MADE if is_new else Verb.CHANGED
    return record(verb, by=by, at=clock(), table=table, row=row.pk, edition_id=_edition_of(row), fields=names)


def _edition_of(row: Shared) -> int | None:
    return row.pk if isinstance(row, Edition) else getattr(row, "edition_id", None)
