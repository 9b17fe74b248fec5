"""Each way in which a good picture comes, taken: containers of telephones, depths, inks, screens."""

import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms

from articles.pictures import redrawing, uploads
from tests.pictures.files import chunk, moving
from tests.pictures.written import SIZE, branded, p3, saved

NAVY = (0, 0, 128)


def taken(data):
    accepted = uploads.accepted(io.BytesIO(data))
    return Image.open(accepted.content)


def is_near(picture, colour, at=(5, 5), by=6):
    seen = picture.getpixel(at)
    return all(abs(one - other) <= by for one, other in zip(seen, colour, strict=True)) or f"{seen} is not {colour}"


AVIF_BRANDS = {
    "as it should be": (b"avif",),
    "one frame of a sequence": (b"avis",),
    "one frame of a sequence, and what else it may be": (b"avis", b"avif", b"avis", b"mif1"),
    "a picture in general": (b"mif1", b"avif", b"mif1", b"miaf"),
    "a picture in general, its codec at the end": (b"mif1", b"mif1", b"miaf", b"avif"),
    "a picture for several programs": (b"miaf", b"MA1B", b"avif"),
    "by its profile": (b"MA1B", b"avif", b"mif1"),
    "a sequence in general": (b"msf1", b"avis", b"msf1", b"mif1"),
    "no codec named": (b"mif1", b"mif1", b"miaf"),
}
HEIF_BRANDS = {
    "a telephone’s": (b"heic", b"mif1", b"heic", b"MiHE"),
    "a newer telephone’s": (b"heic", b"mif1", b"MiHE", b"MiPr", b"miaf", b"heic"),
    "of ten bits": (b"heix", b"mif1", b"heix"),
    "a picture in general": (b"mif1", b"heic", b"mif1"),
    "a sequence in general": (b"msf1", b"hevc", b"mif1", b"heic"),
    "a sequence": (b"hevc", b"hevc", b"mif1"),
    "for several programs": (b"miaf", b"heic"),
    "no codec named": (b"mif1", b"miaf"),
}


@pytest.mark.parametrize("brands", AVIF_BRANDS.values(), ids=AVIF_BRANDS)
def test_avif_is_taken_whatever_it_calls_itself(brands):
    picture = taken(branded(saved("AVIF"), *brands))
    assert picture.size == SIZE
    assert is_near(picture, NAVY) is True


@pytest.mark.parametrize("brands", HEIF_BRANDS.values(), ids=HEIF_BRANDS)
def test_a_telephones_picture_is_taken_whatever_it_calls_itself(brands):
    picture = taken(branded(saved("HEIF"), *brands))
    assert (picture.format, picture.size) == ("JPEG", SIZE)
    assert is_near(picture, NAVY) is True


@pytest.mark.parametrize("brand", [b"mif1", b"msf1"])
def test_what_moves_is_refused_under_any_brand(brand):
    others = (b"avis", b"avif", b"msf1") if brand == b"msf1" else ()
    data = moving("AVIF")
    if brand == b"mif1":
        # Its own still picture stands beside the film, and is what this brand means.
        assert is_near(taken(branded(data, brand, b"avif", b"avis")), NAVY) is True
        return
    with pytest.raises(uploads.NotTaken) as refusal:
        taken(branded(data, brand, *others))
    assert refusal.value.code == "animated"


def told(orientation):
    exif = Image.Exif()
    exif[redrawing.ORIENTATION] = orientation
    return exif


def quarters():
    """Red at the top left, green at the top right, blue at the bottom left, white at the bottom right."""
    picture = Image.new("RGB", (160, 96), "white")
    for colour, box in {"red": (0, 0, 80, 48), "lime": (80, 0, 160, 48), "blue": (0, 48, 80, 96)}.items():
        picture.paste(colour, box)
    return picture


@pytest.mark.parametrize("form", ["HEIF", "AVIF", "JPEG", "WEBP"])
@pytest.mark.parametrize(("orientation", "top_left"), [(1, "red"), (3, "white"), (6, "blue"), (8, "lime")])
def test_a_picture_is_turned_once(form, orientation, top_left):
    """AVIF and HEIF say it twice, in the container and in EXIF."""
    file = io.BytesIO()
    quarters().save(file, form, exif=told(orientation).tobytes(), quality=95)
    picture = taken(file.getvalue())
    assert picture.size == ((160, 96) if orientation in (1, 3) else (96, 160))
    wanted = Image.new("RGB", (1, 1), top_left).getpixel((0, 0))
    assert is_near(picture, wanted, (12, 12), 40) is True


def test_of_several_pictures_the_one_that_is_meant_is_taken():
    """As a burst, or a picture with what was before and after it."""
    others = [Image.new("RGB", SIZE, "white"), Image.new("RGB", SIZE, "black")]
    file = io.BytesIO()
    others[0].save(
        file, "HEIF", save_all=True, append_images=[Image.new("RGB", SIZE, "navy"), others[1]], primary_index=1
    )
    assert is_near(taken(file.getvalue()), NAVY) is True


