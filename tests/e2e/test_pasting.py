"""What comes from the clipboard: from readers' pages, from other programs, while one types, as files."""

import base64

import pytest
from playwright.sync_api import expect

from articles.models import Photo
from tests.pictures.files import drawn

PASTE_FILES = """(text, given) => {
    const clipboardData = new DataTransfer();
    for (const [name, data] of Object.entries(given.files)) {
        const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
        clipboardData.items.add(new File([bytes], name, { type: "image/png" }));
    }
    if (given.html) clipboardData.setData("text/html", given.html);
    text.focus();
    text.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""
PNG = base64.b64encode(drawn("PNG", (900, 600))).decode()
TABLE = (
    "<table><caption>Votes</caption><thead><tr><th>Line</th><th>Crews</th></tr></thead>"
    "<tbody><tr><td>North</td><td>12</td></tr><tr><td>South</td><td>9</td></tr></tbody></table>"
)


@pytest.fixture
def text(desk, make_story):
    """The empty text of a new story with the cursor in it; called, it gives what the form would send."""
    desk.open(make_story(body=""))
    desk.text().focus()
    return desk.page.locator("#id_body").input_value


def said(desk):
    return desk.page.locator("[data-pasted-said]")


def test_words_typed_while_a_paste_is_under_way_stay_whole(desk, text):
    keys = desk.page.keyboard
    keys.type("Before. ")
    held = []
    desk.page.route("**/pasted/", lambda route: held.append(route))
    desk.paste(html="<p style='mso'>One.</p><p>Two.</p>", plain="One.\nTwo.")
    keys.type("typed once")
    keys.press("Home")
    keys.type("And first: ")
    expect(desk.page.locator("#id_body")).to_have_value("<p>And first: Before. typed once</p>")
    held[0].continue_()
    expect(desk.text().locator("p")).to_have_count(2)
    assert text() == "<p>And first: Before. One.</p>\n\n<p>Two.typed once</p>"
    keys.type("so ")
    assert "<p>And first: so Before." in text()


def test_one_undo_takes_a_paste_back_and_what_was_typed_before_stays(desk, text):
    keys = desk.page.keyboard
    keys.type("Kept. ")
    desk.paste(html="<p>One <del>gone</del></p><ul><li>Two</li></ul>", plain="One")
    expect(said(desk)).to_have_text("left out: 1 deletion")
    keys.press("Control+z")
    assert text() == "<p>Kept. </p>"


def test_two_pastes_come_in_their_order(desk, text):
    held = []
    desk.page.route("**/pasted/", lambda route: held.append(route))
    desk.paste(html="<p>First.</p><p>Second.</p>", plain="-")
    desk.paste(html="<p>Third.</p><p>Fourth.</p>", plain="-")
    desk.page.wait_for_timeout(300)
    for _each in range(2):
        while not held:
            desk.page.wait_for_timeout(50)
        held.pop(0).continue_()
    expect(desk.text()).to_contain_text("Fourth.")
    assert [text().index(word) for word in ("First", "Second", "Third", "Fourth")] == sorted(
        text().index(word) for word in ("First", "Second", "Third", "Fourth")
    )


def test_lines_that_were_joined_are_kept_by_one_press_and_that_is_taken_back(desk, text):
    lines = [
        "The ministry said in a statement on Sunday that the port would",
        "open again on Monday morning when all the crews have voted on",
    ]
    desk.paste(plain="\n".join([*lines, "the offer."]))
    expect(said(desk)).to_have_text("joined 3 lines: keep the lines")
    assert text().count("<p>") == 1
    desk.page.get_by_role("button", name="Keep the lines").click()
    assert text().count("<p>") == 3
    desk.page.keyboard.press("Control+z")
    assert text().count("<p>") == 1


def test_an_answer_that_never_comes_loses_marks_and_no_word_and_is_said(desk, text):
    desk.page.route("**/pasted/", lambda route: route.abort())
    desk.paste(html="<p><b>One</b></p><p>Two</p>", plain="One\nTwo")
    expect(said(desk)).to_contain_text("did not answer")
    assert text() == "<p>One</p>\n\n<p>Two</p>"


def test_what_is_copied_from_a_readers_page_is_the_words_alone(desk, live_story, make_story, union, live_server):
    page = desk.page
    page.goto(live_server.url + live_story.publications.get().get_absolute_url())
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+c")
    desk.open(make_story(body=""))
    desk.text().focus()
    page.keyboard.press("Control+v")
    expect(page.locator("#id_body")).not_to_have_value("")
    pasted = page.locator("#id_body").input_value()
    assert "Source" not in pasted
    assert "#statement" not in pasted


def test_our_own_text_copied_and_pasted_at_the_desk_is_itself(desk, make_story):
    lists = '<ol start="3"><li>Third</li></ol><ol start="0" type="A"><li>Nought</li></ol>'
    body = f"<p>One <sup>2</sup> and CO<sub>2</sub>.</p>{lists}{TABLE}"
    story = make_story(body=body)
    desk.open(story)
    keys = desk.page.keyboard
    desk.text().focus()
    keys.press("Control+a")
    keys.press("Control+c")
    keys.press("Control+End")
    keys.type("x")
    keys.press("Control+a")
    keys.press("Control+v")
    desk.save()
    story.refresh_from_db()
    assert story.body == body


def test_a_table_is_opened_saved_and_not_changed(desk, make_story):
    story = make_story(body=TABLE)
    desk.open(story)
    desk.text().locator("td").last.click()
    desk.page.keyboard.press("End")
    desk.page.keyboard.type("0")
    desk.save()
    story.refresh_from_db()
    assert story.body == TABLE.replace(">9<", ">90<")


@pytest.mark.parametrize("html", ["", '<img src="https://elsewhere.example/spy.png">'])
def test_a_picture_that_is_pasted_as_a_file_is_uploaded_with_its_alt_text_and_credit(desk, text, html):
    page = desk.page
    desk.text().evaluate(PASTE_FILES, {"files": {"quay.png": PNG}, "html": html})
    window = page.locator("dialog.photo-chooser")
    expect(window.locator("[name=alt_text]")).to_be_focused()
    window.locator("[name=alt_text]").fill("The quay at dawn")
    window.locator("[name=credit]").fill("Karim Dastane")
    window.get_by_role("button", name="Upload and use it").click()
    expect(desk.text().locator("figure")).to_be_visible()
    photo = Photo.objects.get()
    assert (photo.credit, text()) == (
        "Karim Dastane",
        f'<p></p>\n\n<figure data-photo="{photo.slug}"><figcaption></figcaption></figure>',
    )


def test_two_pictures_are_asked_for_one_after_the_other_and_closing_leaves_the_rest_out(desk, text):
    page = desk.page
    page.keyboard.type("The quay.")
    desk.text().evaluate(PASTE_FILES, {"files": {"one.png": PNG, "two.png": PNG}})
    window = page.locator("dialog.photo-chooser")
    window.locator("[name=alt_text]").fill("One")
    window.locator("[name=credit]").fill("Agency")
    window.get_by_role("button", name="Upload and use it").click()
    expect(desk.text().locator("figure")).to_have_count(1)
    expect(window.locator("[name=alt_text]")).to_have_value("")
    window.get_by_role("button", name="Close").click()
    expect(window).to_have_count(0)
    assert text().startswith("<p>The quay.</p>")
    assert Photo.objects.count() == 1
