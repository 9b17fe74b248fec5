"""A story where it is shared: its title, its description, and a picture of its own."""

import re
from html import unescape

import pytest
from PIL import Image

from articles.actions import publishing
from articles.models import Attribution, Contributor, Photo
from articles.templatetags.pictures import DRAWN
from tests.pictures.library import library

pytestmark = pytest.mark.django_db


def head_of(client, story):
    """What the head of its page says to networks."""
    html = client.get(story.publications.get().get_absolute_url()).content.decode()
    return {
        name: unescape(said)
        for name, said in re.findall(r'<meta (?:property|name)="([\w:]+)" content="([^"]*)">', html)
    }


def test_a_story_is_shared_with_its_photo(make_story, client, union):
    photo, said = library("quay", focal_x=30), Attribution(source=union, words="union", occurrence=0)
    story = make_story(
        lead_photo=photo, kicker="Sarran", standfirst="What the “union” says.", body="<p>Rain.</p>", attributions=[said]
    )
    publishing.publish(story, revision=1, by=None)
    said = head_of(client, story)
    assert said["og:title"] == "Sarran: Dockers reject pay offer"
    assert said["og:description"] == "What the “union” says. 1 statement · 1 source"
    assert said["og:url"].startswith("http://testserver/")
    assert said["og:image"] == f"http://testserver/photos/{photo.pk}/1-x/card-30-50.jpg"
    assert (said["og:image:width"], said["og:image:height"], said["og:image:alt"]) == ("1200", "630", "A quay")
    assert (said["og:type"], said["og:locale"], said["twitter:card"]) == ("article", "en_GB", "summary_large_image")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+[+-]\d\d:\d\d", said["article:published_time"])


def test_a_story_without_a_photo_is_shared_with_the_card_of_its_section(live_story, client):
    assert head_of(client, live_story)["og:image"] == "http://testserver/static/cards/economy.jpg"


def test_every_section_has_a_card(settings, live_story, client):
    for family in DRAWN | {"paper"}:
        with Image.open(settings.BASE_DIR / f"static/cards/{family}.jpg") as card:
            assert (card.format, card.size) == ("JPEG", (1200, 630))
    section = live_story.section
    section.family = "gardens"
    section.save()
    assert head_of(client, live_story)["og:image"].endswith("/cards/paper.jpg")


def test_a_contributor_has_a_portrait_on_their_page_and_beside_their_opinions(live_story, lina, client):
    page = f"/contributors/{lina.slug}/"
    assert 'class="portrait"' not in client.get(page).content.decode()
    lina.portrait = library("portrait-lina", width=640, height=640)
    lina.save()
    html = client.get(page).content.decode()
    assert f"/photos/{lina.portrait_id}/1-x/320.avif 320w" in html
    assert 'alt="Lina Hasko"' in html


@pytest.mark.django_db(transaction=True, databases=["default", "readers"])
@pytest.mark.usefixtures("behind_the_wall")
def test_a_portrait_is_seen_with_the_first_story_that_bears_the_name(live_story, lina, client):
    lina.portrait = library("portrait-lina", is_let_out=True)
    lina.save()
    other = Contributor.objects.create(slug="other", name="Other", portrait=library("portrait-other", is_let_out=True))
    assert other.portrait_id
    assert list(Photo.objects.using("readers").values_list("slug", flat=True)) == ["portrait-lina"]
    assert f"/photos/{lina.portrait_id}/" in client.get(f"/contributors/{lina.slug}/").content.decode()
