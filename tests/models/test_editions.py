"""Editions and sections: what their addresses may be, and what a person gets wrong."""

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import get_resolver

from articles import doors
from articles.models import Edition, Section
from articles.rules import addresses


def first_words():
    """The first word of every address that the site has, from the URLconf itself."""

    def walk(patterns, before=""):
        for pattern in patterns:
            route = before + str(pattern.pattern)
            inner = getattr(pattern, "url_patterns", None)
            yield from walk(inner, route) if inner is not None else [route]

    words = {route.lstrip("^").partition("/")[0] for route in walk(get_resolver().url_patterns)}
    return {word for word in words if word and "<" not in word and "(" not in word}


def test_every_first_word_of_an_address_is_reserved():
    assert {"admin", "topics", "healthz"} <= first_words() <= addresses.RESERVED | addresses.brought()
    ours = {str(pattern.pattern) for app, pattern in doors.ADDRESSES.by_app() if app == "articles"}
    assert {word for word in addresses.brought() if any(each.startswith(word) for each in ours)} <= addresses.RESERVED
    assert settings.STATIC_URL.strip("/") in addresses.RESERVED


@pytest.mark.django_db
@pytest.mark.parametrize("slug", ["topics", "admin", "ar", "en", "2026", "", "about", "photos"])
def test_a_section_cannot_take_a_word_that_the_site_uses(english, slug):
    with pytest.raises(IntegrityError, match="section_slug_is_not_a_word_of_the_site"), transaction.atomic():
        Section.objects.create(edition=english, name="x", slug=slug)
    with pytest.raises(ValidationError):
        Section(edition=english, name="x", slug=slug).full_clean()


@pytest.mark.django_db
@pytest.mark.parametrize("slug", ["world", "رأي", "20-20", "uk"])
def test_a_section_may_take_any_other(arabic, slug):
    Section.objects.create(edition=arabic, name="x", slug=slug).full_clean()


@pytest.mark.django_db
def test_one_edition_is_the_default(english):
    with pytest.raises(IntegrityError, match="edition_only_one_is_the_default"), transaction.atomic():
        Edition.objects.create(language="ar", name="x", direction="rtl", is_default=True)


@pytest.mark.django_db
def test_a_time_zone_that_does_not_exist_is_a_sentence(english):
    english.time_zone = "Mars/Olympus"
    with pytest.raises(ValidationError, match="is not a time zone"):
        english.full_clean()
