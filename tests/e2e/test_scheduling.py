"""Scheduling from the desk, with no process but the web server."""

import re
from datetime import UTC, datetime, timedelta

from playwright.sync_api import expect

from articles.actions import locking, stories
from articles.models import drafts
from tests.e2e.people import Desk
from tests.moments import has_come, publish_shortly, wait_for


def test_a_story_scheduled_seconds_ahead_goes_out_by_itself(reader, make_story):
    version = publish_shortly(make_story())
    path, at = version.get_absolute_url(), version.live_from
    assert reader.status(path) == 404 or has_come(at)
    wait_for(at)
    reader.sees(path, "Dockers reject pay offer")
    reader.sees("/", "Dockers reject pay offer")


def test_an_editor_schedules_and_calls_off(page, reader, live_server, chief, make_story, english):
    story = make_story()
    desk = Desk(page, live_server.url)
    desk.log_in("chief")
    page.goto(f"{live_server.url}/admin/articles/story/{story.pk}/change/")
    tomorrow = (locking.clock() + timedelta(days=1)).astimezone(english.zone)
    page.locator(".story-buttons").get_by_text("Schedule for…", exact=True).click()
    page.locator("[name=at]").fill(f"{tomorrow:%Y-%m-%dT%H:%M}")
    in_words = re.compile(f"^That is {tomorrow:%A},? {tomorrow:%-d %B %Y, %H:%M} \\(.+ UTC\\)")
    expect(page.locator(".in-utc")).to_contain_text(in_words)
    page.locator("#content form [type=submit]").click()
    expect(page.locator(".messagelist")).to_contain_text("Scheduled")
    version = story.publications.get()
    assert version.live_from == tomorrow.replace(second=0, microsecond=0)
    desk.press("Call off")
    assert not story.publications.exists()
    reader.sees_nothing("/", "Dockers")


def test_the_page_and_the_server_mean_the_same_by_a_time_that_comes_twice(page, live_server, chief, make_story):
    story = make_story()
    Desk(page, live_server.url).log_in("chief")
    page.goto(f"{live_server.url}/admin/articles/story/{story.pk}/schedule/")
    page.locator("[name=at]").fill("2027-03-28T01:30")
    expect(page.locator(".in-utc")).to_contain_text("The clocks of Europe/London go forward then")
    page.locator("[name=at]").fill("2027-10-31T01:30")
    expect(page.locator(".in-utc")).to_contain_text("(00:30 UTC). This time comes twice")
    page.locator("#content form [type=submit]").click()
    expect(page.locator(".messagelist")).to_contain_text("Scheduled")
    assert story.publications.get().live_from == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


def test_a_story_that_is_started_is_told_of_the_zone_of_its_edition(page, live_server, chief, english, arabic):
    Desk(page, live_server.url).log_in("chief")
    page.goto(f"{live_server.url}/admin/articles/story/add/")
    page.locator("select[name=edition]").select_option(str(english.pk))
    page.locator("[name=embargo_until]").fill("2027-03-28T00:30")
    expect(page.locator(".in-utc")).to_contain_text("(00:30 UTC)")
    page.locator("select[name=edition]").select_option(str(arabic.pk))
    expect(page.locator(".in-utc")).to_contain_text("The clocks of Asia/Beirut go forward then")


def test_what_was_to_replace_a_live_text_waits(reader, live_story):
    stories.revise(live_story, drafts.with_changes(live_story, headline="Dockers accept"), version=1, by=None)
    path = live_story.publications.live().get().get_absolute_url()
    at = publish_shortly(live_story, revision=2).live_from
    assert "Dockers reject pay offer" in reader.open(path).inner_text() or has_come(at)
    wait_for(at)
    reader.sees(path, "Dockers accept")
