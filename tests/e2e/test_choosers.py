"""The choosers of tags, sources and bylines, by keyboard and by mouse, in both directions of writing."""

import re

import pytest
from playwright.sync_api import expect

from articles.models import Contributor, Source
from tests.e2e.desk_walk import Walk
from tests.e2e.hands import box_of
from tests.e2e.people import Desk

QUOTED = "<p>“We asked for rest,” the guild said.</p>"
SENT = "name => new FormData(document.getElementById('story_form')).getAll(name)"


@pytest.fixture
def source(desk, make_story, union):
    """The chooser of the source of a story's one attribution."""
    Source.objects.create(slug="guild", name="Ferry Guild")
    story = make_story(body=QUOTED)
    story.attributions.create(source=union, words="We asked for rest,", kind="quotation")
    desk.page.goto(f"{desk.url}/admin/articles/story/{story.pk}/change/#attributions-0")
    return desk.page.get_by_role("combobox", name="Source")


def sent(page, name):
    return page.evaluate(SENT, name)


def found(page):
    """The lines of an open list; those of a plain select are options too."""
    return page.locator("[role=listbox] [role=option]")


def pointed(page):
    return page.locator("[role=option][aria-selected=true]")


def test_a_source_is_chosen_by_key_and_its_number_is_sent(source, page):
    source.focus()
    page.keyboard.press("ArrowDown")
    expect(found(page)).to_have_count(2)
    expect(source).to_have_attribute("aria-expanded", "true")
    page.keyboard.type("guil")
    expect(pointed(page)).to_contain_text("Ferry Guild")
    expect(source).to_have_attribute("aria-activedescendant", pointed(page).get_attribute("id"))
    page.keyboard.press("Enter")
    expect(source).to_have_attribute("aria-expanded", "false")
    expect(source).to_have_value(re.compile("Ferry Guild"))
    assert sent(page, "attributions-0-source") == [str(Source.objects.get(slug="guild").pk)]
    expect(page.get_by_text("Not saved")).to_be_visible()


@pytest.mark.parametrize("key", ["Escape", "Tab"])
def test_half_a_name_is_again_what_was_chosen(source, page, union, key):
    source.focus()
    page.keyboard.type("Ferry G")
    expect(pointed(page)).to_be_visible()
    page.keyboard.press(key)
    expect(source).to_have_value("Dockers’ Union")
    assert sent(page, "attributions-0-source") == [str(union.pk)]
    expect(page.get_by_text("Not saved")).to_be_hidden()


def test_who_presses_enter_before_the_answer_gets_its_first(source, page):
    held = []
    page.route("**/autocomplete/**", lambda route: held.append(route))
    source.focus()
    with page.expect_request("**/autocomplete/**term=guil**"):
        page.keyboard.type("guil")
        page.keyboard.press("Enter")
    expect(source).to_have_value("guil")
    for route in held:
        route.continue_()
    expect(source).to_have_value(re.compile("Ferry Guild"))


def test_a_search_that_does_not_answer_says_so_and_loses_nothing(source, page, union):
    page.route("**/autocomplete/**", lambda route: route.abort())
    source.focus()
    page.keyboard.type("guil")
    expect(page.get_by_role("status").get_by_text("could not be loaded")).to_be_visible()
    expect(source).to_have_value("guil")
    assert sent(page, "attributions-0-source") == [str(union.pk)]


def test_what_is_found_goes_on_at_the_end_of_the_list(source, page):
    Source.objects.bulk_create(Source(slug=f"port-{n}", name=f"Port {n:02}") for n in range(30))
    source.click()
    expect(found(page)).to_have_count(20)
    page.keyboard.press("ArrowUp")
    expect(found(page)).to_have_count(32)


def test_a_filter_is_chosen_from_and_cleared_again(desk, page, make_story, lina):
    make_story(bylines=[lina])
    make_story(headline="Harvest is early")
    page.goto(f"{desk.url}/admin/articles/story/")
    page.get_by_text("By contributor").click()
    chooser = page.get_by_role("combobox", name="contributor")
    chooser.press_sequentially("lin")
    page.get_by_role("option", name="Lina Hasko").click()
    page.wait_for_url(f"**contributor={lina.pk}**")
    expect(chooser).to_have_value("Lina Hasko")
    chooser.locator("xpath=..").get_by_title("Remove").click()
    page.wait_for_url("**contributor=")
    expect(page.locator("#result_list tbody tr")).to_have_count(2)


