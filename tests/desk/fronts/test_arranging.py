"""Front pages: arranged as they are seen, by actions alone."""

import re
from datetime import timedelta

import pytest
from django.utils.timezone import localtime

from articles.actions import marks, placing, publishing
from articles.actions.refusals import Refused
from articles.models import Event, Placement
from tests.desk.forms import form_of, lookup
from tests.readers.pages import main

FRONT = "/admin/articles/placement/front/en/"
HEADLINE = re.compile(r'<h[23]><a href="[^"]*">([^<]*)</a>')


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


def put(client, changes, **asked):
    """Look at what is proposed, and press the button."""
    page = client.get(FRONT, asked | {"put": changes})
    return client.post(FRONT, form_of(page))


def slots(client, **asked):
    """What the page shows in its places."""
    return {each.number: str(each.story) for each in client.get(FRONT, asked).context["page"].slots if each.story}


def led(client, **asked):
    """The headlines of the framed page, in their order."""
    return HEADLINE.findall(client.get(f"{FRONT}page/", asked).content.decode())


def standing():
    return list(Placement.objects.filter(live_until=None).values_list("slot", "story__headline"))


def test_the_way_in_leads_to_the_first_editions_front_page(desk, english, arabic):
    assert desk.get("/admin/articles/placement/").url == FRONT
    assert desk.get("/admin/articles/placement/all/").status_code == 200
    assert desk.get("/admin/articles/placement/front/fr/").status_code == 404
    assert arabic.name in desk.get(FRONT).content.decode()


def test_a_story_is_placed_replaced_moved_and_taken_off(desk, live_story, other_story, editor):
    one, other = live_story.pk, other_story.pk
    assert put(desk, f"1:{one}").url == FRONT
    assert standing() == [(1, "Dockers reject pay offer")]
    put(desk, f"1:{other}")
    assert standing() == [(1, "Harvest fails")]
    put(desk, f"3:{other},1:{one}")
    assert standing() == [(1, "Dockers reject pay offer"), (3, "Harvest fails")]
    put(desk, f"3:{one},1:{other}")
    assert standing() == [(1, "Harvest fails"), (3, "Dockers reject pay offer")]
    put(desk, "1:0,3:0")
    assert standing() == []
    verbs = Event.objects.filter(by=editor).order_by("pk").values_list("verb", "note", "story")
    assert list(verbs)[:3] == [("placed", "1", one), ("taken off", "", one), ("placed", "1", other)]


def test_readers_see_nothing_of_what_is_only_proposed(desk, live_story, other_story):
    events = Event.objects.count()
    assert slots(desk, put=f"1:{live_story.pk}") == {1: "Dockers reject pay offer"}
    assert led(desk, put=f"1:{live_story.pk}")[0] == "Dockers reject pay offer"
    assert led(desk)[0] == "Harvest fails"
    assert not Placement.objects.exists()
    assert Event.objects.count() == events


def test_what_is_framed_is_what_readers_then_have(desk, live_story, other_story, make_story):
    for number in range(8):
        publishing.publish(make_story(headline=f"Story {number}"), revision=1, by=None)
    asked = {"put": f"1:{live_story.pk},2:{other_story.pk}"}
    before = main(desk.get(f"{FRONT}page/", asked))
    put(desk, asked["put"])
    assert main(desk.get("/")) == before == main(desk.get(f"{FRONT}page/"))


def test_places_are_swapped_and_each_step_is_taken_back(desk, live_story, other_story):
    placing.place(live_story, slot=1, by=None)
    placing.place(other_story, slot=2, by=None)
    page = desk.get(FRONT).context["page"]
    moved = desk.get(FRONT + page.slots[1].moves[0].address.partition("#")[0]).context["page"]
    assert moved.changes == {1: other_story.pk, 2: live_story.pk}
    emptied = desk.get(FRONT + moved.slots[0].empty.partition("#")[0]).context["page"]
    assert emptied.ids == {2: live_story.pk}
    back = desk.get(FRONT + emptied.undo).context["page"]
    assert (back.changes, desk.get(FRONT + back.undo).context["page"].changes) == (moved.changes, {})
    dragged = desk.get(FRONT, {"swap": "2-1"}).context["page"]
    assert (dragged.changes, dragged.was) == (moved.changes, [""])


