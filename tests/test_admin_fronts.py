"""Front pages: arranged as they are seen, by actions alone."""

from datetime import timedelta

import pytest
from django.utils.timezone import localtime

from articles.actions import placing, publishing
from articles.actions.refusals import Refused
from articles.models import Event, Placement
from tests.test_admin_shared import lookup
from tests.test_admin_stories import form_of

FRONT = "/admin/articles/placement/front/en/"


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def other_story(make_story):
    story = make_story(headline="Harvest fails")
    publishing.publish(story, revision=1, by=None)
    return story


def local(moment, edition):
    return f"{localtime(moment, edition.zone):%Y-%m-%dT%H:%M:%S}"


def put(client, story, slot, **typed):
    return client.post(FRONT, form_of(client.get(FRONT)) | {"story": story.pk, "slot": slot} | typed)


def standing():
    return list(Placement.objects.filter(live_until=None).values_list("slot", "story__headline"))


def test_the_way_in_leads_to_the_first_editions_front_page(desk, english, arabic):
    assert desk.get("/admin/articles/placement/").url == FRONT
    assert desk.get("/admin/articles/placement/all/").status_code == 200
    assert desk.get("/admin/articles/placement/front/fr/").status_code == 404
    assert arabic.name in desk.get(FRONT).content.decode()


def test_a_story_is_placed_replaced_moved_and_taken_off(desk, live_story, other_story, editor):
    assert put(desk, live_story, 1).url == FRONT
    assert standing() == [(1, "Dockers reject pay offer")]
    put(desk, other_story, 1)
    assert standing() == [(1, "Harvest fails")]
    put(desk, other_story, 3)
    assert standing() == [(3, "Harvest fails")]
    page = desk.get(FRONT)
    assert "Harvest fails" in page.content.decode()
    assert "The lead is what stands in place 3." in page.content.decode()
    desk.post(FRONT, {"take-off": Placement.objects.get(live_until=None).pk})
    assert standing() == []
    verbs = Event.objects.filter(by=editor).order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["placed", "placed", "placed", "taken off"]


def test_it_is_placed_for_a_time_in_the_editions_own_zone(desk, english, live_story, soon):
    soon = soon.replace(microsecond=0)
    until = soon + timedelta(hours=3)
    put(desk, live_story, 2, at=local(soon, english), until=local(until, english))
    placement = Placement.objects.get()
    assert (placement.live_from, placement.live_until) == (soon, until)
    page = desk.get(FRONT).content.decode()
    assert f"from {localtime(soon, english.zone):%-d %b, %H:%M}" in page


def test_what_was_to_come_is_called_off_and_what_it_would_have_ended_stands_on(desk, live_story, other_story, soon):
    placing.place(live_story, slot=1, by=None)
    placing.place(other_story, slot=1, by=None, at=soon)
    coming = Placement.objects.get(story=other_story)
    assert Placement.objects.get(story=live_story).live_until == soon
    desk.post(FRONT, {"call-off": coming.pk})
    assert list(Placement.objects.values_list("story", "live_until")) == [(live_story.pk, None)]
    with pytest.raises(Refused):
        placing.call_off(Placement.objects.get(), by=None)


def test_what_is_called_off_makes_room_only_until_the_next(live_story, other_story, make_story, soon):
    third = make_story(headline="Third")
    publishing.publish(third, revision=1, by=None)
    later = soon + timedelta(hours=1)
    placing.place(live_story, slot=1, by=None)
    placing.place(third, slot=1, by=None, at=later)
    middle = placing.place(other_story, slot=1, by=None, at=soon, until=later)
    placing.call_off(middle, by=None)
    assert Placement.objects.get(story=live_story).live_until == later


def test_what_cannot_stand_is_refused_and_nothing_typed_is_lost(desk, english, live_story, make_story, now):
    draft = make_story(headline="Draft")
    refused = put(desk, draft, 4)
    assert "Only a story that readers will see then can be placed." in refused.content.decode()
    assert f'<option value="{draft.pk}" selected>' in refused.content.decode()
    past = put(desk, live_story, 1, at=local(now - timedelta(days=1), english))
    assert "begins now or later" in past.content.decode()
    for typed in ({"slot": "13"}, {"slot": "x"}, {"story": "x"}, {"story": "9" * 30}, {"at": "x"}):
        assert desk.post(FRONT, {"story": live_story.pk, "slot": 1} | typed).status_code == 200
    for number in ("x", "0", "9" * 30):
        assert desk.post(FRONT, {"take-off": number}).status_code == 404
    assert not Placement.objects.exists()


def test_a_story_is_looked_up_among_those_that_are_live_in_the_edition(desk, english, live_story, make_story):
    make_story()
    assert lookup(desk, "placement", "story", "dock", live_in=english.pk) == ["Dockers reject pay offer"]
    assert lookup(desk, "placement", "story", "dock", live_in=english.pk + 1) == []


@pytest.mark.parametrize("who", ["reporter", "copy_editor", "administrator", "nobody"])
def test_who_may_not_arrange_only_looks(client, request, live_story, who):
    client.force_login(request.getfixturevalue(who))
    placing.place(live_story, slot=1, by=None)
    page = client.get(FRONT)
    assert page.status_code == (403 if who == "nobody" else 200)
    assert "take-off" not in page.content.decode()
    for sent in ({"story": live_story.pk, "slot": 2}, {"take-off": Placement.objects.get().pk}):
        assert client.post(FRONT, sent).status_code == 403
    assert standing() == [(1, "Dockers reject pay offer")]


def test_a_front_page_asks_as_much_with_twelve_as_with_one(desk, make_story, live_story, django_assert_max_num_queries):
    placing.place(live_story, slot=1, by=None)
    desk.get(FRONT)
    for slot in range(2, 7):
        story = make_story()
        publishing.publish(story, revision=1, by=None)
        placing.place(story, slot=slot, by=None)
    with django_assert_max_num_queries(12):
        desk.get(FRONT)
