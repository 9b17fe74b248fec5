"""A query that is compiled once yields what its queryset would, for whatever values, over whichever connection."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from django.db.models import BigIntegerField, CharField
from django.test.utils import CaptureQueriesContext

from articles import wall
from articles.models import Section, keys
from articles.models.prepared import Prepared, Slot

NAMES = ["Economy", "Nothing of that name", "World", "اقتصاد"]


def named(name):
    """A queryset with a join, a value of its own beside the slots, and an order."""
    return Section.objects.select_related("edition").filter(name=name, edition__is_default=True).order_by("-position")


@pytest.fixture
def prepared():
    return Prepared(lambda: named(Slot("name", CharField())))


def seen(rows):
    return [(row.pk, row.name, row.edition.name) for row in rows]


def test_it_yields_what_the_queryset_would_whatever_the_value(english, arabic, prepared):
    for name in NAMES * 2:
        assert seen(prepared.all(name=name)) == seen(named(name))
    assert prepared.first(name="Economy") == Section.objects.get(slug="economy")
    assert prepared.first(name="Nothing of that name") is None


def test_it_asks_once_and_what_is_joined_is_there(english, prepared, django_assert_num_queries):
    with django_assert_num_queries(1):
        seen(prepared.all(name="World"))


def test_the_queryset_is_made_once_and_its_sql_is_the_same(english):
    made = []
    prepared = Prepared(lambda: made.append(1) or named(Slot("name", CharField())))
    with CaptureQueriesContext(connections["default"]) as asked:
        for name in NAMES:
            list(prepared.all(name=name))
    assert made == [1]
    assert {query["sql"].replace(name, "") for query, name in zip(asked, NAMES, strict=True)} == {
        asked[0]["sql"].replace("Economy", "")
    }


def test_some_numbers_are_one_slot(english, arabic):
    prepared = Prepared(lambda: Section.objects.filter(keys.among("pk", Slot("numbers", keys.NUMBERS))).order_by("pk"))
    every = list(Section.objects.order_by("pk"))
    for some in (every, every[1:], []):
        numbers = [section.pk for section in some]
        assert list(prepared.all(numbers=numbers)) == some
        assert list(Section.objects.filter(keys.among("pk", numbers)).order_by("pk")) == some
        others = Section.objects.exclude(keys.among("pk", numbers))
        assert set(others) == set(every) - set(some)


def test_a_key_may_be_two_slots(english):
    at, number = english.sections.model._meta.get_field("position"), BigIntegerField()
    older = keys.older_than((Slot("at", at), Slot("number", number)), "position", "pk")
    prepared = Prepared(lambda: Section.objects.filter(older).order_by("-position", "-pk"))
    economy, world = Section.objects.order_by("position")
    assert list(prepared.all(at=2, number=0)) == [world, economy]
    assert list(prepared.all(at=1, number=world.pk)) == [economy]
    assert list(prepared.all(at=0, number=economy.pk)) == []


def test_a_value_that_is_missing_is_a_mistake_and_not_an_empty_page(english, prepared):
    with pytest.raises(KeyError):
        prepared.all()


@pytest.mark.django_db(transaction=True, databases=["default", "readers"])
def test_behind_the_wall_it_asks_the_readers_connection_of_its_thread(live_story, behind_the_wall, prepared):
    def ask(name):
        try:
            with wall.behind():
                return [row.name for row in prepared.all(name=name)]
        finally:
            connections.close_all()

    assert [row.name for row in prepared.all(name="World")] == ["World"]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(ask, ["World", "Economy"] * 8)) == [["World"], ["Economy"]] * 8
