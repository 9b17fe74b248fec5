"""Whether a name that a text has may be that of somebody there, spelled otherwise or in the other script."""

from functools import lru_cache

from articles.text.spellings import names
from articles.text.spellings.words import words


def may_be(name: str, stands: str) -> bool:
    """Whether somebody called `name` may be who stands there as `stands`: each word is one of that name in a usual
    spelling. One word asks about nobody who has several: Hariri may be any of a family."""
    wanted = _wanted(name)
    if not wanted or (len(wanted) == 1 and len(words(stands)) > 1):
        return False
    has = _keys(stands)
    return all(not choices.isdisjoint(has) for choices in wanted)


# Cached: a text is asked about with each pause of who writes it, and its names and sources stay.
@lru_cache(maxsize=2048)
def _wanted(name: str) -> tuple[frozenset[str], ...]:
    asked = names.asked(name, is_unfinished=False)
    return tuple(frozenset(key.text for key in choices) for choices in asked)


@lru_cache(maxsize=4096)
def _keys(stands: str) -> frozenset[str]:
    return frozenset(names.keys(stands))
