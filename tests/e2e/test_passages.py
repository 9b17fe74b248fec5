"""Who says so: the number of a passage opens its statement, by tap and by key, scripts or none, and nothing moves."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.e2e import sourced
from tests.e2e.hands import box_of

# What a browser may round.
PIXELS = 2
DESK, PHONE, NARROWEST = ({"width": width, "height": 844} for width in (1280, 390, 320))


@pytest.fixture
def open_story(browser, live_server, make_story, english, settings):
    settings.READERS_ALIAS = "readers"
    version, contexts = [], []

    def opened(viewport=PHONE, scripts=True, at="", edition=english, **look):
        version[:] = version or [sourced.publish(make_story, edition)]
        contexts.append(browser.new_context(viewport=viewport, java_script_enabled=scripts, **look))
        page = contexts[-1].new_page()
        page.goto(live_server.url + version[0].get_absolute_url() + at)
        return page

    yield opened
    for context in contexts:
        context.close()


def passage(page, number):
    found = page.locator(f"#passage-{number}")
    # High enough to be seen above whatever rises from below.
    found.evaluate("passage => scrollBy(0, passage.getBoundingClientRect().top - 200)")
    return found


def number_of(page, number):
    return page.locator(f'.text [popovertarget="statement-{number}"]')


def opened(page):
    return page.locator(".sheet:popover-open")


def top(locator):
    return box_of(locator)["y"]


@pytest.mark.parametrize("by", ["tap", "key"])
@pytest.mark.parametrize("scripts", [True, False], ids=["", "no-scripts"])
@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_each_number_opens_its_statement_where_the_reader_is_and_gives_the_focus_back(
    open_story, viewport, scripts, by
):
    page = open_story(viewport, scripts)
    visited = page.evaluate("history.length")
    for number in (7, 9, 5):
        words, button = passage(page, number), number_of(page, number)
        before = top(words)
        if by == "tap":
            button.click()
        else:
            button.focus()
            page.keyboard.press("Enter")
        expect(opened(page)).to_contain_text(f"Docker {number}")
        expect(opened(page)).to_contain_text(f"“Nobody asked the {number} of us”")
        expect(opened(page)).to_be_in_viewport()
        assert abs(top(words) - before) <= PIXELS
        page.keyboard.press("Escape")
        expect(opened(page)).to_have_count(0)
        expect(button).to_be_focused()
        assert abs(top(words) - before) <= PIXELS
    assert page.evaluate("history.length") == visited


def test_a_tap_on_the_words_opens_it_and_one_outside_closes_it(open_story):
    page = open_story()
    visited = page.evaluate("history.length")
    words = passage(page, 5)
    words.click()
    expect(opened(page)).to_contain_text("Docker 5")
    expect(words).to_have_class("passage is-open")
    page.mouse.click(195, 20)
    expect(opened(page)).to_have_count(0)
    expect(words).to_have_class("passage")
    passage(page, 6).click()
    expect(opened(page)).to_contain_text("Docker 6")
    page.get_by_role("button", name="Close").click()
    expect(opened(page)).to_have_count(0)
    expect(number_of(page, 6)).to_be_focused()
    assert page.evaluate("history.length") == visited


def test_words_that_are_chosen_to_be_copied_open_nothing(open_story):
    page = open_story(DESK)
    line = passage(page, 5).evaluate("words => words.getClientRects()[0].toJSON()")
    page.mouse.move(line["x"] + 40, line["y"] + 9)
    page.mouse.down()
    page.mouse.move(line["right"] + 40, line["y"] + 9, steps=4)
    page.mouse.up()
    assert page.evaluate("getSelection().toString()") == "ody asked the 5 of us,” said"
    expect(opened(page)).to_have_count(0)


def test_a_passage_at_the_foot_of_the_screen_is_not_covered(open_story):
    page = open_story()
    words = page.locator("#passage-6")
    words.evaluate("passage => passage.scrollIntoView({ block: 'end' })")
    words.click()
    box = box_of(words)
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= top(opened(page)) + PIXELS


@pytest.mark.parametrize("scripts", [True, False], ids=["", "no-scripts"])
def test_it_leads_to_the_next_and_the_one_before(open_story, scripts):
    page = open_story(scripts=scripts)
    passage(page, 4)
    number_of(page, 4).click()
    for name, number in (("The next statement", 5), ("The next statement", 6), ("The statement before", 5)):
        opened(page).last.get_by_role("button", name=name).click()
        expect(opened(page).last if not scripts else opened(page)).to_be_in_viewport()
        expect(page.locator(f"#statement-{number}")).to_contain_text(f"Statement {number} of {sourced.PARAGRAPHS}")
        if scripts:
            expect(opened(page)).to_have_attribute("id", f"statement-{number}")
            expect(page.locator(f"#passage-{number}")).to_be_in_viewport()
    page.mouse.click(195, 20)
    expect(opened(page)).to_have_count(0)


def test_without_scripts_the_words_lead_to_the_statement_and_it_back_to_them(open_story):
    page = open_story(scripts=False)
    passage(page, 3).click()
    shown = page.locator("#statement-3:target")
    expect(shown).to_contain_text("Docker 3")
    expect(shown).to_be_in_viewport()
    shown.get_by_role("link", name="Close").click()
    expect(shown).to_have_count(0)
    expect(page.locator("#passage-3:target")).to_be_in_viewport()
    # The next stop is behind the passage, and not at the head of the page.
    page.keyboard.press("Tab")
    expect(number_of(page, 3)).to_be_focused()


@pytest.mark.parametrize("scripts", [True, False], ids=["", "no-scripts"])
@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_a_link_to_a_statement_shows_it(open_story, viewport, scripts):
    page = open_story(viewport, scripts, at="#statement-9")
    expect(page.locator("#statement-9")).to_contain_text("Docker 9")
    expect(page.locator("#statement-9")).to_be_in_viewport()
    if scripts:
        expect(page.locator("#passage-9")).to_be_in_viewport()
        page.keyboard.press("Escape")
        expect(page.locator("#statement-9")).to_be_hidden()


def test_all_by_this_source_and_the_link_to_the_statement(open_story):
    page = open_story()
    passage(page, 4).click()
    expect(opened(page).get_by_role("link", name="Link to this statement")).to_have_attribute("href", "#statement-4")
    opened(page).get_by_role("link", name="All by this source").click()
    page.wait_for_url("**/sources/docker-4/")


@pytest.mark.parametrize("language", ["english", "arabic"])
def test_an_open_statement_is_for_everyone_and_fits_the_narrowest_screen(open_story, language, request):
    edition = request.getfixturevalue(language)
    for scheme, viewport in (("light", NARROWEST), ("dark", PHONE), ("light", DESK)):
        page = open_story(viewport, edition=edition, color_scheme=scheme)
        passage(page, 4)
        number_of(page, 4).click()
        expect(opened(page)).to_be_in_viewport()
        page.evaluate("Promise.all(document.getAnimations().map((each) => each.finished)).then(() => 0)")
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
        found = Axe().run(page).response["violations"]
        assert [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found] == []
