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


@pytest.fixture
def differing(make_story, union):
    said = attributed(make_story, union)
    entered(said.story, text="We will not ever sign before Monday [pause] the coming one.")
    return said


def words_of_focus(page):
    """What a screen reader is told of where the focus is."""
    return page.evaluate("""() => {
        const ids = document.activeElement.getAttribute("aria-labelledby")?.split(" ") ?? [];
        return ids.map((id) => document.getElementById(id).textContent.trim().replace(/\\s+/g, " ")).join(" ");
    }""")


def lit(page):
    return page.locator(".is-lit:not(sup)").all_text_contents()


def test_arrows_step_from_difference_to_difference_and_enter_puts_it_as_it_was_heard(
    page, live_server, copy_editor, differing, keep_screenshot
):
    Desk(page, live_server.url).log_in("copy")
    page.goto(f"{live_server.url}/admin/articles/story/{differing.story_id}/heard/{differing.pk}/")
    keys = page.keyboard
    keys.press("ArrowDown")
    assert words_of_focus(page) == "Put it back left out, no mark heard will not ever sign before"
    assert lit(page) == ["", "ever"]
    keys.press("ArrowDown")
    assert words_of_focus(page).startswith("As heard another word heard")
    assert lit(page) == ["Friday", "Monday"]
    keep_screenshot(page, "desk-evidence-differences")
    keys.press("ArrowDown")
    assert lit(page) == ["Friday", "Monday"]
    keys.press("ArrowUp")
    keys.press("Tab")
    assert lit(page) == ["Friday", "Monday"]
    keys.press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("in revision 2")
    # The next one has the focus, and one press more does the rest.
    expect(page.locator("#mend-1")).to_be_focused()
    assert words_of_focus(page).startswith("Put it back")
    keys.press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("in revision 3")
    expect(page.locator("#state-heading")).to_be_focused()
    differing.story.refresh_from_db()
    assert differing.story.body == "<p>“We will not ever sign before Monday,” she said.</p>"


def test_by_mouse_and_without_a_script_it_is_a_button(browser, live_server, copy_editor, differing):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    Desk(page, live_server.url).log_in("copy")
    page.goto(f"{live_server.url}/admin/articles/story/{differing.story_id}/heard/{differing.pk}/")
    page.get_by_role("button", name="As heard").click()
    expect(page.locator(".messagelist")).to_contain_text("in revision 2")
    context.close()
    differing.story.refresh_from_db()
    assert "before Monday" in differing.story.body


def test_what_no_key_can_mend_leads_to_its_row_beside_the_text(page, live_server, copy_editor, make_story, union):
    said = attributed(make_story, union)
    entered(said.story, text="We will not [pause] ever and [pause] ever sign before Friday.")
    Desk(page, live_server.url).log_in("copy")
    page.goto(f"{live_server.url}/admin/articles/story/{said.story_id}/heard/{said.pk}/")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/change/#id_attributions-0-words")
    expect(page.locator("#id_attributions-0-words")).to_be_visible()
    expect(page.locator("#id_body_editor")).to_be_visible()
