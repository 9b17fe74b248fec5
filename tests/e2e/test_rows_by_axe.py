"""Rows of the ledger that ask, as axe and a narrow page find them."""

import pytest
from playwright.sync_api import expect

from articles.models import Attribution
from tests.e2e.desk_walk import Walk
from tests.e2e.people import Desk

BODY = "<p>“We asked for bread,” the guild said.</p><p>“Nobody was asked,” said Idris Valcourt, the minister.</p>"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing_in_a_changed_row_at_a_desk_and_in_the_sheet_of_a_phone(
    browser, live_server, settings, chief, make_story, union, reporter, arabic, language
):
    settings.READERS_ALIAS = "readers"
    type(chief).objects.filter(pk=chief.pk).update(desk_language=language)
    said = Attribution(source=union, words="We asked for rest,", capacity="Chair", check_made="heard")
    story = make_story(body=BODY, attributions=[said])
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    Desk(page, live_server.url).log_in("chief")
    walk = Walk(page, live_server.url, [(1440, "light"), (1440, "dark"), (320, "light")])
    walk.here = "a changed row"
    page.goto(f"{live_server.url}/admin/articles/story/{story.pk}/change/")
    expect(page.locator(".changed-words")).to_be_visible()
    page.locator("#attributions-0 summary").first.click()
    expect(page.locator("button[data-add-title]:visible")).to_be_visible()
    page.locator("[data-other]").click()
    walk.look_again()
    walk.here, walk.lights = "the sheet", [(390, "light"), (390, "dark"), (320, "light")]
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator("#id_body_editor p").first.click()
    page.keyboard.press("Control+Alt+a")
    expect(page.locator(".is-sheet .changed-words button").first).to_be_focused()
    walk.look_again()
    context.close()
    assert walk.found == []
