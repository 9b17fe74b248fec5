"""What stands before readers or soon will, and the words that somebody would put in its place."""

from articles.models import Contributor, Photo
from tests.desk.photos.pictures import quay

FORGED = "Forged words"


def a_photo(slug):
    photo = Photo.objects.create(slug=slug, image=quay(), credit="Sami Idris")
    photo.texts.create(language="en", alt_text="A quay", caption="A quay.")
    return photo


def an_author():
    amal = Contributor.objects.create(slug="amal", name="Amal")
    amal.names.create(language="en", name="Amal A.")
    return amal
