"""Hands that are quicker than the page: two clicks on one button, the browser's way back, a change of mind."""

from playwright.sync_api import expect

from articles.models import Story


def test_two_clicks_save_one_story_and_publish_one_version(desk, english):
    page = desk.page
    page.goto(f"{desk.url}/admin/articles/story/add/")
    page.locator("#id_section").select_option(label="World")
    page.locator("#id_headline").fill("Ferries run again")
    desk.write("The crews voted on Sunday.")
    page.locator("[name=_continue]").dblclick()
    desk.expect_saved()
    expect(page.locator("#id_headline")).to_have_value("Ferries run again")
    story = Story.objects.get()
    assert story.version == 1
    page.locator(".story-buttons").get_by_text("Publish now", exact=True).click()
    page.locator("#content form [type=submit]").dblclick()
    expect(page.locator(".messagelist li").first).to_be_visible()
    assert story.publications.live().count() == story.publications.count() == 1
    assert list(story.events.order_by("pk").values_list("verb", flat=True)) == ["started", "published"]


def test_the_way_back_after_a_save_finds_the_text_as_it_is_and_goes_on_from_there(desk, make_story):
    story, page = make_story(body="<p>One.</p>"), desk.page
    desk.open(story)
    desk.write(" Two.")
    page.locator("[name=_save]").click()
    desk.expect_saved()
    page.go_back()
    expect(desk.text()).to_contain_text("One. Two.")
    desk.write(" Three.")
    desk.save()
    story.refresh_from_db()
    assert story.body == "<p>One. Two. Three.</p>"


def test_the_way_back_to_the_empty_form_starts_no_second_story(desk, english):
    page = desk.page
    page.goto(f"{desk.url}/admin/articles/story/add/")
    page.locator("#id_headline").fill("Ferries run again")
    page.locator("[name=_continue]").click()
    desk.expect_saved()
    page.go_back()
    page.go_forward()
    expect(page.locator("#id_headline")).to_have_value("Ferries run again")
    assert Story.objects.count() == 1


def test_what_is_typed_before_the_page_has_come_whole_stays_where_it_is_typed(desk, english):
    page, held = desk.page, []
    page.route("**/first-field*.js", lambda route: held.append(route))
    page.goto(f"{desk.url}/admin/articles/story/add/", wait_until="commit")
    headline = page.locator("#id_headline")
    headline.click()
    page.keyboard.type("Ferries ")
    with page.expect_event("requestfinished", lambda request: "first-field" in request.url):
        held[0].continue_()
    page.keyboard.type("run again")
    expect(headline).to_have_value("Ferries run again")
    expect(headline).to_be_focused()


def test_a_new_form_begins_in_its_first_field(desk, english):
    for model, first in (("story", "kicker"), ("source", "name")):
        desk.page.goto(f"{desk.url}/admin/articles/{model}/add/")
        expect(desk.page.locator(f"#id_{first}")).to_be_focused()


def test_what_is_typed_is_taken_back_and_brought_again(desk, make_story):
    story, keys = make_story(body="<p>One.</p>"), desk.page.keyboard
    desk.open(story)
    desk.write(" Two.")
    expect(desk.text()).to_have_text("One. Two.")
    keys.press("Control+z")
    expect(desk.text()).to_have_text("One.")
    keys.press("Control+y")
    expect(desk.text()).to_have_text("One. Two.")
    desk.save()
    story.refresh_from_db()
    assert story.body == "<p>One. Two.</p>"
