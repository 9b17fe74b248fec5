"""A source's page is a memory: what it told us by story, in the order spoken, each passage once."""

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import Any

from django.utils.translation import get_language

from articles.composing.owners import how
from articles.composing.paging import Page, key_of
from articles.models import keys
from articles.models.corrections import Correction
from articles.rules.titles import has_ended, then
from articles.rules.words import Terms
from articles.text import answers, folding
from articles.text import paragraphs as paragraphs_of

FEW = 4
MARKS = ".,;:!?…،؛؟"


@dataclass
class Told:
    """A passage: with what it answers, as what its source spoke, and the stories that used it again. `is_told` where it
    was told otherwise than the one before it."""

    statement: Any
    capacity: str = ""
    question: str = ""
    is_told: bool = True
    again: list[Any] = field(default_factory=list)


@dataclass
class InStory:
    """What a source told us in one story."""

    publication: Any
    told: list[Told]


@dataclass
class Memory:
    """A part of what a source has told us, the newest story first. `is_whole`: there is no other part."""

    stories: list[InStory]
    corrections: list[Correction]
    statements: list[Any]
    older: str
    is_whole: bool

    @property
    def story_count(self):
        return len({row.story_id for row in self.statements})

    @property
    def on_record(self):
        return sum(row.terms == Terms.RECORD for row in self.statements)

    @property
    def first(self):
        return self.statements[-1]

    @property
    def last(self):
        return self.statements[0]


def memory(page, before, titles=()):
    """The page of a source from a part of the list of its statements, which may be the first. `titles`: those that it
    bore in the language of the page."""
    page = of_whole_stories(page)
    numbers = {row.story_id for row in page.rows}
    corrections = Correction.objects.filter(keys.among("story", numbers)).select_related("publication__edition")
    return Memory(
        in_stories(page.rows, titles),
        list(corrections.defer("publication__body", "publication__vector").order_by("-at", "-pk")),
        page.rows,
        page.older,
        is_whole=not (page.older or before),
    )


def in_stories(rows, titles=()):
    """The statements by story, each passage once."""
    return _each_once([InStory(each[0].publication, _in_order(each, titles)) for each in _by_story(rows)])


def of_whole_stories(page):
    """The page without the story that it would cut in two, unless there is no other: it stands on the next one."""
    groups = _by_story(page.rows)
    if not page.older or len(groups) == 1:
        return page
    rows = [row for group in groups[:-1] for row in group]
    return Page(rows, key_of(rows[-1].first_live_at, rows[-1].pk))


def _by_story(rows):
    return [list(group) for _story, group in groupby(rows, lambda row: row.story_id)]


def _in_order(rows, titles):
    """The statements of one story as they were spoken: as they stand in an interview, and else as they were entered."""
    text = _paragraphs(rows[0].asked_in or "")
    plain = "\n".join(text)
    ordered = sorted(rows, key=lambda row: (plain.find(row.words), row.position, row.pk))
    told = [Told(row, _capacity(row, titles), answers.question(text, row.words)) for row in ordered]
    for one, after in zip(told, told[1:], strict=False):
        after.is_told = (one.capacity, how(one.statement)) != (after.capacity, how(after.statement))
    return told


def _capacity(row, titles):
    """As what a source spoke, for whoever reads it today: a title that has ended since reads as that of then."""
    is_over = has_ended(row.capacity, [(title["title"], title["is_over"]) for title in titles])
    return then(row.capacity, get_language()) if is_over else row.capacity


@lru_cache(maxsize=32)  # Cached: all answers of an interview are looked for in one text.
def _paragraphs(html):
    return paragraphs_of(html)


def _each_once(stories):
    """Each passage where it was first used, and there the stories that used it again, or a part of it."""
    first = {}
    for story in reversed(stories):
        for told in story.told:
            words = folding.fold(told.statement.words)
            original = next((known for said, known in first.items() if _holds(said, words)), None)
            if original is None:
                first[words] = told
            elif story.publication not in (original.statement.publication, *original.again):
                original.again.insert(0, story.publication)
    kept = set(map(id, first.values()))
    shown = [InStory(story.publication, [told for told in story.told if id(told) in kept]) for story in stories]
    return [story for story in shown if story.told]


def _holds(said, words):
    """Whether words are, or are a part of, what was said before: a few of them alone say little."""
    return said == words or (words.count(" ") >= FEW and words.strip(MARKS) in said)
