"""Nothing typed is lost: a save in place, a browser that dies, Back, and two tabs."""

import re

from django.db.models import F
from playwright.sync_api import expect

from articles.actions import stories
from articles.models import Attribution, Story, Unsaved, drafts
from tests.e2e.conftest import CHROMIUM, QUIET, as_root
from tests.e2e.keeping import around, is_kept, save_in_place, where
from tests.e2e.people import Desk
from tests.e2e.processes import kill

LONG = "".join(f"<p>{'It rained in the harbour all day. ' * 10}</p>" for _paragraph in range(115))


def test_a_save_in_the_middle_of_8000_words_keeps_caret_scroll_and_undo(desk, make_story):
    story, page = make_story(body=LONG), desk.page
    desk.open(story)
    paragraph = desk.text().locator("p").nth(57)
    paragraph.scroll_into_view_if_needed()
    paragraph.click()
    page.keyboard.press("End")
    page.keyboard.type(" Typed here")
    before = where(page)
    assert before[0].endswith("Typed here")
    assert before[1] > 1000
    save_in_place(page)
    assert where(page) == before
    expect(page.locator(".story-state .is-saved")).to_have_text(re.compile(r"^Saved \d\d:\d\d · revision 2$"))
    story.refresh_from_db()
    assert (story.version, "Typed here" in story.body) == (2, True)
    page.keyboard.type(", and on")
    expect(page.locator(".story-state .not-saved")).to_be_visible()
    save_in_place(page)
    story.refresh_from_db()
    assert (story.version, "Typed here, and on" in story.body) == (3, True)
    page.keyboard.press("Control+z")
    assert ", and on" not in where(page)[0]
    assert not Unsaved.objects.exclude(typed="").exists()


def test_rows_that_a_save_in_place_has_made_are_changed_and_deleted_by_the_next(desk, make_story, union, lina):
    story, page = make_story(), desk.page
    desk.open(story)
    page.get_by_role("button", name="Add another Attribution").click()
    page.locator("[name=attributions-0-words]").fill("Two years of building,")
    desk.choose_source("union", "Dockers’ Union")
    page.get_by_role("button", name="Add another Byline").click()
    page.locator("#bylines-0 [role=combobox]").fill("Lina")
    page.get_by_role("option", name="Lina Hasko").click()
    save_in_place(page)
    said = story.attributions.get()
    page.locator("[name=attributions-0-capacity]").fill("Secretary")
    save_in_place(page)
    assert story.attributions.get().pk == said.pk
    assert story.attributions.get().capacity == "Secretary"
    page.locator("[name=attributions-0-DELETE]").check()
    page.locator("[name=bylines-0-DELETE]").check()
    save_in_place(page)
    assert not story.attributions.exists()
    assert not story.bylines.exists()
    page.locator("#id_headline").fill("On")
    page.get_by_role("button", name="Save and close").click()
    desk.expect_saved()
    story.refresh_from_db()
    assert (story.headline, story.version, story.attributions.count()) == ("On", 5, 0)


def test_a_new_story_is_saved_in_place_and_goes_on(desk, english):
    page = desk.page
    page.goto(f"{desk.url}/admin/articles/story/add/")
    page.locator("#id_headline").fill("New")
    desk.write("One line.")
    save_in_place(page)
    story = Story.objects.get()
    expect(page).to_have_url(re.compile(f"/story/{story.pk}/change/"))
    page.keyboard.type(" And another.")
    save_in_place(page)
    story.refresh_from_db()
    assert (story.version, story.body) == (2, "<p>One line. And another.</p>")
    before = around(page)
    assert f"A /admin/articles/story/{story.pk}/history/ History" in before
    page.reload()
    expect(desk.text()).to_have_text("One line. And another.")
    assert around(page) == before


def test_what_a_colleague_has_saved_meanwhile_is_on_the_screen_after_a_save(desk, make_story):
    story, page = make_story(body="<p>One.</p>\n\n<p>Two.</p>", standfirst=""), desk.page
    desk.open(story)
    theirs = {"standfirst": "By another", "body": "<p>One.</p>\n\n<p>Two, by another.</p>"}
    stories.revise(story, drafts.with_changes(story, **theirs), version=1, by=None)
    desk.text().locator("p").first.click()
    page.keyboard.press("End")
    page.keyboard.type(" Mine.")
    save_in_place(page)
    expect(page.locator("#id_standfirst")).to_have_value("By another")
    expect(desk.text()).to_contain_text("Two, by another.")
    assert where(page)[0] == "One. Mine."
    story.refresh_from_db()
    assert (story.version, story.standfirst) == (3, "By another")
    page.keyboard.type(" More.")
    save_in_place(page)
    story.refresh_from_db()
    assert story.body.replace("\n", "") == "<p>One. Mine. More.</p><p>Two, by another.</p>"


def test_a_refusal_is_shown_where_it_stands_and_nothing_typed_is_lost(desk, make_story):
    story, page = make_story(headline="Saved"), desk.page
    desk.open(story)
    stories.revise(story, drafts.with_changes(story, headline="By another"), version=1, by=None)
    page.locator("#id_headline").fill("By me")
    page.evaluate("window.isStill = true")
    page.keyboard.press("Control+s")
    expect(page.locator(".moved-on")).to_contain_text("By another")
    assert page.evaluate("window.isStill"), "the page was left, and with it caret, scroll and undo"
    expect(page.locator("#id_headline")).to_have_value("By me")
    expect(page.locator(".story-state .not-saved")).to_be_visible()
    page.locator("#id_headline").fill("By both")
    save_in_place(page)
    expect(page.locator(".moved-on")).to_have_count(0)
    story.refresh_from_db()
    assert (story.headline, story.version) == ("By both", 3)
    page.locator("#id_slug").fill("no slug!")
    page.keyboard.press("Control+s")
    page.locator(".put-right").get_by_role("link", name="Slug").click()
    expect(page.locator("#id_slug")).to_be_focused()
    expect(page.locator("#id_slug")).to_have_value("no slug!")
    expect(page.locator("#id_slug")).to_have_attribute("aria-invalid", "true")


