"""Rows into tables by COPY. It calls no `save()`: what that does is done by `rows`; what must hold, triggers see to."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain, count

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import Field, Model
from django.db.models.expressions import DatabaseDefault

from articles.actions import declaring, locking
from articles.models import (
    Address,
    Attribution,
    Byline,
    Correction,
    Publication,
    PublishedByline,
    PublishedTag,
    Revision,
    Statement,
    Story,
    StoryTag,
    StoryWords,
    Withdrawal,
)
from articles.samples import rows
from articles.samples.inventing import Invented
from articles.samples.stock import Stock
from articles.text import folding

# In the order of writing: a version needs its story's address, and what hangs on a version the version.
TABLES = (
    Story, StoryWords, Byline, StoryTag, Attribution, Revision, Address, Publication, PublishedByline, PublishedTag,
    Statement, Correction, Withdrawal,
)  # fmt: skip


@declaring.command("make_archive")
def file(batch: list[Invented], stock: Stock) -> None:
    """Put a batch, in the order of time, on the desk and into the record: all of it or none."""
    now = locking.clock()
    keys = reserved(Publication, sum(len(invented.versions) for invented in batch))
    made = defaultdict(list)
    for story, invented in zip(stories(batch, stock), batch, strict=True):
        for row in chain(
            rows.at_the_desk(story, invented, stock), rows.in_the_record(story, invented, stock, keys=keys, now=now)
        ):
            made[type(row)].append(row)
    for model in TABLES:
        copy_in(model, made[model])


def stories(batch: list[Invented], stock: Stock) -> Iterator[Story]:
    """The stories, each with a slug that is free on its day, and a sibling with the family of the story before it."""
    taken = addresses(batch, stock)
    story = None
    for key, invented in zip(reserved(Story, len(batch)), batch, strict=True):
        family = story.family if invented.is_sibling and story else f"archive-{key}"
        story = rows.story(invented, stock, key=key, family=family)
        story.slug = free_slug(story, rows.day(story, invented), taken)
        yield story


def free_slug(story: Story, day: date, taken: set[tuple]) -> str:
    wanted = folding.slug(story.headline, fallback="story")
    numbered = chain([wanted], (f"{wanted[:76]}-{number}" for number in count(2)))
    slug = next(slug for slug in numbered if (story.edition_id, day, slug) not in taken)
    taken.add((story.edition_id, day, slug))
    return slug


def addresses(batch: list[Invented], stock: Stock) -> set[tuple]:
    """The addresses that are taken on the days of the batch, and on one more at either end: a zone may shift them."""
    days = [invented.first_live_at.date() for invented in batch]
    around = (min(days) - timedelta(days=1), max(days) + timedelta(days=1))
    editions = [desk.edition for desk in stock.desks.values()]
    found = Address.objects.filter(story__isnull=False, edition__in=editions, day__range=around)
    return set(found.values_list("edition_id", "day", "slug"))


def reserved(model: type[Model], number: int) -> Iterator[int]:
    """Primary keys that nobody else will be given."""
    with connection.cursor() as cursor:
        key = [model._meta.db_table, model._meta.pk.column]
        cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)", [*key, number])
        return iter([key for (key,) in cursor.fetchall()])


def copy_in(model: type[Model], made: list[Model]) -> None:
    if not made:
        return
    # The connection itself: a look through Django's proxy for each value adds up.
    connection = connections[DEFAULT_DB_ALIAS]
    fields = columns(made[0])
    quote = connection.ops.quote_name
    names = ", ".join(quote(field.column) for field in fields)
    with connection.cursor() as cursor, cursor.copy(f"COPY {quote(model._meta.db_table)} ({names}) FROM STDIN") as copy:
        for row in made:
            # Not `get_db_prep_save`: it would clean each body once more, which is most of the time that this takes.
            copy.write_row([field.get_db_prep_value(getattr(row, field.attname), connection) for field in fields])


def columns(row: Model) -> list[Field]:
    """The columns of a table but for those that the database fills in."""
    return [
        field
        for field in row._meta.concrete_fields
        if not (field.generated or isinstance(getattr(row, field.attname), DatabaseDefault))
        and not (field.primary_key and row.pk is None)
    ]
