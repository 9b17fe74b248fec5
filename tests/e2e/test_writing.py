"""Writing in the editor: by mouse and by keyboard, what is pasted, and what is saved of it."""

import re

import pytest
from playwright.sync_api import expect

from articles import text
from articles.models import Photo
from tests.text.copied import HTML, PLAIN, clean


@pytest.fixture
def opened(desk, make_story):
    """A story without a text, opened at the desk."""

    def open_story(edition=None, body=""):
        story = make_story(edition=edition, body=body)
        desk.open(story)
        return story

    return open_story


def body_of(story):
    story.refresh_from_db()
    return story.body


def test_a_text_is_written_by_keyboard_alone(desk, opened):
    story, keys = opened(), desk.page.keyboard
    desk.text().focus()
    keys.type("The crews voted ")
    keys.press("Control+b")
    keys.type("on Sunday")
    keys.press("Control+b")
    keys.type(".")
    keys.press("Enter")
    keys.press("Alt+F10")
    for _step in range(6):
        keys.press("ArrowRight")
    keys.press("Enter")
    keys.type("Rest")
    keys.press("Enter")
    keys.type("Pay")
    expect(desk.page.locator(".writing-count [data-words]")).to_have_text("7")
    keys.press("Control+s")
    desk.expect_saved()
    assert body_of(story) == "<p>The crews voted <strong>on Sunday</strong>.</p><ul><li>Rest</li><li>Pay</li></ul>"


def test_a_link_is_checked_as_it_is_typed(desk, opened):
    story, page = opened(body="<p>The minutes are public.</p>"), desk.page
    desk.text().focus()
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+k")
    address = page.get_by_label("Address")
    address.fill("javascript:alert(1)")
    address.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("no address that a link can have")
    address.fill("example.org/minutes")
    address.press("Enter")
    desk.save()
    assert body_of(story) == '<p><a href="https://example.org/minutes">The minutes are public.</a></p>'


def test_what_was_only_opened_is_not_changed(desk, opened):
    story = opened(body="<p>One<br>two</p><ul><li>A<ul><li>B</li></ul></li></ul><blockquote><p>C</p></blockquote>")
    desk.text().press("Control+End")
    desk.page.keyboard.type("x")
    desk.page.keyboard.press("Backspace")
    desk.save()
    story.refresh_from_db()
    assert story.version == 1


def test_a_paragraph_in_the_other_script_has_its_own_direction(desk, opened, arabic):
    story = opened(edition=arabic)
    desk.write("NASA قالت إن المسبار وصل.", "The probe has arrived, NASA said.")
    expect(desk.text().locator("p").nth(1)).to_have_attribute("dir", "ltr")
    desk.save()
    assert body_of(story) == '<p>NASA قالت إن المسبار وصل.</p><p dir="ltr">The probe has arrived, NASA said.</p>'


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_is_pasted_comes_out_clean(language, desk, opened, english, arabic):
    story = opened(edition=arabic if language == "ar" else english)
    for path in [path for path in (*HTML, *PLAIN) if f"-{language}" in path.name]:
        desk.page.locator("#id_body_editor").evaluate(EMPTY)
        desk.paste(**{"html" if path.suffix == ".html" else "plain": path.read_text()})
        expect(desk.page.locator("#id_body")).not_to_have_value("")
        written = text.clean(desk.page.locator("#id_body").input_value())
        assert _said_once(written, story) == _said_once(clean(path), story), path.name
    desk.save()
    assert body_of(story) == written


EMPTY = "text => text.closest('[data-writing]').editor.chain().clearContent(true).focus().run()"


def _said_once(html, story):
    """Without the direction that the story has anyway; an item of a list with or without a paragraph of its own."""
    return re.sub(r"<li><p>(.*?)</p>", r"<li>\1", html.replace(f' dir="{story.edition.direction}"', ""))


def test_a_photo_in_the_text_keeps_its_place_and_gets_a_caption(desk, opened):
    Photo.objects.create(slug="quay", image="photos/quay.webp", width=1600, height=900, credit="Karim Dastane")
    story = opened(body='<p>One.</p><figure data-photo="quay"></figure><p>Two.</p>')
    photo = desk.text().locator("figure")
    expect(photo).to_contain_text("Karim Dastane")
    photo.locator("figcaption").click()
    desk.page.keyboard.type("The quay at dawn")
    desk.save()
    caption = "<figcaption>The quay at dawn</figcaption>"
    assert body_of(story) == f'<p>One.</p><figure data-photo="quay">{caption}</figure><p>Two.</p>'
    photo.get_by_role("button", name="Remove photo").click()
    desk.save()
    assert body_of(story) == "<p>One.</p><p>Two.</p>"


def test_a_page_about_the_paper_is_written_saved_and_shown(desk, english, live_server):
    page = desk.page
    page.goto(f"{live_server.url}/admin/articles/page/add/")
    page.select_option("[name=edition]", str(english.pk))
    page.fill("[name=title]", "How we work")
    desk.text().focus()
    page.keyboard.type("Every statement has a ")
    page.keyboard.press("Control+b")
    page.keyboard.type("source")
    page.click("[name=_save]")
    page.goto(f"{live_server.url}/about/how-we-work/")
    expect(page.locator("h1")).to_have_text("How we work")
    expect(page.locator("strong")).to_have_text("source")
