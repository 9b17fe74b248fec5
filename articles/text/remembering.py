"""What was read in a text is remembered: while somebody writes, one paragraph changes at a time, and one text is asked
for by all that judges it."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

MOST_PARAGRAPHS, MOST_TEXTS = 2_048, 8
# Nobody writes longer paragraphs; what is remembered of all stays within a few megabytes.
LONGEST = 4_000

_Others = ParamSpec("_Others")
_Answer = TypeVar("_Answer")
_remembered: list[Any] = []


def of_paragraph(
    function: Callable[Concatenate[str, _Others], _Answer],
) -> Callable[Concatenate[str, _Others], _Answer]:
    """A pure function of a paragraph, and of little else that can be looked up, remembers its answers. They are not to
    be changed. `__wrapped__` answers anew."""
    remembered = lru_cache(maxsize=MOST_PARAGRAPHS)(function)
    _remembered.append(remembered)

    @wraps(function)
    def asked(paragraph: str, *others: _Others.args, **named: _Others.kwargs) -> _Answer:
        answer = remembered if len(paragraph) <= LONGEST else function
        return answer(paragraph, *others, **named)  # type: ignore[arg-type]

    return asked


def of_text(function: Callable[[str], _Answer]) -> Callable[[str], _Answer]:
    """The same for a function of a whole text, of which the last few are remembered."""
    remembered = lru_cache(maxsize=MOST_TEXTS)(function)
    _remembered.append(remembered)
    return remembered


def forget() -> None:
    """Answer anew from now on: what is measured is not what was remembered."""
    for each in _remembered:
        each.cache_clear()
