"""A title that has ended reads “then minister”, and a story of its time keeps it. The record is never rewritten."""

from datetime import timedelta

import pytest
from django.utils.html import escape

from articles.actions import previewing, publishing, stories
from articles.models import Attribution, FurtherOwner, Source, Statement, drafts
from articles.rules.titles import has_ended

pytestmark = pytest.mark.django_db
WORDS, TITLE = "Two years of building,", "Minister of transport"
DAY = timedelta(days=1)


@pytest.fixture
def minister(db):
    return Source.objects.create(slug="idris-valcourt", name="Idris Valcourt", is_public_figure=True)


@pytest.fixture
def today(now, english):
    return now.astimezone(english.zone).date()


def said(source, capacity=TITLE, **fields):
    return Attribution(source=source, words=WORDS, capacity=capacity, **fields)


def published(story):
    story.refresh_from_db(fields=["version"])
    publishing.publish(story, revision=story.version, by=None)
    return story.publications.latest("number")


def capacities(version):
    return list(version.statements.values_list("capacity", flat=True))


@pytest.mark.parametrize(
    ("titles", "ended"),
    [
        ([], False),
        ([(TITLE, False)], False),
        ([(TITLE, True)], True),
        ([("MINISTER  of transport", True)], True),
        ([("Minister of water", True)], False),
        ([("Minister of water", True), (TITLE, False)], False),
        ([("Minister of water", False), (TITLE, True)], True),
        # Minister again.
        ([(TITLE, True), (TITLE, False)], False),
    ],
)
def test_a_title_has_ended_when_nobody_bears_it_any_more(titles, ended):
    assert has_ended(TITLE, titles) is ended


@pytest.mark.parametrize(
    ("ends", "reads"),
    [(-1, "then Minister of transport"), (0, TITLE), (1, TITLE), (None, TITLE)],
    ids=["ended the day before", "ends today", "ends tomorrow", "without days"],
)
def test_a_new_story_quotes_the_minister_of_then_and_the_minister_of_today(make_story, minister, today, ends, reads):
    until = None if ends is None else today + ends * DAY
    minister.titles.create(language="en", title=TITLE, until_on=until)
    assert capacities(published(make_story(attributions=[said(minister)]))) == [reads]


def test_so_it_does_in_arabic_by_the_titles_of_that_language_alone(make_story, arabic, minister, today):
    minister.titles.create(language="en", title="وزير المياه", until_on=today - DAY)
    minister.titles.create(language="ar", title="وزير النقل", until_on=today - DAY)
    minister.titles.create(language="ar", title="عمدة سرّان")
    for capacity, reads in (
        ("وزير النقل", "وزير النقل آنذاك"), ("عمدة سرّان", "عمدة سرّان"), ("وزير المياه", "وزير المياه")
    ):  # fmt: skip
        story = make_story(arabic, headline=capacity, attributions=[said(minister, capacity)])
        assert capacities(published(story)) == [reads]


def test_of_two_titles_at_once_the_one_that_has_ended_is_of_then_whoever_of_the_owners_bore_it(
    make_story, minister, union, today
):
    minister.titles.create(language="en", title=TITLE, until_on=today - DAY)
    minister.titles.create(language="en", title="Mayor of Sarran")
    union.titles.create(language="en", title="Union of dockers", until_on=today - DAY)
    row = said(minister, "Mayor of Sarran")
    row.further = (FurtherOwner(union, "Union of dockers"),)
    assert capacities(published(make_story(attributions=[row]))) == ["Mayor of Sarran", "then Union of dockers"]


def test_what_was_obtained_after_its_end_is_not_the_ministers(make_story, minister, today):
    """In an update of a story of the time."""
    title = minister.titles.create(language="en", title=TITLE)
    story = make_story(attributions=[said(minister)])
    published(story)
    title.until_on = today
    title.save()
    late = [said(minister), said(minister, obtained_on=today + DAY, occurrence=2)]
    body = story.body + story.body
    stories.revise(story, drafts.with_changes(story, body=body, attributions=late), version=1, by=None)
    assert capacities(published(story)) == [TITLE, "then Minister of transport"]


def test_a_title_so_long_that_the_word_would_not_go_in_stands_as_it_is(make_story, minister, today):
    minister.titles.create(language="en", title="x" * 160, until_on=today - DAY)
    assert capacities(published(make_story(attributions=[said(minister, "x" * 160)]))) == ["x" * 160]


def test_a_story_of_the_time_keeps_its_title_and_the_memory_of_its_source_says_then(
    make_story, minister, today, client
):
    title = minister.titles.create(language="en", title=TITLE, from_on=today)
    story = make_story(attributions=[said(minister)])
    version = published(story)
    address, memory = version.get_absolute_url(), "/sources/idris-valcourt/"
    shown, rows = f"<span>{escape(TITLE)}</span>", list(Statement.objects.values())

    assert shown in client.get(memory).content.decode()
    # Until its last day is past.
    title.until_on = today
    title.save()
    assert shown in client.get(memory).content.decode()

    title.from_on, title.until_on = None, today - DAY
    title.save()
    assert "<span>then Minister of transport</span>" in client.get(memory).content.decode()
    page = client.get(address).content.decode()
    assert TITLE in page
    assert "then Minister" not in page
    assert list(Statement.objects.values()) == rows


def test_an_update_of_a_story_of_the_time_keeps_the_title(make_story, minister, now, today):
    minister.titles.create(language="en", title=TITLE, until_on=today - 9 * DAY)
    story = make_story(attributions=[said(minister)])
    publishing.import_version(story, by=None, live_from=now - 10 * DAY)
    stories.revise(story, drafts.with_changes(story, standfirst="Put right"), version=1, by=None)
    published(story)
    assert list(Statement.objects.values_list("capacity", flat=True)) == [TITLE, TITLE]


def test_a_preview_says_what_readers_will_read(make_story, minister, today):
    minister.titles.create(language="en", title=TITLE, until_on=today - DAY)
    story = make_story(attributions=[said(minister)])
    [row] = previewing.preview(story.revisions.get()).statements
    assert row.capacity == "then Minister of transport"
