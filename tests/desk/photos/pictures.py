"""Pictures that are sent to the desk, and photos that lie in its library."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from articles.models import Photo
from tests.desk.forms import form_of


def picture(form="JPEG", size=(40, 30), name="Port at dusk.jpg"):
    file = io.BytesIO()
    Image.new("RGB", size, "navy").save(file, form)
    return SimpleUploadedFile(name, file.getvalue(), "image/jpeg")


def quay():
    kept = io.BytesIO()
    Image.new("RGB", (1600, 1067), "teal").save(kept, "PNG")
    return SimpleUploadedFile("quay.png", kept.getvalue(), "image/png")


def upload(client, image, **typed):
    address = reverse("admin:articles_photo_add")
    return client.post(address, form_of(client.get(address)) | {"image": image} | typed)


def a_photo(slug="quay", credit="Sami Idris", texts=(("en", "Cranes", "The quay."),), **fields):
    photo = Photo.objects.create(slug=slug, image=f"photos/{slug}.jpg", width=40, height=30, credit=credit, **fields)
    for language, alt_text, caption in texts:
        photo.texts.create(language=language, alt_text=alt_text, caption=caption)
    return photo
