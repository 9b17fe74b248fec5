"""What a file says of its picture: read, cleaned and offered; and of all else it says, nothing is kept."""

import io
import struct

import pytest
from PIL import Image, PngImagePlugin

from articles.models import Photo, PhotoText
from articles.pictures import notes, uploads
from tests.pictures.written import VOCABULARY, iim, png_with, saved, texts, with_segment, xmp

BY = "<dc:creator><rdf:Seq><rdf:li>Jane Roe</rdf:li></rdf:Seq></dc:creator>"
FULL = xmp(
    BY
    + texts("dc:description", x_default="Cranes at dusk.", ar="رافعات عند الغروب.")
    + texts("xmpRights:UsageTerms", x_default="One use, until May")
    + texts("dc:rights", x_default="© Harbour Agency"),
    f'photoshop:Credit="Harbour Agency" Iptc4xmpExt:DigitalSourceType="{VOCABULARY}compositeCapture"',
)


def said(data):
    """What is offered; the same by both ways of asking."""
    read = uploads.notes_of(io.BytesIO(data))
    assert uploads.accepted(io.BytesIO(data)).notes == read
    return read


def of_exif(**told):
    exif = Image.Exif()
    for name, text in told.items():
        exif[notes.EXIF[name]] = text
    return exif.tobytes()


def test_nothing_is_offered_where_nothing_is_said():
    for form in ("JPEG", "PNG", "WEBP", "AVIF", "HEIF"):
        assert said(saved(form)) == {"credit": "", "licence": "", "captions": {}, "origin": ""}


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF", "HEIF"])
def test_what_an_agency_writes_is_offered_from_each_kind_of_file(form):
    data = png_with(FULL) if form == "PNG" else saved(form, packet=FULL)
    assert said(data) == {
        "credit": "Jane Roe / Harbour Agency",
        "licence": "One use, until May; © Harbour Agency",
        "captions": {"": "Cranes at dusk.", "ar": "رافعات عند الغروب."},
        "origin": f"{VOCABULARY}compositeCapture",
    }


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF", "HEIF"])
def test_what_a_camera_writes_is_offered_from_each_kind_of_file(form):
    data = saved(form, exif=of_exif(by="Sami Idris", notice="(c) Sami Idris", caption="The quay."))
    assert said(data) == {
        "credit": "Sami Idris", "licence": "(c) Sami Idris", "captions": {"": "The quay."}, "origin": "",
    }  # fmt: skip


WIRE = [(80, "Jane Roe"), (110, "Harbour Agency"), (116, "© 2026 Harbour Agency"), (120, "The quay, closed.")]


def test_what_a_wire_writes_is_offered():
    jpeg = with_segment(saved("JPEG"), iim(*((number, text.encode()) for number, text in WIRE)))
    assert said(jpeg) == {
        "credit": "Jane Roe / Harbour Agency", "licence": "© 2026 Harbour Agency",
        "captions": {"": "The quay, closed."}, "origin": "",
    }  # fmt: skip


def test_the_newer_form_is_believed_before_the_older_and_each_field_by_itself():
    told = iim((80, b"Old Name"), (120, b"An old caption."))
    both = with_segment(saved("JPEG", packet=xmp(BY), exif=of_exif(caption="A third.", notice="(c) Third")), told)
    offered = said(both)
    assert (offered["credit"], offered["captions"]) == ("Jane Roe", {"": "An old caption."})
    assert offered["licence"] == "(c) Third"


@pytest.mark.parametrize(
    ("by", "credit", "line"),
    [
        ("Jane Roe", "Jane Roe/Harbour Agency", "Jane Roe/Harbour Agency"),
        ("Jane Roe", "", "Jane Roe"),
        ("", "Harbour Agency", "Harbour Agency"),
        ("JANE ROE", "Jane Roe", "Jane Roe"),
        ("Harbour Agency, Jane Roe", "Harbour Agency", "Harbour Agency, Jane Roe"),
    ],
)
def test_a_name_is_not_credited_twice(by, credit, line):
    jpeg = with_segment(saved("JPEG"), iim((80, by.encode()), (110, credit.encode())))
    assert said(jpeg)["credit"] == line


