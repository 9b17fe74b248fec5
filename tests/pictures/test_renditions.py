"""What readers get of a photo: its sizes and its card, made when it comes in, and shown only with what carries it."""

import io
import re
from html import unescape

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.template import Context, Template
from django.urls import reverse
from PIL import Image

from articles.actions import picturing, publishing
from articles.models import Photo
from articles.pictures import renditions
from tests.pictures.library import WIDTHS, stored_photo

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def all_widths(settings):
    settings.PICTURE_WIDTHS = WIDTHS


@pytest.fixture
def photo():
    made = stored_photo()
    picturing.make(made)
    return made


@pytest.fixture
def carried(photo, make_story):
    story = make_story(lead_photo=photo)
    publishing.publish(story, revision=1, by=None)
    return story


def shown(photo, **options):
    """{picture} as a browser gets it."""
    template = Template("{% load pictures %}{% picture photo alt='A quay' eager=eager %}")
    return template.render(Context({"photo": photo, **options}))


def opened(name):
    return Image.open(default_storage.open(name))


# What is made


@pytest.mark.parametrize(
    ("width", "made"),
    [(4000, [*WIDTHS]), (1920, [*WIDTHS]), (1600, [320, 640, 960, 1280, 1600]), (640, [320, 640]), (200, [200])],
)
def test_no_picture_is_made_wider_than_it_is(width, made):
    assert renditions.widths(width, WIDTHS) == made


