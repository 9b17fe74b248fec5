"""Who says so: each attributed passage opens its owner by tap and by key, scripts or none, and nothing moves."""

import pytest
from playwright.sync_api import expect

from articles.actions import publishing
from articles.models import Attribution, Source

PARAGRAPHS = 14
# What a browser may round.
PIXELS = 2
DESK, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}


@pytest.fixture
def long_story(make_story, settings):
    """A story in which each paragraph has a quotation, each by another source."""
    settings.READERS_ALIAS = "readers"
    body, said = "", []
    for number in range(1, PARAGRAPHS + 1):
        words = f"Nobody asked the {number} of us,"
        body += f"<p>{'The quay was closed all day. ' * 8}“{words}” said one of them.</p>"
        source = Source.objects.create(slug=f"docker-{number}", name=f"Docker {number}")
        said.append(Attribution(source=source, words=words, capacity="Docker", occasion="an interview at the gate"))
    story = make_story(body=body, attributions=said)
    publishing.publish(story, revision=story.version, by=None)
    return story.publications.live().get()


@pytest.fixture
def open_story(browser, live_server, long_story):
    contexts = []

    def opened(viewport, scripts=True):
        contexts.append(browser.new_context(viewport=viewport, java_script_enabled=scripts))
        page = contexts[-1].new_page()
        page.goto(live_server.url + long_story.get_absolute_url())
        return page

    yield opened
    for context in contexts:
        context.close()


def press(page, passage, by):
    if by == "key":
        passage.focus()
        page.keyboard.press("Enter")
    else:
        passage.click()


@pytest.mark.parametrize("by", ["tap", "key"])
@pytest.mark.parametrize("scripts", [True, False], ids=["", "no-scripts"])
@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_each_passage_opens_its_owner_where_the_reader_is(open_story, viewport, scripts, by):
    page = open_story(viewport, scripts)
    # Neither the first nor the last: at the head and the foot of a page the pane stands where there is room for it.
    for number in (7, 9, 5):
        passage = page.locator(f"#passage-{number}")
        passage.evaluate("passage => passage.scrollIntoView({ block: 'center' })")
        before = passage.bounding_box()
        press(page, passage, by)
        owner = page.locator(f"#statement-{number}:target")
        expect(owner).to_contain_text(f"Docker {number}")
        expect(owner).to_be_in_viewport()
        after = passage.bounding_box()
        assert abs(after["y"] - before["y"]) <= PIXELS
        if viewport is PHONE:
            owner.get_by_role("link", name="Close").click()
            expect(owner).to_have_count(0)
            assert abs(passage.bounding_box()["y"] - after["y"]) <= PIXELS


def test_the_last_passage_and_its_owner_are_seen_together(open_story):
    page = open_story(DESK)
    page.locator(f"#passage-{PARAGRAPHS}").click()
    expect(page.locator(f"#statement-{PARAGRAPHS}:target")).to_be_in_viewport()
    expect(page.locator(f"#passage-{PARAGRAPHS}")).to_be_in_viewport()


def test_an_owner_leads_back_to_the_passage_by_key(open_story):
    page = open_story(PHONE)
    page.locator("#passage-3").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#passage-3:target")).to_be_in_viewport()
