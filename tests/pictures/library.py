"""Photos of the library: with a file, and without."""

import io

from django.core.files.base import ContentFile
from PIL import Image

from articles.models import Photo

WIDTHS = (320, 640, 960, 1280, 1920)


def halves(size=(1600, 900)):
    """Navy on the left, orange on the right."""
    picture = Image.new("RGB", size, "navy")
    picture.paste("orange", (size[0] // 2, 0, *size))
    return picture


def kept(slug="quay", size=(1600, 900), **fields):
    file = io.BytesIO()
    halves(size).save(file, "PNG")
    image = ContentFile(file.getvalue(), name=f"{slug}.png")
    photo = Photo.objects.create(slug=slug, image=image, credit="Staff", **fields)
    photo.texts.create(language="en", alt_text="A “quay”")
    return photo


def library(slug, **fields):
    known = {"image": "photos/x.webp", "width": 1600, "height": 900, "credit": "Ann", "made_as": "1-x", "widths": [320]}
    photo = Photo.objects.create(slug=slug, **known | fields)
    photo.texts.create(language="en", alt_text=f"A {slug}", caption="Its own caption")
    return photo
