"""A check is of exact words: when others stand in their place, nobody has checked these."""

from collections.abc import Mapping
from typing import Any

from articles.models import Attribution
from articles.rules.words import Check
from articles.text import folding


def settle(row: Attribution, was: Mapping[str, Any]) -> None:
    """Let the verification of a row fall if its words, folded, are others than they `was`, as `Attribution.state` has
    it. What the same save sets anew is of the new words, and so is what somebody says that it is of them."""
    before = Attribution(**{name: was[name] for name in ("words", "check_made", "verified_by_id")})
    is_other = folding.fold(row.words) != folding.fold(before.words)
    is_affirmed = folding.fold(row.affirmed) == folding.fold(row.words)
    is_same_check = (row.check_made, row.verified_by_id) == (before.check_made, before.verified_by_id)
    is_untouched = is_same_check and not is_affirmed
    if is_other and is_untouched and before.is_verified:
        row.verified_words, row.check_made, row.verified_by = before.words, Check.NONE, None
    elif row.is_verified:
        row.verified_words = ""
