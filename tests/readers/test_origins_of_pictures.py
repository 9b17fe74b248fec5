"""What readers are told of how a picture came about: drawings, composites, a program's work; and of most, nothing."""

import re

import pytest
from django.utils.translation import override

from articles.actions import publishing
from articles.models import Photo, Publication
from articles.rules.origins import VOCABULARY, Origin, origin_of
from tests.pictures.library import library

pytestmark = pytest.mark.django_db


@pytest.fixture
def photos():
    return library("quay", credit="The Meridian"), library("pier", credit="Ann")


@pytest.fixture
def live(photos, make_story):
    story = make_story(lead_photo=photos[0], body='<p>Words.</p><figure data-photo="pier"></figure>')
    return publishing.publish(story, revision=1, by=None)


def marks(client, live):
    return re.findall(r'<(?:span|bdi) class="(origin|credit)">([^<]*)<', client.get(live.get_absolute_url()).text)


def called(photo, origin):
    Photo.objects.filter(pk=photo.pk).update(origin=origin)


def test_a_drawing_is_credited_as_one_and_apart_from_its_caption(client, photos, live):
    called(photos[0], Origin.ILLUSTRATION)
    assert marks(client, live) == [("credit", "Illustration: The Meridian"), ("credit", "Ann")]


@pytest.mark.parametrize(
    ("origin", "told"),
    [
        ("", [("credit", "Ann")]),
        (Origin.PHOTOGRAPH, [("credit", "Ann")]),
        (Origin.SEVERAL_FRAMES, [("credit", "Ann")]),
        (Origin.PRINT, [("credit", "Ann")]),
        (Origin.EDITED, [("credit", "Ann")]),
        (Origin.ENHANCED, [("credit", "Ann")]),
        (Origin.ILLUSTRATION, [("credit", "Illustration: Ann")]),
        (Origin.GRAPHIC, [("credit", "Graphic: Ann")]),
        (Origin.SCREENSHOT, [("credit", "Screenshot: Ann")]),
        (Origin.COMPOSITE, [("origin", "Composite picture"), ("credit", "Ann")]),
        (Origin.OF_PHOTOGRAPHS, [("origin", "Composite picture"), ("credit", "Ann")]),
        (Origin.PARTLY_MADE, [("origin", "Composite picture, partly made by a program"), ("credit", "Ann")]),
        (Origin.CHANGED, [("origin", "Composite picture, partly made by a program"), ("credit", "Ann")]),
        (Origin.GENERATED, [("origin", "Made by a program"), ("credit", "Ann")]),
        (Origin.COMPUTED, [("origin", "Made by a program"), ("credit", "Ann")]),
        (Origin.VIRTUAL, [("origin", "A virtual scene"), ("credit", "Ann")]),
        ("of a later Newsroom", [("credit", "Ann")]),
    ],
)
@pytest.mark.parametrize("place", [0, 1], ids=["the lead", "in the text"])
def test_readers_are_told_beside_the_caption(client, photos, live, place, origin, told):
    called(photos[place], origin)
    wanted = [(kind, words.replace("Ann", ("The Meridian", "Ann")[place])) for kind, words in told]
    others = [("credit", ("Ann", "The Meridian")[place])]
    assert marks(client, live) == (wanted + others if place == 0 else others + wanted)


@pytest.mark.parametrize("credit", ["Illustration: Ann", "illustration by Ann", "Illustration"])
def test_a_word_that_stands_in_the_credit_is_not_said_twice(credit):
    with override("en"):
        assert Origin.ILLUSTRATION.credited(credit) == credit


@pytest.mark.parametrize(
    ("origin", "told"),
    [
        (Origin.ILLUSTRATION, [("credit", "رسم: خط الزوال")]),
        (Origin.GRAPHIC, [("credit", "رسم بياني: خط الزوال")]),
        (Origin.COMPOSITE, [("origin", "صورة مركّبة"), ("credit", "خط الزوال")]),
        (Origin.GENERATED, [("origin", "من صنع برنامج"), ("credit", "خط الزوال")]),
    ],
)
def test_in_arabic_it_is_told_in_arabic(client, photos, make_story, arabic, origin, told):
    photos[0].texts.create(language="ar", alt_text="رصيف", credit="خط الزوال")
    story = make_story(arabic, headline="الرصيف", lead_photo=photos[0], body="<p>كلام.</p>")
    called(photos[0], origin)
    assert marks(client, publishing.publish(story, revision=1, by=None)) == told


def test_what_is_learnt_of_a_picture_later_is_told_at_once_and_the_record_stands(client, photos, live):
    before = Publication.objects.values().get(pk=live.pk)
    called(photos[0], Origin.GENERATED)
    assert ("origin", "Made by a program") in marks(client, live)
    assert Publication.objects.values().get(pk=live.pk) == before
    called(photos[0], "")
    assert ("origin", "Made by a program") not in marks(client, live)


def test_where_a_picture_has_no_caption_nothing_is_added(client, photos, live):
    called(photos[0], Origin.GENERATED)
    for address in ("/", live.section.get_absolute_url()):
        page = client.get(address, follow=True).text
        assert "picture" in page
        assert "Made by a program" not in page


@pytest.mark.parametrize(
    ("written", "origin"),
    [
        (f"{VOCABULARY}trainedAlgorithmicMedia", Origin.GENERATED),
        ("https://cv.iptc.org/newscodes/digitalsourcetype/compositeSynthetic/", Origin.PARTLY_MADE),
        ("digsrctype:digitalArt", Origin.ILLUSTRATION),
        (f"{VOCABULARY}minorHumanEdits", Origin.EDITED),
        (f" {VOCABULARY}softwareImage\n", Origin.COMPUTED),
        ("HTTP://CV.IPTC.ORG/newscodes/digitalsourcetype/ALGORITHMICMEDIA", Origin.COMPUTED),
        ("screenCapture", Origin.SCREENSHOT),
        (f"{VOCABULARY}tomorrowsTerm", None),
        ("https://example.org/digitalsourcetype/composite", None),
        ("", None),
    ],
)
def test_a_term_is_known_in_each_way_to_write_it(written, origin):
    assert origin_of(written) == origin


def test_each_origin_has_its_address():
    assert Origin.OF_PHOTOGRAPHS.address == "http://cv.iptc.org/newscodes/digitalsourcetype/compositeCapture"
    assert all(origin_of(origin.address) == origin for origin in Origin)
