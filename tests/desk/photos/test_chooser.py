"""Choosing a photo at the desk: what is found, what is asked for, who may."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Contributor, Photo, PhotoText
from tests.desk.photos.pictures import a_photo, picture

CHOOSE, UPLOAD = "/admin/articles/photo/choose/", "/admin/articles/photo/upload/"
READERS_OF_THE_LIBRARY = ("reporter", "copy_editor", "editor", "chief", "administrator")
WRITERS = READERS_OF_THE_LIBRARY[:4]


@pytest.fixture
def enter(client, request, db):
    def as_one(who):
        client.force_login(request.getfixturevalue(who))
        return client

    return as_one


@pytest.fixture
def desk(enter):
    return enter("reporter")


def found(client, **asked):
    response = client.get(CHOOSE, {"part": "photos", **asked})
    assert response.status_code == 200
    return [each["slug"] for each in response.context["photos"]]


def lacking(photo, language="en"):
    return reverse("admin:articles_photo_lacking", args=[photo.pk]) + f"?language={language}"


def state():
    return list(Photo.objects.values_list("pk", "credit")), list(PhotoText.objects.values_list("pk", "alt_text"))


@pytest.mark.parametrize(
    "typed", ["quay", "IDRIS sami", "crane", "The Quay.", "رافعات المرفا", "مرفأ", "idris المَرفأ", " "]
)
def test_a_photo_is_found_by_its_words_in_either_language_and_any_spelling(desk, typed):
    a_photo(texts=[("en", "Cranes", "The quay."), ("ar", "رافعات", "رافعات المرفأ")])
    a_photo("other", credit="Nobody", texts=())
    assert "quay" in found(desk, q=typed)
    assert ("other" in found(desk, q=typed)) is (not typed.strip())


def test_portraits_are_found_by_a_search_and_do_not_fill_the_library(desk):
    a_photo()
    portrait = a_photo("mara", texts=[("en", "Mara Dellian", "")])
    Contributor.objects.create(slug="mara", name="Mara Dellian", portrait=portrait)
    assert found(desk) == ["quay"]
    assert found(desk, q="Dellian") == ["mara"]


def test_what_is_mended_is_found_by_its_new_words(desk):
    photo = a_photo()
    photo.credit = "Lina"
    photo.save()
    assert (found(desk, q="lina"), found(desk, q="sami")) == (["quay"], [])


@pytest.mark.parametrize("typed", ["100%", "a_b", "\\", "'; --", "x" * 100_000, "word " * 5000, "\u202e"])
def test_any_search_is_answered(desk, typed):
    a_photo()
    assert isinstance(found(desk, q=typed), list)


@pytest.mark.parametrize(
    "query", ["q=%00", "before=nonsense", "before=9" * 30, "before=-1", "before=٣", "language=xx", "language=%00"]
)
def test_nonsense_is_answered_by_a_page_of_the_desk(desk, query):
    assert desk.get(f"{CHOOSE}?{query}").status_code == 404


def test_photos_whose_licence_has_run_out_or_that_are_used_are_left_out_on_request(desk, make_story, now):
    today = now.astimezone(ZoneInfo("Europe/London")).date()
    a_photo("to-today", licence_ends_on=today)
    a_photo("run-out", licence_ends_on=today - timedelta(days=1))
    used = a_photo("used")
    make_story(lead_photo=used)
    Photo.objects.filter(slug="used").update(added_by=desk.get("/admin/").wsgi_request.user)
    assert found(desk) == ["used", "run-out", "to-today"]
    assert found(desk, licensed="on") == ["used", "to-today"]
    assert found(desk, unused="on") == ["run-out", "to-today"]
    assert found(desk, mine="on") == ["used"]


def test_the_library_goes_on_by_key_and_asks_as_much_of_many_as_of_one(desk):
    def queries(**asked):
        with CaptureQueriesContext(connection) as made:
            assert found(desk, **asked)
        return len(made)

    a_photo("first")
    one = queries()
    for number in range(30):
        a_photo(f"photo-{number:02}")
    assert queries() == queries(q="cranes") == one
    page = desk.get(CHOOSE, {"part": "photos"})
    older = found(desk, before=page.context["older"])
    assert [each["slug"] for each in page.context["photos"]] + older == [
        *(f"photo-{number:02}" for number in reversed(range(30))),
        "first",
    ]


def test_a_photo_that_lacks_nothing_is_handed_over(desk):
    photo = a_photo(focal_x=20)
    answer = desk.get(lacking(photo)).json()
    assert answer["form"] == ""
    assert answer["photo"] == {
        "pk": photo.pk, "slug": "quay", "thumbnail": f"/admin/articles/photo/{photo.pk}/file/?width=320",
        "width": 40, "height": 30, "alt": "Cranes", "caption": "The quay.", "credit": "Sami Idris",
        "focalX": 20, "focalY": 50,
    }  # fmt: skip


def test_what_a_photo_lacks_in_the_language_is_asked_for_and_kept(desk):
    photo = a_photo(credit="")
    asked = desk.get(lacking(photo, "ar")).json()["form"]
    assert all(f'name="{name}"' in asked for name in ("alt_text", "caption", "credit"))
    assert 'dir="rtl"' in asked
    refused = desk.post(lacking(photo, "ar"), {"alt_text": "رافعات"})
    assert (refused.status_code, list(refused.json()["errors"])) == (400, ["credit"])
    answer = desk.post(lacking(photo, "ar"), {"alt_text": "رافعات", "credit": "Sami"}).json()
    assert (answer["photo"]["alt"], answer["photo"]["credit"]) == ("رافعات", "Sami")
    assert desk.get(lacking(photo, "ar")).json()["form"] == ""


def test_what_a_photo_has_is_not_overwritten_by_who_fills_its_gaps(desk):
    photo = a_photo(credit="")
    answer = desk.post(lacking(photo), {"alt_text": "Forced", "caption": "Forced", "credit": "Sami"}).json()
    assert (answer["photo"]["alt"], answer["photo"]["caption"]) == ("Cranes", "The quay.")


TYPED = {"alt_text": "Cranes", "caption": "At dusk", "credit": "Sami", "focal_x": "30", "focal_y": "40"}


def test_a_photo_is_uploaded_with_its_text_in_the_language_of_the_story(desk):
    answer = desk.post(UPLOAD + "?language=ar", TYPED | {"image": picture()}).json()["photo"]
    photo = Photo.objects.get()
    text = photo.texts.get()
    assert (answer["pk"], answer["alt"], answer["focalX"], answer["width"]) == (photo.pk, "Cranes", 30, 40)
    assert (text.language, text.caption, photo.slug) == ("ar", "At dusk", "port-at-dusk")
    assert photo.added_by.username == "reporter"


@pytest.mark.parametrize(
    ("field", "value"),
    [("image", picture("GIF", name="x.gif")), ("image", ""), ("alt_text", " "), ("credit", ""), ("focal_x", "101"),
     ("focal_y", ""), ("caption", "x" * 401), ("alt_text", "\x00"), ("licence_ends_on", "soon")],
)  # fmt: skip
def test_what_cannot_be_uploaded_is_said_beside_its_field(desk, field, value):
    refused = desk.post(UPLOAD, TYPED | {"image": picture()} | {field: value})
    assert (refused.status_code, list(refused.json()["errors"])) == (400, [field])
    assert not Photo.objects.exists()


@pytest.mark.parametrize("who", [*READERS_OF_THE_LIBRARY, "nobody"])
def test_who_may_not_neither_sees_nor_forces(enter, who):
    client, photo = enter(who), a_photo(credit="")
    before = state()
    may_look, may_write = who in READERS_OF_THE_LIBRARY, who in WRITERS
    window = client.get(CHOOSE)
    assert window.status_code == (200 if may_look else 403)
    assert ("photo-panel-upload" in window.content.decode()) is may_write
    assert client.get(lacking(photo)).status_code == (200 if may_look else 403)
    answers = client.post(UPLOAD, TYPED | {"image": picture()}), client.post(lacking(photo), {"credit": "Forced"})
    if may_write:
        assert bool(client.get(lacking(photo)).json()["form"]) is False
    else:
        assert [answer.status_code for answer in answers] == [403, 403]
        assert state() == before
    for answer in (window, *answers):
        assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))


def test_a_stranger_is_asked_to_log_in(client, db):
    for address in (CHOOSE, UPLOAD, lacking(a_photo())):
        assert client.get(address).url.startswith("/admin/login/")
