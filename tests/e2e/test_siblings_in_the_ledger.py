"""The Arabic ledger begins with what the English says: words are chosen, Enter ties them; or one is let go."""

import pytest
from playwright.sync_api import expect

from articles.actions import stories
from articles.models import Attribution, Source
from tests.e2e.keeping import save_in_place

ENGLISH = "<p>“We have waited,” Toll said. “Nobody asked,” Hesse said. The union counted 26 ships.</p>"
ARABIC = "<p>قالت تول: «انتظرنا عامين». وقال هيسي: «لم يُسأل أحد».</p><p>٢٦ سفينة تنتظر</p>"


@pytest.fixture
def pair(make_story, arabic, union):
    """An English story of three owned statements, and its sibling with the Arabic text, of which none is owned."""
    toll, hesse = (Source.objects.create(slug=name.lower(), name=name) for name in ("Maren Toll", "Lucan Hesse"))
    said = [
        Attribution(source=toll, words="We have waited,", terms="background"),
        Attribution(source=hesse, words="Nobody asked,"),
        Attribution(source=union, words="The union counted 26 ships", kind="paraphrase"),
    ]
    story = make_story(body=ENGLISH, attributions=said)
    sibling = stories.start_sibling(story, edition=arabic, by=None)
    return story, type(story).objects.get(pk=sibling.pk)


@pytest.fixture
def opened(desk, pair):
    """The sibling's form, with its text."""
    desk.open(pair[1])
    expect(missing(desk.page)).to_have_count(3)
    desk.text().click()
    desk.paste(html=ARABIC)
    expect(desk.page.locator(".open-line")).to_have_count(2)
    return desk.page


def missing(page):
    return page.locator("[data-statements] > .sibling-line")


def test_chosen_words_are_tied_by_enter_with_their_owner_and_terms(desk, opened, pair):
    story, sibling = pair
    page = opened
    missing(page).nth(2).locator("[data-tie]").press("Enter")
    expect(missing(page).nth(2)).to_contain_text("Choose its words in the text")
    page.locator(".ProseMirror p").last.click(click_count=3)
    page.keyboard.press("Enter")
    expect(missing(page)).to_have_count(2)
    expect(page.locator("#attributions-0 .said-by")).to_contain_text(story.attributions.last().source.name)
    save_in_place(page)
    said = sibling.attributions.get()
    figure = story.attributions.last()
    assert (said.words, said.source, said.kind, said.carries) == (
        "٢٦ سفينة تنتظر", figure.source, "paraphrase", [figure.pk],
    )  # fmt: skip


def test_an_open_quotation_is_offered_what_the_other_edition_says(desk, opened, pair):
    page = opened
    line = page.locator(".open-line").first
    line.locator(".proposal", has_text="Maren Toll").click()
    expect(missing(page)).to_have_count(2)
    save_in_place(page)
    assert pair[1].attributions.get().source.name == "Maren Toll"


def test_one_passage_may_hold_two_of_its_statements(desk, opened, pair):
    story, sibling = pair
    page = opened
    for _each in range(2):
        missing(page).first.locator("[data-tie]").click()
        page.locator(".ProseMirror p").last.click(click_count=3)
        page.keyboard.press("Enter")
    expect(missing(page)).to_have_count(1)
    save_in_place(page)
    said = sibling.attributions.get()
    assert {source.name for source in said.sources} == {"Maren Toll", "Lucan Hesse"}
    assert said.carries == [row.pk for row in story.attributions.all()[:2]]


def test_one_is_let_go_by_its_key_and_taken_back(desk, opened, pair):
    page = opened
    missing(page).first.locator("[data-tie]").focus()
    page.keyboard.press("Control+Alt+n")
    expect(missing(page)).to_have_count(2)
    page.locator("[data-let-go] summary").click()
    page.locator("[data-let-go] button").click()
    expect(missing(page)).to_have_count(3)
    assert not pair[1].not_carried.exists()


def test_escape_leads_back_to_the_text_and_nothing_waits_any_more(desk, opened):
    page = opened
    missing(page).first.locator("[data-tie]").click()
    page.keyboard.press("Escape")
    expect(page.locator(".is-waiting")).to_have_count(0)
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+Alt+a")
    expect(missing(page)).to_have_count(3)
