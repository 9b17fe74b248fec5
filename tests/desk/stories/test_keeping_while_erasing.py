"""Whatever is kept while a story is being erased, in whatever order: none of its words are kept afterwards."""

from concurrent.futures import ThreadPoolExecutor, wait
from functools import partial
from uuid import uuid4

import pytest
from django.db import transaction

from articles.actions import erasing, keeping
from articles.actions.refusals import Refused
from articles.models import Unsaved
from tests.proofs import tries
from tests.racing import at_once, refusals

pytestmark = pytest.mark.django_db(transaction=True)


def page(story, by, turn=1, tab=""):
    return keeping.Page(by, story.pk, "", tab or uuid4().hex, turn)


def typing(story, by, turn=1, tab=""):
    """What sends what somebody types, once."""
    return partial(keeping.keep, page(story, by, turn, tab), [["headline", "COURTWORD"]], version=1)


@pytest.fixture
def erasure(chief, editor):
    return lambda story: partial(erasing.erase, story, by=chief, agreed_by=editor, reason="A court.")


def words_of(story):
    return [row.typed for row in Unsaved.objects.filter(story=story) if row.typed]


def test_what_comes_while_a_story_is_being_erased_waits_and_is_refused(make_story, chief, erasure):
    story = make_story()
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            erasure(story)()
            typed = pool.submit(at_once, typing(story, chief))
            wait([typed], timeout=1)
            assert not typed.done()
        assert "erased" in str(refusals(typed.result())[0])
    assert not words_of(story)


def test_what_is_being_kept_as_an_erasure_begins_goes_with_it(make_story, chief, editor, erasure):
    story = make_story()
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            typing(story, chief)()
            erased = pool.submit(at_once, erasure(story))
            wait([erased], timeout=1)
            assert not erased.done()
        assert not refusals(erased.result())
    assert not words_of(story)


def test_a_page_that_had_kept_something_before_is_refused_as_one_that_had_not(make_story, chief, erasure):
    story, tab = make_story(), uuid4().hex
    typing(story, chief, 1, tab)()
    erasure(story)()
    for late in (typing(story, chief, 2, tab), typing(story, chief)):
        with pytest.raises(Refused, match="erased"):
            late()
    assert not Unsaved.objects.filter(story=story).exists()


@pytest.mark.prove
def test_three_who_type_while_a_story_is_erased(make_story, chief, editor, copy_editor, erasure, proof):
    def race(number):
        story = make_story(headline=f"Race {number}")
        tabs = {each: uuid4().hex for each in (chief, editor, copy_editor)}
        for each in list(tabs)[: number % 4]:
            typing(story, each, 1, tabs[each])()
        typed = [typing(story, each, 2, tab) for each, tab in tabs.items()]
        at_once(*typed, erasure(story))
        assert not words_of(story)

    proof.hold(race, range(tries(sample=25, full=400)))