def test_where_the_server_does_not_answer_it_is_said_since_when_and_comes_back_by_itself(desk, make_story):
    story, page = make_story(), desk.page
    desk.open(story)
    page.context.set_offline(True)
    desk.write(" Typed")
    expect(page.get_by_text(re.compile(r"Not kept since \d\d:\d\d"))).to_be_visible()
    page.keyboard.press("Control+s")
    expect(page.get_by_text("the server does not answer")).to_be_visible()
    page.context.set_offline(False)
    is_kept(page)
    assert "Typed" in dict(Unsaved.objects.get().fields)["body"]
    save_in_place(page)
    assert "Typed" in Story.objects.get().body


def test_after_back_the_screen_shows_what_would_be_saved(desk, make_story, lina):
    story, page = make_story(body="<p>Saved text.</p>", tags=["Ports"]), desk.page
    page.add_init_script("addEventListener('unload', () => {})")  # no page with that is kept alive for Back
    desk.open(story)
    desk.write(" UNSAVED TAIL")
    page.locator("#id_headline").fill("Unsaved headline")
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"{desk.url}/admin/")
    page.go_back()
    expect(page.locator("#id_headline")).to_be_visible()
    page.wait_for_load_state()
    shown = desk.text().inner_text().strip()
    sent = page.evaluate("new FormData(document.getElementById('story_form')).get('body')")
    assert shown == "Saved text. UNSAVED TAIL", sent
    assert shown in sent
    expect(page.locator(".story-state .not-saved")).to_be_visible()
    save_in_place(page)
    story.refresh_from_db()
    assert (story.headline, story.body) == ("Unsaved headline", "<p>Saved text. UNSAVED TAIL</p>")


def test_a_browser_that_dies_in_mid_sentence_loses_nothing(
    live_server, playwright, tmp_path, chief, make_story, settings
):
    settings.READERS_ALIAS = "readers"
    story = make_story(body="<p>Saved.</p>")

    def browser(profile):
        options = {"executable_path": CHROMIUM, "args": QUIET + as_root()}
        return playwright.chromium.launch_persistent_context(tmp_path / profile, **options)

    first = browser("first")
    desk = Desk(first.new_page(), live_server.url)
    desk.log_in("chief")
    desk.open(story)
    desk.write(" The mayor said that")
    is_kept(desk.page)
    kill(tmp_path / "first")
    second = browser("second")
    desk = Desk(second.new_page(), live_server.url)
    desk.log_in("chief")
    desk.open(story)
    expect(desk.text()).to_have_text("Saved.")
    offer = desk.page.locator("[data-offer]")
    expect(offer).to_contain_text("It differs in: Text. 4 words are new.")
    offer.get_by_role("link", name="Take it back").click()
    expect(desk.text()).to_have_text("Saved. The mayor said that")
    expect(desk.page.locator(".story-state .not-saved")).to_be_visible()
    desk.write(" he knew.")
    is_kept(desk.page)
    save_in_place(desk.page)
    story.refresh_from_db()
    assert story.body == "<p>Saved. The mayor said that he knew.</p>"
    assert not Unsaved.objects.exclude(typed="").exists()
    second.close()


def test_a_second_tab_is_told_and_what_it_finds_is_taken_back_or_let_go(desk, make_story):
    story, page = make_story(body="<p>Saved.</p>"), desk.page
    desk.open(story)
    second = Desk(page.context.new_page(), desk.url)
    second.open(story)
    desk.write(" In the first.")
    is_kept(page)
    second.write(" In the second.")
    expect(second.page.get_by_text("in another window")).to_be_visible()
    offer = second.page.locator("[data-offer]")
    expect(offer).to_contain_text("words are new")
    assert "In the first." in dict(Unsaved.objects.get().fields)["body"]
    offer.get_by_text("Let it go…").click()
    offer.get_by_role("button", name="Let it go", exact=True).click()
    is_kept(second.page)
    assert "In the second." in dict(Unsaved.objects.get().fields)["body"]
    second.page.close(run_before_unload=False)


def test_a_login_that_is_lost_is_said_and_after_another_one_it_is_kept(desk, make_story, chief):
    story, page = make_story(), desk.page
    desk.open(story)
    page.context.clear_cookies()
    desk.write(" Typed")
    expect(page.get_by_text("You are no longer logged in")).to_be_visible()
    desk.log_in("chief")
    is_kept(page)
    assert "Typed" in dict(Unsaved.objects.get().fields)["body"]


def test_what_stands_in_the_way_is_answered_as_one_types(desk, make_story, union):
    story, page = make_story(headline="", body="<p>x</p>"), desk.page
    desk.open(story)
    finding = page.locator(".findings").get_by_text("The headline is empty.")
    expect(finding).to_be_visible()
    page.locator("#id_headline").fill("Written")
    expect(finding).to_be_hidden()
    page.locator("#id_headline").fill("")
    expect(finding).to_be_visible()
    assert Story.objects.filter(headline="", version=F("version")).count() == 1


def test_a_source_that_may_not_be_named_is_seen_as_one_types(desk, make_story, union):
    story, page = make_story(attributions=[Attribution(source=union, words="Two years of building,")]), desk.page
    desk.open(story)
    page.locator("#attributions-0 summary").first.click()
    page.locator("#id_attributions-0-terms").select_option("background")
    expect(page.locator(".findings .blocks")).to_contain_text("must be a protected one")
