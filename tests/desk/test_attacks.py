"""What someone with a stolen login got through at the desk, and what stops it now."""

import io

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from articles import text
from articles.actions import stories
from articles.actions.logins import HERE
from articles.admin.tables import admins
from articles.models import Attribution, Photo, Source, drafts
from articles.pictures import redrawing, uploads
from tests import costs
from tests.desk.forms import errors_of, form_of
from tests.desk.photos.pictures import upload

pytestmark = pytest.mark.django_db
ENDLESS = "9" * 5000


@pytest.fixture
def desk(client, chief):
    client.force_login(chief)
    return client


@pytest.fixture
def photo(desk):
    file = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(file, "JPEG")
    file.name = "port.jpg"
    file.seek(0)
    upload(desk, file)
    return Photo.objects.get()


def test_a_number_that_never_ends_is_none(desk, live_story, photo):
    desk.raise_request_exception = False
    story, asked = f"/admin/articles/story/{live_story.pk}", ENDLESS
    pages = [
        f"/admin/articles/photo/{photo.pk}/file/?width={asked}",
        f"{story}/preview/?revision={asked}",
        f"{story}/preview_page/?revision={asked}",
        f"{story}/compare/?from={asked}",
        f"{story}/restore/?revision={asked}",
        f"/admin/articles/source/add/?story={asked}",
        f"/admin/autocomplete/?app_label=articles&model_name=attribution&field_name=source&story={asked}",
        f"/admin/articles/story/?section={asked}",
    ]
    answers = [desk.get(page) for page in pages]
    answers.append(desk.post(f"{story}/restore/", {"revision": asked, "version": asked}))
    answers.append(desk.post("/admin/articles/story/ledger/", {"body": "x", "words": "x", "occurrence": asked}))
    assert [answer.status_code for answer in answers if answer.status_code >= 500] == []


@pytest.mark.parametrize(
    "html",
    [
        lambda size: "<figure>" + "<img>" * size + "<figure>x</figure></figure>",
        lambda size: '<span style="x">' * 480 + "<br>" * size,
        lambda size: "<div>" * 240 + "<b>" * 240 + "x<br>" * size,
    ],
    ids=["pictures in an open figure", "lines deep in styles", "lines deep in bold"],
)
def test_cleaning_costs_a_pass_and_not_its_square(html):
    costs.assert_grows_with_its_size(text.clean, html, 5_000)


@pytest.mark.parametrize("said", ["“x y” ", "“x ", '"x '])
def test_a_text_of_nothing_but_quotations_holds_nobody_up(desk, said):
    def post(body):
        assert desk.post(reverse("admin:articles_story_ledger"), {"body": body, "words": "x y"}).status_code == 200

    costs.assert_grows_with_its_size(post, lambda size: f"<p>{said * size}</p>", 2_500)


def test_what_a_source_once_said_elsewhere_is_not_restored_once_it_is_protected(make_story, chief):
    hidden = Source.objects.create(slug="ann", name="Ann")
    said = Attribution(source=hidden, words="Two years of building,")
    other = make_story(attributions=[said])
    other = stories.revise(other, drafts.with_changes(other, attributions=[]), version=1, by=None)
    Source.objects.filter(pk=hidden.pk).update(name="a docker", protected_in=make_story())
    assert not stories.restore(other, revision=1, version=2, by=chief).attributions.exists()


def test_a_session_left_open_is_no_way_to_guess_the_password(client, reporter):
    client.force_login(reporter)
    new = "harbour-lights-9"
    for old in ["wrong"] * HERE + ["newsroom-demo"]:
        typed = {"old_password": old, "new_password1": new, "new_password2": new}
        answer = client.post(reverse("admin:password_change"), typed)
        assert answer.status_code == 200
    assert "Too many wrong passwords" in answer.content.decode()
    reporter.refresh_from_db()
    assert reporter.check_password("newsroom-demo")


def test_a_login_that_would_lead_elsewhere_leads_to_the_desk(client, reporter):
    typed = {"username": "reporter", "password": "newsroom-demo", "next": "//evil.example/"}
    answer = client.post(reverse("admin:login"), typed)
    assert answer.headers["Location"] == reverse("admin:index")


def test_the_focal_point_of_a_picture_that_is_gone_stays_with_a_sentence(desk, photo):
    photo.image.storage.delete(photo.image.name)
    address = reverse("admin:articles_photo_change", args=[photo.pk])
    answer = desk.post(address, form_of(desk.get(address)) | {"focal_x": "10"})
    assert "missing" in str(errors_of(answer))