def test_a_picture_in_tiles_as_telephones_write_it_is_one():
    file = io.BytesIO()
    Image.linear_gradient("L").resize((1300, 900)).convert("RGB").save(file, "HEIF", tile_size=512, quality=90)
    picture = taken(file.getvalue())
    assert picture.size == (1300, 900)
    assert [picture.getpixel((650, y))[0] for y in (10, 450, 890)] == pytest.approx([3, 128, 252], abs=6)


def test_the_decoder_of_telephones_is_loaded_in_no_process_of_ours():
    assert "pillow_heif" not in vars(redrawing) | vars(uploads)


# Depths


def png_of_16_bits(kind, pixel, size=(8, 8), extra=b""):
    """A PNG with 16 bits a channel: kind 0 is grey, 2 colour, 4 grey and 6 colour with transparency."""
    head = struct.pack(">IIBBBBB", *size, 16, kind, 0, 0, 0)
    row = b"\0" + struct.pack(f">{len(pixel)}H", *pixel) * size[0]
    body = chunk(b"IDAT", zlib.compress(row * size[1]))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + extra + body + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("kind", "pixel", "seen"),
    [
        (0, (0,), (0, 0, 0)),
        (0, (32_896,), (128, 128, 128)),
        (0, (65_535,), (255, 255, 255)),
        (0, (20_000,), (78, 78, 78)),
        (2, (65_535, 32_896, 0), (255, 128, 0)),
        (2, (5_140, 10_280, 61_680), (20, 40, 240)),
        (4, (32_896, 65_535), (128, 128, 128)),
        (6, (0, 32_896, 65_535, 65_535), (0, 128, 255)),
        (6, (0, 0, 0, 0), (255, 255, 255)),
    ],
)
def test_sixteen_bits_keep_their_tone(kind, pixel, seen):
    assert is_near(taken(png_of_16_bits(kind, pixel)), seen, (2, 2), 2) is True


def test_sixteen_bits_with_a_colour_that_is_seen_through_are_taken():
    through = chunk(b"tRNS", struct.pack(">H", 30_000))
    assert is_near(taken(png_of_16_bits(0, (20_000,), extra=through)), (78, 78, 78), (2, 2), 2) is True


def test_ten_bits_of_a_telephone_keep_their_tone():
    sixteen = Image.new("I;16", SIZE, 32_896)
    file = io.BytesIO()
    sixteen.save(file, "HEIF", quality=90)
    assert is_near(taken(file.getvalue()), (128, 128, 128), by=3) is True


# Inks and screens


def without(jpeg, marker):
    """A JPEG without its segments of that kind."""
    at, kept = 2, jpeg[:2]
    while jpeg[at + 1] != 0xDA:
        end = at + 2 + struct.unpack(">H", jpeg[at + 2 : at + 4])[0]
        kept += b"" if jpeg[at + 1] == marker else jpeg[at:end]
        at = end
    return kept + jpeg[at:]


@pytest.mark.parametrize(
    ("inks", "seen"),
    [
        ((0, 0, 0, 0), (255, 255, 255)),
        ((0, 0, 0, 255), (0, 0, 0)),
        ((255, 0, 0, 0), (0, 255, 255)),
        ((0, 255, 255, 0), (255, 0, 0)),
    ],
)
@pytest.mark.parametrize("has_marker", [True, False])
def test_the_inks_of_print_come_out_as_they_are_printed(inks, seen, has_marker):
    file = io.BytesIO()
    Image.new("CMYK", SIZE, inks).save(file, "JPEG", quality=95)
    data = file.getvalue()
    assert (b"Adobe" in data) is True
    assert is_near(taken(data if has_marker else without(data, 0xEE)), seen, by=8) is True


def test_a_picture_that_is_sent_in_several_scans_is_taken():
    assert is_near(taken(saved("JPEG", progressive=True, quality=95)), NAVY) is True


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "AVIF", "HEIF"])
def test_the_colours_of_a_wide_screen_become_those_of_every_screen(form):
    """P3 (0, 200, 0) is greener than sRGB can be; (128, 96, 80) is a little less red in numbers."""
    outside = taken(saved(form, colour=(0, 200, 0), icc_profile=p3(), quality=95))
    inside = taken(saved(form, colour=(128, 96, 80), icc_profile=p3(), quality=95))
    assert is_near(outside, (0, 204, 0), by=6) is True
    assert is_near(inside, (134, 95, 77), by=6) is True
    assert not {"icc_profile"} & set(inside.info)


def test_greys_with_a_profile_stay_greys():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    file = io.BytesIO()
    Image.new("L", SIZE, 128).save(file, "PNG", icc_profile=profile)
    assert is_near(taken(file.getvalue()), (128, 128, 128), by=2) is True
