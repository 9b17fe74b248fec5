"""What is dragged onto the desk from outside, a file or a picture: nothing foreign comes in, nothing typed is lost."""

import pytest
from playwright.sync_api import expect

from tests.e2e.hands import box_of
from tests.e2e.people import Desk
from tests.pictures.files import drawn

FOREIGN = '<p>Their <b>words</b></p><img src="https://elsewhere.example/spy.png" onerror="alert(1)" alt="theirs">'


@pytest.fixture
def desk(page, live_server, reporter):
    desk = Desk(page, live_server.url)
    desk.log_in("reporter")
    return desk


def drop(page, place, **data):
    """Drop something as a hand does, through the browser itself, which opens what no page takes."""
    page.locator(place).first.scroll_into_view_if_needed()
    box = box_of(page.locator(place).first)
    hand = page.context.new_cdp_session(page)
    at = {"x": box["x"] + box["width"] / 2, "y": box["y"] + min(box["height"] / 2, 16)}
    held = {"items": [], "dragOperationsMask": 1} | data
    for kind in ("dragEnter", "dragOver", "drop"):
        hand.send("Input.dispatchDragEvent", {"type": kind, "data": held, **at})
    page.wait_for_timeout(200)


def test_what_is_dropped_on_a_story_brings_in_no_picture_and_takes_nothing_typed_away(desk, make_story, tmp_path):
    page, story = desk.page, make_story(body="<p>The quay is shut.</p>")
    (tmp_path / "quay.png").write_bytes(drawn("PNG", (90, 60)))
    desk.open(story)
    page.locator("#id_headline").fill("Typed and not saved")
    address = page.url
    for place in ("#id_body_editor", "h1", "#id_headline"):
        drop(page, place, files=[str(tmp_path / "quay.png")])
        drop(page, "h1", items=[{"mimeType": "text/uri-list", "data": "https://elsewhere.example/"}])
        assert page.url == address
        expect(page.locator("#id_headline")).to_have_value("Typed and not saved")
    expect(desk.text()).to_have_text("The quay is shut.")
    drop(page, "#id_body_editor", items=[{"mimeType": "text/html", "data": FOREIGN}])
    expect(desk.text()).to_contain_text("Their words")
    expect(desk.text()).to_contain_text("The quay is shut.")
    expect(desk.text().locator("img[src*=elsewhere]")).to_have_count(0)
    # A field for files takes one.
    page.locator("[data-do=upload]").click()
    page.locator("dialog [name=alt_text]").fill("A quay")
    drop(page, "dialog [type=file]", files=[str(tmp_path / "quay.png")])
    assert page.locator("dialog [type=file]").evaluate("field => field.files[0].name") == "quay.png"
    expect(page.locator("dialog [name=alt_text]")).to_have_value("A quay")
