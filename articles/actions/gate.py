"""The one gate: what is about to leave is judged here, whichever way it goes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.module_loading import import_string

from articles.actions.refusals import NotReady
from articles.models.drafts import Draft
from articles.rules.readiness import findings


@dataclass(frozen=True)
class Leaving:
    """What is about to leave the house: a story's texts, all of them, and who will be named."""

    story_id: int
    language: str
    texts: tuple[str, ...]


def pass_gate(draft: Draft, leaving: Leaving, *, live_from: datetime) -> None:
    """Refuse what is not ready; then ask each of `GATE_CHECKS`: one that raises, blocks."""
    in_the_way = [finding for finding in findings(draft.facts(), live_from) if finding.blocks]
    if in_the_way:
        raise NotReady(in_the_way)
    let_out(leaving)


def let_out(leaving: Leaving) -> None:
    """Ask the outer checks alone: for words that leave without a version."""
    for check in outer_checks():
        check(leaving)


def outer_checks() -> list[Callable[[Leaving], None]]:
    """The callables that outer apps have put in the way."""
    return [import_string(path) for path in settings.GATE_CHECKS]
