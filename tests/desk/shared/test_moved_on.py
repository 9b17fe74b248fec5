"""Two editors at one row that stories share: what each has touched is kept; the same words are asked, and not lost."""

import re
from threading import Thread

import pytest
from django.db import connection, connections
from django.test import Client
from django.urls import reverse

from articles.actions import photos, shared
from articles.models import Contributor, Edition, Event, Page, Photo, PhotoText, Section, Source, Tag
from tests.desk.forms import errors_of, form_of, row

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
    kept = make(model, english)
    opened = form_of(desk.get(page_of(kept)))
    assert desk.post(page_of(kept), opened | {name: "Saved by another"}).status_code == 302
    refused = desk.post(page_of(kept), opened | {name: "Typed by me"})
    assert refused.status_code == 409
    assert TOLD in str(errors_of(refused))
    [(_label, who, _paragraphs)] = refused.context["both"]
    assert who.startswith("you, in another window, ")
    page = re.sub("</?mark>", "", refused.content.decode())
    assert "Saved by another" in page
    assert "Typed by me" in form_of(refused)[name]
    assert "Saved by another" in saved(kept, name)
    assert desk.post(page_of(kept), form_of(refused)).status_code == 302
    assert "Typed by me" in saved(kept, name)


def test_what_differs_in_emphasis_alone_is_said_too(desk, english):
    page = make(Page, english)
    opened = form_of(desk.get(page_of(page)))
    desk.post(page_of(page), opened | {"body": "<p>We <em>print</em>.</p>"})
    refused = desk.post(page_of(page), opened | {"body": "<p><em>We</em> print.</p>"}).content.decode()
    assert "Italic: " in refused
    assert "Headings, lists, links and emphasis of the text" in refused


def test_another_field_saved_meanwhile_is_taken_and_told(desk, client, editor, english):
    photo = make(Photo, english)
    opened = form_of(desk.get(page_of(photo))) | {"_continue": "1"}
    desk.post(page_of(photo), opened | {"credit": "Mira Saleh"})
    client.force_login(editor)
    answer = client.post(page_of(photo), opened | {"licence": "One use"})
    assert (saved(photo, "credit"), saved(photo, "licence")) == ("Mira Saleh", "One use")
    assert (
        "Taken over from what was saved meanwhile: Credit (\u2068chief\u2069, "
        in client.get(answer.url).content.decode()
    )
    assert list(Event.objects.filter(table="photo").values_list("fields", "by__username")[:2]) == [
        ("licence", "editor"), ("credit", "chief"),
    ]  # fmt: skip


def test_paragraphs_of_a_page_are_joined(desk, english):
    page = Page.objects.create(edition=english, slug="a", title="About", body="<p>We print.</p><p>We read.</p>")
    opened = form_of(desk.get(page_of(page)))
    desk.post(page_of(page), opened | {"body": "<p>We print daily.</p><p>We read.</p>"})
    desk.post(page_of(page), opened | {"body": "<p>We print.</p><p>We read aloud.</p>", "title": "About us"})
    assert (saved(page, "body"), saved(page, "title")) == ("<p>We print daily.</p><p>We read aloud.</p>", "About us")


def test_a_box_that_another_has_ticked_stays_so(desk, english):
    source = make(Source, english)
    opened = form_of(desk.get(page_of(source)))
    desk.post(page_of(source), opened | {"is_public_figure": "on"})
    desk.post(page_of(source), opened | {"name": "The port authority"})
    assert (saved(source, "is_public_figure"), saved(source, "name")) == (True, "The port authority")


def title(place, **typed):
    return row("titles", place, **({"language": "en", "title": "", "from_on": "", "until_on": ""} | typed))


def test_lines_are_made_one_line_by_line(desk, english):
    source = make(Source, english)
    kept, gone = (source.titles.create(language="en", title=name) for name in ("Chair", "Deputy"))
    opened = form_of(desk.get(page_of(source)))
    one = {"titles-TOTAL_FORMS": 3, "titles-1-DELETE": "on"} | title(2, source=source.pk, title="Theirs")
    desk.post(page_of(source), opened | one)
    other = {"titles-TOTAL_FORMS": 3, "titles-0-title": "Chairwoman"} | title(2, source=source.pk, title="Mine")
    assert desk.post(page_of(source), opened | other).status_code == 302
    assert sorted(source.titles.values_list("title", flat=True)) == ["Chairwoman", "Mine", "Theirs"]


