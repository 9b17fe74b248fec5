"""A title added to a source: by whom, from when, and said to readers in an event."""

from datetime import date

import pytest

from articles.actions import publishing, shared
from articles.actions.refusals import NotAllowed, Refused
from articles.models import Attribution, Event, Source, Verb

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 1)


def add(source, title="Minister", language="en", since=DAY, by=None):
    return shared.add_title(source, title, language=language, since=since, by=by)


@pytest.fixture
def known(make_story, union):
    """A source that readers see."""
    story = make_story(attributions=[Attribution(source=union, words="Two years of building,")])
    publishing.publish(story, revision=1, by=None)
    return union


def test_it_is_borne_from_the_day_on_and_its_event_says_who(union, reporter):
    row = add(union, by=reporter)
    assert (row.title, row.language, row.from_on, row.until_on) == ("Minister", "en", DAY, None)
    event = Event.objects.get(table="source", row=union.pk)
    assert (event.verb, event.by, event.fields) == (Verb.CHANGED, reporter, "sourcetitle")


@pytest.mark.parametrize("title", ["Minister", "MINISTER", "  Minister "])
def test_one_that_is_borne_already_is_refused_with_words(union, title):
    add(union)
    with pytest.raises(Refused, match="bears the title"):
        add(union, title, since=date(2026, 4, 1))
    assert union.titles.count() == 1


def test_one_that_has_ended_is_borne_again(union):
    union.titles.create(language="en", title="Minister", from_on="2019-01-01", until_on="2021-01-01")
    add(union)
    assert union.titles.filter(title="Minister").count() == 2


def test_in_another_language_it_is_another_title(union):
    add(union)
    assert add(union, "Minister", language="ar").language == "ar"


@pytest.mark.parametrize(("title", "language"), [("", "en"), (" \u202e ", "en"), ("Minister", "xx")])
def test_nothing_is_no_title(union, title, language):
    with pytest.raises(Refused):
        add(union, title, language)
    assert not union.titles.exists()


def test_a_protected_source_has_none(make_story):
    hidden = Source.objects.create(slug="hidden", name="An official", protected_in=make_story())
    with pytest.raises(Refused, match="label"):
        add(hidden)


def test_of_a_source_that_readers_see_it_is_added_by_who_may_publish(known, reporter, copy_editor, editor, chief):
    for person in (reporter, copy_editor):
        with pytest.raises(NotAllowed):
            add(known, by=person)
    assert not known.titles.exists()
    for person, title in ((editor, "Minister"), (chief, "Mayor")):
        add(known, title, by=person)
    assert known.titles.count() == 2


def test_of_any_other_by_who_may_change_sources(union, administrator, nobody, copy_editor):
    for person in (administrator, nobody):
        with pytest.raises(NotAllowed):
            add(union, by=person)
    assert add(union, by=copy_editor)
