"""Writing one version of a story into the record. The caller holds the story's lock and has passed judgement on it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar

from django.db.models import Model
from django.utils.translation import gettext as _

from articles import text
from articles.actions import capacities, footings, places
from articles.actions.gate import Leaving, pass_gate
from articles.actions.refusals import Refused
from articles.models import (
    Address,
    Attribution,
    Correction,
    Publication,
    PublishedByline,
    PublishedPhoto,
    PublishedTag,
    Statement,
    Story,
    drafts,
)
from articles.models.attribution import FurtherOwner
from articles.models.drafts import Draft
from articles.models.published import OfPublication
from articles.rules.facts import Finding
from articles.rules.words import Change, Check, EvidenceKind, EvidenceUse, Kind
from articles.text import canonical, figures, folding, search

Hanging = TypeVar("Hanging", bound=OfPublication)

COPIED = ("kind", "kicker", "headline", "standfirst", "dateline")
WORDING = ("words", "occurrence", "kind", "terms", "capacity", "occasion", "obtained_on", "check_made", "position")

# Words that were checked where they hold against a recording: its own, and not a translation of them.
CHECKED = (EvidenceUse.VERBATIM, EvidenceUse.MENDED)


@dataclass
class Going:
    """How a version goes out: when it begins and, for an import, ends; what it is; with which correction.

    `waives`: whether it goes out though a rule of sourcing stops it. `found`: what the gate has found, once it is
    written.
    """

    live_from: datetime
    change: Change
    live_until: datetime | None = None
    is_import: bool = False
    correction: Correction | None = None
    waives: bool = False
    found: list[Finding] = field(default_factory=list)


def write(story: Story, going: Going, *, before: Publication | None) -> Publication:
    """The next version, from the story as the desk has it, after `before`."""
    draft = drafts.of_story(story)
    draft.version_before = before
    if going.correction is not None:
        draft.correction = (going.correction.wrong, going.correction.right)
    version, hanging = compose(draft, going, before)
    leaving = _leaving(draft, version, hanging, going.correction)
    going.found = pass_gate(draft, leaving, live_from=going.live_from, waives=going.waives)
    version.unowned_count = len(draft.facts().unowned)
    version.slug = take_address(story, version, before)
    version.vector = search.vector(searched(version, _rows_of(PublishedPhoto, hanging)), story.edition.language)
    return insert(version, story, hanging, going.correction)


def compose(draft: Draft, going: Going, before: Publication | None) -> tuple[Publication, list[OfPublication]]:
    """A version and what hangs on it, in memory: the same for readers and for a preview. It has no address yet."""
    # A text of long ago is judged and copied as the cleaner of today has it.
    draft.story.body = text.kept(draft.story.body)
    version = _version(draft, going, before)
    return version, [*_shelf_marks(draft), *_statements(draft, version.day), *_photos(draft)]


def _rows_of(model: type[Hanging], rows: Iterable[Any]) -> list[Hanging]:
    return [row for row in rows if type(row) is model]


def insert(
    version: Publication,
    story: Story,
    hanging: Iterable[OfPublication],
    correction: Correction | None = None,
) -> Publication:
    """Put a composed version and what hangs on it into the record, under its hash."""
    rows: list[Any] = list(hanging)
    statements, photos = _rows_of(Statement, rows), _rows_of(PublishedPhoto, rows)
    # A copy too is written in the newest form, whatever form its original had.
    version.canonical_form = form = canonical.NEWEST
    content = canonical.content(form, story.edition.language, version, statements, correction, photos)
    version.content_hash = canonical.digest(content)
    places.put(version.body, statements)
    version.save(force_insert=True)
    for row in rows:
        row.publication, row.story_id, row.first_live_at = version, version.story_id, version.first_live_at
    for model in (PublishedByline, PublishedTag, Statement, PublishedPhoto):
        of_model: list[Any] = [row for row in rows if type(row) is model]
        model._default_manager.bulk_create(of_model)
    if correction is not None:
        correction.publication, correction.story, correction.edition = version, story, story.edition
        correction.at = version.live_from
        correction.save(force_insert=True)
    return version


def _shelf_marks(draft: Draft) -> list[OfPublication]:
    bylines = [PublishedByline(contributor=person, position=place) for place, person in enumerate(draft.bylines)]
    return [*bylines, *(PublishedTag(tag=tag, position=place) for place, tag in enumerate(draft.known_tags))]


def _version(draft: Draft, going: Going, before: Publication | None) -> Publication:
    story = draft.story
    first_live_at = before.first_live_at if before else going.live_from
    announced_at = before.updated_at if before else going.live_from
    return Publication(
        story=story,
        edition=story.edition,
        section=story.section,
        family=story.family,
        number=before.number + 1 if before else 1,
        revision=story.version,
        change=going.change,
        is_import=going.is_import,
        first_live_at=first_live_at,
        live_from=going.live_from,
        live_until=going.live_until,
        updated_at=going.live_from if going.change.is_announced else announced_at,
        embargo_until=story.embargo_until,
        # The day is fixed by the first version, whatever the edition's time zone is by now: the address bears it.
        day=before.day if before else first_live_at.astimezone(story.edition.zone).date(),
        body=story.body,
        previous_hash=before.content_hash if before else "",
        **{name: getattr(story, name) for name in COPIED},
        **_photo(draft),
    )


def _photo(draft: Draft) -> dict:
    story, photo = draft.story, draft.lead_photo
    if photo is None:
        return {}
    shown = photo.text_in(story.edition.language)
    return {
        "photo": photo,
        "photo_alt": shown.alt_text,
        "photo_caption": story.lead_caption or shown.caption,
        "photo_credit": shown.credit_line,
    }


def _photos(draft: Draft) -> list[PublishedPhoto]:
    """The photos in the text, each with its own caption where the text gives it none."""
    uncaptioned = {figure.slug for figure in figures.figures(draft.story.body) if not figure.caption_html}
    rows = []
    for position, photo in enumerate(draft.photos):
        shown = photo.text_in(draft.story.edition.language)
        caption = shown.caption if photo.slug in uncaptioned else ""
        texts = {"alt_text": shown.alt_text, "caption": caption, "credit": shown.credit_line}
        rows.append(PublishedPhoto(photo=photo, position=position, **texts))
    return rows


def _statements(draft: Draft, day: date) -> list[Statement]:
    """The attributions as readers will have them, with names and titles of that day. An advertisement makes no
    statements."""
    if draft.story.kind == Kind.SPONSORED:
        return []
    names, evidence, spoke_as = draft.source_names(), footings.told(draft.attributions), capacities.as_of(draft, day)
    return [
        Statement(
            source=owner.source,
            name=names.get(owner.source.pk, owner.source.name),
            owner_place=place,
            **_wording(attribution, evidence.get(attribution.pk, {})) | {"capacity": spoke_as(attribution, owner)},
        )
        for attribution in draft.attributions
        for place, owner in enumerate([FurtherOwner(attribution.source, attribution.capacity), *attribution.further])
    ]


def _wording(attribution: Attribution, evidence: dict[str, str]) -> dict[str, Any]:
    """The words, how they were come by, and what is told of their evidence. Words that hold against a recording were
    checked against it, whatever less the desk has chosen."""
    said = {name: getattr(attribution, name) for name in WORDING} | evidence
    is_heard = evidence.get("evidence_kind") == EvidenceKind.RECORDING
    if is_heard and evidence["evidence_use"] in CHECKED and said["check_made"] != Check.CONFIRMED:
        said["check_made"] = Check.RECORDING
    return said


def _leaving(
    draft: Draft, version: Publication, hanging: list[OfPublication], correction: Correction | None
) -> Leaving:
    story = draft.story
    rows: list[tuple[Model | None, tuple[str, ...]]] = [(version, Publication.ERASED), (correction, Correction.ERASED)]
    rows += [(statement, Statement.ERASED) for statement in _rows_of(Statement, hanging)]
    rows += [(photo, PublishedPhoto.ERASED) for photo in _rows_of(PublishedPhoto, hanging)]
    texts = [getattr(row, name) for row, names in rows if row is not None for name in names]
    texts += [tag.name for tag in draft.known_tags]
    return Leaving(story.pk, story.edition.language, (*texts, story.slug))


def searched(version: Publication, photos: Iterable[PublishedPhoto] = ()) -> list[tuple[str, str]]:
    """What of a version can be found, by weight: headline, then standfirst and kicker, then captions, then text."""
    captions = " ".join([version.photo_caption, *(photo.caption for photo in photos)])
    return [
        ("A", version.headline),
        ("B", f"{version.kicker} {version.standfirst}"),
        ("C", f"{captions} {version.dateline}"),
        ("D", text.plain(version.body)),
    ]


def take_address(story: Story, version: Publication, before: Publication | None) -> str:
    """The slug under which the version stands: the one before's, or a free one made from the headline."""
    if before is not None:
        return before.slug
    for slug in _slugs(story, version.headline):
        if claim_address(story, version, slug):
            Story.objects.filter(pk=story.pk).update(slug=slug)
            return slug
    raise Refused(_("Too many stories of that day share this slug: write another."))


