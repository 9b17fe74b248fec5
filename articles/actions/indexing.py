"""What stories and names are found by at the desk. The actions that save a story keep it; what came another way, from
fixtures, by COPY or from before a change of the rules, is made anew."""

from collections.abc import Iterator
from typing import TypeVar

from django.db import transaction
from django.db.models import Model

from articles.models import Contributor, ContributorName, Source, SourceName, Story, StoryWords, Tag
from articles.text import search

NAMED: tuple[type[Model], ...] = (Source, SourceName, Contributor, ContributorName, Tag)
BATCH = 500

Row = TypeVar("Row", bound=Model)


def words(story: Story) -> StoryWords:
    return StoryWords(story_id=story.pk, vector=search.vector(story.searched(), story.edition.language))


def keep(*rows: StoryWords) -> None:
    """Store what stories are found by, in the place of what was there."""
    StoryWords.objects.bulk_create(rows, update_conflicts=True, unique_fields=["story"], update_fields=["vector"])


def forget(story: Story) -> None:
    StoryWords.objects.filter(story=story).delete()


def rebuild_stories() -> int:
    """Batch by batch: whoever saves a story meanwhile waits for no more than one."""
    count = 0
    for batch in _batches(Story):
        with transaction.atomic():
            # Read again under lock: what is being saved at this moment must not be overwritten by what was.
            rows = Story.objects.select_for_update(of=("self",), no_key=True).select_related("edition").order_by("pk")
            keep(*map(words, rows.filter(pk__in=batch)))
        count += len(batch)
    return count


def rebuild_names() -> int:
    count = 0
    for model in NAMED:
        for batch in _batches(model):
            rows = list(model._default_manager.filter(pk__in=batch))
            model._default_manager.bulk_update(rows, ["found_by"])
            count += len(rows)
    return count


def _batches(model: type[Row]) -> Iterator[list[int]]:
    last = 0
    while batch := list(model._default_manager.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]):
        yield batch
        last = batch[-1]