def test_several_authors_are_all_credited():
    jpeg = with_segment(saved("JPEG"), iim((80, b"Jane Roe"), (80, b"Sami Idris"), (80, b"Jane Roe")))
    assert said(jpeg)["credit"] == "Jane Roe, Sami Idris"


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("عمال الميناء يغلقون الرصيف".encode(), "عمال الميناء يغلقون الرصيف"),
        ("عمال الميناء يغلقون الرصيف".encode("cp1256"), "عمال الميناء يغلقون الرصيف"),
        ("“Café” – at the quay".encode("cp1252"), "“Café” – at the quay"),
        ("Łódź, 東京, 🚢".encode(), "Łódź, 東京, 🚢"),
        (b"\xff\xfe half \xc3", "ÿþ half Ã"),
        ("في الساعة 20:57 — SARRAN".encode(), "في الساعة 20:57 — SARRAN"),
    ],
)
@pytest.mark.parametrize("way", ["iim", "old iim", "exif"])
def test_letters_are_read_as_they_were_meant(raw, read, way):
    if way == "exif":
        # Pillow would not write what is not ASCII: the bytes are put where as many were.
        data = saved("JPEG", exif=of_exif(caption="x" * len(raw))).replace(b"x" * len(raw), raw)
    else:
        data = with_segment(saved("JPEG"), iim((120, raw), utf8=way == "iim"))
    assert said(data)["captions"] == {"": read}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<b>Cranes</b> at <i>dusk</i>", "Cranes at dusk"),
        ("&lt;b onclick=&quot;x()&quot;&gt;Cranes&lt;/b&gt; &amp;amp; ships", "Cranes & ships"),
        ("&lt;img src=x onerror=alert(1)&gt;Cranes", "Cranes"),
        ("&lt;a href='javascript:x'", ""),
        ("a &lt; b and b > a", "a < b and b > a"),
        ("\u202ecranes\u202c at\u2066 dusk\u200b", "cranes at dusk"),
        ("Cranes\r\n\tat\u2028dusk\u00a0 ", "Cranes at dusk"),
        ("coffee\u00ad and می\u200cرود", "coffee and می\u200cرود"),
    ],
)
def test_what_is_offered_is_plain_words_in_one_line(written, read):
    packet = xmp(texts("dc:description", x_default=written.replace("<", "&lt;")))
    assert said(saved("JPEG", packet=packet))["captions"].get("", "") == read


def test_halves_of_characters_and_controls_are_dropped():
    assert notes.clean("a\0b\x07c\x9dd\ud800e") == "a b c de"


def test_what_is_too_long_is_cut_at_a_word_and_says_so():
    long = "word " * 200_000
    for data in (
        png_with(xmp(texts("dc:description", x_default=long))),
        saved("WEBP", packet=xmp(texts("dc:description", x_default=long))),
        with_segment(saved("JPEG"), iim((120, long[:30_000].encode()))),
    ):
        (caption,) = said(data)["captions"].values()
        assert len(caption) <= 400
        assert caption.endswith("word…")


def test_a_long_note_that_is_packed_into_a_few_bytes_refuses_no_picture():
    file = io.BytesIO()
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", "word " * 400_000, zip=True)
    Image.new("RGB", (20, 20)).save(file, "PNG", pnginfo=info)
    assert len(file.getvalue()) < 10_000
    assert uploads.accepted(io.BytesIO(file.getvalue())).width == 20


def test_each_offer_fits_the_field_that_it_is_for():
    fields = {"credit": Photo, "licence": Photo, "caption": PhotoText}
    most = {name: model._meta.get_field(name).max_length for name, model in fields.items()}
    assert most == notes.MOST_LETTERS


@pytest.mark.parametrize(
    "caption", ["OLYMPUS DIGITAL CAMERA", "SONY DSC", "Screenshot", "DCIM\\100MEDIA\\DJI_0042.JPG"]
)
def test_what_a_camera_writes_by_itself_is_no_caption(caption):
    assert said(saved("JPEG", exif=of_exif(caption=caption)))["captions"] == {}


