"""Two people at one story: a button acts on what its page showed, or says what has changed and waits."""

from datetime import UTC, datetime, timedelta

import pytest

from articles.actions import erasing, marks, placing, publishing, stories
from articles.actions.refusals import MovedOn, Refused
from articles.admin.stories.button_forms import Asked
from articles.models import Event, Placement, drafts
from tests.desk.forms import errors_of as errors_of_story
from tests.desk.forms import fill, form_of
from tests.desk.stories.buttons import at, errors_of
from tests.desk.stories.form import change

STALE = "This has changed since you opened the page."


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def planned(live_story, soon):
    """Live, and its second revision scheduled."""
    stories.revise(live_story, drafts.with_changes(live_story, headline="Second"), version=1, by=None)
    publishing.publish(live_story, revision=2, by=None, at=soon)
    return live_story


def refused(client, story, name, meanwhile, **asked):
    """Open a button's page, let a colleague do something, press."""
    sent = form_of(client.get(at(story, name))) | asked
    meanwhile()
    events = Event.objects.count()
    response = client.post(at(story, name), sent)
    assert STALE in errors_of(response)
    assert Event.objects.count() == events
    return response


def pressed_again(client, story, name, response):
    return client.post(at(story, name), form_of(response)).status_code == 302


def test_a_stale_call_off_leaves_the_newer_schedule_and_shows_both(desk, planned, soon):
    later = soon + timedelta(hours=1)
    response = refused(desk, planned, "call-off", lambda: publishing.publish(planned, revision=2, by=None, at=later))
    assert planned.publications.scheduled().get().live_from == later
    zone = planned.edition.zone
    page = response.content.decode()
    assert f"to go out, revision 2 on {soon.astimezone(zone):%-d %B %Y, %H:%M}" in page
    assert f"It goes out on {later.astimezone(zone):%-d %B %Y, %H:%M}" in page
    assert pressed_again(desk, planned, "call-off", response)
    assert not planned.publications.scheduled().exists()


def test_a_stale_withdrawal_leaves_the_newer_version_to_readers(desk, live_story):
    def meanwhile():
        stories.revise(live_story, drafts.with_changes(live_story, headline="Put right"), version=1, by=None)
        publishing.publish(live_story, revision=2, by=None)

    response = refused(desk, live_story, "withdraw", meanwhile, reason="It is wrong")
    assert live_story.publications.live().get().headline == "Put right"
    assert form_of(response)["reason"] == "It is wrong"
    assert pressed_again(desk, live_story, "withdraw", response)


def test_a_stale_withdrawal_does_not_call_off_what_was_scheduled_meanwhile(desk, live_story, soon):
    stories.revise(live_story, drafts.with_changes(live_story, headline="Second"), version=1, by=None)
    refused(
        desk, live_story, "withdraw", lambda: publishing.publish(live_story, revision=2, by=None, at=soon), reason="x"
    )
    assert live_story.publications.scheduled().exists()


def test_a_stale_rename_leaves_a_colleagues_address(desk, live_story):
    response = refused(
        desk, live_story, "rename", lambda: publishing.rename(live_story, slug="theirs", by=None), slug="mine"
    )
    assert live_story.publications.live().get().slug == "theirs"
    assert form_of(response)["slug"] == "mine"


def test_a_stale_placing_takes_no_colleagues_place(desk, live_story, make_story):
    other = make_story(headline="Another")
    publishing.publish(other, revision=1, by=None)
    refused(desk, live_story, "place", lambda: placing.place(other, slot=1, by=None), slot="1")
    assert Placement.objects.get().story == other


def test_a_stale_taking_off_leaves_a_new_place(desk, live_story):
    placing.place(live_story, slot=1, by=None)
    refused(desk, live_story, "take-off", lambda: placing.place(live_story, slot=3, by=None))
    assert Placement.objects.get(live_until=None).slot == 3


@pytest.mark.parametrize(
    ("name", "asked"),
    [("publish", {}), ("schedule", {"at": "2090-01-10T12:00"}), ("correct", {"kind": "correction", "right": "Six"})],
)
def test_a_stale_publication_leaves_a_colleagues_schedule_and_says_whose_it_is(
    name, asked, desk, live_story, soon, chief
):
    stories.revise(live_story, drafts.with_changes(live_story, headline="Second"), version=1, by=None)

    def meanwhile():
        publishing.publish(live_story, revision=2, by=chief, at=soon)

    response = refused(desk, live_story, name, meanwhile, **asked)
    assert live_story.publications.scheduled().get().live_from == soon
    assert f"{chief.get_full_name() or chief.username}\u2069, " in errors_of(response)
    assert ": Scheduled revision 2. You saw: live, revision 1 since" in errors_of(response)
    assert form_of(response).items() >= asked.items()
    assert pressed_again(desk, live_story, name, response)
    assert live_story.publications.scheduled().exists() == (name == "schedule")


def test_what_a_colleague_has_published_already_is_told_with_their_name(desk, make_story, chief):
    story = make_story()
    sent = form_of(desk.get(at(story, "publish")))
    publishing.publish(story, revision=1, by=chief)
    page = desk.post(at(story, "publish"), sent, follow=True).content.decode()
    assert f"This is already what readers see. \u2068{chief.get_full_name() or chief.username}\u2069, " in page