def test_each_size_is_there_in_each_form(photo):
    assert photo.widths == [320, 640, 960, 1280, 1600]
    for width in photo.widths:
        for form, (name, _options) in renditions.FORMS.items():
            picture = opened(photo.file(width, form))
            assert (picture.format, picture.size) == (name, (width, width * 9 // 16))
            assert picture.getpixel((5, 5))[2] > 100


def test_the_lighter_form_is_lighter(photo):
    sizes = {form: default_storage.size(photo.file(1600, form)) for form in renditions.FORMS}
    assert sizes["avif"] < sizes["jpg"]


@pytest.mark.parametrize(("focal_x", "is_orange"), [(0, False), (100, True)])
def test_the_card_is_cut_around_the_focal_point(focal_x, is_orange):
    wide = stored_photo(size=(3000, 630), focal_x=focal_x)
    picturing.make(wide)
    card = opened(wide.card_file)
    assert (card.format, card.size) == ("JPEG", renditions.CARD)
    assert [card.getpixel((x, 300))[0] > 128 for x in (10, 1190)] == [is_orange, is_orange]


@pytest.mark.parametrize("colour", ["white", "black", "#0d5c63", "#fbfaf7"])
def test_a_card_bears_the_papers_mark_whatever_it_shows(colour):
    card = Image.open(io.BytesIO(renditions.card(Image.new("RGB", (1600, 900), colour), (50, 50))))
    # Along the middle of the mark: its edge, its ground, the globe's outline, its meridian.
    tones = [sum(card.getpixel((x, 534))) for x in range(36, 162)]
    assert min(tones) < 300 < 640 < max(tones)
    assert sum(abs(one - other) > 150 for one, other in zip(tones, tones[4:], strict=False)) > 12


def test_what_is_there_is_not_made_again(photo):
    assert picturing.make(photo) == 0


def test_where_the_focal_point_moves_only_the_card_is_made(photo):
    before = photo.card_address
    photo.focal_x = 10
    assert picturing.make(photo) == 1
    assert photo.card_address != before


def test_the_same_picture_is_made_once(photo):
    assert picturing.make(stored_photo("quay-again")) == 0


def test_what_lacks_is_made_by_command(photo, capsys):
    stored_photo("another", (700, 500))
    Photo.objects.create(slug="lost", image="photos/lost.webp", width=16, height=9)
    call_command("make_renditions")
    said = capsys.readouterr()
    assert (said.out, said.err) == ("2 photos, 7 files made.\n", "Their file is missing: lost\n")
    assert Photo.objects.get(slug="another").widths == [320, 640, 700]


# What pages say


def test_a_browser_is_told_each_size_with_its_width(photo):
    html = unescape(shown(photo))
    avif, jpg = re.findall(r' srcset="([^"]+)"', html)
    for listed, form in ((avif, "avif"), (jpg, "jpg")):
        assert listed.split(", ") == [f"/photos/{photo.pk}/{photo.made_as}/{w}.{form} {w}w" for w in photo.widths]
    assert '<source type="image/avif"' in html
    assert f'src="/photos/{photo.pk}/{photo.made_as}/960.jpg"' in html
    assert 'width="1600" height="900" alt="A quay"' in html
    assert html.count('sizes="(min-width: 80rem) 76rem, 92vw"') == 2


def test_what_leads_is_fetched_at_once_and_the_rest_when_it_comes_into_view(photo):
    assert 'loading="lazy" decoding="async"' in shown(photo)
    lead = shown(photo, eager=True)
    assert 'fetchpriority="high"' in lead
    assert "lazy" not in lead


def test_a_picture_that_is_cut_off_centre_says_so_by_a_class(photo):
    assert 'class="picture"' in shown(photo)
    photo.focal_x, photo.focal_y = 63, 0
    assert 'class="picture focal-x-65 focal-y-0"' in shown(photo)


def test_each_step_of_the_focal_point_has_its_rule(settings):
    styles = (settings.BASE_DIR / "static/css/pictures.css").read_text()
    for axis in "xy":
        for step in range(0, 101, 5):
            assert step == 50 or f".focal-{axis}-{step} {{ --focal-{axis}: {step}%; }}" in styles


def test_nothing_is_shown_of_what_has_not_been_made():
    assert shown(stored_photo()) == ""
    assert shown(None) == ""


# What readers get


@pytest.mark.django_db(transaction=True, databases=["default", "readers"])
@pytest.mark.usefixtures("behind_the_wall")
def test_a_picture_is_served_only_while_a_version_that_has_begun_carries_it(photo, make_story, client):
    address, card = photo.address(320, "avif"), photo.card_address
    story = make_story(lead_photo=photo)
    assert {client.get(path).status_code for path in (address, card)} == {404}
    publishing.publish(story, revision=1, by=None)
    assert address in client.get(story.publications.get().get_absolute_url()).content.decode()
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "image/avif")
    assert Image.open(io.BytesIO(b"".join(response.streaming_content))).size == (320, 180)
    response.close()
    shared = client.get(card)
    assert shared["Content-Type"] == "image/jpeg"
    shared.close()
    publishing.withdraw(story, by=None, reason="It was wrong.")
    assert {client.get(path).status_code for path in (address, card)} == {404}


def test_a_cache_keeps_a_picture_for_an_hour_and_then_asks(carried, photo, client):
    response = client.get(photo.address(640, "jpg"))
    assert response["Cache-Control"] == "public, max-age=3600"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    again = client.get(photo.address(640, "jpg"), headers={"If-None-Match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    since = client.get(photo.address(640, "jpg"), headers={"If-Modified-Since": response["Last-Modified"]})
    assert (since.status_code, since.content) == (304, b"")
    response.close()


def test_an_older_mark_leads_to_what_there_is(carried, photo, client):
    assert client.get(f"/photos/{photo.pk}/1-old/320.jpg").status_code == 200


@pytest.mark.parametrize("what", ["321.jpg", "320.png", "320.webp", "320", "", "card.jpg"])
def test_what_was_not_made_is_not_there(carried, photo, client, what):
    assert client.get(f"/photos/{photo.pk}/{photo.made_as}/{what}").status_code == 404


def test_no_address_of_readers_leads_to_what_was_uploaded(carried, photo, client):
    uploaded = default_storage.open(photo.image.name).read()
    page = client.get(carried.publications.get().get_absolute_url()).content.decode()
    assert photo.image.name not in page
    for address in set(re.findall(r"/photos/[^\s\"]+", page)):
        assert b"".join(client.get(address).streaming_content) != uploaded
    assert client.get(f"/photos/{photo.pk}/").status_code == 404
    assert client.get(f"/media/{photo.image.name}").status_code == 404


# What the desk gets


@pytest.mark.parametrize(
    ("asked", "form", "width"),
    [("?width=320", "JPEG", 320), ("?width=400&form=avif", "AVIF", 640), ("?width=9999", "JPEG", 1600),
     ("?width=x", "PNG", 1600), ("", "PNG", 1600)],
)  # fmt: skip
def test_the_desk_gets_the_next_size_or_the_picture_itself(photo, client, chief, asked, form, width):
    client.force_login(chief)
    response = client.get(reverse("admin:articles_photo_file", args=[photo.pk]) + asked)
    picture = Image.open(io.BytesIO(b"".join(response.streaming_content)))
    assert (picture.format, picture.width) == (form, width)
    assert "no-store" in response["Cache-Control"]


def test_a_preview_shows_what_readers_cannot_get_yet(photo):
    html = unescape(shown(photo, pictures_from="admin:articles_photo_file"))
    assert f"/admin/articles/photo/{photo.pk}/file/?width=320&form=avif 320w" in html
    assert "/photos/" not in html
