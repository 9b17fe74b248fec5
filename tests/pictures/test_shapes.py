"""Tall and wide pictures, at a size at which what stands in them can be read."""

import io

import pytest
from PIL import Image, ImageDraw

from articles.pictures import redrawing, uploads


def sent(size, form="PNG", **options):
    file = io.BytesIO()
    Image.new("L", size, 200).save(file, form, **options)
    return io.BytesIO(file.getvalue())


@pytest.mark.parametrize(
    ("size", "kept"),
    [
        ((400, 20_000), (400, 20_000)),
        ((16_000, 1_200), (16_000, 1_200)),
        ((1_080, 12_000), (1_080, 12_000)),
        ((300, 30_000), (300, 30_000)),
        ((20_000, 500), (20_000, 500)),
        ((60, 32_000), (60, 32_000)),
        # As before: what is of usual shape.
        ((4_000, 3_000), (4_000, 3_000)),
        ((7_700, 5_000), (4_096, 2_660)),
        ((5_000, 5_000), (4_096, 4_096)),
        ((6_000, 3_000), (4_096, 2_048)),
        # The shorter side is kept up to a bound, and the area has one.
        ((9_000, 3_000), (6_144, 2_048)),
        ((13_000, 3_000), (8_875, 2_048)),
        ((1_250, 32_000), (884, 22_627)),
    ],
)
def test_a_long_picture_keeps_its_shorter_side(size, kept):
    assert redrawing.kept(size) == pytest.approx(kept, abs=1)
    assert redrawing.kept(size[::-1]) == pytest.approx(kept[::-1], abs=1)


@pytest.mark.parametrize("size", [(400, 20_000), (16_000, 1_200), (300, 30_000), (5_000, 120)])
@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_it_is_stored_as_it_was_sent(size, form):
    taken = uploads.accepted(sent(size, form))
    assert (taken.width, taken.height) == size
    assert Image.open(taken.content).size == size


def test_a_long_picture_that_lies_on_its_side_is_kept_upright():
    exif = Image.Exif()
    exif[redrawing.ORIENTATION] = 6
    taken = uploads.accepted(sent((16_000, 1_200), "JPEG", exif=exif))
    assert (taken.width, taken.height) == (1_200, 16_000)


def test_lines_of_a_chart_stay_lines():
    picture = Image.new("L", (400, 20_000), 255)
    pencil = ImageDraw.Draw(picture)
    for x in range(0, 400, 4):
        pencil.line([(x, 0), (x, 19_999)], 0, 2)
    file = io.BytesIO()
    picture.save(file, "PNG")
    kept = Image.open(uploads.accepted(io.BytesIO(file.getvalue())).content)
    assert {kept.getpixel((x, 10_000)) for x in range(40, 80)} == {(0, 0, 0), (255, 255, 255)}


def test_what_would_not_be_readable_is_refused_with_what_to_do():
    with pytest.raises(uploads.NotTaken) as refusal:
        uploads.accepted(sent((100, 70_000)))
    assert (refusal.value.code, "cut it" in str(refusal.value.sentence)) == ("long", True)


def test_the_largest_that_is_taken_needs_no_more_than_the_process_may_have():
    assert uploads.accepted(sent((1_250, 32_000))).height == pytest.approx(22_627, abs=1)
    assert uploads.accepted(sent((20_000, 2_000), "JPEG")).width == pytest.approx(14_142, abs=3)