def test_what_was_done_is_taken_back_by_a_link_in_its_message(desk, live_story, other_story):
    placing.place(live_story, slot=1, by=None)
    response = desk.post(FRONT, form_of(desk.get(FRONT, {"put": f"1:{other_story.pk}"})), follow=True)
    said = response.content.decode()
    assert "Readers see this front page now" in said
    undo = re.search(r'href="([^"]*)">Undo…', said).group(1)
    put(desk, undo.partition("put=")[2])
    assert standing() == [(1, "Dockers reject pay offer")]


def test_a_story_is_found_by_its_words_and_changes_places(desk, live_story, other_story, make_story, arabic):
    make_story(headline="Dockers draft")
    placing.place(live_story, slot=4, by=None)
    placing.place(other_story, slot=1, by=None)
    (offer,) = desk.get(FRONT, {"choose": 1, "q": "dock"}).context["offers"]
    assert (offer["version"].headline, offer["said"][1:]) == (
        "Dockers reject pay offer",
        ["now in place 4: they change places"],
    )
    page = desk.get(FRONT + offer["address"].partition("#")[0]).context["page"]
    assert page.ids == {1: live_story.pk, 4: other_story.pk}
    assert len(desk.get(FRONT, {"choose": 2}).context["offers"]) == 2
    assert desk.get(FRONT.replace("/en/", "/ar/"), {"choose": 1, "q": "dock"}).context["offers"] == []
    assert "offers" not in desk.get(FRONT, {"choose": "13"}).context


def test_it_is_placed_for_a_time_in_the_editions_own_zone(desk, english, live_story, soon):
    soon = soon.replace(microsecond=0)
    until = soon + timedelta(hours=3)
    put(desk, f"2:{live_story.pk}", at=local(soon, english), until=local(until, english))
    placement = Placement.objects.get()
    assert (placement.live_from, placement.live_until) == (soon, until)
    page = desk.get(FRONT)
    assert f"from {localtime(soon, english.zone):%-d %b, %H:%M}" in page.content.decode()
    assert [each["at"] for each in page.context["page"].moments] == [soon, until]
    assert slots(desk, at=local(soon, english)) == {2: "Dockers reject pay offer"}
    assert slots(desk, at=local(until, english)) == {}


def test_what_is_scheduled_can_be_placed_for_when_it_is_out(desk, english, make_story, live_story, soon):
    soon = soon.replace(microsecond=0)
    coming = make_story(headline="Out later")
    publishing.publish(coming, revision=1, by=None, at=soon)
    at = local(soon, english)
    assert [each["version"].story for each in desk.get(FRONT, {"choose": 1}).context["offers"]] == [live_story]
    assert len(desk.get(FRONT, {"choose": 1, "at": at}).context["offers"]) == 2
    assert led(desk, at=at, put=f"1:{coming.pk}")[0] == "Out later"
    assert "Out later" not in led(desk, put=f"1:{coming.pk}")
    put(desk, f"1:{coming.pk}", at=at)
    assert Placement.objects.get().live_from == soon


def test_what_is_to_come_still_comes_when_its_place_is_filled_now(desk, live_story, other_story, soon):
    placing.place(other_story, slot=1, by=None, at=soon)
    put(desk, f"1:{live_story.pk}")
    assert list(Placement.objects.order_by("live_from").values_list("story", "live_until")) == [
        (live_story.pk, soon),
        (other_story.pk, None),
    ]


def test_who_was_slower_is_told_what_was_done_and_loses_nothing(desk, live_story, other_story, make_story, chief):
    third = make_story(headline="Third")
    publishing.publish(third, revision=1, by=None)
    sent = form_of(desk.get(FRONT, {"put": f"1:{live_story.pk}"}))
    placing.place(other_story, slot=1, by=chief)
    placing.place(third, slot=5, by=chief)
    refused = desk.post(FRONT, sent)
    assert standing() == [(1, "Harvest fails"), (5, "Third")]
    said = refused.content.decode()
    assert "This has changed since you opened the page. Nothing was done." in said
    assert re.search("<b>chief</b> · “Third” put in place 5", said)
    assert refused.context["page"].ids == {1: live_story.pk, 5: third.pk}
    assert desk.post(FRONT, form_of(refused)).status_code == 302
    assert standing() == [(1, "Dockers reject pay offer"), (5, "Third")]


