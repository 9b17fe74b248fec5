"""The desk speaks the language that whoever works there has chosen; readers' pages never do."""

import json
import re
from datetime import datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format

from articles.actions import publishing, stories
from articles.models import Edition, drafts

pytestmark = pytest.mark.django_db

BASE = Path(settings.BASE_DIR)
IN_ARABIC = '<html lang="ar" dir="rtl">'
IN_ENGLISH = '<html lang="en" dir="ltr">'
LOGIN = {"username": "chief", "password": "newsroom-demo"}


@pytest.fixture
def desk(client, chief, english, arabic):
    client.force_login(chief)
    return client


def html(response):
    return response.content.decode()


def choose(client, language, **more):
    return client.post("/admin/language/", {"language": language, "next": "/admin/articles/tag/"} | more)


def test_who_has_chosen_nothing_gets_what_the_browser_asks_for(desk):
    assert IN_ENGLISH in html(desk.get("/admin/"))
    assert IN_ARABIC in html(desk.get("/admin/", headers={"accept-language": "ar-EG,ar;q=0.9"}))
    assert IN_ENGLISH in html(desk.get("/admin/", headers={"accept-language": "fr"}))


def test_a_choice_is_kept_and_leads_back_to_the_page_on_which_it_was_made(desk, chief):
    response = choose(desk, "ar")
    chief.refresh_from_db()
    assert (response.url, chief.desk_language) == ("/admin/articles/tag/", "ar")
    page = html(desk.get("/admin/articles/tag/", headers={"accept-language": "en"}))
    assert IN_ARABIC in page
    assert 'href="/static/admin/css/rtl' in page
    assert "خط الزوال" in page


def test_a_choice_leads_nowhere_else_and_only_to_languages_that_there_are(desk, chief):
    assert choose(desk, "ar", next="https://elsewhere.example/").url == "/admin/"
    choose(desk, "xx")
    chief.refresh_from_db()
    assert chief.desk_language == "ar"
    assert desk.get("/admin/language/?language=en").status_code == 405


def test_the_choice_is_one_s_own_and_needs_a_login(client, chief, english):
    assert "id_password" in html(choose(client, "ar"))
    chief.refresh_from_db()
    assert chief.desk_language == ""


def test_the_login_page_speaks_the_language_that_is_asked_for_and_keeps_it(client, chief, english, arabic):
    page = html(client.get("/admin/login/?next=/admin/"))
    assert IN_ENGLISH in page
    assert "language=ar" in page
    assert IN_ARABIC in html(client.get("/admin/login/?next=/admin/&language=ar"))
    assert IN_ARABIC in html(client.post("/admin/login/?next=/admin/&language=ar", LOGIN | {"password": "wrong"}))
    client.post("/admin/login/?next=/admin/&language=ar", LOGIN)
    assert IN_ARABIC in html(client.get("/admin/"))


def test_what_is_rendered_late_and_what_is_refused_is_in_the_language_too(desk):
    choose(desk, "ar")
    for path in (
        "/admin/articles/tag/add/",
        "/admin/password_change/",
        "/admin/nowhere/",
        "/admin/articles/story/9/change/",
    ):
        assert IN_ARABIC in html(desk.get(path, follow=True)), path
    assert "تغيير كلمة المرور" in html(desk.get("/admin/password_change/"))
    assert IN_ARABIC in html(desk.post("/admin/logout/"))


def test_scripts_of_the_desk_get_their_words_in_it(desk):
    choose(desk, "ar")
    assert r"\u0627\u0644\u064a\u0648\u0645" in html(desk.get("/admin/jsi18n/"))  # اليوم


def test_what_is_written_keeps_its_direction(desk, live_story):
    choose(desk, "ar")
    stories.revise(live_story, drafts.with_changes(live_story, standfirst="Put right"), version=1, by=None)
    publishing.correct(live_story, revision=2, by=None, kind="correction", right="It was 2,611.")
    assert "<bdi>Dockers reject pay offer</bdi>" in html(desk.get("/admin/articles/story/"))
    assert "<bdi>It was 2,611.</bdi>" in html(desk.get("/admin/articles/correction/"))


def test_readers_pages_and_the_thread_know_nothing_of_it(desk, live_story):
    choose(desk, "ar")
    before = translation.get_language()
    desk.get("/admin/")
    assert translation.get_language() == before
    page = html(desk.get("/"))
    assert f'<html lang="en" dir="{Edition.objects.get(language="en").direction}">' in page
    assert "Vary" not in desk.get("/").headers or "Accept-Language" not in desk.get("/").headers["Vary"]


def test_the_desk_has_the_colours_of_the_paper():
    paper, desk = (
        (BASE / "static" / path).read_text() for path in ("css/tokens.css", "admin-newsroom/shell/colours.css")
    )
    said = dict(re.findall(r"--(\w+): light-dark\((#\w+, #\w+)\)", desk.split("html:root:lang(ar)")[0]))
    for name in ("paper", "ink", "soft", "rule", "accent"):
        assert re.findall(rf"--{name}: (#\w+);", paper) == said[name].split(", "), name


def test_days_and_times_are_written_as_the_paper_writes_them():
    moment = datetime(2026, 11, 22, 14, 5)
    assert date_format(moment, "DATETIME_FORMAT") == "22 November 2026, 14:05"
    with translation.override("ar"):
        assert date_format(moment, "DATETIME_FORMAT") == "22 نوفمبر 2026، 14:05"


def test_scripts_of_the_admin_say_our_arabic(desk):
    choose(desk, "ar")
    assert json.dumps("لم يُحدَّد شيء")[1:-1] in html(desk.get("/admin/jsi18n/"))
