"""A walk through all public addresses, for whoever has to look at each: what is there, what is hidden, and what was."""

from articles.models.address import Address
from articles.models.contributors import Contributor
from articles.models.photos import Photo
from articles.models.publication import Publication
from articles.models.sources import Source
from articles.models.tags import Tag

# It says one word.
PRIVATE = frozenset({"healthz"})
# Their addresses are the same in each edition.
OF_NO_EDITION = frozenset({"picture", "card", "styles"})


def addresses(editions):
    """{URL name: paths to ask below an edition}. Asked at the desk's connection: behind the wall no secret is left."""
    days = set(Publication.objects.values_list("day", flat=True))
    return {
        "styles": ["about/styles/0d5c63-6cc0c4-0.css"],
        "front": [""],
        "section": [f"{slug}/" for edition in editions for slug in _slugs(edition.sections)],
        "story": [f"{day:%Y/%m/%d}/{slug}/" for day in days for slug in _slugs(Address.objects)],
        "topics": ["topics/"],
        "topics_of": [f"topics/kinds/{kind}/" for kind in ("topic", "place", "topic/?after=a")],
        "topic": [f"topics/{slug}/" for slug in _slugs(Tag.objects)],
        "source": [f"sources/{slug}/" for slug in _slugs(Source.objects)],
        "contributor": [f"contributors/{slug}/" for slug in _slugs(Contributor.objects)],
        "archive": ["archive/"],
        "archive_year": [f"archive/{day:%Y}/" for day in days],
        "archive_month": [f"archive/{day:%Y/%m}/" for day in days],
        "archive_day": [f"archive/{day:%Y/%m/%d}/" for day in days],
        "manifest": ["manifest.webmanifest"],
        "corrections": ["corrections/"],
        "corrections_of": ["corrections/correction/", "corrections/apology/"],
        "page": [f"about/{slug}/" for edition in editions for slug in _slugs(edition.pages)],
        "picture": [f"photos/{photo.pk}/{photo.made_as}/16.avif" for photo in Photo.objects.all()],
        "card": [f"photos/{photo.pk}/x/card-50-50.jpg" for photo in Photo.objects.all()],
    }


def _slugs(rows):
    return sorted(set(rows.values_list("slug", flat=True)))
