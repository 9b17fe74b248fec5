"""The paper around each page: its editions, each with its menu of sections, in one query."""

from dataclasses import dataclass, field

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
    # What is set once for a generation: see `{% kept %}`.
    fragments: dict[tuple, str] = field(default_factory=dict)

    @property
    def others(self):
        return [edition for edition in self.editions if edition != self.edition]


_kept = Kept(lambda: (list(Edition.objects.with_menus()), {}))


def open_paper(language, generation=None):
    """The paper, opened at the edition of `language`: the default one where it is empty."""
    editions, fragments = _kept.of(generation)
    for edition in editions:
        if edition.language == language or (edition.is_default and not language):
            return Paper(editions, edition, fragments)
    raise Http404("no such edition") if editions and language else NotSetUp("no edition yet")
