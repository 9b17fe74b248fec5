"""Archives of any size for tests that ask whether size matters."""

from dataclasses import replace
from datetime import timedelta

from django.core.management import call_command
from django.db import connection

from articles.actions import locking
from articles.models import Page, Photo, PhotoText, Publication
from articles.rules.words import Change
from articles.samples import filing, inventing, stock


def furnish(*editions):
    """A page about the paper and some pictures, so that what is made has what a real paper has."""
    Page.objects.bulk_create(
        Page(edition=edition, slug="about", title="About", body="<p>Us.</p>") for edition in editions
    )
    sizes = {"image": "photos/none.webp", "width": 1600, "height": 900, "credit": "An agency"}
    sizes |= {"made_as": "1-none", "widths": [320, 640]}
    photos = Photo.objects.bulk_create(Photo(slug=f"photo-{number}", **sizes) for number in range(20))
    PhotoText.objects.bulk_create(
        PhotoText(photo=photo, language=edition.language, alt_text="A quay", caption="The quay")
        for photo in photos
        for edition in editions
    )


def make(stories):
    call_command("make_archive", stories=stories, verbosity=0)


def add_long_story(versions):
    """A story of many versions, the newest of all, on the fullest shelves. Returns its live version."""
    now = locking.clock()
    invented = next(story for story in inventing.stories(7, 100, now) if len(story.said) == 5)
    begins = [now - timedelta(minutes=number) for number in range(versions, 0, -1)]
    changes = [Change.FIRST, *[Change.UPDATE] * (versions - 1)]
    first = invented.versions[0]
    history = [replace(first, at=at, change=change) for at, change in zip(begins, changes, strict=True)]
    shelves = {"shelf": 0.0, "tags": [0, 1], "bylines": [0, 1], "withdrawn": ""}
    said = [replace(statement, source=0) for statement in invented.said]
    filing.file([replace(invented, versions=history, said=said, is_sibling=False, **shelves)], stock.take())
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return Publication.objects.live().latest("first_live_at")
