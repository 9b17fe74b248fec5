"""What stories share, made and changed: tags, sources, contributors, photos, sections, editions, pages."""

from collections.abc import Iterable
from datetime import date
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from articles.actions import before_readers
from articles.actions.events import record
from articles.actions.locking import clock
from articles.actions.permission import allow
from articles.actions.refusals import Refused
from articles.models import (
    Contributor,
    Edition,
    Event,
    Page,
    Photo,
    Section,
    Source,
    SourceTitle,
    Story,
    Tag,
    User,
    Verb,
    searching,
)
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


@transaction.atomic
def make_source(name: str, *, kind: str, title: str = "", language: str, by: User | None) -> Source:
    """A new source, with the title that it bears in a language today. Refused where one of that name stands already."""
    allow(by, "add_source")
    name = folding.unturned(name)
    if not folding.is_visible(name):
        raise Refused(_("Write a name."))
    if Source.objects.filter(searching.bearing(Source, [folding.key(name)]), protected_in=None).exists():
        raise Refused(_("There is a source called “%s” already.") % name)
    source = Source.objects.create(name=name, slug=_free_slug(name), kind=kind)
    if folding.is_visible(title) and language in dict(settings.LANGUAGES):
        SourceTitle.objects.create(source=source, title=folding.unturned(title), language=language)
    leave_event(source, by=by, is_new=True)
    return source


@transaction.atomic
def make_protected(label: str, *, story: Story | None, by: User | None) -> Source:
    """A source of one story who may not be named, under the label that readers see."""
    allow(by, "add_source")
    label = folding.unturned(label)
    if story is None:
        raise Refused(_("Save the story first: whoever may not be named is protected in it."))
    if not folding.is_visible(label):
        raise Refused(_("Write a name."))
    # Its slug is never made from a name, which might be the real one.
    source = Source.objects.create(name=label, slug=f"protected-{uuid4().hex[:12]}", protected_in=story)
    leave_event(source, by=by, is_new=True)
    return source


@transaction.atomic
def add_title(source: Source, title: str, *, language: str, since: date, by: User | None) -> SourceTitle:
    """A further title of a source, which it bears in a language from a day on. Refused where it bears that one then."""
    allow(by, "add_sourcetitle")
    # Two who add the same at once have it once.
    source = Source.objects.select_for_update().get(pk=source.pk)
    before_readers.allow_change(source, {"sourcetitle"}, by=by)
    title = folding.unturned(title)
    if source.is_protected:
        raise Refused(_("A protected source has a label, and neither names nor titles."))
    if not folding.is_visible(title) or language not in dict(settings.LANGUAGES):
        raise Refused(_("Write a title."))
    if bears_title(source, title, language=language, day=since):
        raise Refused(_("%(name)s bears the title “%(title)s” already.") % {"name": source.name, "title": title})
    row = SourceTitle.objects.create(source=source, title=title, language=language, from_on=since)
    leave_event(source, by=by, fields=["sourcetitle"])
    return row


def bears_title(source: Source, title: str, *, language: str, day: date) -> bool:
    """Whether a source bears a title, in whatever spelling, on a day."""
    borne = source.titles.filter(language=language).borne_on(day)
    return folding.fold(title) in {folding.fold(each.title) for each in borne}


def _free_slug(name: str) -> str:
    wanted = folding.slug(name, fallback="source")
    slugs = (wanted, *(folding.numbered(wanted, number) for number in range(2, 1000)))
    return next(slug for slug in slugs if not Source.objects.filter(slug=slug).exists())


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
