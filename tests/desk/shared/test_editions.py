"""Editions, their sections and the pages about the paper, at the desk."""

import pytest
from django.urls import reverse

from articles.models import Edition, Page, Section
from tests.desk.forms import add, errors_of, fill, form_of
from tests.desk.stories.form import change


def test_a_sections_slug_is_made_from_its_name(desk, english, arabic):
    add(desk, "section", edition=english.pk, name="Arts & Books", position=3)
    add(desk, "section", edition=arabic.pk, name="ثقافة وفنون", position=3)
    assert set(Section.objects.filter(position=3).values_list("slug", flat=True)) == {"arts-books", "ثقافة-وفنون"}


@pytest.mark.parametrize("slug", ["topics", "admin", "2026", "not a slug", "x" * 81])
def test_a_section_cannot_take_a_word_of_the_site(desk, english, slug):
    response = add(desk, "section", edition=english.pk, name="Topics", slug=slug, position=3)
    assert response.status_code == 200
    assert response.context["errors"]
    assert Section.objects.count() == 2


def test_two_sections_of_an_edition_have_two_slugs(desk, english):
    response = add(desk, "section", edition=english.pk, name="World", slug="world", position=3)
    assert response.context["errors"]
    add(desk, "section", edition=english.pk, name="World", position=3)
    assert Section.objects.filter(name="World", slug="world-2").exists()


def test_a_sibling_is_chosen_by_name_and_let_go(desk, english, arabic):
    world, theirs = english.sections.get(slug="world"), arabic.sections.create(name="العالم", slug="العالم")
    address = reverse("admin:articles_section_change", args=[world.pk])
    fill(desk, address, sibling=theirs.pk)
    world.refresh_from_db()
    assert world.family == theirs.family
    assert form_of(desk.get(address))["sibling"] == str(theirs.pk)
    fill(desk, address, sibling="")
    world.refresh_from_db()
    assert world.family != theirs.family


def test_a_sibling_that_is_taken_is_refused_in_words(desk, english, arabic):
    world, taken = english.sections.get(slug="world"), arabic.sections.get(family="economy")
    response = fill(desk, reverse("admin:articles_section_change", args=[world.pk]), sibling=taken.pk)
    assert "is its sibling already" in str(errors_of(response))


def test_sections_are_merged(desk, live_story, english):
    economy, world = english.sections.get(slug="economy"), english.sections.get(slug="world")
    address = reverse("admin:articles_section_merge", args=[economy.pk])
    desk.post(address, {"into": world.pk})
    live_story.refresh_from_db()
    assert live_story.section == world
    assert "Oldest" not in desk.get(change(live_story)).content.decode()


def test_a_page_about_the_paper_is_cleaned(desk, english):
    add(desk, "page", edition=english.pk, title="Our ethics", body="<p onclick=x>Be fair.</p>", position=1)
    page = Page.objects.get()
    assert (page.slug, page.body) == ("our-ethics", "<p>Be fair.</p>")


@pytest.mark.parametrize(("name", "value"), [("time_zone", "Mars/Olympus"), ("accent", "red"), ("name", "")])
def test_an_edition_refuses_nonsense(desk, english, name, value):
    response = fill(desk, reverse("admin:articles_edition_change", args=[english.pk]), **{name: value})
    assert name in errors_of(response)
    assert Edition.objects.get().accent == "#0d5c63"


def test_an_editions_time_zone_is_chosen_from_a_list(desk, english):
    address = reverse("admin:articles_edition_change", args=[english.pk])
    page = desk.get(address).content.decode()
    assert 'list="zones"' in page
    assert '<option value="Asia/Baghdad">' in page
    said = errors_of(fill(desk, address, time_zone="Bagdad"))
    assert said == {"time_zone": ["“Bagdad” is not a time zone: choose one of the list, such as Europe/London."]}
