"""Which pages are measured, and where they are in the paper that is measured. It runs there, as a command: whoever
measures has neither Django nor a connection."""

import json
import sys

from articles.composing.paging import PAGE_SIZE, key_of
from articles.models import Contributor, Correction, Edition, Publication, Section, Source, Statement, Tag
from benchmarks import planted
from benchmarks.pages import first_pages

# By what the table calls them: the names of their URLs.
KINDS = {
    "front": "front",
    "section": "section",
    "topic": "topic",
    "contributor": "contributor",
    "source": "source",
    "archive, years": "archive",
    "archive, a year": "archive_year",
    "archive, a day": "archive_day",
    "corrections": "corrections",
    "topics": "topics",
    "about the paper": "page",
}
WALKED = 3_000
FAR = 1_000


def addresses(edition):
    """`pages` by name; `walks`, many addresses of a kind; and `far`, (number of the page, its address) by name."""
    firsts = first_pages(edition)
    pages = planted.addresses(edition) | {name: firsts[url] for name, url in KINDS.items()}
    stories = Publication.objects.live().news().filter(edition=edition).select_related("edition", "section")
    some = list(stories.only("edition", "section", "day", "slug", "first_live_at", "story").order_by("?")[:WALKED])
    return {
        "stories": Publication.objects.live().count(),
        "pages": pages,
        "walks": {"story": [story.get_absolute_url() for story in some], "section": [_older(story) for story in some]},
        "far": {name: (number, f"{pages[name]}?before={key}") for name, number, key in far(edition, pages)},
    }


def _older(story):
    """The page of the story's section that goes on after it: each is another one."""
    return f"{story.section.get_absolute_url()}?before={key_of(story.first_live_at, story.story_id)}"


def far(edition, pages):
    """Far back in each list that pages: its name, the number of the page, the key before it."""
    for name, rows, time, tie in lists(
        edition, {name: path.rstrip("/").split("/")[-1] for name, path in pages.items()}
    ):
        if number := back(rows.count()):
            at, pk = rows.values_list(time, tie)[(number - 1) * PAGE_SIZE - 1]
            yield name, number, key_of(at, pk)


def lists(edition, slugs):
    """Each list whole, in its order, with the columns that its keys are made of."""
    live = Publication.objects.live().news()
    contributor = Contributor.objects.get(slug=slugs["contributor"])
    tag = Tag.objects.get(language=edition.language, slug=slugs["topic"])
    source = Source.objects.get(slug=slugs["source"])
    of_story = ("first_live_at", "story_id")
    yield "front", live.in_edition(edition), *of_story
    yield "section", live.in_section(Section.objects.get(edition=edition, slug=slugs["section"])), *of_story
    yield "topic", live.tagged(tag), *of_story
    yield "contributor", live.by_contributor(contributor, edition), *of_story
    yield "source", Statement.objects.of_source(source).news_in(edition), "first_live_at", "pk"
    yield "corrections", Correction.objects.news().of_edition(edition), "at", "pk"


def back(rows):
    """Page 1,000 of a list of so many rows; of a shorter one the page half-way, of one without four pages none."""
    whole = rows // PAGE_SIZE
    return min(FAR, whole // 2) if whole >= 4 else 0


def print_them():
    json.dump(addresses(Edition.objects.get(is_default=True)), sys.stdout)
