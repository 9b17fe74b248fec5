"""What still stands between a story and its publication: one pure function over plain facts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

from django.utils.translation import gettext as _

from articles import text
from articles.rules import sourcing
from articles.rules.facts import Facts, Finding, PhotoFacts, StatementFacts
from articles.text import folding
from articles.text.passages import Place

# News of fewer words is a brief, which nobody signs.
BRIEF = 120


def findings(facts: Facts, live_from: datetime) -> list[Finding]:
    """All that an editor should know before `facts` go out at `live_from`, in the order of the form."""
    parts = (_of_text(facts), _of_section(facts), _of_embargo(facts, live_from))
    day = live_from.astimezone(facts.zone).date()
    rows = [finding for part in parts for finding in part]
    rows += [Finding("body", _("There is no photo “%s” in the library.") % slug) for slug in facts.unknown_photos]
    rows += [finding for photo in facts.photos for finding in _of_photo(photo, day)]
    rows += [*_of_stage(facts), *_of_byline(facts), *sourcing.findings(facts)]
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
