"""An invented story as rows: as the desk has it, and as each of its versions stands in the record."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db.models import Model

from articles.actions import indexing
from articles.actions.versions import searched
from articles.models import (
    Address,
    Attribution,
    Byline,
    Correction,
    PhotoText,
    Publication,
    PublishedByline,
    PublishedTag,
    Revision,
    Statement,
    Story,
    StoryTag,
    Withdrawal,
)
from articles.rules.words import Check
from articles.rules.workflow import Stage
from articles.samples.inventing import SOURCES, Invented, InventedStatement, Version
from articles.samples.stock import Stock
from articles.samples.vocabulary import of
from articles.text import canonical, search


def story(invented: Invented, stock: Stock, *, key: int, family: str) -> Story:
    """The working copy. It says what the last version says, and still has to be given a slug."""
    desk, last = stock.desks[invented.language], invented.versions[-1]
    photo = _photo(invented, stock)
    return Story(
        pk=key,
        edition=desk.edition,
        section=desk.sections[int(invented.shelf * len(desk.sections))],
        lead_photo=photo and photo.photo,
        family=family,
        stage=Stage.READY,
        created_at=invented.first_live_at,
        changed_at=last.at,
        version=1,
        **_text(invented, last),
    )


def at_the_desk(story: Story, invented: Invented, stock: Stock) -> list[Model]:
    """The story with all that hangs on it there, saved as its first revision, and its address."""
    tags, people = _tags(invented, stock), _people(invented, stock)
    attributions = [Attribution(story=story, **said) for said in _wordings(invented, stock)]
    state = {name: story.serializable_value(name) for name in Story.WRITTEN}
    state |= {"bylines": people, "tags": tags, "attributions": [attribution.state() for attribution in attributions]}
    return [
        story,
        indexing.words(story),
        *(Byline(story=story, contributor_id=person, position=place) for place, person in enumerate(people)),
        *(StoryTag(content_object=story, tag_id=tag) for tag in tags),
        *attributions,
        Revision(story=story, number=story.version, state=state, saved_at=story.changed_at),
        Address(edition=story.edition, day=day(story, invented), slug=story.slug, story=story),
    ]


def in_the_record(
    story: Story, invented: Invented, stock: Stock, *, keys: Iterator[int], now: datetime
) -> Iterator[Model]:
    """The rows of each version with all that hangs on it, and the withdrawal where there was one."""
    ends = [version.at for version in invented.versions[1:]] + [now if invented.withdrawn else None]
    before = None
    for version, end in zip(invented.versions, ends, strict=True):
        written = _publication(story, invented, version, stock, before)
        written.pk, written.live_until = next(keys), end
        yield from _sealed(written, invented, version, stock)
        before = written
    if invented.withdrawn:
        yield Withdrawal(story=story, at=now, reason=invented.withdrawn)


def _publication(
    story: Story, invented: Invented, version: Version, stock: Stock, before: Publication | None
) -> Publication:
    return Publication(
        story=story,
        edition=story.edition,
        section=story.section,
        family=story.family,
        number=before.number + 1 if before else 1,
        revision=story.version,
        change=version.change,
        is_import=True,
        first_live_at=invented.first_live_at,
        live_from=version.at,
        updated_at=version.at if version.change.is_announced else before.updated_at,
        day=day(story, invented),
        slug=story.slug,
        previous_hash=before.content_hash if before else "",
        is_withheld=bool(invented.withdrawn),
        **_text(invented, version),
        **_printed(invented, stock),
    )


def _sealed(publication: Publication, invented: Invented, version: Version, stock: Stock) -> Iterator[Model]:
    """The version under its hash, and what hangs on it."""
    statements = [
        Statement(name=of(SOURCES[statement.source].name, invented.language), **columns, **place(version, statement))
        for statement, columns in zip(invented.statements, _wordings(invented, stock), strict=True)
    ]
    correction = _correction(publication, version)
    publication.canonical_form = form = canonical.NEWEST
    content = canonical.content(form, invented.language, publication, statements, correction)
    publication.content_hash = canonical.digest(content)
    publication.vector = search.vector(searched(publication), invented.language)
    yield publication
    marks = [PublishedByline(contributor_id=key, position=at) for at, key in enumerate(_people(invented, stock))]
    marks += [PublishedTag(tag_id=key, position=at) for at, key in enumerate(_tags(invented, stock))]
    for row in [*marks, *statements]:
        row.publication, row.story, row.first_live_at = publication, publication.story, publication.first_live_at
        yield row
    if correction is not None:
        yield correction


def place(version: Version, statement: InventedStatement) -> dict[str, int]:
    """Where a statement is written. Nothing is folded for it: words are invented as their text has them. A test says
    that it is the place that would be found."""
    start = version.body.index(statement.words)
    return {"passage_start": start, "passage_end": start + len(statement.words)}


def _correction(publication: Publication, version: Version) -> Correction | None:
    if version.correction is None:
        return None
    wrong, right = version.correction
    on = {"publication": publication, "story": publication.story, "edition": publication.edition}
    return Correction(at=version.at, wrong=wrong, right=right, **on)


def _text(invented: Invented, version: Version) -> dict[str, Any]:
    texts = {name: getattr(version, name) for name in ("headline", "standfirst", "body")}
    return texts | {"kind": invented.kind, "kicker": invented.kicker, "dateline": invented.dateline}


def _wordings(invented: Invented, stock: Stock) -> list[dict[str, Any]]:
    """What a statement in the record and its attribution at the desk have in common."""
    common = {"check_made": Check.HEARD, "obtained_on": invented.first_live_at.date()}
    return [
        {"words": each.words, "kind": each.kind, "source_id": stock.sources[each.source], "position": place, **common}
        for place, each in enumerate(invented.statements)
    ]


def day(story: Story, invented: Invented) -> date:
    return invented.first_live_at.astimezone(story.edition.zone).date()


def _tags(invented: Invented, stock: Stock) -> list[int]:
    return [stock.desks[invented.language].tags[place] for place in invented.tags]


def _people(invented: Invented, stock: Stock) -> list[int]:
    return [stock.contributors[place] for place in invented.bylines]


def _photo(invented: Invented, stock: Stock) -> PhotoText | None:
    """A picture of the library, with its text in the language of the story."""
    photos = stock.desks[invented.language].photos
    return photos[int(invented.picture * len(photos))] if photos and invented.picture is not None else None


def _printed(invented: Invented, stock: Stock) -> dict[str, Any]:
    text = _photo(invented, stock)
    if text is None:
        return {}
    photo = text.photo
    return {"photo": photo, "photo_alt": text.alt_text, "photo_caption": text.caption, "photo_credit": photo.credit}
