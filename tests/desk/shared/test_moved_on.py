"""Two editors at one row that stories share: whoever saves second is told, sees both, and loses nothing."""

import re
from threading import Thread

import pytest
from django.db import connection, connections
from django.test import Client
from django.urls import reverse

from articles.actions import photos
from articles.models import Contributor, Edition, Page, Photo, PhotoText, Section, Source, Tag
from tests.desk.forms import errors_of, form_of

TOLD = "Someone else has saved this since you opened it"


def page_of(row):
    return reverse(f"admin:articles_{row._meta.model_name}_change", args=[row.pk])


def saved(row, name):
    return type(row).objects.values_list(name, flat=True).get(pk=row.pk)


def make(model, english):
    return {
        Tag: lambda: Tag.objects.named_or_new("Ports", "en"),
        Source: lambda: Source.objects.create(name="Port authority", slug="port-authority"),
        Contributor: lambda: Contributor.objects.create(name="Lina Haddad", slug="lina"),
        Section: lambda: english.sections.get(slug="world"),
        Edition: lambda: english,
        Page: lambda: Page.objects.create(edition=english, slug="about", title="About us", body="<p>We print.</p>"),
        Photo: lambda: Photo.objects.create(slug="quay", image="photos/quay.jpg", width=8, height=8),
    }[model]()


@pytest.mark.parametrize(
    ("model", "name"),
    [
        (Tag, "name"), (Source, "name"), (Contributor, "name"), (Section, "name"), (Edition, "tagline"),
        (Page, "body"), (Photo, "credit"),
    ],
)  # fmt: skip
def test_the_second_save_is_refused_and_shows_both_and_whoever_has_seen_both_may_save(desk, english, model, name):
    row = make(model, english)
    opened = form_of(desk.get(page_of(row)))
    assert desk.post(page_of(row), opened | {name: "Saved by another"}).status_code == 302
    refused = desk.post(page_of(row), opened | {name: "Typed by me"})
    assert TOLD in str(errors_of(refused))
    page = re.sub("</?mark>", "", refused.content.decode())
    assert "Saved by another" in page
    assert form_of(refused)[name] == "Typed by me"
    assert "Saved by another" in saved(row, name)
    assert desk.post(page_of(row), form_of(refused)).status_code == 302
    assert "Typed by me" in saved(row, name)


def test_what_differs_in_emphasis_alone_is_said_too(desk, english):
    page = make(Page, english)
    opened = form_of(desk.get(page_of(page)))
    desk.post(page_of(page), opened | {"body": "<p>We <em>print</em>.</p>"})
    refused = desk.post(page_of(page), opened | {"body": "<p><em>We</em> print.</p>"}).content.decode()
    assert "Italic: " in refused
    assert "Headings, lists, links and emphasis of the text" in refused


def test_another_field_saved_meanwhile_is_not_put_back(desk, english):
    photo = make(Photo, english)
    opened = form_of(desk.get(page_of(photo)))
    desk.post(page_of(photo), opened | {"credit": "Mira Saleh"})
    refused = desk.post(page_of(photo), opened | {"licence": "One use"})
    assert "Mira Saleh" in refused.content.decode()
    assert (saved(photo, "credit"), saved(photo, "licence")) == ("Mira Saleh", "")


def test_a_text_that_a_colleague_wrote_first_stands_beside_the_one_typed(desk, english):
    photo = make(Photo, english)
    opened = form_of(desk.get(page_of(photo)))
    # In the order of which lines there are then, the second comes first.
    photos.describe(photo, by=None, language="ar", alt_text="رصيف الميناء")
    typed = {"texts-0-alt_text": "A quay", "texts-1-alt_text": "سفن"}
    refused = desk.post(page_of(photo), opened | typed)
    assert TOLD in str(errors_of(refused))
    assert "رصيف الميناء" in re.sub("</?mark>", "", refused.content.decode())
    assert PhotoText.objects.get().alt_text == "رصيف الميناء"
    assert desk.post(page_of(photo), form_of(refused)).status_code == 302
    assert dict(PhotoText.objects.values_list("language", "alt_text")) == {"en": "A quay", "ar": "سفن"}


def test_the_same_form_sent_twice_is_no_conflict(desk, english):
    photo = make(Photo, english)
    sent = form_of(desk.get(page_of(photo))) | {"credit": "Mira Saleh"}
    assert [desk.post(page_of(photo), sent).status_code for _time in range(2)] == [302, 302]


def test_an_error_of_another_kind_does_not_make_as_if_both_were_seen(desk, english):
    edition = make(Edition, english)
    opened = form_of(desk.get(page_of(edition)))
    desk.post(page_of(edition), opened | {"tagline": "Saved by another"})
    wrong = desk.post(page_of(edition), opened | {"name": "", "tagline": "Typed by me"})
    again = desk.post(page_of(edition), form_of(wrong) | {"name": "The Meridian"})
    assert TOLD in str(errors_of(again))


@pytest.mark.django_db(transaction=True)
def test_of_two_at_the_same_moment_one_is_refused(chief, english):
    photo = make(Photo, english)
    clients = [Client(), Client()]
    for client in clients:
        client.force_login(chief)
    opened = form_of(clients[0].get(page_of(photo)))
    answers = []

    def save(client, licence):
        answers.append(client.post(page_of(photo), opened | {"licence": licence}).status_code)
        connections.close_all()

    workers = [Thread(target=save, args=(client, f"Licence {number}")) for number, client in enumerate(clients)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(answers) == [200, 302]
    connection.close()
