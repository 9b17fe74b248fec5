"""Making one of two: tags and sections. What was published under the one is found under the other."""

from datetime import datetime
from typing import TypeVar

from django.db import transaction
from django.db.models import Exists, Model, OuterRef, Q
from django.utils.translation import gettext as _

from articles.actions.events import record
from articles.actions.locking import clock
from articles.actions.permission import allow
from articles.actions.refusals import Refused
from articles.models import Address, Edition, Publication, PublishedTag, Section, Story, StoryTag, Tag, User, Verb

Row = TypeVar("Row", Tag, Section)


@transaction.atomic
def merge_tags(tag: Tag, *, into: Tag, by: User | None) -> Tag:
    """Make `tag` another name of `into`: its stories move, its address forwards, its spelling finds the survivor."""
    allow(by, "merge_tag")
    _lock_stories(Q(story_tags__tag=tag) | Q(publications__publishedtags__tag=tag))
    tag, into, now = _lock_two(Tag, tag, into)
    if tag.language != into.language:
        raise Refused(_("Tags of different languages cannot be merged."))
    _mark_merged(Tag, tag, into)
    _move_twins_aside(StoryTag, "content_object", tag, into)
    StoryTag.objects.filter(tag=tag).update(tag=into)
    _move_twins_aside(PublishedTag, "publication", tag, into)
    PublishedTag.objects.filter(tag=tag).update(tag=into)
    Address.objects.filter(tag=tag).update(tag=into)
    editions = Edition.objects.filter(language=tag.language)
    Address.objects.bulk_create(Address(edition=edition, slug=tag.slug, tag=into) for edition in editions)
    record(Verb.MERGED, by=by, at=now, table="tag", row=tag.pk, note=f"{tag} → {into}")
    return into


@transaction.atomic
def merge_sections(section: Section, *, into: Section, by: User | None) -> Section:
    """Make `section` part of `into`, of the same edition: its stories move, its address forwards."""
    allow(by, "merge_section")
    _lock_stories(Q(section=section) | Q(publications__section=section))
    section, into, now = _lock_two(Section, section, into)
    if section.edition_id != into.edition_id:
        raise Refused(_("Sections of different editions cannot be merged."))
    _mark_merged(Section, section, into)
    Story.objects.filter(section=section).update(section=into)
    Publication.objects.filter(section=section).update(section=into)
    Address.objects.filter(section=section).update(section=into)
    Address.objects.create(edition_id=section.edition_id, slug=section.slug, section=into)
    note = f"{section} → {into}"
    record(Verb.MERGED, by=by, at=now, table="section", row=section.pk, edition_id=section.edition_id, note=note)
    return into


def _lock_stories(those: Q) -> None:
    """Every other action locks its story first, and then meets tags and sections: a merge goes the same way round."""
    affected = Story.objects.filter(those).values("pk")
    list(
        Story.objects.select_for_update(no_key=True).filter(pk__in=affected).order_by("pk").values_list("pk", flat=True)
    )


def _lock_two(model: type[Row], one: Row, other: Row) -> tuple[Row, Row, datetime]:
    """Both rows, locked in one order whichever way round they are asked for, and the clock."""
    rows = {row.pk: row for row in model.objects.select_for_update().filter(pk__in=[one.pk, other.pk]).order_by("pk")}
    if len(rows) != 2 or any(row.merged_into_id for row in rows.values()):
        raise Refused(_("Choose two that have not been merged yet."))
    return rows[one.pk], rows[other.pk], clock()


def _mark_merged(model: type[Row], row: Row, into: Row) -> None:
    """First of all: the record's guard asks for it. What was merged earlier follows, so that one step is enough."""
    model.objects.filter(pk=row.pk).update(merged_into=into)
    model.objects.filter(merged_into=row).update(merged_into=into)


def _move_twins_aside(through: type[Model], of: str, tag: Tag, into: Tag) -> None:
    """Drop the tag where its survivor stands already."""
    survivor = through._default_manager.filter(tag=into, **{of: OuterRef(of)})
    through._default_manager.filter(Exists(survivor), tag=tag).delete()
