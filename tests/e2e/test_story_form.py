"""What stands beside the text: attributions, bylines, tags, and a session that ends in the middle."""

import pytest
from django.contrib.auth.models import Permission
from playwright.sync_api import expect

from articles.models import Contributor, Source
from tests.e2e.hands import box_of

QUOTED = "<p>“We asked for rest,” the guild said. The crews voted on Sunday.</p>"


def test_a_quotation_is_attributed_by_one_press_and_other_words_by_selecting_them(desk, make_story, union):
    story, page = make_story(body=QUOTED), desk.page
    desk.open(story)
    open_line = page.locator(".open-line")
    open_line.hover()
    open_line.locator("[role=combobox]").press_sequentially("union")
    page.get_by_role("option", name="Dockers’ Union").click()
    row = page.locator("#attributions-0")
    expect(row.locator("[name$=-words]")).to_have_value("We asked for rest,")
    expect(row.locator("[name$=-kind]")).to_have_value("quotation")
    expect(open_line).to_have_count(0)
    row.locator("summary").first.click()
    row.locator("[name$=-words]").fill("The tariff is too high,")
    expect(row.get_by_text("Not in the text")).to_be_visible()
    row.locator("[name$=-words]").fill("We asked for rest,")
    expect(row.get_by_text("Not in the text")).to_be_hidden()
    desk.save()
    desk.text().locator("p").evaluate(SELECT_END)
    page.get_by_role("button", name="Attribute…").click()
    expect(page.locator("#attributions-1 [name$=-words]")).to_have_value("voted on Sunday.")
    expect(page.locator("#attributions-1 [name$=-kind]")).to_have_value("paraphrase")


def test_what_is_said_of_a_deed_is_in_view_though_the_address_named_a_place_far_below(desk, make_story):
    story, page = make_story(body="<p>The crews voted on Sunday.</p>" * 40), desk.page
    page.goto(f"{desk.url}/admin/articles/story/{story.pk}/publish/#attributions-group")
    page.get_by_role("button", name="Publish now").click()
    said = page.locator("#said")
    expect(said).to_be_in_viewport()
    expect(said).to_be_focused()


def test_what_is_typed_into_a_live_story_is_not_saved_until_the_keys_go_on_to_publication(desk, live_story):
    page = desk.page
    desk.open(live_story)
    expect(page.get_by_text("Not saved")).to_be_hidden()
    page.get_by_label("Headline").fill("Dockers accept")
    expect(page.get_by_text("Not saved")).to_be_visible()
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/publish/?revision=2#said")
    expect(page.locator(".goes-out")).to_contain_text("Dockers accept")
    page.goto(f"{desk.url}/admin/articles/story/{live_story.pk}/change/")
    expect(page.get_by_text("Not saved")).to_be_hidden()


def test_an_attribution_is_a_line_that_opens_to_its_form(desk, make_story, union):
    story, page = make_story(body=QUOTED), desk.page
    story.attributions.create(source=union, words="We asked for rest,", kind="quotation")
    story.attributions.create(source=union, words="sang all night", kind="paraphrase", position=1)
    desk.open(story)
    rows = page.locator("#attributions-group .inline-related:not(.empty-form)")
    expect(rows.nth(0).locator(".said-by")).to_have_text("Dockers’ Union")
    expect(rows.nth(0).get_by_text("Not in the text")).to_be_hidden()
    expect(rows.nth(1).get_by_text("Not in the text")).to_be_visible()
    words = page.locator("#attributions-1 [name$=-words]")
    expect(words).to_be_hidden()
    page.get_by_role("link", name="“sang all night” is not in the text.").click()
    expect(words).to_be_focused()
    words.fill("voted on Sunday")
    expect(rows.nth(1).get_by_text("Not in the text")).to_be_hidden()
    rows.nth(1).locator("summary").first.press("Enter")
    expect(words).to_be_hidden()
    expect(rows.nth(1)).to_contain_text("voted on Sunday")
    page.goto(f"{desk.url}/admin/articles/story/{story.pk}/change/#attributions-0")
    expect(page.locator("#attributions-0 [name$=-words]")).to_be_visible()


SELECT_END = """(paragraph) => {
    const end = paragraph.lastChild, from = end.data.indexOf("voted");
    paragraph.closest(".writing-text").focus({ preventScroll: true });
    getSelection().setBaseAndExtent(end, from, end, end.data.length);
}"""


