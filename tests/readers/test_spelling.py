"""Addresses written otherwise forward to the address as it is, and tell nothing of what is not public."""

from datetime import timedelta
from urllib.parse import quote, unquote

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.actions import publishing
from articles.models import Section, Tag

pytestmark = [
    pytest.mark.django_db(transaction=True, databases=["default", "readers"]),
    pytest.mark.usefixtures("behind_the_wall"),
]

HEADLINES = ["हिन्दी में समाचार", "বাংলা ভাষা", "ที่นี่ น้ำท่วม", "ភាសាខ្មែរ", "Новый йод", "أُخرى في المِيناء", "!!!"]


def path_of(story):
    return unquote(story.publications.latest("number").get_absolute_url())


def title_case(path):
    return "/".join("-".join(word.capitalize() for word in part.split("-")) for part in path.split("/"))


def way(client, path):
    response = client.get(path)
    return response.status_code, unquote(response.headers.get("Location", ""))


@pytest.fixture
def arabic_story(make_story, arabic):
    story = make_story(arabic, headline="إضراب في الميناء ABC")
    publishing.publish(story, revision=1, by=None)
    return story


@pytest.mark.parametrize("headline", HEADLINES)
def test_an_address_that_is_made_is_one_that_is_answered(client, make_story, english, headline):
    story = make_story(headline=headline, tags=[headline if headline != "!!!" else "Ports"])
    publishing.publish(story, revision=1, by=None)
    slug = story.publications.get().slug
    Section.objects.create(edition=english, name="S", slug=slug, family="s", position=7)
    Tag.objects.update(slug=slug)
    for path in (path_of(story), reverse("section", kwargs={"language": "", "slug": slug}), f"/topics/{slug}/"):
        assert client.get(path).status_code == 200, path


def test_an_address_in_capitals_forwards(client, live_story):
    path = path_of(live_story)
    for asked in (path.upper(), title_case(path), path.upper().rstrip("/")):
        assert way(client, asked) == (301, path), asked
    assert way(client, f"{path.upper()}?utm_source=X&before=1-1") == (301, f"{path}?utm_source=X&before=1-1")


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("/ECONOMY/", "/economy/"),
        ("/Topics/Ports/", "/topics/ports/"),
        ("/sources/Dockers-Union/", "/sources/dockers-union/"),
        ("/CONTRIBUTORS/Lina-Hasko", "/contributors/lina-hasko/"),
        ("/Archive/", "/archive/"),
        ("/archive/٢٠٢٦/١١/", "/archive/2026/11/"),
        ("/%2565conomy/", "/economy/"),
        ("/EN/Economy/", "/economy/"),
    ],
)
def test_sections_topics_sources_and_contributors_likewise(client, live_story, asked, meant):
    assert way(client, quote(asked, safe="/%")) == (301, meant)


def test_the_arabic_edition_in_capitals_and_what_was_encoded_twice(client, arabic_story):
    path = path_of(arabic_story)
    twice = quote(quote(path))
    assert way(client, path.replace("/ar/", "/AR/")) == (301, path)
    assert way(client, path.upper()) == (301, path)
    assert way(client, twice) == (301, path)
    assert way(client, quote(twice)) == (301, path)
    assert client.get("/AR/").headers["Location"] == "/ar/"


@pytest.mark.parametrize(
    "path",
    ["/ADMIN/", "/admin/Nothing/", "/%2f%2fevil.example/", "/%255c%255cevil.example/", "/%25FF%25FE/", "/X.php"],
)
def test_what_is_no_page_of_readers_forwards_nowhere_else(client, live_story, path):
    assert client.get(path).status_code in (302, 404)


def test_what_is_not_public_is_told_apart_by_nothing(client, make_story, live_story, now):
    scheduled, withdrawn = make_story(headline="Not yet"), make_story(headline="No more")
    publishing.publish(scheduled, revision=1, by=None, at=now + timedelta(days=2))
    publishing.publish(withdrawn, revision=1, by=None)
    publishing.withdraw(withdrawn, by=None, reason="Wrong.")
    day = path_of(live_story).rpartition("/dockers")[0]
    told = set()
    client.get("/")  # What is kept for a generation is asked for once.
    for story in (live_story, scheduled, withdrawn, None):
        path = path_of(story) if story else f"{day}/nothing-at-all/"
        with CaptureQueriesContext(connections["readers"]) as queries:
            status, meant = way(client, path.upper())
        assert meant == path
        told.add((status, len(queries)))
    assert len(told) == 1


def test_only_what_is_read_is_forwarded(client, live_story):
    assert client.post(path_of(live_story).upper()).status_code == 404
