"""What still stands between a story and its publication: one pure function over plain facts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, tzinfo
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import text
from articles.text import folding, quotations
from articles.text.ledger import Ledger, ledger
from articles.text.passages import Place

# News of fewer words is a brief, which nobody signs.
BRIEF = 120


@dataclass(frozen=True)
class PhotoFacts:
    name: str
    alt_text: str
    credit: str
    licence_ends_on: date | None
    field: str = "lead_photo"


@dataclass(frozen=True)
class StatementFacts:
    words: str
    occurrence: int
    is_quotation: bool
    may_be_named: bool
    source_is_protected: bool
    source_is_of_story: bool


@dataclass(frozen=True)
class Facts:
    headline: str
    section: str | None
    section_is_merged: bool
    section_is_of_edition: bool
    body: str
    slug: str
    embargo_until: datetime | None
    zone: tzinfo = UTC
    sibling_embargo_until: datetime | None = None
    photos: tuple[PhotoFacts, ...] = ()
    unknown_photos: tuple[str, ...] = ()
    statements: tuple[StatementFacts, ...] = ()
    has_name_over_it: bool = True
    is_news: bool = True
    is_advertisement: bool = False
    is_spiked: bool = False

    @cached_property
    def ledger(self) -> Ledger:
        return ledger(self.body, [(statement.words, statement.occurrence) for statement in self.statements])

    @property
    def unowned(self) -> list[quotations.Quotation]:
        """The quotations that nobody owns yet. What an advertisement says is no statement, and needs no owner."""
        return [] if self.is_advertisement else self.ledger.unowned


@dataclass(frozen=True)
class Finding:
    """One thing to mend: the field it stands in, what is wrong, and whether the story may go out all the same.

    `row`: of several statements, the one that it is about, counted from 0.
    """

    field: str
    message: str
    blocks: bool = True
    row: int | None = None


def findings(facts: Facts, live_from: datetime) -> list[Finding]:
    """All that an editor should know before `facts` go out at `live_from`, in the order of the form."""
    parts = (_of_text(facts), _of_section(facts), _of_embargo(facts, live_from))
    day = live_from.astimezone(facts.zone).date()
    rows = [finding for part in parts for finding in part]
    rows += [Finding("body", _("There is no photo “%s” in the library.") % slug) for slug in facts.unknown_photos]
    rows += [finding for photo in facts.photos for finding in _of_photo(photo, day)]
    rows += [*_of_stage(facts), *_of_byline(facts), *_of_quotations(facts)]
    if facts.is_advertisement:
        return rows
    for row, (statement, place) in enumerate(zip(facts.statements, facts.ledger.places, strict=True)):
        rows += [replace(finding, row=row) for finding in _of_statement(statement, place)]
    return rows


def _of_stage(facts: Facts) -> Iterator[Finding]:
    if facts.is_spiked:
        yield Finding("stage", _("It is spiked: somebody decided that it should not go out."), blocks=False)


def _of_byline(facts: Facts) -> Iterator[Finding]:
    if facts.is_advertisement:
        if not facts.has_name_over_it:
            yield Finding("kicker", _("No sponsor: write as the kicker who has paid for it."), blocks=False)
        return
    is_brief = facts.is_news and text.word_count(facts.body) < BRIEF
    if not facts.has_name_over_it and not is_brief:
        yield Finding("bylines", _("No byline: nobody’s name stands over it."), blocks=False)


def _of_quotations(facts: Facts) -> Iterator[Finding]:
    found = facts.unowned
    if found:
        said = ngettext(
            "“%(words)s”: nobody owns this quotation yet.",
            "%(count)s quotations that nobody owns yet, the first: “%(words)s”",
            len(found),
        )
        words = {"count": len(found), "words": text.shortened(found[0].words, 60)}
        yield Finding("quotations", said % words, blocks=False)


def _of_text(facts: Facts) -> Iterator[Finding]:
    if not folding.is_visible(facts.headline):
        yield Finding("headline", _("The headline is empty."))
    if not folding.is_visible(text.plain(facts.body)):
        yield Finding("body", _("The text is empty."))


def _of_section(facts: Facts) -> Iterator[Finding]:
    if facts.section is None:
        yield Finding("section", _("No section has been chosen."))
    elif facts.section_is_merged:
        yield Finding("section", _("The section “%s” has been merged into another.") % facts.section)
    elif not facts.section_is_of_edition:
        yield Finding("section", _("The section “%s” belongs to another edition.") % facts.section)


def _of_embargo(facts: Facts, live_from: datetime) -> Iterator[Finding]:
    if facts.embargo_until and live_from < facts.embargo_until:
        yield Finding("embargo_until", _("Under embargo until %s.") % _in_utc(facts.embargo_until))
    elif facts.sibling_embargo_until and live_from < facts.sibling_embargo_until:
        said = _("Its sibling in another edition is under embargo until %s: should this one wait too?")
        yield Finding("embargo_until", said % _in_utc(facts.sibling_embargo_until), blocks=False)


def _in_utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def _of_photo(photo: PhotoFacts, day: date) -> Iterator[Finding]:
    if not folding.is_visible(photo.alt_text):
        yield Finding(photo.field, _("The photo “%s” has no alternative text in this language.") % photo.name)
    if not folding.is_visible(photo.credit):
        yield Finding(photo.field, _("The photo “%s” has no credit.") % photo.name)
    if photo.licence_ends_on and photo.licence_ends_on < day:
        yield Finding(photo.field, _("The licence of the photo “%s” has run out.") % photo.name)


def _of_statement(statement: StatementFacts, place: Place | None) -> Iterator[Finding]:
    words = text.shortened(statement.words, 60)
    if not statement.may_be_named and not statement.source_is_protected:
        yield Finding("attributions", _("“%s”: a source who may not be named must be a protected one.") % words)
    if not statement.source_is_of_story:
        yield Finding("attributions", _("“%s”: this protected source belongs to another story.") % words)
    if place is None:
        yield Finding("attributions", _("“%s” is not in the text.") % words, blocks=statement.is_quotation)
