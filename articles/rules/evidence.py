"""How a statement stands to what was heard, and what is said of it before it goes out. Never what was heard."""

from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import text
from articles.rules.facts import Finding
from articles.rules.words import EvidenceUse
from articles.text.hearing.comparing import Comparison
from articles.text.hearing.differing import Kind

# A difference of one of these kinds changes the sense: signing it takes a reason.
SENSE = frozenset({Kind.NEGATION, Kind.NUMBER, Kind.NAME})


class Hold(Enum):
    """Whether the printed words hold against the evidence."""

    EQUAL = "equal", gettext_lazy("As heard")
    SIGNED = "signed", gettext_lazy("Signed")
    DIFFERS = "differs", gettext_lazy("Differs, and nobody has signed it")
    UNSIGNED = "unsigned", gettext_lazy("Translated, and nobody has signed it")
    NOT_KEPT = "unkept", gettext_lazy("Evidence not kept")

    def __init__(self, word: str, label: str) -> None:
        self.word, self.label = word, label

    @property
    def is_open(self) -> bool:
        return self in (Hold.DIFFERS, Hold.UNSIGNED)


@dataclass(frozen=True)
class Outcome:
    """What came of comparing: how many differences, and whether a “not”, a number or a name is among them."""

    differences: int = 0
    changes_sense: bool = False

    @classmethod
    def of(cls, found: Comparison) -> "Outcome":
        """Words that were not heard at all are a difference that changes the sense, of whatever kind."""
        count = len(found.differences) or int(not found.is_same)
        return cls(count, bool(count) and (not found.heard or any(each.kind in SENSE for each in found.differences)))


@dataclass(frozen=True)
class Held:
    """How one statement stands to its evidence."""

    hold: Hold
    outcome: Outcome = Outcome()

    @property
    def in_words(self) -> str:
        if self.hold is not Hold.DIFFERS:
            return str(self.hold.label)
        count = self.outcome.differences
        return ngettext("%d difference", "%d differences", count) % count


def hold_of(use: str, outcome: Outcome, *, is_signed: bool) -> Hold:
    """How a statement stands: a signature is of these words and this evidence, or it is none."""
    if use == EvidenceUse.NOT_KEPT:
        return Hold.NOT_KEPT
    if use != EvidenceUse.TRANSLATED and not outcome.differences:
        return Hold.EQUAL
    if is_signed:
        return Hold.SIGNED
    return Hold.UNSIGNED if use == EvidenceUse.TRANSLATED else Hold.DIFFERS


def finding(words: str, held: Held, row: int) -> Finding | None:
    """What an editor should know of a statement before it goes out."""
    if not held.hold.is_open:
        return None
    said = {"words": text.shortened(words, 60)}
    if held.hold is Hold.UNSIGNED:
        message = _("“%(words)s”: nobody has signed this translation of the evidence.")
    elif held.outcome.changes_sense:
        message = _("“%(words)s”: a “not”, a number or a name is other than in the evidence, and nobody has signed it.")
    else:
        message = _("“%(words)s”: the words are other than in the evidence, and nobody has signed it.")
    return Finding("evidence", message % said, blocks=False, row=row)
