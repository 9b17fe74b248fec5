"""Pictures as they come in: what is refused and how it is said, and that nothing but pixels is kept."""

import io

import pytest
from PIL import Image, ImageCms

from articles.pictures import redrawing, uploads
from tests.pictures.files import REFUSED, SECRET, SIZE, drawn, noted


def accepted(data):
    return uploads.accepted(io.BytesIO(data))


def kept(data):
    """What would be stored of an uploaded file, as bytes and as a picture."""
    content = accepted(data).content.read()
    return content, Image.open(io.BytesIO(content))


@pytest.mark.parametrize(("code", "data"), REFUSED.values(), ids=REFUSED)
def test_it_is_refused_with_a_sentence(code, data):
    with pytest.raises(uploads.Refused) as refusal:
        accepted(data)
    assert refusal.value.code == code
    assert str(refusal.value.sentence).endswith(".")


def test_each_sentence_is_said_of_something():
    assert {code for code, _data in REFUSED.values()} | {"demanding"} == set(uploads.REFUSALS)


def test_what_is_too_large_is_not_even_opened(monkeypatch):
    monkeypatch.setattr(uploads, "_redrawn", lambda *given: pytest.fail("opened"))
    for code in ("empty", "bytes", "format", "two"):
        for data in [data for each, data in REFUSED.values() if each == code]:
            with pytest.raises(uploads.Refused):
                accepted(data)


def test_a_picture_that_needs_too_much_memory_ends_another_process_than_ours(monkeypatch, tmp_path):
    greedy = tmp_path / "greedy.py"
    greedy.write_text(f"""
import sys; sys.path.insert(0, {str(redrawing.__file__.rpartition("/articles/")[0])!r})
from articles import redrawing
redrawing.MOST_MEMORY = 300 * 1024 ** 2
redrawing.main(sys.argv[1])
""")
    monkeypatch.setattr(redrawing, "__file__", str(greedy))
    assert accepted(drawn("PNG")).width == SIZE[0]
    with pytest.raises(uploads.Refused) as refusal:
        accepted(drawn("PNG", (6_300, 6_300), "L", 9))
    assert refusal.value.code == "demanding"


@pytest.mark.parametrize(
    ("form", "suffix", "stored"),
    [("JPEG", ".jpg", "JPEG"), ("PNG", ".png", "PNG"), ("WEBP", ".jpg", "JPEG"), ("AVIF", ".jpg", "JPEG")],
)
def test_each_kind_is_taken(form, suffix, stored):
    taken = accepted(drawn(form))
    picture = Image.open(taken.content)
    assert (taken.suffix, taken.width, taken.height) == (suffix, *SIZE)
    assert (picture.format, picture.size, picture.mode) == (stored, SIZE, "RGB")
    assert picture.getpixel((5, 5))[2] > 110


def told_of(form):
    """A picture with everything that a camera writes into it: where it was taken, by whom, how it was held."""
    told = Image.Exif()
    told[0x0112] = 6
    told[0x013B] = SECRET.decode()
    told.get_ifd(0x8825).update({1: "N", 2: (33.0, 53.0, 20.0)})
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    more = {"comment": SECRET} if form == "JPEG" else {"xmp": SECRET}
    return drawn(form, exif=told, icc_profile=profile, **more)


@pytest.mark.parametrize("form", ["JPEG", "WEBP", "AVIF", "PNG"])
def test_where_it_was_taken_is_forgotten_and_how_it_was_held_is_applied(form):
    data = told_of(form)
    assert SECRET in data or form == "PNG"
    content, picture = kept(data)
    assert picture.size == (SIZE[1], SIZE[0])
    assert not picture.getexif()
    assert {"exif", "comment", "xmp", "icc_profile", "Comment"} & set(picture.info) == set()
    assert SECRET not in content


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_what_is_appended_is_left_behind(form):
    """As phones append a film or a depth to a picture."""
    content, _picture = kept(drawn(form) + SECRET * 500)
    assert SECRET not in content


def test_notes_are_left_behind():
    content, _picture = kept(noted(SECRET.decode()))
    assert SECRET not in content
    assert b"tEXt" not in content


def test_what_could_be_seen_through_stands_on_white():
    _content, picture = kept(drawn("PNG", mode="RGBA", colour=(0, 0, 0, 0)))
    assert picture.getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("mode", "colour", "seen"),
    [("L", 128, 128), ("LA", (128, 255), 128), ("I;16", 128 * 257, 128), ("1", 1, 255), ("P", 0, 0)],
)
def test_every_way_to_write_a_colour_is_understood(mode, colour, seen):
    _content, picture = kept(drawn("PNG", mode=mode, colour=colour))
    assert picture.getpixel((5, 5)) == pytest.approx((seen,) * 3, abs=1)


def test_the_colours_of_print_and_of_other_screens_become_ours():
    _content, picture = kept(drawn("JPEG", mode="CMYK", colour=(0, 0, 0, 0)))
    assert picture.getpixel((5, 5)) == (255, 255, 255)
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    assert kept(drawn("JPEG", icc_profile=lab))[1].getpixel((5, 5))[2] > 110
    assert kept(drawn("JPEG", icc_profile=b"broken"))[1].getpixel((5, 5))[2] > 110


def test_a_picture_of_forty_megapixels_is_made_as_large_as_a_page_can_show():
    taken = accepted(drawn("JPEG", (7_700, 5_000), "L", 9))
    assert taken.width == redrawing.MOST_SIDE
    assert taken.height == pytest.approx(redrawing.MOST_SIDE * 5_000 / 7_700, abs=2)


def test_a_phone_that_stores_two_frames_in_one_picture_is_understood():
    """MPO: a JPEG, and behind it others."""
    frames = [Image.new("RGB", SIZE, "navy"), Image.new("RGB", SIZE, "white")]
    file = io.BytesIO()
    frames[0].save(file, "MPO", save_all=True, append_images=frames[1:])
    assert kept(file.getvalue())[1].getpixel((5, 5))[2] > 110