def test_a_line_that_one_removed_and_the_other_changed_is_asked_and_not_lost(desk, english):
    source = make(Source, english)
    source.titles.create(language="en", title="Chair")
    opened = form_of(desk.get(page_of(source)))
    desk.post(page_of(source), opened | {"titles-0-DELETE": "on"})
    refused = desk.post(page_of(source), opened | {"titles-0-title": "Chairwoman"})
    assert refused.status_code == 409
    assert desk.post(page_of(source), form_of(refused)).status_code == 302
    assert source.titles.get().title == "Chairwoman"
    opened = form_of(desk.get(page_of(source)))
    desk.post(page_of(source), opened | {"titles-0-title": "Chairman"})
    assert desk.post(page_of(source), opened | {"titles-0-DELETE": "on"}).status_code == 409
    assert source.titles.get().title == "Chairman"


@pytest.mark.parametrize(
    "opened_as",
    [
        "", "nonsense", "[]", '{"form": {"name": 1}, "lines": {}}', "[" * 5_000, '{"form": {"credit": ["A"]}}',
        '{"form": {"credit": ["A"]}, "lines": []}', '{"form": {"credit": ["A"]}, "lines": {"texts": [1]}}',
        '{"form": {"credit": "A"}, "lines": {"texts": [{"caption": "A"}]}}',
    ],
)  # fmt: skip
def test_a_form_that_does_not_say_what_it_showed_asks_and_writes_no_emptiness(desk, english, opened_as):
    photo = make(Photo, english)
    opened = form_of(desk.get(page_of(photo))) | {"opened": opened_as}
    desk.post(page_of(photo), opened | {"credit": "Mira Saleh"})
    refused = desk.post(page_of(photo), opened | {"licence": "One use"})
    assert refused.status_code == 409
    assert form_of(refused)["credit"] == "Mira Saleh"
    assert desk.post(page_of(photo), form_of(refused)).status_code == 302
    assert (saved(photo, "credit"), saved(photo, "licence")) == ("Mira Saleh", "One use")


def test_whoever_may_not_change_a_name_changes_none_by_saying_that_the_form_showed_it(
    client, reporter, live_story, union
):
    client.force_login(reporter)
    opened = form_of(client.get(page_of(union)))
    shared.leave_event(union, by=None, fields=["name"])
    client.post(
        page_of(union), opened | {"name": "Forced", "opened": opened["opened"].replace("{", '{"name": ["x"], ', 1)}
    )
    assert saved(union, "name") != "Forced"


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


def test_beside_an_error_of_another_kind_both_are_seen(desk, english):
    edition = make(Edition, english)
    opened = form_of(desk.get(page_of(edition)))
    desk.post(page_of(edition), opened | {"tagline": "Saved by another"})
    wrong = desk.post(page_of(edition), opened | {"name": "", "tagline": "Typed by me"})
    assert (wrong.status_code, [label for label, *_rest in wrong.context["both"]]) == (409, ["Tagline"])
    assert desk.post(page_of(edition), form_of(wrong) | {"name": "The Meridian"}).status_code == 302
    assert (saved(edition, "name"), saved(edition, "tagline")) == ("The Meridian", "Typed by me")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("names", "statuses"),
    [(("licence", "licence"), [302, 409]), (("licence", "credit"), [302, 302])],
    ids=["one field", "two fields"],
)
def test_of_two_at_the_same_moment_none_is_lost(chief, english, names, statuses):
    photo = make(Photo, english)
    clients = [Client(), Client()]
    for client in clients:
        client.force_login(chief)
    opened = form_of(clients[0].get(page_of(photo)))
    answers = []

    def save(client, name):
        answers.append(client.post(page_of(photo), opened | {name: f"By {clients.index(client)}"}).status_code)
        connections.close_all()

    workers = [Thread(target=save, args=pair) for pair in zip(clients, names, strict=True)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(answers) == statuses
    assert statuses != [302, 302] or all(saved(photo, name) for name in names)
    connection.close()