def test_whoever_opens_pictures_has_no_keys(monkeypatch, tmp_path):
    program = tmp_path / "program.py"
    program.write_text(
        "import os, json; print(json.dumps({'refused': 'broken' if 'SECRET_KEY' in os.environ else 'two'}))"
    )
    monkeypatch.setattr(redrawing, "__file__", str(program))
    monkeypatch.setenv("SECRET_KEY", "x")
    with pytest.raises(uploads.NotTaken) as refused:
        uploads.accepted(io.BytesIO(b"\xff\xd8\xff"))
    assert refused.value.code == "two"


@pytest.mark.parametrize("moment", ["2026-01-01T00:00", "0001-01-01T00:00+14:00", "9999-12-31T23:59-12:00"])
def test_a_mark_of_what_was_seen_that_is_none_of_ours_is_told_as_nothing(desk, live_story, moment):
    page = reverse("admin:articles_story_withdraw", args=[live_story.pk])
    answer = desk.post(page, {"revision": 1, "reason": "Because", "seen": f"1@{moment}|"})
    assert "You saw: neither live nor scheduled" in answer.content.decode()


def test_half_a_letter_that_comes_along_with_a_login_is_left_behind(client, reporter):
    kept = {"kept": r'[["headline", "\ud800 of the port"]]', "kept_for": "/admin/articles/story/add/"}
    refused = client.post(reverse("admin:login"), kept)
    taken = client.post(reverse("admin:login"), kept | {"username": "reporter", "password": "newsroom-demo"})
    assert ["? of the port" in answer.content.decode() for answer in (refused, taken)] == [True, True]


@pytest.mark.parametrize("chosen", ["x", "9" * 5000, "\x00"])
def test_a_bulk_action_on_what_is_no_row_finds_nothing(desk, chosen):
    answer = desk.post(reverse("admin:articles_story_changelist"), {"action": "section", "_selected_action": chosen})
    assert answer.status_code == 404


def test_a_wait_that_nobody_can_have_has_ended(client, administrator):
    client.force_login(administrator)
    answer = client.post(reverse("admin:articles_user_waits"), {"wait": "\x00"}, follow=True)
    assert "That wait has ended already." in answer.content.decode()


def test_a_forged_form_from_no_address_at_all_is_refused_as_any(db):
    client = Client(enforce_csrf_checks=True)
    assert client.post(reverse("admin:login"), headers={"referer": "http://["}).status_code == 403


def test_a_login_that_was_open_while_somebody_logged_in_elsewhere_asks_again(chief):
    client = Client(enforce_csrf_checks=True)
    client.get(reverse("admin:login"))
    typed = {"username": "chief", "password": "newsroom-demo", "csrfmiddlewaretoken": "x" * 64}
    answer = client.post(reverse("admin:login"), typed, headers={"origin": "http://testserver"})
    assert (answer.status_code, "newsroom-demo" in answer.text, 'name="username"' in answer.text) == (403, False, True)


@pytest.mark.parametrize(
    "asked",
    ["publication/?headline__iregex=[", "publication/?vector=(", "withdrawal/?at__year=9999999999999999999",
     "section/?name__iregex=[", "user/?email__iregex=[", "event/?by__email__startswith=a"],
)  # fmt: skip
def test_a_list_is_asked_nothing_that_its_filters_do_not_ask(client, administrator, live_story, asked):
    client.force_login(administrator)
    assert client.get(f"/admin/articles/{asked}").status_code in (302, 400)


def test_a_form_that_says_it_has_a_milliard_lines_has_no_more_than_anybody_writes(desk, live_story, union, monkeypatch):
    monkeypatch.setattr(admins, "MOST_LINES", 3)
    for row in (live_story, union):
        address = reverse(f"admin:articles_{row._meta.model_name}_change", args=[row.pk])
        sent = {name: "1000000000" if "TOTAL" in name else said for name, said in form_of(desk.get(address)).items()}
        answer = desk.post(address, sent)
        lines = [each.formset for each in answer.context["inline_admin_formsets"]]
        assert all(len(each.forms) <= 3 and each.non_form_errors() for each in lines)


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_row_is_not_looked_for_by_a_column_without_a_name(desk, live_story, method):
    for address in (f"story/{live_story.pk}/change/", "user/1/change/", "tag/1/delete/"):
        assert getattr(desk, method)(f"/admin/articles/{address}", {"_to_field": ""}).status_code == 404


def test_no_list_counts_beside_each_choice_what_the_archive_has(client, administrator, live_story):
    client.force_login(administrator)
    for model in ("story", "photo", "event", "user"):
        page = client.get(f"/admin/articles/{model}/?_facets=True")
        assert (page.status_code, "_facets" in client.get(f"/admin/articles/{model}/").content.decode()) == (200, False)
