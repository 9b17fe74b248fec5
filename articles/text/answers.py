"""What was asked before somebody said something, in an interview."""

from collections.abc import Sequence

_ASKS = ("?", "؟")
_CLOSING = " ”»’\"'"


def question(paragraphs: Sequence[str], words: str) -> str:
    """The paragraph before the one in which `words` stand as they were printed, if it asks; else nothing."""
    for before, paragraph in zip(("", *paragraphs), paragraphs, strict=False):
        if words in paragraph:
            return before if before.rstrip(_CLOSING).endswith(_ASKS) else ""
    return ""
