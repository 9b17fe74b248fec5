"""What a reader copies from a story is its words, and nothing of the page's own; a wide table scrolls by itself."""

import pytest
from playwright.sync_api import expect

from articles import text
from articles.actions import publishing
from articles.models import Attribution

ROWS = "<tr>" + "".join(f"<td>Quay number {number}</td>" for number in range(12)) + "</tr>"
HEADS = "<tr>" + "".join(f"<th>Boxes of {2015 + number}</th>" for number in range(12)) + "</tr>"
TABLE = f"<table><caption>Boxes</caption><thead>{HEADS}</thead><tbody>{ROWS}</tbody></table>"
BODY = f"<p>The union said “we will go 10<sup>6</sup> miles” and left the quay.</p>{TABLE}<p>Nobody asked.</p>"
SELECT = """() => getSelection().selectAllChildren(document.querySelector(".text"))"""
# Our own pages may not read the clipboard; another page is told by the browser what is pasted into it.
LISTEN = """() => {
    document.body.innerHTML = "<p contenteditable>Here</p>";
    document.querySelector("p").focus();
    document.addEventListener("paste", (event) => {
        const { clipboardData } = event;
        window.pasted = { plain: clipboardData.getData("text/plain"), html: clipboardData.getData("text/html") };
    });
}"""


@pytest.fixture
def story(make_story, union, settings):
    """A published story with a passage, a power in it, and a table as wide as one may be."""
    settings.READERS_ALIAS = "readers"
    said = Attribution(source=union, words="we will go 106 miles", capacity="Secretary", occasion="a speech")
    story = make_story(body=BODY, attributions=[said])
    publishing.publish(story, revision=story.version, by=None)
    return story.publications.live().get()


def test_what_a_reader_copies_holds_the_words_alone(page, live_server, story):
    page.goto(live_server.url + story.get_absolute_url())
    assert page.locator(".passage-number:visible").count() == page.locator(".note:visible").count() == 1
    page.evaluate(SELECT)
    page.keyboard.press("Control+C")
    elsewhere = page.context.new_page()
    elsewhere.evaluate(LISTEN)
    elsewhere.keyboard.press("Control+V")
    copied = elsewhere.wait_for_function("window.pasted").json_value()
    assert "Source" not in copied["plain"] + copied["html"]
    assert "miles”" in copied["plain"]
    assert text.clean(copied["html"]) == text.clean(BODY)


@pytest.mark.parametrize("width", [320, 390])
def test_a_wide_table_scrolls_by_itself_and_is_reached_by_keyboard(page, live_server, story, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(live_server.url + story.get_absolute_url())
    assert page.evaluate("document.documentElement.scrollWidth") == width
    frame = page.get_by_role("region", name="Table: Boxes")
    frame.focus()
    frame.evaluate("frame => frame.addEventListener('scroll', () => { frame.title = frame.scrollLeft > 0; })")
    page.keyboard.press("ArrowRight")
    expect(frame).to_have_attribute("title", "true")
