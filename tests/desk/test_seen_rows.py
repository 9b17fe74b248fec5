"""A row that readers see or will see: what whoever may not publish sends of it is not done, and is text on the form."""

import re

import pytest
from django.db import connection
from django.urls import reverse

from articles.actions import photos, publishing, shared
from articles.actions.refusals import NotAllowed
from articles.models import Contributor, Edition, Event, Page, Photo, Publication, Section, Source, Tag, User
from articles.wall import seen
from tests.desk.before_readers import FORGED, a_photo, an_author
from tests.desk.forms import form_of

# The four ways that were known


@pytest.fixture
def reporters_desk(client, reporter):
    client.force_login(reporter)
    return client


def page_of(row):
    return reverse(f"admin:articles_{row._meta.model_name}_change", args=[row.pk])


PAGES = ("/", "/contributors/lina-hasko/", "/sources/dockers-union/", "/topics/ports/")


def bytes_of(client, *more):
    story = Publication.objects.live().get(headline="Dockers reject pay offer")
    return [
        (path, client.get(path).status_code, client.get(path).content)
        for path in (*PAGES, story.get_absolute_url(), *more)
    ]


@pytest.fixture
def forge(paper, reporters_desk):
    """What a reporter sends of a row, by force, and whether any page is another after it."""

    def send(row, **typed):
        before = bytes_of(reporters_desk)
        assert {status for _path, status, _page in before} == {200}
        sent = form_of(reporters_desk.get(page_of(row)))
        reporters_desk.post(page_of(row), sent | typed)
        assert bytes_of(reporters_desk) == before

    return send


def test_a_contributors_name_and_about_in_another_language_are_not_a_reporters(forge, lina):
    new = {"names-0-language": "ar", "names-0-name": FORGED, "names-0-about": FORGED, "names-0-contributor": lina.pk}
    forge(lina, **new, **{"names-TOTAL_FORMS": 1, "names-INITIAL_FORMS": 0})
    forge(lina, **{f"names-1-{name[8:]}": value for name, value in new.items()},
          **{"names-TOTAL_FORMS": 2, "names-INITIAL_FORMS": 1})  # fmt: skip
    assert [name.name for name in lina.names.all()] == ["Lina H."]


def test_the_portrait_of_a_contributor_whom_readers_see_is_not_a_reporters(forge, lina):
    forge(lina, portrait=a_photo("draft").pk)
    assert Contributor.objects.get(pk=lina.pk).portrait.slug == "portrait"


def test_a_title_of_a_public_source_is_not_a_reporters(forge, union):
    forge(union, **{
        "titles-TOTAL_FORMS": 2, "titles-INITIAL_FORMS": 1, "titles-1-language": "en", "titles-1-title": FORGED,
        "titles-1-source": union.pk,
    })  # fmt: skip
    assert [title.title for title in union.titles.all()] == ["Union of dockers"]


@pytest.mark.parametrize("slug", ["public", "portrait", "later"])
def test_the_crop_and_the_credit_of_a_photo_that_readers_see_or_will_see_are_not_a_reporters(forge, slug):
    photo = Photo.objects.get(slug=slug)
    forge(photo, focal_x=1, focal_y=99, credit=FORGED)
    fresh = Photo.objects.get(slug=slug)
    assert (fresh.focal_x, fresh.focal_y, fresh.credit, fresh.made_as) == (50, 50, "Sami Idris", photo.made_as)


def test_what_a_photo_lacks_is_said_without_a_credit_that_readers_would_see(paper, reporters_desk, chief):
    """A portrait may have no credit: filled in, it stands on a page at once."""
    Photo.objects.filter(slug="portrait").update(credit="")
    photo = Photo.objects.get(slug="portrait")
    path = reverse("admin:articles_photo_lacking", args=[photo.pk]) + "?language=ar"
    assert 'name="credit"' not in reporters_desk.get(path).json()["form"]
    reporters_desk.post(path, {"alt_text": "رصيف", "credit": FORGED})
    assert Photo.objects.get(pk=photo.pk).credit == ""
    assert photo.texts.get(language="ar").alt_text == "رصيف"
    with pytest.raises(NotAllowed):
        photos.describe(photo, by=User.objects.get(username="reporter"), language="ar", credit=FORGED)


