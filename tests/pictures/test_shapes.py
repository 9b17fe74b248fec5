"""Tall and wide pictures, at a size at which what stands in them can be read."""

import io
from html import unescape

import pytest
from django.core.files.storage import default_storage
from django.template import Context, Template
from PIL import Image, ImageDraw

from articles.actions import picturing
from articles.models import Photo
from articles.pictures import redrawing, renditions, uploads
from tests.pictures.library import WIDTHS, stored_photo


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


# What is made of them, and how they stand on a page


def test_a_wide_picture_is_made_by_its_height():
    assert renditions.widths(16_000, WIDTHS, 1_200) == [2_133, 4_267, 6_400, 8_533, 12_800]
    assert [renditions.height((16_000, 1_200), width) for width in (2_133, 12_800)] == [160, 960]
    assert renditions.widths(5_000, WIDTHS, 120) == [5_000]
    # A tall one has the widths of any, and one of usual shape as well.
    assert renditions.widths(400, WIDTHS, 20_000) == [320, 400]
    assert renditions.widths(4_000, WIDTHS, 2_000) == [*WIDTHS]


@pytest.mark.parametrize(
    ("size", "shape"),
    [
        ((400, 20_000), "tall"),
        ((1_080, 2_340), "tall"),
        ((16_000, 1_200), "wide"),
        ((3_001, 1_000), "wide"),
        ((1_080, 1_920), ""),
        ((3_000, 1_000), ""),
        ((600, 600), ""),
    ],
)
def test_a_picture_is_long_or_of_usual_shape(size, shape):
    assert renditions.shape(size) == shape


def on_page(photo, frame):
    template = Template("{% load pictures %}{% picture photo alt='A chart' frame=frame %}")
    return unescape(template.render(Context({"photo": photo, "frame": frame})))


def long_photo(size):
    width, height = size
    return Photo(pk=7, made_as="2-x", widths=renditions.widths(width, WIDTHS, height), width=width, height=height)


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        ((400, 20_000), (400, 20_000)),
        ((1_080, 2_340), (608, 1_317)),
        ((16_000, 1_200), (5_120, 384)),
        ((5_000, 120), (5_000, 120)),
    ],
)
@pytest.mark.parametrize("frame", ["page", "text"])
def test_where_it_is_read_a_long_picture_scrolls_whole_in_its_own_box(size, shown, frame):
    html = on_page(long_photo(size), frame)
    assert f'<div class="strip is-{renditions.shape(size)}" tabindex="0" role="group"' in html
    assert f'width="{shown[0]}" height="{shown[1]}" alt="A chart"' in html
    assert html.count(f'sizes="{shown[0]}px"') == 2


def test_in_a_list_it_is_cut_as_any_and_fetched_as_high_as_its_frame():
    html = on_page(long_photo((16_000, 1_200)), "list")
    assert "strip" not in html
    wider = "calc(15rem * 6.67), (min-width: 24rem) calc(25vw * 6.67), calc(6rem * 6.67)"
    assert html.count(f'sizes="(min-width: 58rem) {wider}"') == 2
    assert 'sizes="(min-width: 58rem) 15rem, (min-width: 24rem) 25vw, 6rem"' in on_page(
        long_photo((400, 20_000)), "list"
    )


@pytest.mark.django_db
@pytest.mark.parametrize("size", [(400, 20_000), (5_000, 400)])
def test_each_size_and_the_card_are_made_of_a_long_picture(size, settings):
    settings.PICTURE_WIDTHS = (320, 640)
    photo = stored_photo(size=size)
    picturing.make(photo)
    for width in photo.widths:
        for form in renditions.FORMS:
            made = Image.open(default_storage.open(photo.file(width, form)))
            assert made.size == (width, renditions.height(size, width))
    assert Image.open(default_storage.open(photo.card_file)).size == renditions.CARD
