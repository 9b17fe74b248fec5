"""A session that ends in the middle loses nothing that was typed."""

import json
import logging

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from tests.desk.forms import form_of
from tests.desk.stories.form import change

TYPED = "Dockers accept “everything” & more"
LOGIN = {"username": "chief", "password": "newsroom-demo"}
HERE = {"HTTP_ORIGIN": "http://testserver"}


@pytest.fixture
def session(chief):
    """A browser, logged in, whose forms are checked as real ones are."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(chief)
    return client


@pytest.fixture
def typed(session, make_story):
    """A story opened, and a headline typed: its address, and what the form would send."""
    story = make_story()
    return story, form_of(session.get(change(story))) | {"headline": TYPED, "_continue": "1"}


def log_in_with(session, response):
    form = form_of(response)
    return session.post(reverse("admin:login"), form | LOGIN | _outside_form(response), **HERE)


def _outside_form(response):
    unsent = response.context["unsent"]
    return {"kept": unsent.as_json, "kept_for": unsent.address, "kept_without": str(int(unsent.lacks))}


def test_what_was_typed_comes_back_after_the_login_and_is_sent_by_one_press(session, typed):
    story, sent = typed
    session.cookies.clear()
    refused = session.post(change(story), sent, **HERE)
    assert (refused.status_code, refused.headers["Cache-Control"].count("no-store")) == (403, 1)
    assert "Nothing you typed is lost" in refused.content.decode()
    shown = log_in_with(session, refused)
    assert shown.status_code == 200
    assert f"Here is what you typed</small> <bdi>{escape(TYPED)}</bdi>" in shown.content.decode()
    again = session.post(change(story), form_of(shown), **HERE)
    assert again.status_code == 302
    story.refresh_from_db()
    assert (story.headline, story.version) == (TYPED, 2)


def test_a_session_that_ended_where_the_token_is_still_good(session, typed):
    story, sent = typed
    del session.cookies["sessionid"]
    refused = session.post(change(story), sent, **HERE)
    assert refused.status_code == 403
    assert TYPED in dict(refused.context["unsent"].fields).values()


def test_a_wrong_password_does_not_lose_it(session, typed):
    story, sent = typed
    session.cookies.clear()
    refused = session.post(change(story), sent, **HERE)
    wrong = session.post(
        reverse("admin:login"), form_of(refused) | LOGIN | _outside_form(refused) | {"password": "x"}, **HERE
    )
    assert dict(wrong.context["unsent"].fields)["headline"] == TYPED


def test_another_login_in_another_tab_does_not_lose_it(session, typed, editor):
    story, sent = typed
    session.force_login(editor)
    session.get(reverse("admin:index"))
    session.cookies["csrftoken"] = "x" * 32
    refused = session.post(change(story), sent, **HERE)
    assert refused.status_code == 403
    assert "logged in as editor" in refused.content.decode()
    assert form_of(refused)["headline"] == TYPED


def test_what_another_site_sends_is_not_shown_as_typed(session, typed):
    story, sent = typed
    for origin in ({"HTTP_ORIGIN": "https://evil.example"}, {"HTTP_ORIGIN": "null"}, {}):
        refused = session.post(change(story), sent | {"csrfmiddlewaretoken": "y" * 32}, **origin)
        assert refused.status_code == 403
        assert TYPED not in refused.content.decode()
    story.refresh_from_db()
    assert story.version == 1


@pytest.mark.parametrize("address", ["https://evil.example/admin/", "//evil.example/admin/", "/", "/economy/", ""])
def test_it_is_sent_to_the_desk_alone(client, chief, address):
    response = client.post(reverse("admin:login"), LOGIN | {"kept_for": address, "kept": json.dumps([["a", "b"]])})
    assert response.status_code == 302


@pytest.mark.parametrize("nonsense", ["", "{", "7", "[7]", "[" * 5000, '[["a"]]'])
def test_nonsense_is_no_reason_to_refuse_a_login(client, chief, nonsense):
    response = client.post(reverse("admin:login"), LOGIN | {"kept_for": "/admin/", "kept": nonsense})
    assert response.status_code == 302


def test_passwords_and_files_are_not_carried_and_that_is_said(client, db):
    sent = {"password": "secret words of a person", "image": SimpleUploadedFile("a.png", b"x"), "credit": "Ours"}
    response = client.post("/admin/articles/photo/add/", sent)
    assert "secret words" not in response.content.decode()
    assert "have to be given again" in response.content.decode()
    assert dict(response.context["unsent"].fields) == {"credit": "Ours"}


def test_what_is_too_long_is_said_to_be_and_not_cut(client, db):
    response = client.post("/admin/articles/story/add/", {"body": "x" * 700_000})
    assert "too long" in response.content.decode()
    assert "xxxx" not in response.content.decode()


def test_nothing_of_it_is_logged_or_kept_in_a_session(session, typed, caplog):
    story, sent = typed
    session.cookies.clear()
    with caplog.at_level(logging.DEBUG):
        shown = log_in_with(session, session.post(change(story), sent, **HERE))
    assert TYPED not in caplog.text
    assert TYPED not in str(dict(session.session))
    assert all(TYPED not in cookie.value for cookie in session.cookies.values())
    assert "no-store" in shown.headers["Cache-Control"]


def test_without_a_headline_of_its_own_it_is_called_as_its_story_is_to_whoever_may_see_that(session, typed, english):
    story, sent = typed
    typed_for = {
        change(story): ({"headline": " ", "note": "call them again"}, story.headline),
        reverse("admin:articles_section_change", args=[english.sections.first().pk]): (
            {"name": "Harbours"},
            "Harbours",
        ),
        f"{change(story)}?x=1": ({"note": "call them"}, story.headline),
        change(story).replace(str(story.pk), "999999"): ({"note": "call them"}, ""),
        reverse("admin:index"): ({"note": "call them"}, ""),
    }
    for address, (fields, called) in typed_for.items():
        session.cookies.clear()
        refused = session.post(address, fields, **HERE)
        assert story.headline not in refused.content.decode()
        assert log_in_with(session, refused).context["subtitle"] == called
