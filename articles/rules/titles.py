"""Titles and days: whether a title is still borne, and how one that has ended reads. See docs/decisions/0056."""

from collections.abc import Iterable

from django.utils.translation import override, pgettext

from articles.text import folding


def has_ended(capacity: str, titles: Iterable[tuple[str, bool]]) -> bool:
    """Whether a capacity is a title that is borne no longer. `titles` of its source: each time that one was borne, the
    title and whether that is over."""
    key = folding.key(capacity)
    borne = [is_over for title, is_over in titles if folding.key(title) == key]
    return bool(borne) and all(borne)


def then(title: str, language: str) -> str:
    """A title that has ended, as readers of a language read it."""
    with override(language):
        return pgettext("a title that has ended", "then %(title)s") % {"title": title}
