"""What a browser is told of each file that it sends as a photo, while nothing typed beside it is lost."""

import pytest
from playwright.sync_api import expect

from articles.models import Photo
from articles.pictures import uploads
from tests.e2e.people import Desk
from tests.pictures.files import REFUSED, archive, drawn

WRONG = {
    "too-many-bytes.jpg": REFUSED["too many bytes"],
    "bomb.png": REFUSED["10 kB that unpack to 400 MB"],
    "polyglot.jpg": ("two", drawn("JPEG") + archive()),
    "page.jpg": REFUSED["a JPEG that is a page"],
    "drawing.svg": REFUSED["SVG, whatever its name"],
    "drawing.jpg": REFUSED["SVG, whatever its name"],
    "letter.docx": REFUSED["words"],
    "half.jpg": REFUSED["half a JPEG"],
    "moving.png": REFUSED["APNG"],
}


@pytest.fixture
def desk(page, live_server, reporter):
    desk = Desk(page, live_server.url)
    desk.log_in("reporter")
    return desk


def test_each_wrong_file_is_refused_with_its_sentence_and_a_good_one_is_taken(desk, make_story, tmp_path):
    page = desk.page
    desk.open(make_story())
    page.locator("[data-do=upload]").click()
    window = page.locator("dialog.photo-chooser")
    window.locator("[name=alt_text]").fill("A quay")
    window.locator("[name=credit]").fill("Sami Idris")
    for name, (code, data) in WRONG.items():
        _send(window, tmp_path / name, data)
        expect(window.locator("[data-field=image] .photo-error")).to_have_text(str(uploads.REFUSALS[code]))
        expect(window.locator("[name=alt_text]")).to_have_value("A quay")
        assert not Photo.objects.exists()
        window.locator("[name=caption]").fill(name)
    _send(window, tmp_path / "quay.png", drawn("PNG", (900, 600)))
    expect(window).to_have_count(0)
    photo = Photo.objects.get()
    assert (photo.slug, photo.credit, photo.texts.get().alt_text) == ("quay", "Sami Idris", "A quay")
    assert page.locator("[name=lead_photo]").input_value() == str(photo.pk)


def _send(window, path, data):
    """From a file, as it lies on an editor's disk."""
    path.write_bytes(data)
    window.locator("[type=file]").set_input_files(path)
    window.get_by_text("Upload and use it").click()
    expect(window.locator("form[aria-busy]")).to_have_count(0)
