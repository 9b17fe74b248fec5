"""The preview: readers' page as wide as a phone and as a desk, and with a correction that is being written."""

from playwright.sync_api import expect

from articles.actions import stories
from articles.models import drafts
from tests.e2e.people import Desk


def test_a_preview_stands_side_by_side_at_a_desk_and_behind_tabs_on_a_phone(page, live_server, chief, live_story):
    stories.revise(live_story, drafts.with_changes(live_story, headline="Dockers accept"), version=1, by=None)
    desk = Desk(page, live_server.url)
    desk.log_in("chief")
    page.goto(f"{live_server.url}/admin/articles/story/{live_story.pk}/preview/")
    phone, wide = page.locator(".of-phone"), page.locator(".of-desk")
    for frame in (phone, wide):
        expect(frame).to_be_visible()
        expect(frame.frame_locator("iframe").locator("h1")).to_contain_text("Dockers accept")
    page.set_viewport_size({"width": 390, "height": 800})
    expect(phone).to_be_visible()
    expect(wide).to_be_hidden()
    page.get_by_text("Desk", exact=True).click()
    expect(wide).to_be_visible()
    expect(phone).to_be_hidden()
    page.goto(f"{live_server.url}/admin/articles/story/{live_story.pk}/correct/")
    page.locator("[name=right]").fill("Seven ships lay idle.")
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Preview with this correction").click()
    expect(opened.value.locator(".correction")).to_contain_text("Seven ships lay idle.")
    expect(page.locator("[name=right]")).to_have_value("Seven ships lay idle.")
