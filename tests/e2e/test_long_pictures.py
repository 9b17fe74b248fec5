"""Tall and wide pictures in a story: each scrolls in its own box, and the page does not."""

import pytest

from articles.actions import picturing, publishing
from tests.pictures.library import stored_photo

pytestmark = pytest.mark.django_db(transaction=True)

BOXES = """[...document.querySelectorAll('.strip')].map((box) => ({
    is: box.classList[1], width: box.clientWidth, within: box.scrollWidth,
    height: box.clientHeight, below: box.scrollHeight,
}))"""


@pytest.fixture
def live(make_story, arabic, english, settings):
    settings.PICTURE_WIDTHS = (320, 640)
    photos = {slug: stored_photo(slug, size) for slug, size in {"tall": (400, 8_000), "wide": (6_000, 500)}.items()}
    for photo in photos.values():
        photo.texts.create(language="ar", alt_text="رسم")
        picturing.make(photo)
    body = '<p>Words.</p><figure data-photo="tall"></figure>'
    stories = [make_story(edition, lead_photo=photos["wide"], body=body) for edition in (english, arabic)]
    return [publishing.publish(story, revision=1, by=None) for story in stories]


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_the_page_is_no_wider_and_the_picture_is_whole(page, live_server, live, width, keep_screenshot):
    page.set_viewport_size({"width": width, "height": 844})
    for version in live:
        page.goto(live_server.url + version.get_absolute_url())
        assert page.evaluate("document.documentElement.scrollWidth") == width
        wide, tall = page.evaluate(BOXES)
        assert (wide["is"], tall["is"]) == ("is-wide", "is-tall")
        # The wide one is as high as it can be read, the tall one as wide as its box or as it is itself.
        assert (wide["height"], wide["within"]) == (384, 4_608)
        assert wide["width"] < width
        assert tall["height"] < 844 < tall["below"]
        assert tall["within"] <= tall["width"]
        keep_screenshot(page, f"long-pictures-{version.edition.language}-{width}")
