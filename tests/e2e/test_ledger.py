"""The ledger, by its keys: a pasted story is owned, counted in keys, refused with one left, in either language."""

import re

import pytest
from playwright.sync_api import expect

from articles.models import Attribution, Source
from tests.e2e.keeping import save_in_place

STORIES = {
    "en": (
        "<p>The harbour will stay shut, Maren Toll, secretary of the Dockers’ Union, said on Monday."
        " “We have waited two years,” she said.</p>"
        "<p>“Nobody was asked,” said Idris Valcourt, the transport minister.</p>"
        "<p>“The list is open to all,” Lucan Hesse, the ministry’s permanent secretary, told reporters."
        " “It closes on Friday,” Mr Hesse said.</p>"
        "<p>The Port Authority said in a statement: “No ship will be turned away.”</p>"
    ),
    "ar": (
        "<p>قالت مارين تول، أمينة سر نقابة عمال الميناء: «انتظرنا عامين».</p>"
        "<p>وقال وزير النقل إدريس فالكور: «لم يُسأل أحد».</p>"
        "<p>وأكد لوكان هيسي، الأمين الدائم للوزارة، أن «القائمة مفتوحة للجميع». وأضاف هيسي: «تُغلق يوم الجمعة».</p>"
        "<p>وقالت هيئة الميناء في بيان: «لن تُردّ أي سفينة».</p>"
    ),
}
OWNERS = {
    "en": ["Maren Toll", "Idris Valcourt", "Lucan Hesse", "Lucan Hesse", "Port Authority"],
    "ar": ["مارين تول", "إدريس فالكور", "لوكان هيسي", "لوكان هيسي", "هيئة الميناء"],
}


TWO = "<p>“Two years of building,” the union said, “and not one line on casual workers.”</p>"


class Keys:
    """A keyboard that counts."""

    def __init__(self, page):
        self.page, self.count = page, 0

    def press(self, key):
        self.page.keyboard.press(key)
        self.count += 1

    def type(self, text):
        self.page.keyboard.type(text)
        self.count += len(text)


ARE_LIT = "([name, words]) => [...(CSS.highlights.get(name) ?? [])].map(String).join('|') === words"


def head(page):
    return page.locator(".ledger-head")


def is_read(page):
    """Wait until the ledger has read the text as it is now."""
    expect(head(page)).to_have_text(re.compile(r"quotation"))


def owners(story):
    return [row.source.name for row in story.attributions.order_by("position").select_related("source")]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_five_quotations_whose_proposals_are_right_are_owned_by_25_keys_at_most(
    desk, make_story, english, arabic, language, record_property
):
    story, page = make_story({"en": english, "ar": arabic}[language], body="<p>x</p>"), desk.page
    desk.open(story)
    desk.text().click()
    page.keyboard.press("Control+a")
    desk.paste(html=STORIES[language])
    expect(head(page)).to_have_text("5 quotations · 0 owned · 5 open")
    keys = Keys(page)
    keys.press("Control+Alt+a")
    for still_open in (4, 3, 2, 1, 0):
        expect(page.locator(".open-line:focus-within .proposal").first).to_be_visible()
        keys.press("Enter")
        expect(page.locator(".open-line")).to_have_count(still_open)
    expect(head(page)).to_have_text("5 quotations · 5 owned")
    save_in_place(page)
    record_property("keys", keys.count)
    assert owners(story) == OWNERS[language]
    assert keys.count <= 25
    hesse = Source.objects.filter(name=OWNERS[language][2])
    assert hesse.count() == 1
    assert story.attributions.filter(source__in=hesse).first().capacity


def test_five_quotations_whose_proposals_are_wrong_are_owned_by_60_keys_at_most(desk, make_story, record_property):
    others = ["Adel Marwin", "Bela Ostrand", "Cyra Hume", "Dorit Vane", "Emil Rask"]
    for name in others:
        Source.objects.create(name=name, slug=name.lower().replace(" ", "-"))
    story, page = make_story(body=STORIES["en"]), desk.page
    desk.open(story)
    expect(head(page)).to_have_text("5 quotations · 0 owned · 5 open")
    keys = Keys(page)
    desk.text().click()
    keys.press("Control+Alt+a")
    for number, name in enumerate(others):
        expect(page.locator(".open-line:focus-within")).to_be_visible()
        keys.type(name.split()[1][:4])
        expect(page.get_by_role("option", name=name)).to_have_attribute("aria-selected", "true")
        keys.press("Enter")
        expect(page.locator(".open-line")).to_have_count(4 - number)
    save_in_place(page)
    record_property("keys", keys.count)
    assert owners(story) == others
    assert keys.count < 60


