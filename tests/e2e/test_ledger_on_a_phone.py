"""The ledger on a phone: a sheet, with the passage in view above it."""

import pytest
from playwright.sync_api import expect

from articles.models import Attribution, Source
from tests.e2e.hands import box_of
from tests.e2e.keeping import save_in_place

FILLED = "<p>" + "The quay was closed all day, and nobody knew for how long it would be. " * 6 + "</p>"
QUOTED = (
    "<p>“The list is open to all,” said Idris Valcourt, the transport minister.</p>",
    "<p>“Nobody was asked,” said Lucan Hesse, the secretary of the ministry.</p>",
)
BODY = FILLED * 3 + QUOTED[0] + FILLED * 6 + QUOTED[1] + FILLED

# Whether the words that are lit are seen, above the sheet and under the toolbar.
LIT_IS_SEEN = """() => {
    const [range] = CSS.highlights.get("ledger-lit");
    if (!range) return false;
    const { top, bottom } = range.getBoundingClientRect();
    return top >= 0 && bottom <= document.querySelector(".story-said").getBoundingClientRect().top;
}"""


@pytest.fixture
def page(page):
    page.set_viewport_size({"width": 390, "height": 844})
    return page


@pytest.fixture
def story(desk, make_story):
    for name in ("Idris Valcourt", "Lucan Hesse"):
        Source.objects.create(name=name, slug=name.lower().replace(" ", "-"))
    story = make_story(body=BODY)
    desk.open(story)
    expect(desk.page.locator(".open-line")).to_have_count(2)
    desk.text().locator("p").first.click()
    return story


def attribute(page):
    page.get_by_role("button", name="Attribute…").click()
    expect(page.locator(".story-said.is-sheet")).to_be_visible()


def sheet(page):
    return page.locator(".story-said.is-sheet")


def test_taking_goes_on_to_the_next_and_its_passage_stays_in_view(desk, story):
    page = desk.page
    attribute(page)
    for still_open in (1, 0):
        first = page.locator(".open-line:focus-within .proposal").first
        expect(first).to_be_focused()
        page.wait_for_function(LIT_IS_SEEN)
        assert box_of(first)["height"] >= 56
        first.click()
        expect(page.locator(".open-line")).to_have_count(still_open)
    save_in_place(page)
    assert [row.source.name for row in story.attributions.order_by("position")] == ["Idris Valcourt", "Lucan Hesse"]


def test_a_changed_passage_at_the_head_of_a_short_text_is_in_view_too(desk, make_story, union):
    said = Attribution(source=union, words="The list is open to some,", check_made="heard")
    page = desk.page
    desk.open(make_story(body="".join(QUOTED), attributions=[said]))
    expect(page.locator(".changed-words")).to_be_visible()
    desk.text().locator("p").first.click()
    attribute(page)
    expect(page.locator(".changed-words [data-keep]")).to_be_focused()
    page.wait_for_function(LIT_IS_SEEN)


@pytest.mark.parametrize("by", ["button", "Escape"])
def test_the_place_in_the_text_is_given_back(desk, story, by):
    page = desk.page
    was = page.evaluate("scrollY")
    attribute(page)
    page.locator(".open-line .proposal").last.focus()
    if by == "button":
        page.get_by_role("button", name="To the text").click()
    else:
        page.keyboard.press("Escape")
    expect(sheet(page)).to_have_count(0)
    expect(desk.text()).to_be_focused()
    assert page.evaluate("scrollY") == pytest.approx(was, abs=2)


def test_what_is_there_to_press_is_large_enough_for_a_finger(desk, story):
    page = desk.page
    attribute(page)
    heights = [box["height"] for box in (box_of(each) for each in sheet(page).locator(
        ".open-line:focus-within button:visible").all()) if box]  # fmt: skip
    assert heights
    assert min(heights) >= 44


def test_at_a_desk_there_is_no_sheet(desk, story):
    desk.page.set_viewport_size({"width": 1440, "height": 900})
    desk.page.get_by_role("button", name="Attribute…").click()
    expect(desk.page.locator(".open-line:focus-within")).to_be_visible()
    expect(sheet(desk.page)).to_have_count(0)
