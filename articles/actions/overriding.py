"""Publishing all the same: what a chief takes upon themselves, and what an import lacks, as an event keeps it."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from articles import text
from articles.actions.permission import allow
from articles.actions.refusals import Refused
from articles.models import User
from articles.rules.facts import Finding
from articles.text import folding

# So many quotations of an import are named in its event, each with so many letters, and the others counted.
NAMED, LONGEST = 10, 120
LONGEST_REASON = 1_000


def allow_reason(reason: str, *, by: User | None) -> None:
    """Refuse a reason of somebody who may not give one, or one that says nothing. No reason at all is none."""
    if not reason:
        return
    allow(by, "override_gate")
    if not folding.is_visible(folding.unturned(reason)):
        raise Refused(_("Publishing all the same takes a reason."))
    if len(reason) > LONGEST_REASON:
        raise Refused(_("A reason has at most %s letters.") % LONGEST_REASON)


def noted(reason: str, found: Sequence[Finding]) -> Iterator[str]:
    """What an event says of a publication all the same: the reason, and what stood in the way."""
    in_the_way = [finding.message for finding in found if finding.blocks]
    if in_the_way:
        yield _("All the same: %s") % folding.unturned(reason)
        yield from in_the_way


def not_attributed(found: Sequence[Finding]) -> Iterator[str]:
    """What an event says of an old version that was imported with quotations of nobody."""
    owed = [words for finding in found for words in finding.owed]
    if owed:
        words = [f"“{text.shortened(each, LONGEST)}”" for each in owed[:NAMED]]
        more = ["…"] if len(owed) > NAMED else []
        named = " ".join([*words, *more])
        yield _("Not attributed: imported (%(count)s): %(words)s") % {"count": len(owed), "words": named}
    yield from (finding.message for finding in found if finding.blocks and not finding.owed)
