"""The archive: calendars whose days know how many stories they have, of the index alone."""

from datetime import date, timedelta

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from articles.actions import publishing
from articles.public import calendars
from tests import archives
from tests.readers.in_memory import Reader
from tests.readers.plans import explain, nodes

NOVEMBER = date(2026, 11, 1)


def days(sheet):
    return [[square and square.day.day for square in week] for week in sheet.weeks]


def test_a_week_begins_as_readers_are_used_to():
    english, arabic = (calendars.sheet(NOVEMBER, {}, language) for language in ("en", "ar"))
    assert days(english)[:2] == [[None] * 6 + [1], [2, 3, 4, 5, 6, 7, 8]]
    assert days(arabic)[0] == [1, 2, 3, 4, 5, 6, 7]
    assert [english.weekdays[0].weekday(), arabic.weekdays[0].weekday()] == [0, 6]


def test_the_busiest_day_is_the_darkest_and_an_empty_one_has_no_shade():
    counted = {NOVEMBER: 1, NOVEMBER.replace(day=2): 40, NOVEMBER.replace(month=12): 7}
    sheet = calendars.sheet(NOVEMBER, counted, "ar")
    assert [square.shade for square in sheet.weeks[0][:3]] == [1, 4, 0]
    assert sheet.stories == 41


@pytest.mark.parametrize("month", [date(1, 1, 1), date(9999, 12, 1)])
def test_a_calendar_has_its_first_month_and_its_last(month):
    assert calendars.sheet(month, {}, "en").weeks


@pytest.fixture
def published(make_story, now):
    """Three stories: two on one day of last year, one a month later."""

    def publish(days_ago, headline):
        story = make_story(headline=headline)
        publishing.import_version(story, live_from=now - timedelta(days=days_ago), by=None)
        return story.publications.get().day

    return [publish(400, "One"), publish(400, "Another"), publish(370, "Third")]


def opened(client, day, form):
    return client.get(f"/archive/{day:{form}}/").content.decode()


def test_days_with_stories_lead_to_them_and_others_lead_nowhere(client, published):
    first, _, third = published
    for form in ("%Y/%m", "%Y"):
        found = [link["href"] for link in Reader(opened(client, first, form)).all("a")]
        assert f"/archive/{first:%Y/%m/%d}/" in found
        assert f"/archive/{first + timedelta(days=1):%Y/%m/%d}/" not in found
    assert "2 stories" in opened(client, first, "%Y/%m")


def test_a_month_and_a_day_lead_to_the_nearest_that_have_something(client, published):
    first, _, third = published
    for form in ("%Y/%m/%d", "%Y/%m"):
        assert {"rel": "next", "href": f"/archive/{third:{form}}/"} in Reader(opened(client, first, form)).all("a")
        assert {"rel": "prev", "href": f"/archive/{first:{form}}/"} in Reader(opened(client, third, form)).all("a")


def test_the_newest_year_stands_open_at_the_door(client, published):
    text = client.get("/archive/").content.decode()
    assert f"/archive/{published[2]:%Y/%m/%d}/" in text


@pytest.mark.parametrize("path", ["/archive/0001/", "/archive/9999/", "/archive/0001/01/", "/archive/9999/12/31/"])
def test_the_ends_of_time_are_empty_pages(client, english, path):
    assert client.get(path).status_code == 200


@pytest.mark.prove
@pytest.mark.django_db(transaction=True, databases=["default", "readers"])
@pytest.mark.usefixtures("behind_the_wall")
def test_the_days_of_a_year_are_counted_in_the_index_alone(client, english, arabic):
    archives.make(2_000)
    year = archives.add_long_story(2).day.year - 1
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE articles_publication")  # as PostgreSQL does of its own accord, a little later
    with CaptureQueriesContext(connections["readers"]) as asked:
        client.get(f"/archive/{year}/")
    [sql] = [query["sql"] for query in asked if "GROUP BY" in query["sql"]]
    with connections["readers"].cursor() as cursor:
        found = {node["Node Type"]: node.get("Index Name") for node in nodes(explain(cursor, sql))}
    assert found.get("Index Only Scan") == "publication_by_day"
    assert "Seq Scan" not in found
