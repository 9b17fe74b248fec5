"""The paper around each page: its editions, each with its menu of sections, in one query."""

from dataclasses import dataclass

from django.http import Http404

from articles.composing.keeping import Kept
from articles.models.editions import Edition


class NotSetUp(Http404):
    """There is no edition yet, or none by default."""


@dataclass(frozen=True)
class Paper:
    """The editions in their order, and the one being read."""

    editions: list[Edition]
    edition: Edition

    @property
    def others(self):
        return [edition for edition in self.editions if edition != self.edition]


_editions = Kept(lambda: list(Edition.objects.with_menus()))


def open_paper(language, generation=None):
    """The paper, opened at the edition of `language`: the default one where it is empty."""
    editions = _editions.of(generation)
    for edition in editions:
        if edition.language == language or (edition.is_default and not language):
            return Paper(editions, edition)
    raise Http404("no such edition") if editions and language else NotSetUp("no edition yet")
