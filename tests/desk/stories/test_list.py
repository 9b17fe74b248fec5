"""The list of stories: what it says of each, and what it makes of nonsense."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions import publishing


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
