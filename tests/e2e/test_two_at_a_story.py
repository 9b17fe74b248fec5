"""Two people at one story, each in a browser of their own: what each has typed is kept; the same words are asked."""

import pytest
from playwright.sync_api import expect

from articles.models import Contributor
from tests.e2e.people import Desk

BODY = "<p>The crews voted on Sunday.</p><p>It rained in the harbour.</p>"
AT_THE_END = """(editor, number) => {
    const paragraph = editor.querySelectorAll("p")[number];
    editor.focus();
    getSelection().collapse(paragraph.lastChild, paragraph.lastChild.length);
}"""


@pytest.fixture
def two(page, live_server, chief, copy_editor, browser):
    """A chief, and the copy desk at another machine."""
    first = Desk(page, live_server.url)
    first.log_in("chief")
    context = browser.new_context()
    second = Desk(context.new_page(), live_server.url)
    second.log_in("copy")
    yield first, second
    context.close()


def opened(two, story):
    for desk in two:
        desk.open(story)
    return two


def type_into(desk, number, words):
    """At the end of a paragraph of the text."""
    desk.text().evaluate(AT_THE_END, number)
    desk.page.keyboard.insert_text(words)
    expect(desk.text()).to_contain_text(words)


def test_two_at_two_paragraphs_and_at_bylines_and_tags_are_both_kept(two, make_story, lina):
    omar = Contributor.objects.create(slug="omar", name="Omar Said")
    story = make_story(body=BODY, tags=["Ports"], bylines=[lina])
    first, second = opened(two, story)
    type_into(first, 0, " The count was public.")
    first.page.get_by_role("combobox", name="Tags").press_sequentially("Ferries,")
    first.save()
    type_into(second, 1, " The guild was silent.")
    second.page.get_by_role("combobox", name="Tags").press_sequentially("Cranes,")
    second.page.get_by_role("button", name="Add another Byline").press("Enter")
    # The focus is in the look-up of the new row.
    second.page.keyboard.type("oma")
    second.page.get_by_role("option", name="Omar Said").click()
    second.save()
    told = second.page.locator(".story-told")
    expect(told).to_contain_text("Taken over from what was saved meanwhile: Text (\u2068chief\u2069")
    expect(second.text()).to_contain_text("The count was public.")
    story.refresh_from_db()
    assert story.body == (
        "<p>The crews voted on Sunday. The count was public.</p><p>It rained in the harbour. The guild was silent.</p>"
    )
    assert [tag.name for tag in story.tags.all()] == ["Ports", "Ferries", "Cranes"]
    assert [byline.contributor for byline in story.bylines.all()] == [lina, omar]


def test_two_at_the_same_words_are_asked_and_both_are_kept(two, make_story, keep_screenshot):
    story = make_story(body=BODY)
    first, second = opened(two, story)
    type_into(first, 1, " The count was public.")
    first.page.get_by_label("Standfirst").fill("By the chief")
    first.save()
    type_into(second, 1, " The guild was silent.")
    second.page.keyboard.press("Control+s")
    both = second.page.locator(".moved-on")
    for words in ("The count was public.", "The guild was silent.", "chief"):
        expect(both).to_contain_text(words)
    expect(both).not_to_contain_text("By the chief")
    expect(second.page.get_by_label("Standfirst")).to_have_value("By the chief")
    keep_screenshot(second.page, "desk-same-words")
    type_into(second, 1, " The count was public.")
    second.save()
    story.refresh_from_db()
    assert story.standfirst == "By the chief"
    assert story.body.endswith("<p>It rained in the harbour. The guild was silent. The count was public.</p>")


def test_a_line_of_what_is_to_be_put_right_leads_into_a_folded_row(two, make_story, union):
    first, _second = two
    story, page = make_story(body=BODY), first.page
    story.attributions.create(source=union, words="voted on Sunday", kind="paraphrase")
    first.open(story)
    page.locator("#attributions-0 summary").first.click()
    page.locator("#attributions-0 [name$=-words]").fill("")
    page.locator("#attributions-0 summary").first.click()
    page.locator("[name=_continue]").click()
    expect(page.locator(".put-right")).to_be_visible()
    expect(page.locator("#attributions-0 [name$=-words]")).to_be_hidden()
    page.get_by_role("link", name="Attribution 1 · Words").press("Enter")
    expect(page.locator("#attributions-0 [name$=-words]")).to_be_focused()
