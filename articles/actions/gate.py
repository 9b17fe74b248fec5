"""The one gate: what is about to leave is judged here, whichever way it goes."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.module_loading import import_string

from articles import doors
from articles.actions.refusals import NotReady
from articles.models.drafts import Draft
from articles.rules.facts import Finding


@dataclass(frozen=True)
class Leaving:
    """What is about to leave the house: a story's texts, all of them, and who will be named."""

    story_id: int
    language: str
    texts: tuple[str, ...]


def pass_gate(draft: Draft, leaving: Leaving, *, live_from: datetime, waives: bool = False) -> list[Finding]:
    """Refuse what is not ready; then ask each check of the gate: one that raises, blocks.

    `waives`: a rule of sourcing does not stop it; all else does. Returns what was found, and goes out.
    """
    found = in_the_way(draft, live_from)
    stopping = [finding for finding in found if finding.blocks and not (waives and finding.rule is not None)]
    if stopping:
        raise NotReady(stopping)
    let_out(leaving)
    return found


def in_the_way(draft: Draft, live_from: datetime) -> list[Finding]:
    """What an editor should know before the draft goes out at `live_from`, whoever has found it."""
    return [finding for findings in doors.FINDINGS for finding in findings(draft, live_from)]


def let_out(leaving: Leaving) -> None:
    """Ask the checks alone: for words that leave without a version."""
    for check in doors.CHECKS:
        check(leaving)


def named_in_settings(leaving: Leaving) -> None:
    """The checks that a paper has put in the way itself, by `GATE_CHECKS`."""
    for path in settings.GATE_CHECKS:
        import_string(path)(leaving)
