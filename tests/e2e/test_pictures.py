"""Which of a picture's sizes a browser takes, at the widths of a phone and of a desk."""

import pytest

from articles.actions import picturing, publishing
from tests.pictures.library import WIDTHS, kept

pytestmark = pytest.mark.prove


@pytest.mark.parametrize(("width", "front", "story"), [(390, 640, 640), (1440, 960, 1280)])
def test_a_browser_takes_the_size_next_to_its_frame(page, live_server, make_story, settings, width, front, story):
    settings.PICTURE_WIDTHS = WIDTHS
    photo = kept()
    picturing.make(photo)
    shown = publishing.publish(make_story(lead_photo=photo), revision=1, by=None)
    page.set_viewport_size({"width": width, "height": 900})
    for path, taken in (("/", front), (shown.get_absolute_url(), story)):
        page.goto(live_server.url + path)
        picture = page.locator("img.picture").first
        page.wait_for_function("image => image.complete && image.naturalWidth", arg=picture.element_handle())
        assert picture.evaluate("image => image.currentSrc").endswith(f"/{photo.made_as}/{taken}.avif")
        assert taken >= picture.evaluate("image => image.clientWidth") > taken / 2
