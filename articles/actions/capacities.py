"""In which capacity a source spoke, as readers of a new version have it: the title of the day, or “then minister”."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date

from articles.models import Attribution
from articles.models.attribution import FurtherOwner
from articles.models.drafts import Draft
from articles.rules import titles

# As long as the record's column is: what would not go in stays as the desk wrote it.
LONGEST = 160


def as_of(draft: Draft, day: date) -> Callable[[Attribution, FurtherOwner], str]:
    """What the capacity of an owner reads in a version of a story of that day. A title that had ended before it, or
    before the day on which the words were obtained, reads as one that was borne then."""
    language = draft.story.edition.language
    borne = defaultdict(list)
    for title in draft.titles:
        if title.language == language:
            borne[title.source_id].append(title)

    def capacity(attribution: Attribution, owner: FurtherOwner) -> str:
        latest = max(day, attribution.obtained_on or day)
        known = [(title.title, title.is_over(latest)) for title in borne[owner.source.pk]]
        if not titles.has_ended(owner.capacity, known):
            return owner.capacity
        told = titles.then(owner.capacity, language)
        return told if len(told) <= LONGEST else owner.capacity

    return capacity
