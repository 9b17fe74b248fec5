"""Photos at the desk: what is taken in, what it is called, who sees it."""

import errno
import re

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.models import Photo
from tests.desk.forms import errors_of, fill, form_of, row
from tests.desk.photos.pictures import picture, upload


def test_a_photo_is_uploaded_and_named_after_its_file(desk):
    upload(
        desk,
        picture(),
        credit="Sami Idris",
        **{"texts-TOTAL_FORMS": 1},
        **row("texts", 0, language="en", alt_text="Cranes"),
    )
    photo = Photo.objects.get()
    assert (photo.slug, photo.width, photo.height, photo.credit) == ("port-at-dusk", 40, 30, "Sami Idris")
    assert photo.image.name.endswith("port-at-dusk.jpg")
    assert photo.texts.get().alt_text == "Cranes"


def test_the_desk_sees_a_photo_that_readers_do_not(desk, client, nobody):
    upload(desk, picture())
    address = reverse("admin:articles_photo_file", args=[Photo.objects.get().pk])
    response = desk.get(address)
    assert b"".join(response.streaming_content)[:2] == b"\xff\xd8"
    assert "no-store" in response["Cache-Control"]
    client.force_login(nobody)
    assert client.get(address).status_code == 403


@pytest.mark.parametrize(
    "image",
    [
        SimpleUploadedFile("x.jpg", b"not a picture"),
        SimpleUploadedFile("x.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        SimpleUploadedFile("empty.jpg", b""),
        picture("GIF", name="x.gif"),
        picture("BMP", name="x.jpg"),
        picture("PNG", (8000, 6000), "huge.png"),
        "",
    ],
)
def test_what_is_no_picture_of_ours_is_refused(desk, image):
    assert "image" in errors_of(upload(desk, image))
    assert not Photo.objects.exists()


def test_a_picture_is_named_for_what_it_is_and_not_for_what_it_says(desk):
    upload(desk, picture("PNG", name="مرفأ.jpg"))
    photo = Photo.objects.get()
    assert photo.slug == "photo"
    assert photo.image.name.endswith("photo.png")


def test_a_picture_is_not_exchanged_for_another(desk):
    upload(desk, picture())
    photo = Photo.objects.get()
    address = reverse("admin:articles_photo_change", args=[photo.pk])
    desk.post(address, form_of(desk.get(address)) | {"image": picture(name="other.jpg"), "credit": "New"})
    after = Photo.objects.get()
    assert (after.image.name, after.credit) == (photo.image.name, "New")


def test_a_focal_point_is_in_the_picture(desk):
    assert "focal_x" in errors_of(upload(desk, picture(), focal_x="101"))


def test_a_disk_that_is_full_is_told_and_what_was_typed_stays(desk, monkeypatch):
    def write(*_args, **_kwargs):
        raise OSError(errno.ENOSPC, "No space left on device", "/srv/secret/path")

    monkeypatch.setattr(default_storage, "save", write)
    response = upload(desk, picture(), credit="Sami Idris")
    assert "its disk is full" in str(errors_of(response))
    assert 'value="Sami Idris"' in response.text
    assert "secret" not in response.text
    typed = {"image": picture(), "alt_text": "Cranes", "credit": "Sami", "focal_x": "30", "focal_y": "40"}
    answer = desk.post(reverse("admin:articles_photo_upload"), typed)
    assert answer.status_code == 400
    assert "its disk is full" in answer.text
    assert not Photo.objects.exists()


def test_a_photo_whose_file_is_gone_keeps_its_focal_point_with_a_sentence(desk):
    upload(desk, picture())
    photo = Photo.objects.get()
    photo.image.storage.delete(photo.image.name)
    address = reverse("admin:articles_photo_change", args=[photo.pk])
    response = fill(desk, address, focal_x=80)
    assert "The file of this picture is missing" in str(response.context["errors"])
    fill(desk, address, credit="Sami Idris")
    assert Photo.objects.values_list("focal_x", "credit").get() == (50, "Sami Idris")


def test_the_texts_of_a_photo_are_headed_by_their_language(desk):
    upload(desk, picture())
    page = desk.get(reverse("admin:articles_photo_change", args=[Photo.objects.get().pk])).content.decode()
    headings = re.findall(r"<h3>(.*?)</h3>", page, re.DOTALL)
    assert [" ".join(each.split()) for each in headings] == ["English", "Arabic"]
