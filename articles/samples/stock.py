"""What invented stories hang on: the sections that are there, and tags, sources and contributors, found or made."""

from dataclasses import dataclass

from django.db.models import Model

from articles.models import Contributor, ContributorName, Edition, PhotoText, Section, Source, SourceName, Tag
from articles.samples import inventing
from articles.samples.vocabulary import LANGUAGES, of
from articles.text import folding, subjects


class NothingToHangOn(Exception):
    """There is no edition, or none that has a section."""


@dataclass(frozen=True)
class Desk:
    """An edition with its sections, its tags by their place in `inventing.TAGS`, and pictures that it may print."""

    edition: Edition
    sections: list[Section]
    tags: list[int]
    photos: list[PhotoText]


@dataclass(frozen=True)
class Stock:
    """Rows by their place in the lists of `inventing`."""

    desks: dict[str, Desk]
    sources: list[int]
    contributors: list[int]


def take() -> Stock:
    """The stock, completed. In a transaction."""
    editions = Edition.objects.filter(language__in=LANGUAGES, sections__merged_into=None, sections__isnull=False)
    desks = {edition.language: _desk(edition) for edition in editions.distinct()}
    if not desks:
        raise NothingToHangOn
    return Stock(desks, _sources(), _contributors())


def _desk(edition: Edition) -> Desk:
    return Desk(edition, list(edition.sections.filter(merged_into=None)), _tags(edition.language), _photos(edition))


def _tags(language: str) -> list[int]:
    names = [of(name, language) for name in inventing.TAGS]
    new = [Tag(name=name, key=name, slug=folding.slug(name, fallback="tag"), language=language) for name in names]
    Tag.objects.bulk_create(new, ignore_conflicts=True)
    known = Tag.objects.filter(language=language, key__in=names).select_related("merged_into")
    keys = {tag.key: tag.surviving().pk for tag in known}
    # A tag whose slug another one has was left out above, and finds itself a free one.
    return [keys.get(subjects.key(name)) or Tag.objects.named_or_new(name, language).pk for name in names]


def _photos(edition: Edition) -> list[PhotoText]:
    """The library's, where they have what readers need."""
    texts = PhotoText.objects.filter(language=edition.language).exclude(alt_text="").exclude(photo__credit="")
    return list(texts.select_related("photo").order_by("photo"))


def _sources() -> list[int]:
    sources = [
        Source(slug=_slug(source.name), name=source.name[0], kind=source.kind, is_public_figure=source.is_public_figure)
        for source in inventing.SOURCES
    ]
    return _found_or_made(sources, SourceName, "source", [source.name for source in inventing.SOURCES])


def _contributors() -> list[int]:
    contributors = [Contributor(slug=_slug(name), name=name[0]) for name in inventing.BYLINES]
    return _found_or_made(contributors, ContributorName, "contributor", inventing.BYLINES)


def _slug(name: tuple[str, ...]) -> str:
    return folding.slug(name[0], fallback="invented")


def _found_or_made(rows: list[Model], named: type[Model], owner: str, names: inventing.Pairs) -> list[int]:
    """The primary keys of `rows`, found by slug; those that were missing get their `names`, too."""
    model = type(rows[0])
    model.objects.bulk_create(rows, ignore_conflicts=True)
    keys = dict(model.objects.filter(slug__in=[row.slug for row in rows]).values_list("slug", "pk"))
    found = [keys[row.slug] for row in rows]
    named.objects.bulk_create(
        (
            named(**{f"{owner}_id": key}, language=language, name=of(name, language))
            for key, name in zip(found, names, strict=True)
            for language in LANGUAGES
        ),
        ignore_conflicts=True,
    )
    return found
