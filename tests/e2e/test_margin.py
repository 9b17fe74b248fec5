"""Marks that can be read through, and the margin: each source beside the paragraph in which it speaks."""

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.e2e import sourced

PIXELS = 1.5
TIGHT = {"en": "He said “{}”, and then he left.", "ar": "وقال «{}»، ثم مضى."}
WIDE, NARROW = (1120, 1280, 1440), (320, 390, 700, 1080)
# Whether a press so far from the middle of each number is still on it: a finger is 24 px wide.
HIT = """() => [...document.querySelectorAll(".text [popovertarget]")].flatMap((button) => {
    button.scrollIntoView({ block: "center" });
    const box = button.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    return [[-11, 0], [11, 0], [0, -11], [0, 11]].map(([across, down]) =>
        x + across > 0 && x + across < innerWidth && document.elementFromPoint(x + across, y + down) !== button)
})"""
# The lines of each paragraph are all of one height, numbers or none.
UNEVEN = """() => [...document.querySelectorAll(".text > p")].map((paragraph) => {
    const line = parseFloat(getComputedStyle(paragraph).lineHeight);
    return Math.abs(paragraph.offsetHeight / line - Math.round(paragraph.offsetHeight / line)) * line;
})"""
# The letters before and behind each number, and whether they stand in its line.
PARTED = """() => [...document.querySelectorAll(".passage-number")].flatMap((number) => {
    const around = [[number.previousSibling.firstChild, -1], [number.nextSibling, 0]].map(([text, at]) => {
        const range = document.createRange();
        range.setStart(text, at < 0 ? text.length - 1 : 0);
        range.setEnd(text, at < 0 ? text.length : 1);
        return range.getBoundingClientRect();
    });
    const box = number.firstElementChild.getBoundingClientRect();
    return around.map((letter) => letter.bottom < box.top || letter.top > box.bottom);
})"""
NOTES = """() => [...document.querySelectorAll(".notes")].map((notes) => {
    const [box, text] = [notes.getBoundingClientRect(), notes.parentElement.getBoundingClientRect()];
    const beside = box.left >= text.right || box.right <= text.left;
    const paragraph = notes.nextElementSibling.getBoundingClientRect().top;
    return { top: box.top, bottom: box.bottom, beside, paragraph };
})"""


@pytest.fixture(params=["english", "arabic"])
def edition(request):
    return request.getfixturevalue(request.param)


def opened(page, live_server, version, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(live_server.url + version.get_absolute_url())


def test_a_number_is_large_enough_to_be_hit_and_the_line_is_none_the_higher(page, live_server, make_story, edition):
    version = sourced.publish(make_story, edition, paragraphs=6, filled=2)
    for width in (320, 390, 1440):
        opened(page, live_server, version, width)
        assert not any(page.evaluate(HIT)), width
        assert max(page.evaluate(UNEVEN)) <= PIXELS, width


def test_a_number_never_parts_from_its_word_nor_from_the_sign_behind_it(page, live_server, make_story, edition):
    version = sourced.publish(make_story, edition, paragraphs=6, filled=1, around=TIGHT)
    for width in range(320, 420, 9):
        opened(page, live_server, version, width)
        assert not any(page.evaluate(PARTED)), width


def test_notes_stand_beside_their_paragraphs(page, live_server, make_story, edition):
    version = sourced.publish(make_story, edition, paragraphs=5)
    for width in WIDE:
        opened(page, live_server, version, width)
        notes = page.evaluate(NOTES)
        assert [note["beside"] for note in notes] == [True] * 5
        assert all(abs(note["top"] - note["paragraph"]) <= PIXELS for note in notes)
        expect(page.locator(".owners")).to_be_hidden()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_note_pushes_the_next_one_down_and_never_stands_over_it(page, live_server, make_story, edition):
    version = sourced.publish(make_story, edition, paragraphs=7, filled=0, each=3)
    for width in WIDE:
        opened(page, live_server, version, width)
        notes = page.evaluate(NOTES)
        assert notes[6]["top"] > notes[6]["paragraph"] + 100
        assert all(below["top"] >= note["bottom"] + 12 for note, below in pairwise(notes))


def test_where_there_is_no_margin_the_list_has_them_all(page, live_server, make_story, edition):
    version = sourced.publish(make_story, edition, paragraphs=3)
    for width in NARROW:
        opened(page, live_server, version, width)
        expect(page.locator(".notes:visible")).to_have_count(0)
        expect(page.locator(".owners li:visible")).to_have_count(3)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_is_pointed_at_lights_what_stands_beside_it(page, live_server, make_story, english):
    opened(page, live_server, sourced.publish(make_story, english), 1440)
    bar = "note => getComputedStyle(note, '::before').content"
    note = page.locator(".note").nth(4)
    assert note.evaluate(bar) == "none"
    page.locator("#passage-5").hover()
    assert note.evaluate(bar) != "none"
    assert page.locator(".note").nth(5).evaluate(bar) == "none"


def test_an_arabic_mark_has_no_line_and_an_edge_where_it_begins_alone(page, live_server, make_story, arabic):
    opened(page, live_server, sourced.publish(make_story, arabic, paragraphs=2), 390)
    drawn = page.locator("#passage-1").evaluate("words => getComputedStyle(words).textDecorationLine")
    assert drawn == "none"
    image = page.locator("#passage-1").evaluate("words => getComputedStyle(words).backgroundImage")
    assert image.count("linear-gradient") == 2
