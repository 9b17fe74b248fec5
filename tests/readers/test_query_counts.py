"""How often each page asks the database. Written down, so that a changed number is a decision seen in review."""

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern

from articles import doors
from articles.public import urls
from benchmarks.pages import pages
from tests import archives
from tests.proofs import tries

pytestmark = [
    pytest.mark.django_db(transaction=True, databases=["default", "readers"]),
    pytest.mark.usefixtures("behind_the_wall"),
]

# By the name of the URL. One of each is for the editions and their menus.
QUERIES = {
    "front": 5,  # what is placed, the river, the newest of each section, the latest corrections
    "front, older": 3,
    "story": 4,  # the version with its corrections; its statements; what stands beside it
    "section": 3,
    "section, older": 3,
    "topics": 2,
    "topics_of": 2,
    "topic": 4,  # the topic; its stories; the names of what else they are about
    "topic, older": 4,
    "source": 4,  # the source with its names and titles; what it told us; corrections of those stories
    "source, older": 4,
    "contributor": 3,
    "contributor, older": 3,
    "manifest": 1,
    "corrections": 2,
    "corrections, older": 2,
    "corrections_of": 2,
    "corrections_of, older": 2,
    "archive": 3,  # the first and the last day; the days of the newest year
    "archive_year": 3,  # the days; the nearest before and after
    "archive_month": 3,
    "archive_day": 3,
    "archive_day, older": 3,
    "page": 2,
}
MANY = tries(sample=3_000, full=10_000), tries(sample=600, full=2_000)
BUDGETS = {"front": 6}
BUDGET = 4
NOT_COUNTED = {
    "healthz": "asks each connection once, whether it answers",
    "picture": "is a file",
    "card": "is a file",
    "styles": "asks nothing",
}


def asked(client, path):
    """How often the page asks over the readers' connection, and over the desk's."""
    with (
        CaptureQueriesContext(connections["readers"]) as readers,
        CaptureQueriesContext(connections["default"]) as desk,
    ):
        assert client.get(path).status_code == 200, path
    return len(readers), len(desk)


@pytest.fixture
def editions(english, arabic):
    archives.furnish(english, arabic)
    return english, arabic


@pytest.mark.parametrize(("stories", "versions"), [(40, 2), (300, 40), pytest.param(*MANY, marks=pytest.mark.prove)])
def test_a_page_asks_as_often_however_much_there_is(editions, client, subtests, stories, versions):
    archives.make(stories)
    newest = archives.add_long_story(versions)
    client.get("/")  # the connection says a few things of its own when it is opened
    for edition in editions:
        for name, path in pages(edition).items():
            with subtests.test(edition=edition.language, page=name):
                assert asked(client, path) == (QUERIES[name], 0)
    with subtests.test(page="story of many versions"):
        assert asked(client, newest.get_absolute_url()) == (QUERIES["story"], 0)


@pytest.mark.parametrize("name", QUERIES)
def test_no_page_asks_more_often_than_it_may(name):
    assert QUERIES[name] <= BUDGETS.get(name, BUDGET)


def test_every_page_is_counted():
    own = [pattern for pattern in urls.urlpatterns if isinstance(pattern, URLPattern)]
    brought = [pattern for app, pattern in doors.ADDRESSES.by_app() if app != "articles"]
    names = {pattern.name for pattern in [*own, *urls.pages] if pattern not in brought}
    assert names == {name.partition(",")[0] for name in QUERIES} | set(NOT_COUNTED)
