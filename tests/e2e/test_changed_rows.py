"""Words of an attributed passage that somebody changes in the text: one row asks whose they are now."""

import re

import pytest
from playwright.sync_api import expect

from articles.models import Attribution, Source
from tests.e2e.keeping import save_in_place

SAID = {
    "en": ("<p>“We asked for rest,” the guild said.</p><p>Rain fell.</p>", "We asked for rest,", "rest", "bread"),
    "ar": ("<p>«انتظرنا عامين كاملين»، قالت النقابة.</p><p>هطل المطر.</p>", "انتظرنا عامين كاملين", "كاملين", "ونصف"),
}
CHOOSE = """([word, nth]) => {
    const { editor } = document.querySelector("[data-writing]");
    let at = null;
    editor.state.doc.descendants((node, pos) => {
        if (node.isText && node.text.includes(word)) at = pos + node.text.indexOf(word);
    });
    editor.chain().focus().setTextSelection({ from: at, to: at + word.length }).run();
}"""


def row(page, number=0):
    return page.locator(f"#attributions-{number}")


def change(desk, old, new):
    """In the text, as somebody types over a word."""
    desk.page.evaluate(CHOOSE, [old, 0])
    expect(desk.text()).to_be_focused()
    desk.page.keyboard.insert_text(new)


@pytest.fixture
def said(desk, make_story, english, arabic, union, reporter):
    """A story whose one quotation was verified, open, with a word of it changed."""

    def open_changed(language="en", **how):
        body, words, old, new = SAID[language]
        how = {"check_made": "heard", "verified_by": reporter} | how
        edition = {"en": english, "ar": arabic}[language]
        story = make_story(edition, body=body, attributions=[Attribution(source=union, words=words, **how)])
        desk.open(story)
        expect(desk.page.locator(".ledger-head")).to_have_text(re.compile("1 owned"))
        change(desk, old, new)
        expect(row(desk.page).locator(".changed-words")).to_be_visible()
        return story

    return open_changed


@pytest.mark.parametrize("language", ["en", "ar"])
def test_one_row_shows_what_became_of_the_words(desk, said, language):
    said(language)
    page, (_body, _words, old, new) = desk.page, SAID[language]
    expect(row(page).locator(".said-words del")).to_contain_text(old)
    expect(row(page).locator(".said-words ins")).to_contain_text(new)
    expect(page.locator(".open-line")).to_have_count(0)
    expect(row(page).locator(".stands")).to_be_hidden()
    expect(page.locator(".ledger-head")).to_have_text("1 quotation · 0 owned · 1 changed")
    lit = page.evaluate("[...CSS.highlights.get('ledger-changed')].map(range => range.toString())")
    assert [new in words for words in lit] == [True]


def test_enter_verifies_the_new_words_by_whoever_presses_it(desk, said, chief):
    story, page = said(), desk.page
    page.keyboard.press("Control+Alt+a")
    expect(row(page).locator("[data-keep]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".ledger-head")).to_have_text("1 quotation · 1 owned")
    expect(row(page).locator(".changed-words")).to_have_count(0)
    save_in_place(page)
    kept = story.attributions.get()
    assert (kept.words, kept.check_made, kept.verified_by, kept.verified_words) == (
        "We asked for bread,", "heard", chief, ""
    )  # fmt: skip


def test_words_that_i_had_verified_myself_i_verify_anew(desk, said, chief):
    story, page = said(verified_by=chief), desk.page
    row(page).locator("[data-keep]").click()
    save_in_place(page)
    kept = story.attributions.get()
    assert (kept.words, kept.check_made, kept.verified_by) == ("We asked for bread,", "heard", chief)


def test_what_nobody_had_verified_is_still_theirs_and_verified_by_nobody(desk, said):
    story, page = said(check_made="none", verified_by=None), desk.page
    expect(row(page).get_by_role("button", name="Still theirs")).to_be_visible()
    row(page).locator("[data-keep]").click()
    save_in_place(page)
    kept = story.attributions.get()
    assert (kept.words, kept.is_verified) == ("We asked for bread,", False)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_old_words_come_back_into_the_text_and_ctrl_z_takes_them_out_again(desk, said, language):
    story, page, (_body, words, old, new) = said(language), desk.page, SAID[language]
    row(page).locator("[data-restore]").click()
    expect(desk.text()).to_contain_text(words)
    expect(page.locator(".ledger-head")).to_have_text("1 quotation · 1 owned")
    desk.text().locator("p").last.click()
    page.keyboard.press("Control+z")
    expect(desk.text()).to_contain_text(new)
    expect(row(page).locator(".said-words del")).to_contain_text(old)
    row(page).locator("[data-restore]").click()
    save_in_place(page)
    kept = story.attributions.get()
    assert (kept.words, kept.check_made) == (words, "heard")


def test_they_are_somebody_elses_and_nobody_has_verified_that(desk, said):
    other = Source.objects.create(name="Port Authority", slug="port-authority", kind="organisation")
    story, page = said(), desk.page
    row(page).locator("[data-other]").click()
    page.keyboard.type("port")
    expect(page.get_by_role("option", name="Port Authority")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page.locator(".ledger-head")).to_have_text("1 quotation · 1 owned")
    save_in_place(page)
    kept = story.attributions.get()
    assert (kept.words, kept.source, kept.is_verified) == ("We asked for bread,", other, False)


def test_what_was_saved_so_is_asked_until_somebody_verifies_it(desk, said):
    story, page = said(), desk.page
    row(page).locator("summary").first.click()
    words = row(page).locator("[name=attributions-0-words]")
    words.fill("We asked for bread,")
    expect(row(page).locator(".changed-words .is-fallen")).to_be_visible()
    desk.save()
    assert story.attributions.get().verified_words == "We asked for rest,"
    expect(row(page).locator(".said-words del")).to_contain_text("rest")
    row(page).locator("[data-keep]").click()
    expect(row(page).locator("[name=attributions-0-check_made]")).to_be_focused()
    page.keyboard.press("r")
    row(page).locator("[name=attributions-0-check_made]").select_option("recording")
    save_in_place(page)
    kept = story.attributions.get()
    assert (kept.check_made, kept.verified_words) == ("recording", "")


def test_a_quotation_that_was_deleted_is_not_taken_for_another(desk, make_story, union):
    body = SAID["en"][0]
    story = make_story(body=body, attributions=[Attribution(source=union, words=SAID["en"][1])])
    page = desk.page
    desk.open(story)
    expect(page.locator(".ledger-head")).to_have_text(re.compile("1 owned"))
    change(desk, "We asked for rest,", "The tariff is too high,")
    expect(page.locator(".open-line")).to_have_count(1)
    expect(row(page).locator(".stands")).to_be_visible()
    expect(row(page).locator(".changed-words")).to_have_count(0)


def test_the_key_verifies_changed_words_that_nobody_had_verified_and_takes_it_back(desk, said, chief):
    story, page = said(check_made="none", verified_by=None), desk.page
    row(page).locator("[data-keep]").focus()
    page.keyboard.press("Control+Alt+v")
    expect(page.locator("[name=attributions-0-verified_by]")).to_have_value(str(chief.pk))
    row(page).locator(".said > summary").focus()
    page.keyboard.press("Control+Alt+v")
    expect(page.locator("[name=attributions-0-verified_by]")).to_have_value("")
    page.keyboard.press("Control+Alt+v")
    save_in_place(page)
    kept = story.attributions.get()
    assert (kept.words, kept.verified_by) == ("We asked for bread,", chief)
