"""A story that comes to a place pushes down what stands there, unless an editor says that it makes way."""

import re
from datetime import timedelta
from html import unescape

import pytest

from articles.actions import placing, publishing
from articles.actions.locking import clock
from articles.actions.placing import pushed_down
from articles.models import Event, Placement
from tests.desk.forms import form_of
from tests.desk.stories.buttons import at, messages_of, press

FRONT = "/admin/articles/placement/front/en/"


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def published(make_story):
    """Live stories, by how many are wanted."""

    def make(count):
        made = [make_story(headline=f"Story {number}") for number in range(count)]
        for story in made:
            publishing.publish(story, revision=1, by=None)
        return made

    return make


def standing():
    rows = Placement.objects.current().order_by("slot").values_list("slot", "story__headline")
    return {slot: headline.removeprefix("Story ") for slot, headline in rows}


@pytest.mark.parametrize(
    ("before", "slot", "changes"),
    [
        ({}, 1, {1: 9}),
        ({1: 5}, 1, {1: 9, 2: 5}),
        ({1: 5, 2: 6, 4: 7}, 1, {1: 9, 2: 5, 3: 6}),
        ({1: 5, 2: 6, 3: 9}, 1, {1: 9, 2: 5, 3: 6}),
        ({1: 9, 2: 6}, 2, {1: None, 2: 9, 3: 6}),
        ({1: 9, 2: 6}, 1, {1: 9}),
        ({12: 5}, 12, {12: 9}),
        ({11: 5, 12: 6}, 11, {11: 9, 12: 5}),
    ],
)
def test_what_stands_there_moves_down_to_the_next_empty_place(before, slot, changes):
    assert pushed_down(before, slot, 9) == changes


def test_a_new_lead_pushes_the_old_one_down_and_is_taken_back_by_a_link(desk, published):
    old, second, new = published(3)
    for slot, story in enumerate((old, second), start=1):
        placing.place(story, slot=slot, by=None)
    said = messages_of(press(desk, new, "place", slot="1"))
    assert standing() == {1: "2", 2: "0", 3: "1"}
    assert "“Story 0” stands in place 2 now. 1 more moved down." in said
    undo = re.search(r'href="([^"]*)">Undo…', said)[1]
    desk.post(FRONT, form_of(desk.get(undo)))
    assert standing() == {1: "0", 2: "1"}


def test_what_stands_there_makes_way_where_an_editor_says_so(desk, published):
    old, new = published(2)
    placing.place(old, slot=1, by=None)
    said = messages_of(press(desk, new, "place", slot="1", others="instead"))
    assert standing() == {1: "1"}
    assert "“Story 0” no longer has a place." in said


def test_what_falls_off_the_end_is_said_before_and_after(desk, published):
    stories = published(13)
    for slot, story in enumerate(stories[:12], start=1):
        placing.place(story, slot=slot, by=None)
    new = stories[12]
    assert "“Story 11”, which stands last, falls off the end." in desk.get(at(new, "place")).context["form"].as_p()
    said = messages_of(press(desk, new, "place", slot="1"))
    assert standing() == {1: "12", **{slot: str(slot - 2) for slot in range(2, 13)}}
    assert "“Story 11” no longer has a place." in said
    assert Event.objects.filter(verb="taken off", story=stories[11]).count() == 1


def test_nothing_falls_off_where_a_place_is_empty(desk, published):
    stories = published(3)
    placing.place(stories[0], slot=12, by=None)
    said = "From place 12 on none is empty: “Story 0”"
    assert said in desk.get(at(stories[1], "place")).text
    press(desk, stories[1], "place", slot="1")
    assert standing() == {1: "1", 12: "0"}


def test_what_moves_down_keeps_the_end_that_it_was_given(desk, published, soon):
    old, new = published(2)
    placing.place(old, slot=1, by=None, until=soon)
    press(desk, new, "place", slot="1")
    ends = dict(Placement.objects.current().values_list("story", "live_until"))
    assert ends == {old.pk: soon, new.pk: None}


def test_what_would_have_ended_for_another_to_come_stands_on_lower_down(desk, published, soon):
    old, new, later = published(3)
    placing.place(old, slot=1, by=None)
    placing.place(later, slot=1, by=None, at=soon)
    press(desk, new, "place", slot="1")
    ends = dict(Placement.objects.current().values_list("story", "live_until"))
    assert ends == {new.pk: soon, old.pk: None}


def test_a_place_whose_story_readers_do_not_see_counts_as_empty(desk, published):
    ended, lower, new = published(3)
    placing.place(ended, slot=1, by=None)
    placing.place(lower, slot=2, by=None)
    now = clock()
    ended.publications.update(live_until=now + timedelta(microseconds=1))
    press(desk, new, "place", slot="1")
    assert standing() == {1: "2", 2: "1"}


def test_a_story_is_chosen_for_a_place_in_both_ways_beside_the_page(desk, published):
    old, new = published(2)
    placing.place(old, slot=1, by=None)
    (offer,) = [each for each in desk.get(FRONT, {"choose": 1}).context["offers"] if each["version"].story_id == new.pk]
    pushed = desk.get(FRONT + offer["address"].partition("#")[0]).context["page"]
    assert pushed.ids == {1: new.pk, 2: old.pk}
    assert pushed.leaving == []
    instead = desk.get(FRONT + unescape(re.search('href="([^"#]*)', offer["times"][-1])[1]))
    assert instead.context["page"].ids == {1: new.pk}
    assert "“Story 0” no longer has a place." in instead.text


@pytest.mark.parametrize("others", ["", "down", "nonsense", "\x00", "x" * 9999])
def test_no_other_answer_throws_a_story_off(desk, published, others):
    old, new = published(2)
    placing.place(old, slot=1, by=None)
    press(desk, new, "place", slot="1", others=others)
    assert "0" in standing().values()
