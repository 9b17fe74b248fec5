"""A capacity that its source has no title for: who is offered to make it one, and what is answered."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from articles.actions import publishing
from articles.models import Attribution, Source

pytestmark = pytest.mark.django_db


def offered(client, source, capacity="Minister", **asked):
    about = {"id": source.pk, "language": "en", "on": "", "capacity": capacity} | asked
    return client.get(reverse("admin:articles_story_source"), about).json()["adds"]


def add(client, source, capacity="Minister", **asked):
    about = {"source": source.pk, "language": "en", "on": "", "capacity": capacity} | asked
    return client.post(reverse("admin:articles_story_title"), about)


@pytest.fixture
def known(make_story, union):
    story = make_story(attributions=[Attribution(source=union, words="Two years of building,")])
    publishing.publish(story, revision=1, by=None)
    return union


def test_it_is_added_from_the_day_on_which_it_was_said_and_offered_no_more(desk, union):
    assert offered(desk, union, on="2026-03-01")
    answer = add(desk, union, on="2026-03-01")
    assert answer.status_code == 200
    assert "Minister" in answer.json()["said"]
    assert union.titles.values_list("title", "from_on").get() == ("Minister", date(2026, 3, 1))
    assert not offered(desk, union, on="2026-03-01")
    assert not offered(desk, union, "MINISTER", on="2027-01-01")
    assert offered(desk, union, on="2020-01-01")


def test_without_a_day_it_is_borne_from_today(desk, union):
    add(desk, union)
    assert union.titles.get().from_on == localdate()


def test_one_that_is_there_is_refused_with_words(desk, union):
    add(desk, union)
    answer = add(desk, union)
    assert (answer.status_code, union.titles.count()) == (409, 1)
    assert "bears the title" in answer.json()["said"]


@pytest.mark.parametrize("capacity", ["", "  ", "\u202e"])
def test_nothing_is_offered_where_there_is_no_capacity(desk, union, capacity):
    assert not offered(desk, union, capacity)


def test_a_source_that_readers_see_is_offered_to_who_may_publish(client, known, reporter, editor):
    client.force_login(reporter)
    assert not offered(client, known)
    assert (add(client, known).status_code, known.titles.count()) == (409, 0)
    client.force_login(editor)
    assert offered(client, known)
    assert add(client, known).status_code == 200


def test_one_that_they_do_not_see_is_offered_to_who_writes(client, union, reporter, administrator):
    client.force_login(administrator)
    assert not offered(client, union)
    assert add(client, union).status_code == 403
    client.force_login(reporter)
    assert offered(client, union)
    assert add(client, union).status_code == 200


def test_a_protected_source_is_offered_none(desk, make_story):
    hidden = Source.objects.create(slug="hidden", name="An official", protected_in=make_story())
    assert not offered(desk, hidden)
    assert add(desk, hidden).status_code == 409


def test_what_is_no_source_is_offered_nothing(desk, union):
    missing = Source(pk=10**9)
    assert not offered(desk, missing)
    assert add(desk, missing).status_code == 409
    assert add(desk, union, language="xx").status_code == 409
    assert add(desk, union, on="nonsense").status_code == 200
