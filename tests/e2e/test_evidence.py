"""A statement set beside what was heard, by keyboard, without a script, on a phone, and as axe finds it."""

import pytest
from playwright.sync_api import expect

from articles.models import Footing
from tests.actions.heard import DENIED, attributed, entered, rested
from tests.e2e.desk_walk import Walk
from tests.e2e.people import Desk


@pytest.fixture
def said(make_story, union, arabic):
    said = attributed(make_story, union)
    rested(said, entered(said.story, text=f"Will you sign? {DENIED} All of them, she said on the stairs."))
    return said


def paths(said):
    story, row = f"/admin/articles/story/{said.story_id}", said.story.evidence.get()
    yield from (f"{story}/evidence/", f"{story}/evidence/add/", f"{story}/evidence/{row.pk}/")
    yield from (f"{story}/evidence/{row.pk}/delete/", f"{story}/heard/{said.pk}/")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing_and_no_page_is_wider_than_a_phone(browser, live_server, chief, said, language):
    chief.desk_language = language
    chief.save()
    context = browser.new_context(bypass_csp=True)
    walk = Walk(context.new_page(), live_server.url, [(1440, "light"), (320, "dark")])
    Desk(walk.page, live_server.url).log_in("chief")
    for path in paths(said):
        walk.look(path)
    context.close()
    assert walk.found == []


def test_it_is_signed_by_keyboard_with_a_reason(page, live_server, editor, said):
    Desk(page, live_server.url).log_in("editor")
    page.goto(f"{live_server.url}/admin/articles/story/{said.story_id}/heard/{said.pk}/")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".errorlist")).to_contain_text("say why before you sign")
    page.locator("#rest_reason").fill("She put it right at 05:10.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".signing")).to_contain_text("Signed by editor")
    page.keyboard.press("Escape")
    page.wait_for_url("**/change/")
    assert Footing.objects.get().signed_by == editor


def test_all_of_it_works_without_a_script(browser, live_server, copy_editor, make_story, union):
    said = attributed(make_story, union)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    Desk(page, live_server.url).log_in("copy")
    page.goto(f"{live_server.url}/admin/articles/story/{said.story_id}/evidence/")
    page.get_by_role("link", name="Enter evidence").click()
    page.locator("#id_label").fill("On the quay")
    page.locator("#id_text").fill("We will not sign before Saturday.")
    page.get_by_role("button", name="Keep").click()
    page.locator("a[href*='/heard/']").click()
    page.get_by_label("Grammar mended").check()
    page.get_by_role("button", name="Sign the difference").click()
    expect(page.locator(".signing h2")).to_have_text("Signed")
    context.close()
    assert Footing.objects.get().use == "mended"