def test_who_goes_on_arranging_is_told_too(desk, live_story, other_story, chief):
    opened = desk.get(FRONT).context["page"]
    placing.place(live_story, slot=2, by=chief)
    publishing.withdraw(live_story, by=chief, reason="Wrong")
    said = desk.get(FRONT + opened.slots[0].choose.partition("#")[0]).content.decode()
    assert "has changed since you opened it" in said
    assert "“Dockers reject pay offer” withdrawn" in said


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


def test_what_cannot_stand_is_refused_and_nothing_chosen_is_lost(desk, english, live_story, make_story, now):
    draft = make_story(headline="Draft")
    refused = put(desk, f"4:{draft.pk}")
    assert "Only a story that readers will see then can be placed." in refused.content.decode()
    assert refused.context["page"].changes == {4: draft.pk}
    past = put(desk, f"1:{live_story.pk}", at=local(now - timedelta(days=1), english))
    assert "This moment has passed" in past.content.decode()
    assert past.context["page"].changes == {1: live_story.pk}
    for asked in ("13:1", "x", "1:x", f"1:{'9' * 30}", f"1:{'9' * 18}", "1:", "0:1"):
        assert desk.get(FRONT, {"put": asked, "since": "x", "swap": "1-99", "was": "x"}).status_code == 200
        assert desk.get(f"{FRONT}page/", {"put": asked, "at": "x"}).status_code == 200
        assert "Nothing has been changed" in desk.post(FRONT, {"put": asked}).content.decode()
    for number in ("x", "0", "9" * 30):
        assert desk.post(FRONT, {"call-off": number}).status_code == 404
    # What is kept stands in each address of the page.
    huge = desk.post(FRONT, {"put": "1:x", "was": ["1:1," * 100_000] * 4, "since": "1" * 100_000})
    assert len(huge.content) < 2 * len(desk.get(FRONT).content)
    assert not Placement.objects.exists()


def test_the_frame_is_for_the_desk_alone(desk, client, live_story, nobody):
    page, framed, readers = desk.get(FRONT), desk.get(f"{FRONT}page/"), desk.get("/")
    assert "frame-src 'self'" in page.headers["Content-Security-Policy"]
    for closed in (page, readers):
        assert "frame-ancestors 'none'" in closed.headers["Content-Security-Policy"]
        assert closed.headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'self'" in framed.headers["Content-Security-Policy"]
    assert (framed.headers["X-Frame-Options"], framed.headers["X-Robots-Tag"]) == ("SAMEORIGIN", "noindex, nofollow")
    assert {"private", "no-store"} <= set(framed.headers["Cache-Control"].split(", "))
    client.logout()
    assert client.get(f"{FRONT}page/").status_code == 302
    client.force_login(nobody)
    assert client.get(f"{FRONT}page/").status_code == 403


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
    assert "data-goes" not in page.content.decode()
    mark = marks.front(live_story.edition_id)
    for sent in ({"put": f"2:{live_story.pk}", "seen": mark}, {"call-off": Placement.objects.get().pk}):
        assert client.post(FRONT, sent).status_code == 403
    assert standing() == [(1, "Dockers reject pay offer")]


def test_a_front_page_asks_as_much_with_six_as_with_one(desk, make_story, live_story, django_assert_max_num_queries):
    placing.place(live_story, slot=1, by=None)
    desk.get(FRONT)
    for slot in range(2, 7):
        story = make_story()
        publishing.publish(story, revision=1, by=None)
        placing.place(story, slot=slot, by=None)
    with django_assert_max_num_queries(13):
        desk.get(FRONT, {"put": f"1:{story.pk}"})
    with django_assert_max_num_queries(15):
        desk.get(FRONT, {"put": f"1:{story.pk}", "choose": 3, "q": "dock"})
    with django_assert_max_num_queries(13):
        desk.get(f"{FRONT}page/", {"put": f"1:{story.pk}"})