def test_to_attribute_words_deep_in_a_long_text_the_page_stays_where_it_is_read(desk, make_story):
    page = desk.page
    page.set_viewport_size({"width": 1240, "height": 800})
    desk.open(make_story(body="<p>It rained in the harbour all day.</p>" * 60 + QUOTED))
    bar = page.get_by_role("toolbar").first
    assert box_of(bar)["height"] < 60, "the toolbar stands in one line"
    desk.text().locator("p").last.evaluate("text => text.scrollIntoView({ block: 'center' })")
    desk.text().locator("p").last.evaluate(SELECT_END)
    before = page.evaluate("scrollY")
    page.get_by_role("button", name="Attribute…").click()
    row = page.locator("#attributions-0")
    expect(row.locator("[name$=-words]")).to_have_value("voted on Sunday.")
    expect(row.locator(".field-source")).to_be_in_viewport()
    assert page.evaluate("scrollY") == before > 1000


def test_tags_are_found_or_made_as_they_are_typed_between_commas_of_both_scripts(desk, make_story, arabic):
    make_story(tags=["Night work"])
    story, page = make_story(tags=["Ports"]), desk.page
    desk.open(story)
    tags = page.get_by_role("combobox", name="Tags")
    tags.press_sequentially("nigh")
    page.get_by_role("option", name="Night work").click()
    tags.press_sequentially("Guilds، Ferries,")
    tags.press("Backspace")
    tags.press_sequentially("Left as it stands")
    desk.save()
    assert sorted(map(str, story.tags.all())) == ["Guilds", "Left as it stands", "Night work", "Ports"]


def test_bylines_are_put_in_order_by_keyboard(desk, make_story, lina):
    second = Contributor.objects.create(slug="omar", name="Omar Said")
    story, page = make_story(bylines=[lina, second]), desk.page
    desk.open(story)
    page.locator("#bylines-1").get_by_role("button", name="Earlier").press("Enter")
    desk.save()
    assert [byline.contributor for byline in story.bylines.all()] == [second, lina]


def test_a_session_that_ends_in_the_middle_loses_nothing(desk, make_story):
    story, page = make_story(body="<p>One.</p>"), desk.page
    desk.open(story)
    desk.write(" And what was typed after.")
    page.context.clear_cookies()
    page.locator("[name=_continue]").click()
    expect(page.get_by_text("Nothing you typed is lost")).to_be_visible()
    page.get_by_label("Username").fill("chief")
    page.get_by_label("Password").fill("newsroom-demo")
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("button", name="Send it again").click()
    desk.expect_saved()
    story.refresh_from_db()
    assert story.body == "<p>One. And what was typed after.</p>"


def test_an_unsaved_text_is_not_left_without_a_question(desk, make_story):
    story, page = make_story(), desk.page
    desk.open(story)
    desk.write("x")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(f"{desk.url}/admin/")
    assert asked == ["beforeunload"]


def test_a_new_story_begins_in_the_edition_of_its_desk_and_offers_its_sections_alone(desk, chief, english, arabic):
    chief.desk_language = "ar"
    chief.save()
    page = desk.page
    page.goto(f"{desk.url}/admin/articles/story/add/")
    section, edition = page.locator("#id_section"), page.locator("#id_edition")
    expect(edition).to_have_value(str(arabic.pk))
    expect(page.locator("#id_headline")).to_have_attribute("dir", "rtl")
    assert offered(section) == ["اقتصاد"]
    section.select_option(label="اقتصاد")
    edition.select_option(str(english.pk))
    expect(section).to_have_value("")
    assert offered(section) == ["Economy", "World"]


def offered(section):
    return section.locator("optgroup:not(:disabled) option").all_inner_texts()


@pytest.mark.parametrize("may_add", [True, False])
def test_a_source_that_is_not_found_is_made_by_whoever_means_it_and_by_no_slip_of_a_key(
    desk, make_story, union, chief, may_add
):
    if not may_add:
        chief.groups.get().permissions.remove(Permission.objects.get(codename="add_source"))
    story, page = make_story(body=QUOTED), desk.page
    story.attributions.create(source=union, words="We asked for rest,", kind="quotation")
    page.goto(f"{desk.url}/admin/articles/story/{story.pk}/change/#attributions-0")
    field = page.get_by_role("combobox", name="Source")
    field.click()
    page.keyboard.type("Ahmed Salim")
    expect(page.get_by_role("status").get_by_text("No results found")).to_be_visible()
    offered = page.locator("[role=listbox] [role=option]")
    if not may_add:
        expect(offered).to_have_count(0)
        return
    page.keyboard.press("Enter")
    expect(page.locator("[role=option][aria-selected=true]")).to_have_count(0)
    assert len(page.context.pages) == 1
    page.keyboard.press("ArrowDown")
    expect(page.locator("[role=option][aria-selected=true]")).to_contain_text("Ahmed Salim")
    with page.expect_popup() as opened:
        page.keyboard.press("Enter")
    window = opened.value
    expect(window.locator("#id_name")).to_have_value("Ahmed Salim")
    window.locator("[name=_save]").click()
    expect(field).to_have_value("Ahmed Salim")
    expect(page.locator("#id_attributions-0-source")).to_have_value(str(Source.objects.get(name="Ahmed Salim").pk))
