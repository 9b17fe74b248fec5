"""What runs from left to right in Arabic is drawn so: each character is read where it stands on the screen."""

import pytest
from playwright.sync_api import expect

from articles.actions import publishing, stories
from articles.models import Attribution, drafts
from articles.rules.words import CorrectionKind
from tests.e2e.people import Desk
from tests.pictures.library import stored_photo

STRINGS = [
    "+974 4412 3456", "800-555-019", "12-3456-7890", "C++", "(974) 4412-3456", "+٩٧٤ ٤٤١٢ ٣٤٥٦", "C#", ".NET",
    "@doha_news", "#Sarran", "https://paper.example/a/", "12 Quay Street, Sarran", "2026-11-28", "5G", "*123#", "-5",
    "desk@paper.example", "192.168.0.1", "v2.4.1", "1 500 000",
]  # fmt: skip
# What runs with the sentence: as it is drawn without us, from left to right on the screen.
WITH_THE_SENTENCE = {"12%": "%12", "2019-2021": "2021-2019", "10:00-12:00": "12:00-10:00", "٢٠١٩–٢٠٢١": "٢٠٢١–٢٠١٩"}

READ = """element => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), lines = new Map();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.parentElement.closest(".visually-hidden")) continue;
        for (let at = 0; at < node.data.length; at++) {
            if (/[\\p{Cf}\\p{Mn}]/u.test(node.data[at])) continue;
            const range = new Range();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const box = range.getBoundingClientRect();
            if (!box.width && node.data[at] !== " ") continue;
            const line = Math.round(box.bottom / 12);
            const key = [...lines.keys()].find((each) => Math.abs(each - line) < 2) ?? line;
            lines.set(key, [...lines.get(key) ?? [], [box.left, node.data[at] === "\\n" ? " " : node.data[at]]]);
        }
    }
    const inOrder = (line) => line.sort((one, other) => one[0] - other[0]);
    return [...lines.values()].map((line) => inOrder(line).map((each) => each[1]).join(""));
}"""


def drawn(page, place):
    """What stands in a place, read from left to right on the screen, line by line."""
    return "\n".join(" ".join(line.split()) for line in page.locator(place).first.evaluate(READ))


def sentence(string):
    return f"اتصلوا على {string} قبل الظهر"


@pytest.fixture
def photo(db):
    photo = stored_photo()
    photo.texts.create(language="ar", alt_text="رصيف")
    return photo


@pytest.fixture
def publish(make_story, arabic, photo):
    """A story that has a string in each of its lines, and a correction with it too."""

    def publish(string):
        said = sentence(string)
        story = make_story(
            arabic, headline=said, standfirst=said, body=f"<p>{said}</p>", lead_photo=photo, lead_caption=said
        )
        publishing.publish(story, revision=story.version, by=None)
        story = stories.revise(story, drafts.with_changes(story, kicker="جديد"), version=story.version, by=None)
        how = {"kind": CorrectionKind.CORRECTION, "wrong": said, "right": said}
        return publishing.correct(story, revision=story.version, by=None, **how)

    return publish


def test_each_is_read_from_left_to_right_wherever_it_stands(page, live_server, publish, chief, subtests, photo):
    versions = {string: publish(string) for string in [*STRINGS, *WITH_THE_SENTENCE]}
    right = dict(zip(STRINGS, STRINGS, strict=True)) | WITH_THE_SENTENCE
    page.set_viewport_size({"width": 1440, "height": 900})
    for string, version in versions.items():
        page.goto(live_server.url + version.get_absolute_url())
        for place in ("h1", ".standfirst", ".text", "figcaption", ".correction"):
            with subtests.test(string=string, place=place):
                assert right[string] in drawn(page, place)
    page.goto(f"{live_server.url}{version.section.get_absolute_url()}")
    in_the_list = drawn(page, "main")
    Desk(page, live_server.url).log_in("chief")
    page.goto(f"{live_server.url}/admin/articles/story/")
    expect(page.locator("#result_list")).to_be_visible()
    at_the_desk = drawn(page, "#result_list tbody")
    for string in versions:
        with subtests.test(string=string, place="lists"):
            assert right[string] in in_the_list
            assert right[string] in at_the_desk


def test_an_attributed_passage_is_still_found_and_numbered(page, live_server, make_story, arabic, union):
    said = Attribution(source=union, words="+974 4412 3456")
    story = make_story(arabic, headline="خبر", body=f"<p>{sentence('+974 4412 3456')}</p>", attributions=[said])
    version = publishing.publish(story, revision=story.version, by=None)
    page.goto(live_server.url + version.get_absolute_url())
    expect(page.locator(".text a.passage")).to_contain_text("+974 4412 3456")
    assert "+974 4412 3456" in drawn(page, ".text")


def test_arabic_within_english_keeps_its_numbers(page, live_server, make_story):
    story = make_story(headline="Call", body="<p>The sign read: اتصلوا على +974 4412 3456, and no more.</p>")
    version = publishing.publish(story, revision=story.version, by=None)
    page.goto(live_server.url + version.get_absolute_url())
    assert "+974 4412 3456" in drawn(page, ".text")
