"""The list of stories: what it says of each, and what it makes of nonsense."""

from urllib.parse import quote, unquote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions import publishing, stories
from articles.models import drafts


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


def addresses_of(story):
    """A story's address, as people paste it."""
    path = story.publications.latest("number").get_absolute_url()
    day_and_slug = path.strip("/").removeprefix("ar/")
    return [
        path,
        unquote(path),
        path.rstrip("/"),
        unquote(path).upper(),
        quote(path),
        f"https://meridian.example{path}",
        f"meridian.example{unquote(path)}?utm_source=x&fbclid=1#statement-1",
        f"See this: https://www.meridian.example{path}?utm_source=x .",
        f"  {unquote(path).strip('/')}",
        f"https://meridian.example/admin/articles/story/{story.pk}/change/?_changelist_filters=q%3Dx",
        f"/admin/articles/story/{story.pk}/preview/?revision=1",
        quote(quote(f"/{day_and_slug}")) if story.edition.is_default else quote(quote(path)),
    ]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_story_is_found_by_its_address(copy_desk, make_story, english, arabic, language):
    headline = {"en": "Dockers reject pay offer", "ar": "إضراب في الميناء"}[language]
    story = make_story(arabic if language == "ar" else english, headline=headline)
    for other in ("Dockers", "إضراب"):
        publishing.publish(make_story(headline=other), revision=1, by=None)
    publishing.publish(story, revision=1, by=None)
    for typed in addresses_of(story):
        found = copy_desk.get("/admin/articles/story/", {"q": typed}).context["cl"].result_list
        assert [each.pk for each in found] == [story.pk], typed


def test_a_story_is_found_by_an_old_address_and_by_one_that_waits(copy_desk, live_story, make_story, soon):
    old = live_story.publications.get().get_absolute_url()
    publishing.rename(live_story, slug="pay-talks", by=None)
    stories.revise(live_story, drafts.with_changes(live_story, standfirst="x"), version=1, by=None)
    waiting = make_story(headline="Waiting")
    version = publishing.publish(waiting, revision=1, by=None, at=soon)
    for typed, story in ((old, live_story), (f"x.example{version.get_absolute_url()}", waiting)):
        found = copy_desk.get("/admin/articles/story/", {"q": typed}).context["cl"].result_list
        assert [each.pk for each in found] == [story.pk], typed


def test_what_was_published_is_found_by_its_address_too(desk, live_story, make_story):
    publishing.publish(make_story(headline="Other"), revision=1, by=None)
    path = live_story.publications.get().get_absolute_url()
    found = desk.get("/admin/articles/publication/", {"q": f"https://x.example{path}?a=b"}).context["cl"].result_list
    assert [version.story_id for version in found] == [live_story.pk]


@pytest.mark.parametrize(
    "typed", ["/2026/13/45/x/", "/2026/11/22/", "/2026/11/22/%00/", "https://x.example/", "%", "%25" * 900, "/" * 5000]
)
def test_an_address_of_nothing_finds_nothing(copy_desk, live_story, typed):
    assert not copy_desk.get("/admin/articles/story/", {"q": typed}).context["cl"].result_list
