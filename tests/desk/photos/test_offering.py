"""What the file of a picture says of itself, at the desk: offered, looked over, and only then kept."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.models import Photo
from articles.rules.origins import Origin
from tests.desk.forms import errors_of
from tests.desk.photos.pictures import picture, upload
from tests.pictures.written import VOCABULARY, saved, texts, xmp

PACKET = xmp(
    "<dc:creator><rdf:Seq><rdf:li>Jane Roe</rdf:li></rdf:Seq></dc:creator>"
    + texts("dc:description", x_default="Cranes at dusk.", ar="رافعات عند الغروب.")
    + texts("xmpRights:UsageTerms", x_default="One use"),
    f'Iptc4xmpExt:DigitalSourceType="{VOCABULARY}compositeCapture"',
)
OFFERED = {
    "credit": "Jane Roe",
    "licence": "One use",
    "origin": "compositeCapture",
    "captions": {"en": "Cranes at dusk.", "ar": "رافعات عند الغروب."},
}


def sent(packet=PACKET, name="cranes.jpg"):
    return SimpleUploadedFile(name, saved("JPEG", packet=packet), "image/jpeg")


def offered(client, image):
    return client.post(reverse("admin:articles_photo_offered"), {"image": image})


def test_what_a_file_says_is_offered_by_field_and_nothing_is_kept(desk):
    answer = offered(desk, sent())
    assert answer.json()["offered"] == OFFERED
    assert answer.json()["sentence"] == (
        "Taken from the file: credit, licence, how it came about, caption. Look them over before you save."
    )
    assert not Photo.objects.exists()


@pytest.mark.parametrize(
    ("said", "captions"),
    [
        ({"x_default": "The quay."}, {"en": "The quay."}),
        ({"x_default": "الرصيف."}, {"ar": "الرصيف."}),
        ({"x_default": "12 رصيفاً"}, {"ar": "12 رصيفاً"}),
        ({"en_GB": "The quay.", "x_default": "Der Kai."}, {"en": "The quay."}),
        ({"de": "Der Kai."}, {"en": "Der Kai."}),
        ({"fa": "اسکله."}, {"ar": "اسکله."}),
        ({"x_default": "1234"}, {"en": "1234"}),
    ],
)
def test_a_caption_is_offered_in_the_language_that_it_is_in(desk, said, captions):
    answer = offered(desk, sent(xmp(texts("dc:description", **said))))
    assert answer.json()["offered"]["captions"] == captions


def test_a_file_that_says_nothing_offers_nothing(desk):
    assert offered(desk, picture()).json() == {"offered": {"captions": {}}, "sentence": ""}


def test_what_is_no_picture_offers_nothing_and_says_why(desk, client, nobody):
    answer = offered(desk, SimpleUploadedFile("x.jpg", b"<html>"))
    assert (answer.status_code, "Use a JPEG" in answer.json()["refused"]) == (400, True)
    assert desk.post(reverse("admin:articles_photo_offered")).status_code == 400
    assert desk.get(reverse("admin:articles_photo_offered")).status_code == 405
    client.force_login(nobody)
    assert offered(client, sent()).status_code == 403


def test_without_a_script_the_form_comes_back_once_with_what_the_file_says(desk):
    page = upload(desk, sent())
    assert "Jane Roe; One use" in str(errors_of(page)["image"])
    assert 'value="Jane Roe"' in page.text
    assert '<option value="compositeCapture" selected>' in page.text
    assert not Photo.objects.exists()
    upload(desk, sent(), looked_over="1", credit="Jane Roe/Harbour", licence="")
    photo = Photo.objects.get()
    assert (photo.credit, photo.licence, photo.origin) == ("Jane Roe/Harbour", "", "")
    assert not photo.texts.exists()


def test_what_is_filled_is_not_asked_again(desk):
    typed = {"credit": "Sami", "licence": "Ours", "origin": "digitalCapture", "texts-0-caption": "At the quay."}
    assert not upload(desk, sent(), **typed).context
    assert Photo.objects.get().credit == "Sami"


def test_the_window_is_answered_with_what_the_file_says(desk):
    address = reverse("admin:articles_photo_upload") + "?language=en"
    typed = {"alt_text": "Cranes", "credit": "", "focal_x": "50", "focal_y": "50"}
    answer = desk.post(address, typed | {"image": sent()})
    assert answer.status_code == 400
    assert answer.json()["offered"] == OFFERED
    looked_over = {"looked_over": "1", "credit": "Jane Roe", "caption": "Cranes.", "origin": "compositeCapture"}
    assert desk.post(address, typed | looked_over | {"image": sent()}).status_code == 200
    assert Photo.objects.get().origin == Origin.OF_PHOTOGRAPHS


def test_markup_in_a_file_is_no_markup_of_the_form(desk):
    name = '&lt;img src=x onerror=alert(1)&gt;"&gt;Ann'
    hostile = xmp(f"<dc:creator><rdf:Seq><rdf:li>{name}</rdf:li></rdf:Seq></dc:creator>")
    page = upload(desk, sent(hostile))
    assert "onerror" not in page.text
    assert 'value="&quot;&gt;Ann"' in page.text


def test_an_origin_is_one_of_the_vocabulary(desk):
    assert "origin" in errors_of(upload(desk, picture(), origin="witchcraft"))


# Names of files

NAMES = {
    "119 letters": "x" * 115 + ".jpg",
    "400 letters": "x" * 400 + ".jpg",
    "Arabic": "صورة من الميناء.jpg",
    "100 Arabic letters": "م" * 100 + ".jpg",
    "an emoji": "🚢.jpg",
    "no ending": "picture",
    "an ending alone": ".jpg",
    "dots": "..",
    "one dot": ".",
    "many dots": "a.b.c...jpg....",
    "a long ending": "a." + "م" * 120,
    "a path": "../../etc/passwd",
    "a path that ends so": "pictures/",
    "a path of Windows": "C:\\Users\\source-of-ours\\",
    "a NUL": "a\0b.jpg",
    "NULs alone": "\0\0",
    "blanks": "   ",
    "a line end": "a\r\nb.jpg",
    "turned round": "\u202egpj.exe",
    "marks alone": "\u202e\u200f",
    "a program's": "page.php",
    "quotation marks": "a\"b'c.jpg",
    "an entity": "&#0;",
}


def named(name, body):
    """A form with a file as a browser sends it: quotation marks and line ends in its name are percent-encoded."""
    name = name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
    parts = [
        b'--edge\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' % (key.encode(), str(value).encode())
        for key, value in body.items()
        if key != "image"
    ]
    head = b'--edge\r\nContent-Disposition: form-data; name="image"; filename="%s"\r\nContent-Type: image/jpeg\r\n\r\n'
    return b"".join(parts) + head % name.encode() + body["image"] + b"\r\n--edge--\r\n"


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
@pytest.mark.parametrize("where", ["add", "upload", "offered"])
def test_no_picture_is_refused_for_its_name(desk, name, where):
    # More than is kept in memory, so that a file is made of it.
    data = saved("JPEG") + b"\0" * (3_000_000 if where == "upload" else 0)
    typed = {"focal_x": 50, "focal_y": 50, "credit": "Ann", "alt_text": "A", "texts-TOTAL_FORMS": 0}
    body = named(name, typed | {"texts-INITIAL_FORMS": 0, "image": data})
    answer = desk.post(
        reverse(f"admin:articles_photo_{where}"), body, content_type="multipart/form-data; boundary=edge"
    )
    assert answer.status_code == (302 if where == "add" else 200), answer.text[:2000]
    for photo in Photo.objects.all():
        assert photo.slug.isascii()
        assert re.fullmatch(r"photos/[\w-]{1,88}\.jpg", photo.image.name, re.ASCII)


def test_a_form_without_a_file_is_told_that_it_lacks_one(desk):
    assert "required" in str(errors_of(upload(desk, ""))["image"])
