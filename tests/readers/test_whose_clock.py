"""Whose clock a page shows is said once on it, where it shows a time of day; and days are those of that clock."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import translation

from articles.actions import publishing
from articles.composing import clocks
from articles.models import Correction, Edition
from articles.rules.words import Change, CorrectionKind
from tests.readers.in_memory import ARABIC, ENGLISH, pages, render

CLOCK = re.compile(r'<span class="clock"><bdi>([^<]*)</bdi></span>')
A_TIME = re.compile(r'<time datetime="[^"]*T[^>]*>')


@pytest.mark.parametrize("of", [ENGLISH, ARABIC], ids=["english", "arabic"])
@pytest.mark.parametrize("template", pages(ENGLISH))
def test_each_page_that_shows_a_time_says_whose_once_and_no_other_does(template, of):
    html = render(template, of)
    city = {"en": "London", "ar": "الرياض"}[of.language]
    said = CLOCK.findall(html)
    assert len(said) == bool(A_TIME.search(html))
    assert all(city in each for each in said)


def test_a_story_says_it_behind_its_time_and_a_list_behind_its_day():
    story, list_of = render("stories/story.html", ENGLISH), render("corrections/corrections.html", ENGLISH)
    assert re.search(r'22 July 2026, 14:05</time> <span class="clock"><bdi>London</bdi>', story)
    assert re.search(r'class="today"><time [^>]*>[^<]*</time> <span class="clock"><bdi>London time</bdi>', list_of)
    assert "<!--clock-->" not in story + list_of


def test_a_page_of_days_alone_says_no_clock():
    assert not CLOCK.search(render("about/page.html", ENGLISH))


@pytest.mark.parametrize(
    ("zone", "english", "arabic"),
    [
        ("Europe/London", "London", "لندن"),
        ("Asia/Riyadh", "Riyadh", "الرياض"),
        ("America/Los_Angeles", "Los Angeles", "لوس أنجلوس"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires", "Buenos Aires"),
        ("Pacific/Kiritimati", "Kiritimati", "كيريتيماتي"),
        ("Asia/Qatar", "Doha", "الدوحة"),
        ("UTC", "UTC", "غرينتش"),
        ("Etc/UTC", "UTC", "غرينتش"),
        ("Etc/GMT-3", "Etc/GMT-3", "Etc/GMT-3"),
    ],
)
def test_a_zone_is_called_after_its_city(zone, english, arabic):
    assert clocks.city(zone, "en") == english
    assert clocks.city(zone, "ar") == arabic


# Days are those of the edition's clock


@pytest.fixture
def of_zone(make_story, english, now):
    def of_zone(zone):
        Edition.objects.filter(pk=english.pk).update(time_zone=zone)
        english.refresh_from_db()
        return english

    return of_zone


def moments_around_midnight(zone, now):
    """A minute before and a minute after the last midnight there."""
    midnight = now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight.astimezone(UTC) - timedelta(minutes=1), midnight.astimezone(UTC) + timedelta(minutes=1)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kathmandu", "Europe/London"])
def test_a_correction_stands_under_the_day_of_its_edition(name, of_zone, make_story, client, now):
    edition = of_zone(name)
    days = []
    for moment in moments_around_midnight(edition.zone, now):
        story = make_story(headline=f"{moment:%H%M}")
        publishing.import_version(story, live_from=moment - timedelta(days=3), live_until=moment, by=None)
        correction = Correction(kind=CorrectionKind.CORRECTION, right=f"Right {moment:%H%M}")
        publishing.import_version(story, live_from=moment, by=None, change=Change.CORRECTION, correction=correction)
        days.append(moment.astimezone(edition.zone).date())
    page = client.get("/corrections/").content.decode()
    with translation.override("en"):
        headings = re.findall(r"<h2>(\w+), (\d+) (\w+) (\d+)</h2>", page)
    assert [int(day) for _weekday, day, _month, _year in headings] == [days[1].day, days[0].day]
    assert days[0] != days[1]


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["Pacific/Kiritimati", "America/Los_Angeles"])
def test_the_archive_counts_by_the_day_of_the_edition(name, of_zone, make_story, client, now):
    edition = of_zone(name)
    before, after = moments_around_midnight(edition.zone, now)
    for moment in (before, after):
        publishing.import_version(make_story(headline=f"At {moment:%H%M}"), live_from=moment, by=None)
    for moment, other in ((before, after), (after, before)):
        page = client.get(f"/archive/{moment.astimezone(edition.zone):%Y/%m/%d}/").content.decode()
        assert f"At {moment:%H%M}" in page
        assert f"At {other:%H%M}" not in page
        assert moment.astimezone(edition.zone).strftime(">%H:%M<") in page


@pytest.mark.django_db
def test_what_is_called_by_its_day_in_the_record_bears_the_day_of_its_edition(of_zone, make_story):
    edition = of_zone("Pacific/Kiritimati")
    moment = datetime(2026, 11, 24, 22, 21, tzinfo=UTC)
    correction = Correction(kind=CorrectionKind.CORRECTION, at=moment, edition=edition)
    assert str(correction).endswith("2026-11-25")