def test_a_joint_statement_is_entered_once(desk, make_story):
    body = "<p>“We will meet again,” Maren Toll and Idris Valcourt said in a joint statement.</p>"
    story, page = make_story(body=body), desk.page
    desk.open(story)
    expect(page.locator(".proposal").first).to_contain_text("+")
    page.locator(".proposal").first.click()
    expect(head(page)).to_have_text("1 quotation · 1 owned")
    save_in_place(page)
    said = story.attributions.get()
    assert {source.name for source in said.sources} == {"Maren Toll", "Idris Valcourt"}


def test_plus_adds_another_owner_and_backspace_takes_it_away(desk, make_story, union):
    other = Source.objects.create(name="Port Authority", slug="port-authority", kind="organisation")
    story, page = (
        make_story(body=TWO, attributions=[Attribution(source=union, words="Two years of building,")]),
        desk.page,
    )
    desk.open(story)
    is_read(page)
    page.locator("#attributions-0 summary").first.focus()
    page.keyboard.press("+")
    page.keyboard.type("port")
    expect(page.get_by_role("option", name="Port Authority")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page.locator("#attributions-0 .chips li")).to_contain_text("Port Authority")
    save_in_place(page)
    assert [owner.source for owner in story.attributions.get().further] == [other]
    page.keyboard.press("Backspace")
    expect(page.locator("#attributions-0 .chips li")).to_have_count(0)
    save_in_place(page)
    assert story.attributions.get().further == ()


def test_rows_are_walked_by_arrows_and_escape_leads_back_to_where_one_was(desk, make_story, union):
    story, page = (
        make_story(body=TWO, attributions=[Attribution(source=union, words="Two years of building,")]),
        desk.page,
    )
    desk.open(story)
    expect(page.locator(".open-line")).to_have_count(1)
    desk.text().locator("p").click()
    page.keyboard.press("Control+Home")
    # A browser tells the editor a moment later where its caret is.
    page.wait_for_function("document.querySelector('[data-writing]').editor.state.selection.from === 1")
    page.keyboard.press("Control+Alt+a")
    expect(page.locator(".open-line:focus-within")).to_be_visible()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#attributions-0 summary").first).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.type("Back. ")
    expect(desk.text()).to_contain_text("Back. “Two years")


def test_a_row_lights_its_words_and_a_click_on_words_lights_their_row(desk, make_story, union):
    story, page = (
        make_story(body=TWO, attributions=[Attribution(source=union, words="Two years of building,")]),
        desk.page,
    )
    desk.open(story)
    expect(page.locator(".open-line")).to_have_count(1)
    page.wait_for_function(ARE_LIT, arg=["ledger-owned", "Two years of building,"])
    page.wait_for_function(ARE_LIT, arg=["ledger-open", "and not one line on casual workers."])
    page.locator("#attributions-0 summary").first.focus()
    page.wait_for_function(ARE_LIT, arg=["ledger-lit", "Two years of building,"])
    box = page.evaluate(
        "() => { const { x, y, width, height } = [...CSS.highlights.get('ledger-owned')][0].getBoundingClientRect();"
        " return [x + width / 2, y + height / 2] }"
    )
    page.mouse.click(*box)
    expect(page.locator("#attributions-0")).to_have_class(re.compile("is-lit"))


def test_a_new_row_that_is_taken_away_again_leaves_the_others_as_they_are(desk, make_story, union):
    body = "<p>“First one,” it said.</p><p>“Second one,” it said.</p><p>“Third one,” it said.</p>"
    story = make_story(body=body, attributions=[Attribution(source=union, words="Third one,")])
    page = desk.page
    desk.open(story)
    expect(page.locator(".open-line")).to_have_count(2)
    page.locator(".open-line").first.hover()
    page.locator(".open-line").first.locator("[role=combobox]").fill("union")
    page.get_by_role("option", name="Dockers’ Union").click()
    expect(page.locator(".open-line")).to_have_count(1)
    row = page.locator("#attributions-1")
    row.locator("summary").first.click()
    row.locator(".inline-deletelink").click()
    expect(page.locator(".open-line")).to_have_count(2)
    save_in_place(page)
    assert [each.words for each in story.attributions.all()] == ["Third one,"]
