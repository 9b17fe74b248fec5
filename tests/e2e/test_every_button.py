"""The buttons that the whole way does not press, and what a reader sees after each."""

import re

import pytest
from playwright.sync_api import expect

from articles.actions import publishing, stories
from articles.models import Placement, Tag, drafts
from tests.e2e.people import Desk


@pytest.fixture
def path(live_story):
    return live_story.publications.live().get().get_absolute_url()


def lead(reader):
    reader.open("/")
    return reader.page.locator("main h2").first


def test_a_story_leads_the_front_page_and_is_taken_off(desk, reader, live_story, make_story):
    newer = make_story(headline="Harvest is early")
    publishing.publish(newer, revision=1, by=None)
    expect(lead(reader)).to_contain_text("Harvest is early")
    desk.open(live_story)
    desk.press("Place on front page…", slot="1")
    expect(lead(reader)).to_contain_text("Dockers reject pay offer")
    desk.press("Take off front page")
    expect(lead(reader)).to_contain_text("Harvest is early")
    reader.sees("/", "Dockers reject pay offer")
    assert Placement.objects.count() == 1


def test_a_save_is_undone_and_readers_saw_none_of_it(desk, reader, live_story, path):
    page = desk.page
    desk.open(live_story)
    page.locator("#id_headline").fill("Dockers accept")
    desk.write(" Nobody else was asked.")
    desk.save()
    page.locator(".story-told").get_by_role("link", name="Undo").click()
    expect(page.locator(".difference ins").first).to_be_visible()
    page.get_by_role("button", name=re.compile("^Restore revision")).click()
    desk.expect_saved()
    expect(page.locator("#id_headline")).to_have_value("Dockers reject pay offer")
    expect(desk.text()).not_to_contain_text("Nobody else")
    reader.sees(path, "Dockers reject pay offer")
    desk.press("Publish now")
    reader.sees(path, "Dockers reject pay offer")
    reader.sees_nothing(path, "Nobody else was asked")


def test_a_sibling_is_started_and_once_it_is_out_each_leads_to_the_other(desk, reader, live_story, path, arabic):
    page = desk.page
    desk.open(live_story)
    page.get_by_role("link", name=f"Start sibling in {arabic.name}").click()
    page.locator("#content form [type=submit]").click()
    desk.expect_saved()
    reader.sees_nothing("/ar/", "رفض")
    page.locator("#id_headline").fill("عمال الميناء رفضوا العرض")
    page.locator("#id_section").select_option(label="اقتصاد")
    desk.write("رفض العمال العرض يوم الأحد.")
    desk.press("Publish now")
    reader.sees("/ar/", "عمال الميناء رفضوا العرض")
    expect(reader.open(path).get_by_role("link", name=re.compile("عمال الميناء"))).to_be_visible()


@pytest.mark.prove
def test_erasing_takes_the_password_of_a_second_person(desk, reader, live_story, path, editor):
    page = desk.page
    desk.open(live_story)
    page.locator(".story-buttons").get_by_text("Erase…", exact=True).click()
    erase = page.locator("#content form [type=submit]")
    page.locator("[name=reason]").fill("A court has said so.")
    for name, password in (("chief", "newsroom-demo"), ("editor", "guessed")):
        page.locator("[name=username]").fill(name)
        page.locator("[name=password]").fill(password)
        erase.click()
        expect(page.locator(".errorlist").first).to_be_visible()
        expect(page.locator("[name=reason]")).to_have_value("A court has said so.")
        reader.sees(path, "Two years of building")
    page.locator("[name=username]").fill("editor")
    page.locator("[name=password]").fill("newsroom-demo")
    erase.click()
    desk.expect_saved()
    gone = reader.open(path, status=410)
    expect(gone).not_to_contain_text("Two years of building")
    expect(gone).not_to_contain_text("court")


@pytest.mark.prove
def test_tags_are_merged_and_the_old_address_forwards(desk, reader, live_story, make_story):
    other = make_story(headline="Wages rise", tags=["Wages"])
    publishing.publish(other, revision=1, by=None)
    pay, wages = (Tag.objects.get(name=name) for name in ("Pay", "Wages"))
    page = desk.page
    page.goto(f"{desk.url}/admin/articles/tag/{pay.pk}/change/")
    page.get_by_role("link", name="Merge into…").click()
    page.locator("[role=combobox]").press_sequentially("wag")
    page.get_by_role("option", name="Wages").click()
    page.locator(".merge-now [type=submit]").click()
    desk.expect_saved()
    reader.sees(f"/topics/{pay.slug}/", "Wages", "Dockers reject pay offer", "Wages rise")
    expect(reader.page).to_have_url(re.compile(f"/topics/{wages.slug}/$"))


def test_in_two_tabs_the_same_words_are_asked_and_neither_text_is_lost(desk, make_story, keep_screenshot):
    story = make_story(body="<p>The crews voted on Sunday.</p><p>It rained.</p>")
    desk.open(story)
    second = Desk(desk.page.context.new_page(), desk.url)
    second.page.set_viewport_size({"width": 1440, "height": 900})
    second.open(story)
    # A tab that nobody looks at takes no keys.
    desk.page.bring_to_front()
    desk.write(" The count was public.")
    desk.save()
    second.page.bring_to_front()
    second.page.locator("#id_headline").fill("Typed in the second tab")
    second.write(" The guild was silent.")
    second.page.keyboard.press("Control+s")
    both = second.page.locator(".moved-on")
    for words in ("The count was public.", "The guild was silent.", "you, in another window"):
        expect(both).to_contain_text(words)
    expect(both).not_to_contain_text("Typed in the second tab")
    expect(both).not_to_contain_text("<p>")
    expect(both.locator("mark", has_text="count")).to_be_visible()
    keep_screenshot(second.page, "desk-two-tabs")
    story.refresh_from_db()
    assert (story.version, "count" in story.body, "silent" in story.body) == (2, True, False)
    expect(second.text()).to_contain_text("The guild was silent.")
    second.write(" The count was public.")
    second.save()
    story.refresh_from_db()
    assert story.headline == "Typed in the second tab"
    assert story.body.endswith("<p>It rained. The guild was silent. The count was public.</p>")


def test_of_two_who_press_publish_the_second_is_told(desk, reader, make_story):
    story = make_story()
    desk.open(story)
    desk.page.locator("[name=_then][value=publish]").click()
    desk.page.wait_for_url("**/publish/**")
    stories.revise(story, drafts.with_changes(story, headline="Dockers accept"), version=1, by=None)
    desk.page.locator("#content form [type=submit]").click()
    expect(desk.page.locator(".errornote, .errorlist").first).to_be_visible()
    reader.sees_nothing("/", "Dockers")
    desk.page.locator("#content form [type=submit]").click()
    desk.expect_saved()
    reader.sees("/", "Dockers accept")