def test_what_nobody_sees_yet_is_still_a_reporters(paper, reporters_desk):
    mayor, new = Source.objects.create(slug="mayor", name="Mayor"), a_photo("new")
    for row, typed in ((mayor, {"name": "The mayor"}), (new, {"focal_x": "7", "credit": "Another"})):
        reporters_desk.post(page_of(row), form_of(reporters_desk.get(page_of(row))) | typed)
    assert Source.objects.get(pk=mayor.pk).name == "The mayor"
    assert (Photo.objects.get(pk=new.pk).focal_x, Photo.objects.get(pk=new.pk).credit) == (7, "Another")


# As text, with who may


@pytest.mark.parametrize(
    ("find", "said", "who"),
    [
        (lambda: Contributor.objects.get(slug="lina-hasko"), ["Lina Hasko", "Reports on ports."], "editor chief"),
        (lambda: Contributor.objects.get(slug="amal"), ["Amal", "Amal A."], "editor chief"),
        (lambda: Source.objects.get(slug="dockers-union"), ["Union of dockers", "Organisation"], "editor chief"),
        (lambda: Tag.objects.get(name="Ports"), ["Ports"], "editor chief"),
        (lambda: Photo.objects.get(slug="later"), ["Sami Idris"], "editor chief"),
        (lambda: Section.objects.get(slug="economy"), ["Economy"], "chief"),
        (lambda: Edition.objects.get(language="en"), ["The Meridian"], "chief"),
        (lambda: Page.objects.get(slug="ethics"), ["Ethics"], "chief"),
    ],
)  # fmt: skip
def test_whoever_may_not_change_it_reads_it_as_text_and_who_may(paper, reporters_desk, find, said, who):
    row = find()
    page = reporters_desk.get(page_of(row))
    assert page.context["who_may"] == who.split()
    html = page.content.decode()
    assert all(words in html for words in said)
    note = re.search(r'<p class="closed-note".*?</p>', html, re.DOTALL)[0]
    assert re.findall("<bdi>(.*?)</bdi>", note) == who.split()
    closed = set(form_of(page)) & {name for name in seen.fields(type(row))} - {"language"}
    assert not closed


def test_whoever_may_change_it_is_told_nothing_of_the_kind(paper, client, chief, reporter):
    client.force_login(chief)
    assert "closed-note" not in client.get(page_of(Tag.objects.get(name="Ports"))).content.decode()
    client.force_login(reporter)
    unseen = Tag.objects.get(name="أجور")
    assert "closed-note" not in client.get(page_of(unseen)).content.decode()


# What keeps the house


@pytest.mark.parametrize(("field", "value"), [("time_zone", "Asia/Tokyo"), ("position", "7")])
def test_an_admin_sets_the_zone_and_the_place_of_an_edition_with_an_event(paper, client, administrator, field, value):
    client.force_login(administrator)
    edition = Edition.objects.get(language="en")
    sent = form_of(client.get(page_of(edition)))
    client.post(page_of(edition), sent | {field: value, "name": FORGED, "tagline": FORGED, "accent": "#202020"})
    fresh = Edition.objects.get(pk=edition.pk)
    assert (str(getattr(fresh, field)), fresh.name, fresh.tagline, fresh.accent) == (
        value,
        "The Meridian",
        "",
        "#0d5c63",
    )
    event = Event.objects.of_row(edition).get()
    assert (event.by, event.fields) == (administrator, field)
    connection.check_constraints()


def test_an_action_refuses_an_admin_the_rest_of_an_edition(paper, administrator, chief):
    edition = Edition.objects.get(language="en")
    for fields in (["name"], ["time_zone", "tagline"], []):
        with pytest.raises(NotAllowed):
            shared.leave_event(edition, by=administrator, fields=fields)
    shared.leave_event(edition, by=administrator, fields=["time_zone", "position"])
    shared.leave_event(edition, by=chief, fields=["name"])


# A row that comes before readers while a form is open


def test_a_form_that_was_judged_before_the_row_was_published_is_refused_when_it_is_saved(make_story, reporter, chief):
    amal = an_author()
    publishing.publish(make_story(bylines=[amal]), revision=1, by=chief)
    for fields in (["name"], ["portrait"], ["contributorname"]):
        with pytest.raises(NotAllowed):
            shared.leave_event(amal, by=reporter, fields=fields)
    shared.leave_event(amal, by=reporter, fields=["user"])