def test_pasted_tags_are_one_each_in_their_order_and_the_last_is_taken_back(desk, page, make_story):
    story = make_story()
    desk.open(story)
    tags = page.get_by_role("combobox", name="Tags")
    tags.focus()
    page.keyboard.insert_text('Wool, Amber، "Paris, Texas"، Copper')
    page.keyboard.press("Enter")
    before = sent(page, "tags")
    page.keyboard.press("Backspace")
    assert [before, sent(page, "tags")] == [['Wool, Amber, "Paris, Texas", Copper'], ['Wool, Amber, "Paris, Texas"']]
    desk.save()
    assert sent(page, "tags") == ['Wool, Amber, "Paris, Texas"']


def test_bylines_are_put_in_order_by_dragging(desk, page, make_story, lina):
    second = Contributor.objects.create(slug="omar", name="Omar Said")
    story = make_story(bylines=[lina, second])
    page.set_viewport_size({"width": 1440, "height": 1500})
    desk.open(story)
    page.locator("#bylines-1 [data-drag]").drag_to(page.locator("#bylines-0"), target_position={"x": 20, "y": 3})
    desk.save()
    assert [byline.contributor for byline in story.bylines.all()] == [second, lina]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing_in_an_open_list_and_it_stands_under_its_field(
    browser, live_server, settings, chief, make_story, union, arabic, language
):
    settings.READERS_ALIAS = "readers"
    chief.desk_language = language
    chief.save()
    make_story(tags=["Night work"])
    story = make_story(body=QUOTED)
    story.attributions.create(source=union, words="We asked for rest,", kind="quotation")
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    Desk(page, live_server.url).log_in("chief")
    walk = Walk(page, live_server.url, [(390, "dark")])
    walk.look(f"/admin/articles/story/{story.pk}/change/#attributions-0")
    for field, typed in (("#id_attributions-0-source-search", "Dock"), ("#id_tags", "nig")):
        page.locator(field).press_sequentially(typed)
        option = found(page).first
        option.wait_for()
        walk.look_again()
        box, under = box_of(page.locator(field)), box_of(option)
        begins = [each["x"] + (each["width"] if language == "ar" else 0) for each in (box, under)]
        assert abs(begins[0] - begins[1]) < 12
        assert under["y"] >= box["y"] + box["height"] - 2
        page.keyboard.press("Escape")
    context.close()
    assert walk.found == []


# Somebody alike


@pytest.fixture
def qasim(source):
    """Somebody whose name is spelled in several ways; the chooser of a source is open beside it."""
    return Source.objects.create(slug="qasim", name="Qasim al-Hariri")


def test_who_is_spelled_otherwise_is_asked_about_and_making_is_the_answer_no(qasim, source, page):
    source.focus()
    page.keyboard.type("Kassem Hareeri")
    expect(found(page)).to_have_count(2)
    expect(pointed(page)).to_have_text(re.compile("^Is it .*Qasim al-Hariri"))
    expect(found(page).last).to_have_text(re.compile("^No, add .*Kassem Hareeri"))
    page.keyboard.press("Enter")
    expect(source).to_have_value(re.compile("^\u2068?Qasim al-Hariri"))
    assert sent(page, "attributions-0-source") == [str(qasim.pk)]


def test_enter_makes_nobody_while_somebody_alike_is_there(qasim, source, page):
    source.focus()
    page.keyboard.type("Kassem Hareeri")
    expect(found(page)).to_have_count(2)
    page.keyboard.press("ArrowUp")
    expect(pointed(page)).to_have_text(re.compile("^No, add"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").get_by_text("Is it")).to_be_visible()
    expect(pointed(page)).to_have_text(re.compile("^Is it"))
    assert len(page.context.pages) == 1
    page.keyboard.press("ArrowUp")
    with page.expect_popup() as opened:
        page.keyboard.press("Enter")
    expect(opened.value.locator("#id_name")).to_have_value("Kassem Hareeri")


def test_who_presses_enter_before_the_answer_takes_nobody_who_is_spelled_otherwise(qasim, source, page, union):
    source.focus()
    with page.expect_response("**/autocomplete/**term=Kassem**"):
        page.keyboard.type("Kassem")
        page.keyboard.press("Enter")
    expect(pointed(page)).to_have_text(re.compile("^Is it"))
    assert sent(page, "attributions-0-source") == [str(union.pk)]


def test_a_new_source_asks_who_is_there_and_loses_nothing_typed(qasim, desk, page):
    page.goto(f"{desk.url}/admin/articles/source/add/")
    page.locator("#id_name").fill("قاسم الحريري")
    page.locator("#id_slug").fill("kassem")
    page.get_by_role("button", name="Save", exact=True).click()
    asked = page.get_by_role("group", name="Is it the one who is there?")
    expect(asked.get_by_role("link", name="Qasim al-Hariri")).to_be_visible()
    expect(page.locator("#id_slug")).to_have_value("kassem")
    page.get_by_role("button", name="No, make a new one").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    assert Source.objects.get(slug="kassem").name == "قاسم الحريري"
