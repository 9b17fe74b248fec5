"""A list that counts in letters or Roman numerals: typed, pasted, saved, opened again, read and printed."""

import pytest
from playwright.sync_api import expect

from articles.actions import publishing

# As Google Docs and Word have it.
DOCS = (
    '<ol><li dir="ltr" style="list-style-type:lower-alpha"><p>Open the gate</p></li>'
    '<li dir="ltr" style="list-style-type:lower-alpha"><p>Wait</p></li></ol>'
)
WORD = "".join(
    "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>"
    f"{marker}<span>&nbsp; </span></span>{words}</p>"
    for marker, words in (("iii.", "Steer"), ("iv.", "Moor"))
)
STORED = (
    '<ol type="a"><li>Open the gate</li><li>Wait</li></ol><p>Then</p>'
    '<ol start="3" type="i"><li>Steer</li><li>Moor</li></ol>'
)
DRAWN = (
    "lists => lists.map((list) => [list.start, ...[...list.children].map((li) => getComputedStyle(li).listStyleType)])"
)


def test_what_is_pasted_and_typed_is_there_after_a_save_and_changed_by_no_opening(desk, make_story):
    story = make_story(body="")
    desk.open(story)
    desk.text().focus()
    keys = desk.page.keyboard
    desk.paste(html=DOCS, plain="-")
    expect(desk.text()).to_contain_text("Wait")
    keys.press("Enter")
    keys.press("Enter")
    keys.type("Then")
    keys.press("Enter")
    desk.paste(html=WORD, plain="-")
    expect(desk.text()).to_contain_text("Moor")
    desk.save()
    story.refresh_from_db()
    assert story.body == STORED
    desk.open(story)
    assert desk.text().locator("ol").evaluate_all(DRAWN) == [
        [1, "lower-alpha", "lower-alpha"],
        [3, "lower-roman", "lower-roman"],
    ]
    desk.text().locator("li").last.click()
    keys.press("End")
    keys.press("Enter")
    keys.type("Rest")
    desk.save()
    story.refresh_from_db()
    assert story.body == STORED.replace("<li>Moor</li>", "<li>Moor</li><li>Rest</li>")


@pytest.mark.parametrize("language", ["english", "arabic"])
def test_readers_see_it_on_the_screen_and_in_print(page, live_server, make_story, request, language):
    story = make_story(
        request.getfixturevalue(language), body=f'<ol start="2"><li>Two</li></ol>{STORED}<ol type="A"><li>Z</li></ol>'
    )
    version = publishing.publish(story, revision=story.version, by=None)
    page.goto(live_server.url + version.get_absolute_url())
    figures = {"english": "decimal", "arabic": "arabic-indic"}[language]
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        assert page.locator(".text ol").evaluate_all(DRAWN) == [
            [2, figures],
            [1, "lower-alpha", "lower-alpha"],
            [3, "lower-roman", "lower-roman"],
            [1, "upper-alpha"],
        ]