BROKEN = {
    "no XML": b"not XML at all",
    "half of it": FULL[:400],
    "nothing": b"",
    "zeros": b"\0" * 100,
    "an entity of nobody's": xmp(texts("dc:description", x_default="&nobody;")),
    "no letters": b"\xff\xfe\x00\xd8" * 50,
    "a thousand within each other": xmp("<dc:description>" * 1_000 + "</dc:description>" * 1_000),
    "100,000 within each other": xmp("<dc:description>" * 100_000 + "</dc:description>" * 100_000),
}


@pytest.mark.parametrize("packet", BROKEN.values(), ids=BROKEN)
def test_broken_notes_are_none_and_the_picture_is_taken(packet):
    assert said(saved("WEBP", packet=packet))["captions"] == {}


def test_a_packet_that_defines_what_it_says_is_not_read():
    """A file in which it stands is refused before; packed, it would come so far."""
    picture = Image.new("RGB", (2, 2))
    picture.info["xmp"] = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + FULL
    assert notes.said_by(picture)["captions"] == {}


@pytest.mark.parametrize("size", [b"\x7f\xff", b"\xff\xff\xff\xff", b"\x80\x00", b"\x84\xff"])
def test_a_length_that_is_not_so_refuses_no_picture(size):
    content = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x20\x1c\x02\x78" + size + b"Cranes"
    segment = b"\xff\xed" + struct.pack(">H", len(content) + 2) + content
    assert uploads.accepted(io.BytesIO(with_segment(saved("JPEG"), segment))).width


def test_what_another_picture_was_is_not_said_of_this_one():
    inner = f'<xmpMM:Ingredients><rdf:Bag><rdf:li rdf:parseType="Resource">{BY}</rdf:li></rdf:Bag></xmpMM:Ingredients>'
    assert said(saved("JPEG", packet=xmp(inner)))["credit"] == ""


@pytest.mark.parametrize(
    "written",
    [
        "<Iptc4xmpExt:DigitalSourceType>{}</Iptc4xmpExt:DigitalSourceType>",
        '<Iptc4xmpExt:DigitalSourceType rdf:resource="{}"/>',
        "<Iptc4xmpExt:DigitalSourceType><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></Iptc4xmpExt:DigitalSourceType>",
    ],
)
def test_the_source_type_is_read_in_each_way_to_write_it(written):
    address = f"{VOCABULARY}trainedAlgorithmicMedia"
    assert said(saved("JPEG", packet=xmp(written.format(address))))["origin"] == address


SECRETS = [b"zqSERIAL", b"zqMAKER", b"zqOWNER", b"zqPLACE", b"zqCITY", b"zqEDITOR", b"zqLENS"]


def told_of_everything():
    """EXIF with where it was taken, by whose camera of which number, and what the maker wants to know."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x013B] = "zqMAKER", "zqMAKER 9", "Jane Roe"
    exif.get_ifd(0x8769).update({0xA431: "zqSERIAL", 0xA430: "zqOWNER", 0x927C: b"zqMAKER notes", 0xA435: "zqLENS"})
    exif.get_ifd(0x8825).update({1: "N", 2: (33.0, 53.0, 20.0), 3: "E", 4: (35.0, 30.0, 0.0), 27: b"zqPLACE"})
    return exif.tobytes()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF", "HEIF"])
def test_what_is_not_offered_is_in_no_file_that_is_kept(form):
    packet = xmp("<exif:GPSLatitude>zqPLACE</exif:GPSLatitude>" + BY, 'photoshop:City="zqCITY"')
    data = saved(form, packet=packet, exif=told_of_everything())
    if form == "JPEG":
        data = with_segment(data, iim((80, b"Jane Roe"), (90, b"zqCITY"), (122, b"zqEDITOR")))
    assert all(secret in data for secret in SECRETS[:4])
    accepted = uploads.accepted(io.BytesIO(data))
    kept = accepted.content.read()
    assert accepted.notes["credit"] == "Jane Roe"
    for trace in [*SECRETS, b"Jane Roe", b"Exif", b"http", b"8BIM", b"xmpmeta", b"ICC", b"GPS"]:
        assert trace not in kept
        assert trace not in str(accepted.notes).replace("Jane Roe", "").encode()
