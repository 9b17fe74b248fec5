"""The synthetic archive: as true to the record's rules as what is published, and never in a real paper."""

import io
from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from django.core.management import CommandError, call_command

from articles import text
from articles.actions import publishing, stories
from articles.models import (
    Address,
    Correction,
    Event,
    Publication,
    PublishedTag,
    Revision,
    Statement,
    Story,
    Withdrawal,
    drafts,
)
from articles.samples import inventing, rows
from articles.text import passages, written
from articles.text.written import Sought

UNTIL = datetime(2026, 11, 22, 12, tzinfo=UTC)


def make(count, **options):
    out = io.StringIO()
    call_command("make_archive", "--stories", str(count), stderr=out, **options)
    return out.getvalue()


@pytest.fixture
def editions(english, arabic):
    return english, arabic


@pytest.fixture
def archive(editions):
    """A hundred stories, of which the default seed withdraws one."""
    make(100)


# What is invented


@pytest.fixture(scope="module")
def invented():
    return list(inventing.stories(seed=1, count=500, until=UNTIL))


def test_the_same_seed_invents_the_same_stories(invented):
    assert list(inventing.stories(seed=1, count=500, until=UNTIL)) == invented
    assert list(inventing.stories(seed=2, count=500, until=UNTIL)) != invented


def test_bodies_are_what_cleaning_would_make_of_them(invented):
    bodies = [story.versions[-1].body for story in invented]
    assert [text.clean(body) for body in bodies] == bodies


def test_every_statement_stands_in_the_text(invented):
    missing = [
        statement.words
        for story in invented
        for version in story.versions
        for statement in story.statements
        if passages.find(version.body, statement.words, 1) is None
    ]
    assert not missing


def test_every_statement_stands_where_it_would_be_found(invented):
    for story in invented:
        for version in story.versions:
            places = [tuple(rows.place(version, statement).values()) for statement in story.statements]
            assert places == written.numbers(version.body, [Sought(each.words) for each in story.statements])


def test_stories_run_in_order_through_ten_years(invented):
    times = [story.first_live_at for story in invented]
    assert times == sorted(times)
    assert UNTIL - timedelta(days=3653) < times[0] < UNTIL - timedelta(days=3600)
    assert UNTIL - timedelta(days=30) < times[-1] < UNTIL


def test_some_things_are_much_more_common_than_others(invented):
    tags = Counter(tag for story in invented for tag in story.tags).most_common()
    assert tags[0][1] > 20 * tags[len(tags) // 2][1]
    versions = Counter(len(story.versions) for story in invented)
    assert versions[1] > len(invented) / 2 > versions[2] > versions[3] > 0


def test_a_paper_of_one_edition_gets_stories_in_its_language():
    assert {story.language for story in inventing.stories(1, 20, UNTIL, ["ar"])} == {"ar"}


# What is made of it


def test_both_editions_fill_with_marked_imports(archive, editions):
    assert Publication.objects.filter(is_import=False).count() == 0
    assert [edition.stories.count() for edition in editions] == [60, 40]
    live = Publication.objects.live().count()
    assert live + Withdrawal.objects.count() == 100
    assert Story.objects.filter(family__in=editions[1].stories.values("family")).count() == 40 + 10


def test_every_version_verifies_against_its_hash(archive):
    call_command("verify_record", stdout=io.StringIO())


def test_every_statement_is_written_with_its_place(archive):
    said = Statement.objects.select_related("publication")
    assert {row.publication.body[row.passage_start : row.passage_end] == row.words for row in said} == {True}


def test_periods_follow_each_other_without_a_gap(archive):
    versions = Publication.objects.order_by("story", "number")
    pairs = [(one, next_one) for one, next_one in pairwise(versions) if one.story_id == next_one.story_id]
    assert len(pairs) > 30
    assert all(one.live_until == next_one.live_from for one, next_one in pairs)
    assert all(one.slug == next_one.slug and one.day == next_one.day for one, next_one in pairs)


def test_what_hangs_on_a_version_is_there(archive):
    assert Statement.objects.filter(source__isnull=False).count() > 150
    assert PublishedTag.objects.count() > 200
    assert Correction.objects.count() == Publication.objects.filter(change="correction").count() > 0
    assert Address.objects.count() == Revision.objects.count() == 100


def test_it_leaves_one_event(archive):
    assert [event.verb for event in Event.objects.all()] == ["imported"]


def test_a_second_archive_of_the_same_seed_finds_addresses_of_its_own(archive):
    make(100)
    assert Publication.objects.values("story").distinct().count() == 200
    assert Address.objects.filter(slug__endswith="-2").exists()


def test_the_desk_can_go_on_with_an_archived_story(archive):
    live = Publication.objects.live().filter(statements__isnull=False).latest("first_live_at")
    said = live.statements.count()
    revised = stories.revise(
        live.story, drafts.with_changes(live.story, headline="Another headline"), version=1, by=None
    )
    again = publishing.publish(revised, revision=2, by=None)
    assert (again.number, again.slug) == (live.number + 1, live.slug)
    assert again.statements.count() == said
    assert list(again.publishedtags.values_list("tag")) == list(live.publishedtags.values_list("tag"))


def test_new_stories_get_keys_of_their_own(archive, make_story):
    story = make_story()
    publishing.publish(story, revision=1, by=None)
    assert story.pk > Story.objects.filter(family__startswith="archive-").latest("pk").pk


@pytest.mark.django_db(transaction=True, databases=["default", "readers"])
@pytest.mark.usefixtures("behind_the_wall")
def test_readers_find_what_is_live_and_are_told_of_what_was_withdrawn(editions, client):
    make(100)
    live = Publication.objects.live().latest("first_live_at")
    page = client.get(live.get_absolute_url())
    assert live.headline in page.content.decode()
    gone = Withdrawal.objects.select_related("story").latest("pk")
    page = client.get(gone.story.publications.first().get_absolute_url())
    assert page.status_code == 410
    assert gone.reason in page.content.decode()


# The command


def test_it_shows_how_far_it_is(editions):
    said = make(20)
    assert "20 of 20 stories" in said
    assert make(20, verbosity=0) == ""


def test_a_real_paper_is_never_flooded(editions, settings):
    settings.IS_TRIAL = False
    with pytest.raises(CommandError, match="a real paper"):
        make(1)
    assert not Story.objects.exists()


def test_without_sections_it_says_what_to_load_first(db):
    with pytest.raises(CommandError, match="load the fixtures first"):
        make(1)
    assert not Event.objects.exists()


@pytest.mark.parametrize("number", ["0", "-3", "many", "1e9"])
def test_a_number_that_is_none_is_refused(db, number):
    with pytest.raises(CommandError, match="a number of stories|expected one argument"):
        make(number)
