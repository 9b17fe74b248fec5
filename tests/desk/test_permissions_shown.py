"""What one may not do at the desk is not shown. That it is not accepted either is in test_permissions.py."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import reverse

from articles.actions import publishing, stories
from articles.admin import desk as site
from articles.models import Event, Publication, Source, Story, drafts
from tests.desk.forms import fill, form_of
from tests.desk.stories.form import ADD, change

EVERYBODY = ("reporter", "copy_editor", "editor", "chief", "administrator", "nobody")
DESK = {"publish", "schedule", "correct", "call-off", "withdraw", "rename", "place", "take-off"}
MAY = {
    "reporter": {"sibling"},
    "copy_editor": {"sibling"},
    "editor": DESK | {"sibling"},
    "chief": DESK | {"sibling", "erase"},
    "administrator": set(),
    "nobody": set(),
}
WRITERS = ("reporter", "copy_editor", "editor", "chief")


@pytest.fixture
def enter(client, request, db):
    def as_one(who):
        client.force_login(request.getfixturevalue(who))
        return client

    return as_one


def at(story, name):
    return reverse(f"admin:articles_story_{name}", args=[story.pk])


def state():
    """All that a refused attempt must leave as it was."""
    return (
        list(Story.objects.order_by("pk").values_list("pk", "version", "headline", "slug")),
        list(Publication.objects.order_by("pk").values_list("pk", "live_from", "live_until", "is_withheld")),
        Event.objects.count(),
    )


@pytest.mark.parametrize("who", EVERYBODY)
def test_the_form_shows_the_buttons_that_one_may_press(enter, who, live_story):
    stories.revise(live_story, drafts.with_changes(live_story, headline="Changed"), version=1, by=None)
    response = enter(who).get(change(live_story))
    if who == "nobody":
        assert response.status_code == 403
        return
    shown = {button["name"] for button in response.context["buttons"]}
    assert shown - {"preview"} <= MAY[who]
    assert ("publish" in shown, "erase" in shown) == ("publish" in MAY[who], "erase" in MAY[who])


@pytest.mark.parametrize("who", EVERYBODY)
def test_those_who_write_may_write_and_the_others_may_not(enter, who, live_story, english):
    client, before = enter(who), state()
    added = client.post(ADD, {"edition": english.pk, "headline": "New"} | _empty_rows())
    changed = client.post(change(live_story), {"version": 1, "headline": "Forced", "kind": "news"} | _empty_rows())
    if who in WRITERS:
        assert (added.status_code, Story.objects.count()) == (200, 1)  # the form asks for kind and stage
        fill(client, change(live_story), headline="Written")
        assert Story.objects.get().headline == "Written"
    else:
        assert (added.status_code, changed.status_code) == (403, 403)
        assert state() == before


def _empty_rows():
    return {f"{prefix}-{name}_FORMS": 0 for prefix in ("bylines", "attributions") for name in ("TOTAL", "INITIAL")}


def test_an_admin_reads_a_story_and_cannot_write_it(enter, live_story):
    page = enter("administrator").get(change(live_story)).content.decode()
    assert "Dockers reject pay offer" in page
    assert 'name="_save"' not in page
    assert 'name="headline"' not in page


def test_not_even_a_superuser_deletes(client, django_user_model, live_story, union):
    client.force_login(django_user_model.objects.create_superuser("root", password="x"))
    hidden = Source.objects.create(slug="hidden", name="an official", protected_in=live_story)
    for source in (union, hidden):
        response = client.post(reverse("admin:articles_source_delete", args=[source.pk]), {"post": "yes"})
        assert response.status_code == 403
        assert "an official" not in response.content.decode()


def test_nobody_learns_the_address_of_what_is_scheduled(enter, make_story, soon):
    version = publishing.publish(make_story(), revision=1, by=None, at=soon)
    for who in ("nobody", "chief"):
        response = enter(who).get(f"/admin/r/{ContentType.objects.get_for_model(Publication).pk}/{version.pk}/")
        assert (response.status_code, "dockers" in response.content.decode()) == (404, False)


def test_nobody_sees_an_empty_desk(enter):
    page = enter("nobody").get("/admin/")
    assert page.status_code == 200
    assert "/admin/articles/" not in page.content.decode()


def test_no_page_of_the_desk_may_be_kept(enter, client, live_story):
    login = client.get("/admin/login/")
    client = enter("chief")
    of_story = [at(live_story, name) for name in ("publish", "preview", "history")]
    names = (
        "",
        "articles/",
        "articles/story/",
        "articles/user/",
        "autocomplete/",
        "jsi18n/",
        "password_change/",
        "no/",
    )
    pages = [ADD, change(live_story), *of_story, *(f"/admin/{name}" for name in names)]
    for response in (login, *map(client.get, pages)):
        kept = set(response["Cache-Control"].split(", "))
        assert {"private", "no-store"} <= kept, response.request["PATH_INFO"]


def test_a_forged_request_is_refused(live_story, chief):
    client = Client(enforce_csrf_checks=True)
    client.force_login(chief)
    response = client.post(at(live_story, "withdraw"), {"revision": 1, "reason": "Forged"})
    page = response.content.decode()
    assert (response.status_code, "what you typed is still there" in page, "Forged" in page) == (403, True, False)
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    assert Publication.objects.live().exists()


def test_a_forged_login_is_told_so_in_its_own_language(db):
    client = Client(enforce_csrf_checks=True, headers={"accept-language": "ar"})
    page = client.post("/admin/login/", {"username": "x"})
    assert (page.status_code, 'dir="rtl"' in page.content.decode()) == (403, True)


@pytest.mark.parametrize("address", ["/admin/no/", "/admin/?x=%00", "/admin/articles/story/no/change/"])
def test_whatever_is_missing_at_the_desk_is_kept_by_nobody(client, chief, address):
    client.force_login(chief)
    response = client.get(address)
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", ")), response.status_code


def test_a_bad_request_and_an_error_are_kept_by_nobody(client, chief, monkeypatch):
    client.force_login(chief)
    bad = client.get("/admin/", headers={"host": "not ours"})
    monkeypatch.setattr(site, "get_app_list", lambda *args, **kwargs: 1 / 0)
    client.raise_request_exception = False
    broken = client.get("/admin/")
    assert (bad.status_code, broken.status_code) == (400, 500)
    for response in (bad, broken):
        assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_a_button_takes_no_other_method(enter, live_story, method):
    assert getattr(enter("chief"), method)(at(live_story, "withdraw")).status_code == 405


def test_the_first_page_lists_the_rooms_in_the_order_of_the_day(enter, live_story):
    page = enter("chief").get("/admin/").content.decode()
    rooms = [page.index(f">\n          {name}") if f">\n          {name}" in page else page.index(name)
             for name in ("The desk", "The paper", "The record")]  # fmt: skip
    assert rooms == sorted(rooms)
    # Nothing to send but the choice of a language.
    assert set(form_of(enter("chief").get("/admin/"))) == {"csrfmiddlewaretoken", "next"}