def test_what_was_saved_meanwhile_is_told_with_its_writer(desk, make_story, chief):
    story = make_story()
    sent = form_of(desk.get(at(story, "publish")))
    stories.revise(story, drafts.with_changes(story, headline="Theirs"), version=1, by=chief)
    errors = errors_of(desk.post(at(story, "publish"), sent))
    assert f"{chief.get_full_name() or chief.username}\u2069, " in errors
    assert ": Saved revision 2. Look at its preview." in errors
    assert not story.publications.exists()


def test_what_was_erased_meanwhile_is_told_with_who_erased_it(desk, live_story, chief, editor):
    stories.revise(live_story, drafts.with_changes(live_story, headline="Second"), version=1, by=None)
    sent = form_of(desk.get(at(live_story, "publish")))
    erasing.erase(live_story, by=chief, agreed_by=editor, reason="A court")
    assert ": Erased the story." in errors_of(desk.post(at(live_story, "publish"), sent))


def test_a_schedule_whose_time_has_come_is_nobodys_doing(planned, monkeypatch):
    mark = marks.standing(planned)
    monkeypatch.setattr(marks, "standing", lambda story: f"{mark.partition('|')[2]}|")
    form = Asked(planned, None, {"revision": "2", "seen": mark})
    assert form.is_valid()
    assert form.was_seen().startswith("What was scheduled has gone out. You saw: live")


def test_a_save_at_the_desk_is_in_nobodys_way(desk, planned):
    sent = form_of(desk.get(at(planned, "call-off")))
    stories.revise(planned, drafts.with_changes(planned, note="a note"), version=2, by=None)
    assert desk.post(at(planned, "call-off"), sent).status_code == 302


@pytest.mark.parametrize("mark", ["", "nonsense", "|", "9@x|y"])
def test_a_mark_that_nobody_was_given_is_refused_in_words(desk, planned, mark):
    response = desk.post(at(planned, "call-off"), {"revision": 2, "seen": mark})
    assert STALE in errors_of(response)
    assert planned.publications.scheduled().exists()


def test_a_command_has_seen_nothing_and_may(planned):
    with pytest.raises(MovedOn):
        publishing.call_off(planned, by=None, seen="1@2020-01-01T00:00:00+00:00|")
    publishing.call_off(planned, by=None)


# An end that an import was given


@pytest.fixture
def ending(make_story, now):
    """Imported, live, and to end in nine days."""
    story = make_story()
    publishing.import_version(story, live_from=now - timedelta(days=1), live_until=now + timedelta(days=9), by=None)
    return stories.revise(story, drafts.with_changes(story, headline="Second"), version=1, by=None)


def end(story, at=None):
    return story.publications.live(at).get().live_until


def test_a_planned_end_survives_a_new_address(ending, now):
    publishing.rename(ending, slug="other", by=None, seen=marks.standing(ending))
    assert end(ending) == now + timedelta(days=9)


def test_a_planned_end_survives_a_schedule_and_its_calling_off(desk, ending, now, soon):
    publishing.publish(ending, revision=2, by=None, at=soon)
    assert (end(ending), end(ending, soon)) == (soon, now + timedelta(days=9))
    publishing.call_off(ending, by=None)
    assert end(ending) == now + timedelta(days=9)
    assert "Its end is set" in desk.get(change(ending)).content.decode()


def test_a_schedule_after_a_planned_end_does_not_put_it_off(ending, now):
    planned = now + timedelta(days=9)
    publishing.publish(ending, revision=2, by=None, at=planned + timedelta(days=1))
    assert (end(ending), end(ending, planned + timedelta(days=2))) == (planned, None)
    publishing.call_off(ending, by=None)
    assert end(ending) == planned
    with pytest.raises(Refused):
        publishing.publish(ending, revision=2, by=None, at=planned)


def test_a_planned_end_holds_for_what_is_published_before_it(ending, now):
    publishing.publish(ending, revision=2, by=None)
    assert end(ending) == now + timedelta(days=9)


# Moments


def test_an_embargo_in_the_hour_that_comes_twice_can_be_saved_again(desk, make_story):
    second = datetime(2027, 10, 31, 1, 30, tzinfo=UTC)  # 01:30 in London for the second time
    story = make_story(embargo_until=second)
    response = fill(desk, change(story), headline="Saved all the same")
    assert response.status_code == 302, errors_of_story(response)
    story.refresh_from_db()
    assert (story.embargo_until, story.headline) == (second, "Saved all the same")


# What the page of a button says


def test_a_button_says_which_revision_it_takes_and_leads_to_what_it_is(desk, live_story):
    stories.revise(live_story, drafts.with_changes(live_story, headline="Second"), version=1, by=None)
    page = desk.get(at(live_story, "publish", revision=2)).content.decode()
    assert "Publish now: revision 2" in page
    assert at(live_story, "preview", revision=2) in page
    assert f"{at(live_story, 'compare')}?from=live&amp;to=2" in page


def test_a_schedule_names_its_zone_to_who_types(desk, make_story, arabic):
    assert 'data-zone="Asia/Beirut"' in desk.get(at(make_story(arabic), "schedule")).content.decode()
