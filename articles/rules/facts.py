"""What is judged of a story before it goes out, as plain facts, and what a judgement says."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo
from functools import cached_property

from articles.rules.severities import DEFAULTS, Rule, Severity
from articles.rules.words import SourceKind, StatementKind
from articles.text import folding, quotations
from articles.text.above import Above
from articles.text.ledger import Ledger, ledger
from articles.text.repeating import has, repeats


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
    source: int = 0
    source_kind: str = SourceKind.PERSON
    further: tuple[int, ...] = ()
    kind: str = StatementKind.QUOTATION
    is_checked: bool = False
    verified_words: str = ""
    is_allegation: bool = False
    # For each of its sources the organisations that it is or, by its title of that day, speaks for; None: not asked.
    organisations: tuple[frozenset[int], ...] | None = None

    @property
    def speaks_for(self) -> tuple[frozenset[int], ...]:
        if self.organisations is not None:
            return self.organisations
        is_one = self.source_kind == SourceKind.ORGANISATION
        return (frozenset({self.source} if is_one else ()), *(frozenset() for _source in self.further))


@dataclass(frozen=True)
class Said:
    """What readers have of a source, in the version before this one."""

    words: str
    source: int
    name: str
    is_quotation: bool = False


@dataclass(frozen=True)
class Waived:
    """Words of which somebody has said that they are no quotation, though they stand between marks: at one of their
    places in the text, or above it."""

    words: str
    occurrence: int
    by: str = ""

    @property
    def key(self) -> tuple[str, int]:
        return folding.fold(self.words), self.occurrence


@dataclass(frozen=True)
class Before:
    """What readers have already: what sources say in it, and the quotations that nobody owns, folded."""

    said: tuple[Said, ...] = ()
    unowned: tuple[str, ...] = ()


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
    is_reported: bool = False
    severities: Mapping[Rule, Severity] = field(default_factory=lambda: DEFAULTS)
    before: Before = Before()
    no_quotations: tuple[Waived, ...] = ()
    above: Above = Above()
    # What was wrong and what is right, where it goes out as a correction; and, where this quotes anybody, the texts
    # that readers have had.
    correction: tuple[str, ...] = ()
    texts_before: tuple[tuple[str, Above], ...] = ()
    # Whether somebody was asked for a reply: looked up where there is an allegation.
    is_reply_asked: bool = False

    def severity(self, rule: Rule) -> Severity:
        return self.severities.get(rule, DEFAULTS[rule])

    @cached_property
    def ledger(self) -> Ledger:
        said = [(statement.words, statement.occurrence) for statement in self.statements]
        return ledger(self.body, said, self.above)

    @cached_property
    def unowned(self) -> list[quotations.Quotation]:
        """The quotations that nobody owns yet. What an advertisement says is no statement, and needs no owner."""
        if self.is_advertisement:
            return []
        waived = {each.key for each in self.no_quotations}
        return [each for each in self.ledger.unowned if each.key not in waived]

    @cached_property
    def corrected(self) -> list[str]:
        """The quotations that a correction brings: those of its words that are neither told in the text that goes out
        with it, nor were quoted in what readers have had."""
        found = quoted_by(self.correction)
        told = self.ledger.told if found else ()
        new = [words for words in found if not repeats(self.body, self.above, words, told)]
        # Text by text: each is read once, and those alone that may have it.
        for body, above in self.texts_before if new else ():
            likely = {words for words in new if has(body, above, words)}
            told = ledger(body, (), above).told if likely else ()
            new = [words for words in new if words not in likely or not repeats(body, above, words, told)]
        return new

    @cached_property
    def waived(self) -> list[Waived]:
        """What stands between marks and was marked as no quotation, as far as it stands in the text."""
        if not self.no_quotations:
            return []
        standing = {each.key for each in self.ledger.unowned}
        return [each for each in self.no_quotations if each.key in standing]

    @cached_property
    def new(self) -> list[quotations.Quotation]:
        """The unowned quotations that this version brings: readers do not have them yet, or not as often."""
        had, found = Counter(self.before.unowned), []
        for each in self.unowned:
            key = folding.fold(each.words)
            had[key] -= 1
            if had[key] < 0:
                found.append(each)
        return found


def quoted_by(correction: Iterable[str]) -> list[str]:
    """The words of the quotations in what a correction says."""
    lines = [line for said in correction for line in said.splitlines()]
    return [line[span.start : span.end].strip() for line in lines for span in quotations.in_line(line)]


@dataclass(frozen=True)
class Finding:
    """One thing to mend: the field it stands in, what is wrong, and whether the story may go out all the same.

    `row`: of several statements, the one that it is about, counted from 0. `rule`: the rule of sourcing that it comes
    from, if it comes from one: a chief may publish all the same. `owed`: the quotations that nobody owns yet.
    """

    field: str
    message: str
    blocks: bool = True
    row: int | None = None
    rule: Rule | None = None
    owed: tuple[str, ...] = ()
