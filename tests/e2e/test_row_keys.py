"""What one key or one button does to a row of the ledger, and takes back."""

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from articles.models import Attribution
from tests.e2e.keeping import save_in_place

BODY = "<p>“First one,” it said.</p><p>“Second one,” it said.</p>"
HOW = {"terms": "unattributed", "occasion": "a speech", "obtained_on": date(2026, 11, 2), "check_made": "heard"}


@pytest.fixture
def opened(desk, make_story, union, chief):
    """A story with two rows, open at the desk."""

    def open_story(first=None, second=None):
        rows = [("First one,", first or {}), ("Second one,", second or {})]
        said = [Attribution(source=union, words=words, **how) for words, how in rows]
        story = make_story(body=BODY, attributions=said)
        desk.open(story)
        expect(desk.page.locator(".ledger-head")).to_have_text(re.compile("2 owned"))
        return story

    return open_story


def row(page, number):
    return page.locator(f"#attributions-{number}")


def field(page, number, name):
    return page.locator(f"[name=attributions-{number}-{name}]")


def focus(page, number):
    row(page, number).locator("summary").first.focus()


def told(page, number):
    return row(page, number).locator(".row-told:not(:empty)")


def values(page, number):
    return {name: field(page, number, name).input_value() for name in (*HOW, "verified_by", "words", "source")}


def test_a_row_is_obtained_and_checked_as_the_one_above_and_as_before_again(desk, opened, reporter):
    story, page = opened(HOW | {"capacity": "Secretary", "verified_by": reporter}), desk.page
    row(page, 1).locator("summary").first.click()
    before = values(page, 1)
    button = row(page, 1).locator("[data-above]")
    button.click()
    expect(told(page, 1)).to_contain_text("As row")
    expect(told(page, 1)).to_contain_text("Occasion")
    assert values(page, 1) == before | {name: values(page, 0)[name] for name in HOW}
    button.click()
    expect(told(page, 1)).to_have_text("As it was before.")
    assert values(page, 1) == before
    button.click()
    save_in_place(page)
    kept = story.attributions.get(words="Second one,")
    assert {name: getattr(kept, name) for name in HOW} == HOW
    assert (kept.verified_by, kept.capacity) == (None, "")


def test_what_i_had_verified_above_i_have_verified_here_too(desk, opened, chief):
    opened(HOW | {"verified_by": chief})
    page = desk.page
    row(page, 1).locator("summary").first.click()
    row(page, 1).locator("[data-above]").click()
    assert values(page, 1)["verified_by"] == str(chief.pk)


def test_the_first_row_has_none_above(desk, opened):
    opened(HOW)
    row(desk.page, 0).locator("summary").first.click()
    expect(field(desk.page, 0, "words")).to_be_visible()
    expect(row(desk.page, 0).locator("[data-above]")).to_be_hidden()


def test_a_row_is_verified_by_me_at_one_key_and_not_at_the_same_again(desk, opened, chief, reporter):
    story, page = opened({"check_made": "heard", "verified_by": reporter}), desk.page
    focus(page, 0)
    page.keyboard.press("Control+Alt+v")
    expect(told(page, 0)).to_contain_text("Verified by you")
    assert values(page, 0)["verified_by"] == str(chief.pk)
    expect(row(page, 0).locator("summary").first).to_be_focused()
    page.keyboard.press("Control+Alt+v")
    expect(told(page, 0)).to_have_text("Not verified by you any more.")
    assert values(page, 0)["verified_by"] == str(reporter.pk)
    page.keyboard.press("Control+Alt+v")
    save_in_place(page)
    assert story.attributions.get(words="First one,").verified_by == chief


def test_where_nobody_said_how_it_was_checked_that_is_asked(desk, opened, chief):
    opened()
    page = desk.page
    focus(page, 0)
    page.keyboard.press("Control+Alt+v")
    expect(field(page, 0, "check_made")).to_be_focused()
    assert values(page, 0)["verified_by"] == str(chief.pk)
    page.keyboard.press("Control+Alt+v")
    assert (values(page, 0)["verified_by"], values(page, 0)["check_made"]) == ("", "none")


def test_its_terms_are_at_one_key_and_stay_at_the_same_again(desk, opened):
    opened(HOW)
    page = desk.page
    focus(page, 0)
    page.keyboard.press("Control+Alt+t")
    expect(field(page, 0, "terms")).to_be_focused()
    expect(told(page, 0)).to_contain_text("Not for attribution")
    field(page, 0, "terms").select_option("background")
    page.keyboard.press("Control+Alt+t")
    expect(row(page, 0).locator("summary").first).to_be_focused()
    expect(told(page, 0)).to_contain_text("Terms stay")
    assert values(page, 0)["terms"] == "unattributed"
    expect(field(page, 0, "terms")).to_be_hidden()


def test_an_open_line_has_neither(desk, make_story):
    desk.open(make_story(body="<p>“Nobody was asked,” said Idris Valcourt, the minister.</p>"))
    page = desk.page
    expect(page.locator(".open-line .proposal").first).to_be_visible()
    desk.text().click()
    page.keyboard.press("Control+Alt+a")
    expect(page.locator(".open-line .proposal").first).to_be_focused()
    for key in ("t", "v"):
        page.keyboard.press(f"Control+Alt+{key}")
    expect(page.locator(".open-line .proposal").first).to_be_focused()
    expect(page.locator("#attributions-group .inline-related:not(.empty-form)")).to_have_count(0)


# A capacity that the source has no title for


def test_a_capacity_is_added_to_the_titles_of_its_source_by_one_button(desk, opened, union):
    opened({"capacity": "Secretary", "obtained_on": date(2026, 3, 1)})
    page = desk.page
    row(page, 0).locator("summary").first.click()
    button = row(page, 0).locator("button[data-add-title]")
    expect(button).to_contain_text("Secretary")
    button.click()
    expect(told(page, 0)).to_contain_text("is a title of")
    expect(button).to_be_hidden()
    assert list(union.titles.values_list("title", "language", "from_on")) == [("Secretary", "en", date(2026, 3, 1))]
    field(page, 0, "capacity").fill("Chair")
    field(page, 0, "capacity").blur()
    expect(button).to_contain_text("Chair")
    field(page, 0, "capacity").fill("secretary")
    field(page, 0, "capacity").blur()
    expect(button).to_be_hidden()