def expected_address(story: Story, at: datetime) -> str:
    """The address of the next version, were it to go out at `at` and nobody to take it meanwhile."""
    before = story.publications.begun().order_by("number").last()
    if before is not None:
        return before.get_absolute_url()
    day = at.astimezone(story.edition.zone).date()
    taken = Address.objects.filter(edition=story.edition, day=day).exclude(story=story)
    slug = next(slug for slug in _slugs(story, story.headline) if not taken.filter(slug=slug).exists())
    return Publication(edition=story.edition, day=day, slug=slug).get_absolute_url()


def _slugs(story: Story, headline: str) -> Iterator[str]:
    wanted = folding.slug(story.slug or headline, fallback=f"story-{story.pk}")
    yield wanted
    yield from (folding.numbered(wanted, number) for number in range(2, 1000))


def claim_address(story: Story, version: Publication, slug: str) -> bool:
    """Whether the address is the story's now. Someone who is taking it at this moment is waited for."""
    address = {"edition_id": story.edition_id, "day": version.day, "slug": slug}
    Address.objects.bulk_create([Address(story_id=story.pk, **address)], ignore_conflicts=True)
    return Address.objects.filter(story_id=story.pk, **address).exists()


def copy(live: Publication, *, slug: str, at: datetime) -> Publication:
    """A minor version that says what the live one says, under another slug."""
    hanging = [
        *live.publishedbylines.all(),
        *live.publishedtags.all(),
        *live.statements.all(),
        *live.publishedphotos.all(),
    ]
    Publication.objects.filter(pk=live.pk).update(live_until=at)
    version = Publication.objects.get(pk=live.pk)
    version.pk, version.slug, version.change, version.is_import = None, slug, Change.MINOR, False
    version.number, version.previous_hash = live.number + 1, live.content_hash
    # The end that an import was given stays.
    version.live_from, version.live_until = at, live.live_until
    for row in hanging:
        row.pk = None
    return insert(version, live.story, hanging)
