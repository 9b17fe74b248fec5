"""The list of stories, the history of one, and what the form says of it."""

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.actions import publishing
from tests.desk.forms import fill
from tests.desk.stories.form import ADD, change


@pytest.fixture
def copy_desk(client, copy_editor):
    client.force_login(copy_editor)
    return client


# What the form says


def test_the_form_lists_what_stands_in_the_way_with_a_link_to_its_field(copy_desk, make_story):
    page = copy_desk.get(change(make_story(headline="", section=None))).content.decode()
    assert '<a href="#id_headline">The headline is empty.</a>' in page
    assert '<a href="#id_section">No section has been chosen.</a>' in page


def test_the_history_tells_each_event(copy_desk, live_story):
    fill(copy_desk, change(live_story), headline="Changed")
    page = copy_desk.get(reverse("admin:articles_story_history", args=[live_story.pk])).content.decode()
    assert all(words in page for words in ("Started the story", "Published revision 1", "Saved revision 2"))
    revision = live_story.revisions.get(number=2)
    assert "Changed" in copy_desk.get(reverse("admin:articles_revision_change", args=[revision.pk])).content.decode()


def test_djangos_own_log_learns_nothing_of_stories(copy_desk, english, make_story):
    fill(copy_desk, ADD, edition=english.pk, headline="Secret until noon")
    fill(copy_desk, change(make_story()), headline="Secret too")
    assert not LogEntry.objects.exists()


# The list


def test_the_list_says_what_readers_see(copy_desk, make_story, live_story, soon):
    waiting = make_story(headline="Waiting")
    publishing.publish(waiting, revision=1, by=None, at=soon)
    make_story(headline="Never out")
    gone = make_story(headline="Gone")
    publishing.publish(gone, revision=1, by=None)
    publishing.withdraw(gone, by=None, reason="Wrong")
    page = copy_desk.get("/admin/articles/story/").content.decode()
    for word in ("Live", "Scheduled", "Never published", "Withdrawn"):
        assert f">{word}</span>" in page
    for standing, headline in {
        "live": "Dockers",
        "scheduled": "Waiting",
        "never": "Never out",
        "withdrawn": "Gone",
    }.items():
        rows = copy_desk.get("/admin/articles/story/", {"standing": standing}).context["cl"].result_list
        assert [story.headline.startswith(headline) for story in rows] == [True], standing


def test_a_story_is_found_by_a_word_of_its_text(copy_desk, make_story):
    make_story(headline="Harvest", body="<p>The lake is salt.</p>")
    make_story()
    rows = copy_desk.get("/admin/articles/story/", {"q": "salt"}).context["cl"].result_list
    assert [story.headline for story in rows] == ["Harvest"]


def test_the_list_asks_as_much_of_ten_stories_as_of_one(copy_desk, make_story):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            copy_desk.get("/admin/articles/story/")
        return len(asked)

    make_story()
    one = queries()
    for _number in range(9):
        make_story(headline="More")
    assert queries() == one


@pytest.mark.parametrize(
    "query",
    ["q=%00", "standing=nonsense", "section=%00", "section=99999999999999999999", "edition__id__exact=x",
     "edition__id__exact=%00", "p=999999", "o=99.1", "nonsense=1", "kind__exact=%00", "_changelist_filters=%00"],
)  # fmt: skip
def test_a_list_asked_for_nonsense_does_not_break(copy_desk, english, query):
    assert copy_desk.get(f"/admin/articles/story/?{query}").status_code < 500


@pytest.mark.parametrize("pk", ["0", "abc", "99999999999999999999", "%00"])
def test_a_story_that_is_not_there_is_no_crash(copy_desk, pk):
    for page in ("change/", "preview/", "history/", "publish/"):
        assert copy_desk.get(f"/admin/articles/story/{pk}/{page}").status_code in (302, 403, 404)
