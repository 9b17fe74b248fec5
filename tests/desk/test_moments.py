"""A day and a time as a form takes them: the moment that the page has promised, or a refusal in our own words."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.admin.forms.fields import MomentField
from tests.desk.forms import fill, form_of
from tests.desk.stories.form import change

TWICE = [
    ("Europe/London", "2027-10-31T01:30", "2027-10-31T00:30"),
    ("Europe/Dublin", "2027-10-31T01:30", "2027-10-31T00:30"),
    ("Asia/Beirut", "2027-10-30T23:30", "2027-10-30T20:30"),
    ("America/St_Johns", "2027-11-07T01:15", "2027-11-07T03:45"),
    ("Australia/Lord_Howe", "2027-04-04T01:45", "2027-04-03T14:45"),
]
NEVER = [
    ("Europe/London", "2027-03-28T01:30"),
    ("Asia/Beirut", "2027-03-28T00:30"),
    ("America/New_York", "2027-03-14T02:00"),
    ("Australia/Lord_Howe", "2027-10-03T02:15"),
    ("Pacific/Apia", "2011-12-30T12:00"),
]
ONCE = [
    ("Europe/London", "2027-10-31T02:00", "2027-10-31T02:00"),
    ("Europe/London", "2027-03-28T02:00", "2027-03-28T01:00"),
    ("Asia/Kolkata", "2027-01-01T00:00:30", "2026-12-31T18:30:30"),
    ("Europe/London", "2027-07-01T12:00Z", "2027-07-01T12:00"),
    ("Europe/London", "2027-07-01T12:00+03:00", "2027-07-01T09:00"),
]


def read(zone, typed):
    with timezone.override(ZoneInfo(zone)):
        return MomentField().clean(typed)


@pytest.mark.parametrize(("zone", "typed", "utc"), TWICE + ONCE)
def test_a_time_is_the_first_moment_at_which_the_clocks_show_it(zone, typed, utc):
    assert read(zone, typed) == datetime.fromisoformat(utc).replace(tzinfo=UTC)


@pytest.mark.parametrize(("zone", "typed"), NEVER)
def test_a_time_that_no_clock_shows_is_refused_in_our_own_words(zone, typed):
    with pytest.raises(ValidationError) as refused:
        read(zone, typed)
    assert refused.value.messages == [f"The clocks of {zone} go forward then, and leave this time out. Choose another."]


@pytest.mark.parametrize(
    "typed", ["0001-01-01T00:00", "9999-12-31T23:59", "soon", "2027-02-30T00:00", "\x00", "9" * 5000]
)
def test_what_no_calendar_has_is_refused(typed):
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        with pytest.raises(ValidationError):
            read(zone, typed)


def test_an_embargo_means_what_its_page_promises(copy_desk, make_story):
    story = make_story()
    fill(copy_desk, change(story), embargo_until="2027-10-31T01:30")
    story.refresh_from_db()
    assert story.embargo_until == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    refused = copy_desk.post(
        change(story), form_of(copy_desk.get(change(story))) | {"embargo_until": "2027-03-28T01:30"}
    )
    assert "leave this time out" in refused.content.decode()
    assert 'data-zone="Europe/London"' in refused.content.decode()


def test_the_second_of_the_two_that_was_shown_and_not_touched_stays(copy_desk, make_story):
    second = datetime(2027, 10, 31, 1, 30, tzinfo=UTC)
    story = make_story(embargo_until=second)
    page = copy_desk.get(change(story))
    assert 'data-moment="2027-10-31T01:30:00+00:00"' in page.content.decode()
    copy_desk.post(change(story), form_of(page) | {"kicker": "Ports"})
    story.refresh_from_db()
    assert (story.kicker, story.embargo_until) == ("Ports", second)


def test_an_arrangement_says_so_too(client, editor, english):
    client.force_login(editor)
    page = client.get("/admin/articles/placement/front/en/", {"at": "2090-03-26T01:30"}).content.decode()
    assert "The clocks of Europe/London go forward then" in page
    assert 'data-never="' in page
    assert "admin-newsroom/forms/moment" in page
