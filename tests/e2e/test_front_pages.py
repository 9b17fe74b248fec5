"""A front page is arranged beside itself: by key, by hand and without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from articles.actions import placing, publishing
from articles.models import Placement
from tests.e2e.desk_walk import Walk
from tests.e2e.hands import Hands
from tests.e2e.people import Desk

FRONT = "/admin/articles/placement/front/en/"


@pytest.fixture
def two(live_story, make_story):
    """Two stories; the other one leads the page."""
    other = make_story(headline="Harvest is early")
    publishing.publish(other, revision=1, by=None)
    placing.place(other, slot=1, by=None)
    return live_story, other


@pytest.fixture
def desk(page, live_server, chief, two):
    desk = Desk(page, live_server.url)
    desk.log_in("chief")
    return desk


def framed(page):
    return page.frame_locator(".of-phone iframe").locator("main h2").first


def led(reader):
    reader.open("/")
    return reader.page.locator("main h2").first


def standing():
    return list(Placement.objects.filter(live_until=None).order_by("slot").values_list("slot", "story__headline"))


def test_a_front_page_is_arranged_by_keyboard_seen_and_then_put_before_readers(desk, reader):
    page, hands = desk.page, Hands(desk.page, "keyboard")
    page.goto(desk.url + FRONT)
    expect(framed(page)).to_contain_text("Harvest is early")
    hands.press(page.locator("#choose-2"))
    expect(page.locator("#choose")).to_be_focused()
    hands.type("dock")
    expect(page.locator(".offers li")).to_have_count(1)
    hands.press(page.locator(".offers li > a"))
    expect(page.locator("#choose-2")).to_be_focused()
    hands.press(page.locator("#up-2"))
    expect(framed(page)).to_contain_text("Dockers reject pay offer")
    expect(led(reader)).to_contain_text("Harvest is early")
    hands.press(page.locator("#undo"))
    expect(framed(page)).to_contain_text("Harvest is early")
    page.go_back()
    expect(framed(page)).to_contain_text("Dockers reject pay offer")
    hands.press(page.get_by_role("button", name="Put it before readers now"))
    desk.expect_saved()
    expect(led(reader)).to_contain_text("Dockers reject pay offer")
    assert standing() == [(1, "Dockers reject pay offer"), (2, "Harvest is early")]


def test_a_place_is_dragged_onto_another(desk):
    page = desk.page
    # All in view: what scrolls under the mouse is another place.
    page.set_viewport_size({"width": 1440, "height": 1500})
    page.goto(desk.url + FRONT)
    page.locator("[data-slot='1'] .slot-number").drag_to(page.locator("[data-slot='3']"))
    expect(page.locator("[data-slot='3']")).to_contain_text("Harvest is early")
    expect(page.locator("[data-slot='1']")).to_contain_text("instead of")
    assert standing() == [(1, "Harvest is early")]


def test_it_is_arranged_without_javascript_and_axe_finds_nothing(browser, live_server, settings, chief, two):
    settings.READERS_ALIAS = "readers"
    bare = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = bare.new_page()
    Desk(page, live_server.url).log_in("chief")
    page.goto(live_server.url + FRONT)
    page.locator("#choose-1").click()
    page.locator("#choose").fill("dock")
    page.get_by_role("button", name="Search").click()
    page.locator(".offers li > a").click()
    expect(framed(page)).to_contain_text("Dockers reject pay offer")
    page.get_by_role("button", name="Put it before readers now").click()
    expect(page.locator(".messagelist .success")).to_contain_text(re.compile("Readers see this front page now"))
    assert standing() == [(1, "Dockers reject pay offer"), (2, "Harvest is early")]
    audited = browser.new_context(bypass_csp=True, storage_state=bare.storage_state())
    walk = Walk(audited.new_page(), live_server.url, ((1440, "light"), (390, "dark")))
    walk.look(f"{FRONT}?put=2:{two[1].pk}&choose=3&was=")
    audited.close()
    bare.close()
    assert walk.found == []
