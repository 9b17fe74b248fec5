"""A quotation of a headline is a row of the ledger: owned by one key, lit in its field, and none by another key."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.keeping import save_in_place

TEXTS = {
    "en": (
        "Harbour ‘a death trap’, says Maren Toll",
        "<p>The harbour will stay shut.</p>",
        "a death trap",
        "Maren Toll",
    ),
    "ar": ("مارين تول: «الميناء فخ»", "<p>سيبقى الميناء مغلقاً.</p>", "الميناء فخ", "مارين تول"),
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_pasted_headline_asks_for_its_owner_and_enter_owns_it(desk, make_story, english, arabic, language):
    headline, body, words, owner = TEXTS[language]
    story, page = make_story({"en": english, "ar": arabic}[language], body=body), desk.page
    desk.open(story)
    page.locator("#id_headline").fill(headline)
    line = page.locator(".open-line")
    expect(line).to_have_count(1)
    expect(line.locator("[data-where]")).to_have_attribute("href", "#id_headline")
    desk.text().click()
    page.keyboard.press("Control+Alt+a")
    expect(page.locator(".open-line:focus-within .proposal").first).to_contain_text(owner)
    expect(page.locator("#id_headline")).to_have_class(re.compile("is-lit"))
    page.keyboard.press("Enter")
    expect(page.locator(".open-line")).to_have_count(0)
    expect(page.locator(".ledger-head")).to_have_text("1 quotation · 1 owned")
    save_in_place(page)
    said = story.attributions.get()
    assert (said.words, said.occurrence, said.source.name) == (words, 0, owner)
    expect(page.locator("[data-findings] .blocks")).to_have_count(0)


def test_a_scare_quote_of_a_headline_is_none_by_one_key_and_a_quotation_again_by_another(desk, make_story):
    story, page = make_story(body="<p>The harbour will stay shut.</p>"), desk.page
    desk.open(story)
    page.locator("#id_headline").fill("Harbour ‘crisis’ grows")
    expect(page.locator(".open-line")).to_have_count(1)
    desk.text().click()
    page.keyboard.press("Control+Alt+a")
    page.keyboard.press("Control+Alt+n")
    waived = page.locator(".open-line.is-waived")
    expect(waived.locator("[data-where]")).to_have_text("In the headline")
    assert [row.words for row in story.no_quotations.all()] == ["crisis"]
    waived.get_by_role("button", name="Undo").click()
    expect(page.locator(".open-line:not(.is-waived)")).to_have_count(1)


def test_a_headline_that_repeats_the_text_costs_no_key(desk, make_story):
    story, page = (
        make_story(headline="Guild ‘asked for rest’", body="<p>“We asked for rest,” said Toll.</p>"),
        desk.page,
    )
    desk.open(story)
    expect(page.locator(".ledger-head")).to_have_text("1 quotation · 0 owned · 1 open")
    page.locator(".proposal").first.click()
    expect(page.locator(".ledger-head")).to_have_text("1 quotation · 1 owned")
    expect(page.locator("[data-findings] .blocks")).to_have_count(0)
    assert not story.no_quotations.exists()
