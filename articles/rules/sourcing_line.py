"""The sourcing line of a story: “6 statements: 3 named, 1 document, 1 wire, 1 unnamed; 2 not verified”."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from articles.rules.facts import StatementFacts
from articles.rules.words import SourceKind, StatementKind


@dataclass(frozen=True)
class Sources:
    """How many statements of a story come from what, each counted once; and how many of all nobody has verified."""

    named_count: int = 0
    document_count: int = 0
    wire_count: int = 0
    unnamed_count: int = 0
    unverified_count: int = 0

    @property
    def columns(self) -> dict[str, int]:
        """As a story keeps them."""
        return asdict(self)

    @property
    def statement_count(self) -> int:
        return self.named_count + self.document_count + self.wire_count + self.unnamed_count


COUNTS = tuple(field.name for field in fields(Sources))


def counted(statements: Iterable[StatementFacts]) -> Sources:
    """The statements of a story, counted."""
    found = dict.fromkeys(COUNTS, 0)
    for each in statements:
        found[_kind(each)] += 1
        found["unverified_count"] += not each.is_checked
    return Sources(**found)


def _kind(statement: StatementFacts) -> str:
    """Which of the counts a statement belongs to: what may not be named is unnamed, whatever it is."""
    if statement.source_is_protected:
        return "unnamed_count"
    if statement.kind == StatementKind.WIRE or statement.source_kind == SourceKind.AGENCY:
        return "wire_count"
    if statement.source_kind in (SourceKind.DOCUMENT, SourceKind.DATASET):
        return "document_count"
    return "named_count"


def line(sources: Sources) -> str:
    """The line, in the language of whoever reads it. What there is none of is left out."""
    if not sources.statement_count:
        return _("no statements")
    said = [
        in_words(count) % {"count": count}
        for in_words, count in zip(_PARTS, sources.columns.values(), strict=False)
        if count
    ]
    told = {"statements": _statements(sources.statement_count), "sources": pgettext("between names", ", ").join(said)}
    if sources.unverified_count:
        told["unverified"] = _unverified(sources.unverified_count)
        return _("%(statements)s: %(sources)s; %(unverified)s") % told
    return _("%(statements)s: %(sources)s") % told


def _statements(count: int) -> str:
    return ngettext("%(count)s statement", "%(count)s statements", count) % {"count": count}


def _unverified(count: int) -> str:
    return ngettext("%(count)s not verified", "%(count)s not verified", count) % {"count": count}


# In the order of `Sources`. Each is asked for the words of a number.
_PARTS = (
    lambda count: ngettext("%(count)s named", "%(count)s named", count),
    lambda count: ngettext("%(count)s document", "%(count)s documents", count),
    lambda count: ngettext("%(count)s wire", "%(count)s wires", count),
    lambda count: ngettext("%(count)s unnamed", "%(count)s unnamed", count),
)
