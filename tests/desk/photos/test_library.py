"""The library of photos as a list, and the page of one: what is found, what is missing, where each is used."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.actions import publishing, stories
from articles.models import Edition, Photo, PhotoText, Publication, Story, drafts
from tests.desk.forms import fill, form_of
from tests.desk.photos.pictures import a_photo

LIST = "/admin/articles/photo/"


@pytest.fixture
def desk(client, copy_editor):
    client.force_login(copy_editor)
    return client


def page(photo):
    return reverse("admin:articles_photo_change", args=[photo.pk])


def listed(client, **asked):
    response = client.get(LIST, asked)
    assert response.status_code == 200
    return [photo.slug for photo in response.context["cl"].result_list]


@pytest.fixture
def led_by(make_story):
    """A live story with a photo at its head, and another in its text."""

    def make(photo, **written):
        story = make_story(lead_photo=photo, **written)
        publishing.publish(story, revision=story.version, by=None)
        return story

    return make


@pytest.fixture
def licences(db, now, led_by):
    today = now.astimezone(ZoneInfo("Europe/London")).date()
    for name, days in {"gone": -1, "today": 0, "soon": 30, "later": 31}.items():
        a_photo(name, licence_ends_on=today + timedelta(days=days))
    a_photo("for-ever")
    led_by(Photo.objects.get(slug="soon"))


@pytest.mark.parametrize(
    ("chosen", "slugs"),
    [
        ("runs", ["for-ever", "later", "soon", "today"]),
        ("running-out", ["soon", "today"]),
        ("run-out", ["gone"]),
        ("live", ["soon"]),
        ("nonsense", ["for-ever", "later", "soon", "today", "gone"]),
    ],
)
def test_the_library_is_narrowed_by_licence(desk, licences, chosen, slugs):
    assert listed(desk, licence=chosen) == slugs


def test_the_library_is_narrowed_by_what_is_missing(desk):
    a_photo("complete", texts=[("en", "Cranes", ""), ("ar", "رافعات", "")])
    a_photo("english")
    a_photo("empty", texts=[("en", "", "Caption")], credit="")
    assert listed(desk, lacks="ar") == ["empty", "english"]
    assert listed(desk, lacks="en") == ["empty"]
    assert listed(desk, lacks="credit") == ["empty"]


def show_in_text(photo, story):
    """At the desk; and with readers, if they see the story."""
    with connection.cursor() as cursor:
        figure = f'<figure data-photo="{photo.slug}"></figure>'
        cursor.execute("UPDATE articles_story SET body = body || %s WHERE id = %s", [figure, story.pk])
    for live in Publication.objects.live().filter(story=story):
        live.publishedphotos.create(photo=photo, story=story, first_live_at=live.first_live_at)


def test_the_library_is_narrowed_by_use_and_says_how_much_there_is(desk, make_story, led_by):
    lead, text, drafted = a_photo("lead"), a_photo("text"), a_photo("drafted")
    a_photo("unused")
    show_in_text(text, led_by(lead))
    make_story(lead_photo=drafted, headline="A draft")
    assert listed(desk, use="used") == ["drafted", "text", "lead"]
    assert listed(desk, use="live") == ["text", "lead"]
    assert listed(desk, use="unused") == ["unused"]
    shown = desk.get(LIST).content.decode()
    assert shown.count("Stories: 1 at the desk, 1 live") == 1
    assert shown.count("In no story") == 2  # the filter's choice, and one photo


def test_the_library_is_searched_in_any_spelling_and_so_is_the_look_up(desk):
    a_photo("quay", texts=[("ar", "رافعات المرفأ", "")])
    a_photo("other", credit="Nobody")
    assert listed(desk, q="المَرفا") == ["quay"]
    look_up = "/admin/autocomplete/?app_label=articles&model_name=story&field_name=lead_photo&term=SAMI"
    assert [found["text"] for found in desk.get(look_up).json()["results"]] == ["quay"]


@pytest.mark.parametrize("query", ["q=" + "x" * 100_000, "q=%25", "licence=%00", "p=99999", "use=x", "lacks=fr", "o=9"])
def test_a_library_asked_for_nonsense_does_not_break(desk, query):
    a_photo()
    assert desk.get(f"{LIST}?{query}").status_code < 500


def test_where_a_photo_is_used_is_said_with_how(desk, make_story, led_by):
    photo = a_photo()
    led_by(photo, headline="Led and live")
    shown = led_by(a_photo("lead"), headline="In the text")
    show_in_text(photo, shown)
    stories.revise(shown, drafts.with_changes(shown, body="<p>“Yes,” they said.</p>"), version=1, by=None)
    show_in_text(photo, make_story(headline="Drafted"))
    make_story(headline="Not this one", lead_photo=a_photo("unrelated"))
    used = desk.get(page(photo)).context["uses"]
    assert {str(use["story"]): (use["word"].value, use["ways"]) for use in used} == {
        "Led and live": ("live", ["leads it at the desk", "leads it with readers"]),
        "In the text": ("changed", ["in its text with readers"]),
        "Drafted": ("never", ["in its text at the desk"]),
    }


@pytest.mark.parametrize(
    ("days", "words"), [(-1, "ran out on"), (0, "runs out today"), (1, "in 1 day,"), (30, "in 30 days,"), (31, "")]
)
def test_a_licence_that_runs_out_is_told_in_words(desk, now, days, words):
    photo = a_photo(licence_ends_on=now.date() + timedelta(days=days))
    shown = desk.get(page(photo)).content.decode()
    assert ("photo-licence" in shown) is bool(words)
    assert words in shown


def test_a_licence_holds_by_the_day_of_whoever_reads_the_paper_and_not_by_utc(desk, now, english, arabic):
    east, west = "Pacific/Kiritimati", "Pacific/Pago_Pago"  # never on the same day
    Edition.objects.filter(pk=english.pk).update(time_zone=west)
    Edition.objects.filter(pk=arabic.pk).update(time_zone=east)
    photo = a_photo(licence_ends_on=now.astimezone(ZoneInfo(west)).date())
    assert listed(desk, licence="runs") == listed(desk, licence="running-out") == ["quay"]
    assert "runs out today" in desk.get(page(photo)).content.decode()
    assert "runs out today" in desk.get(LIST).content.decode()
    of_desk = {code: Photo.objects.licensed(code).exists() for code in ("", "en", "ar")}
    assert of_desk == {"": True, "en": True, "ar": False}
    window = {
        code: desk.get(f"/admin/articles/photo/choose/?language={code}").context["photos"] for code in ("en", "ar")
    }
    assert {code: len(photos) for code, photos in window.items()} == {"en": 1, "ar": 0}


def test_a_text_at_the_desk_is_found_however_long_ago_it_was_written(desk, make_story, english, now):
    photo = a_photo()
    make_story(headline="Of old", body='<p>A</p>\n<figure data-photo="quay"></figure>')
    make_story(headline="Of another", body='<figure data-photo="quay-2"></figure>')
    Story.objects.update(changed_at=now - timedelta(days=9000))
    Story.objects.bulk_create(Story(edition=english, headline=str(n)) for n in range(1001))
    assert [str(use["story"]) for use in desk.get(page(photo)).context["uses"]] == ["Of old"]
    assert listed(desk, use="used") == ["quay"]
    assert listed(desk, use="unused") == []


def test_the_page_has_a_form_for_each_language_and_keeps_what_is_written(desk):
    photo = a_photo()
    sent = form_of(desk.get(page(photo)))
    assert (sent["texts-0-language"], sent["texts-1-language"]) == ("en", "ar")
    fill(desk, page(photo), credit="Lina")
    assert PhotoText.objects.count() == 1  # an empty one is none
    fill(desk, page(photo), **{"texts-1-alt_text": "رافعات"})
    photo = Photo.objects.get()
    assert (photo.credit, photo.text_in("ar").alt_text) == ("Lina", "رافعات")


def test_who_only_reads_has_a_picture_and_nothing_to_change_it_by(client, administrator):
    client.force_login(administrator)
    shown = client.get(page(a_photo())).content.decode()
    assert "photo-shown" in shown
    assert all(word not in shown for word in ("data-focal-point", 'name="focal_x"', 'name="_save"'))


def add(numbers):
    many = [Photo(slug=f"quay-{n}", image="x.jpg", width=4, height=3, credit="Sami") for n in numbers]
    Photo.objects.bulk_create(many)
    PhotoText.objects.bulk_create(PhotoText(photo=each, language="en", alt_text="Cranes") for each in many)


def test_five_thousand_photos_ask_as_much_as_a_hundred(desk, make_story):
    def queries(address):
        with CaptureQueriesContext(connection) as made:
            assert desk.get(address).status_code == 200
        return len(made)

    addresses = (
        LIST,
        f"{LIST}?q=quay",
        f"{LIST}?licence=live&use=used",
        "/admin/articles/photo/choose/",
        page(a_photo()),
    )
    make_story(lead_photo=Photo.objects.get())
    add(range(100))  # more than a page
    one = list(map(queries, addresses))
    add(range(100, 5000))
    assert list(map(queries, addresses)) == one
    assert listed(desk, q="cranes")


def test_a_storys_form_says_of_its_photo_what_is_said_in_the_storys_language(desk, make_story, arabic):
    photo = a_photo("quay")
    photo.texts.update_or_create(language="ar", defaults={"alt_text": "الرصيف ليلًا"})
    story = make_story(arabic, lead_photo=photo)
    html = desk.get(reverse("admin:articles_story_change", args=[story.pk])).content.decode()
    assert '<dd lang="ar" dir="auto" data-said="alt">الرصيف ليلًا</dd>' in html
