"""The buttons of a story: each does what it says, says what readers see after, and refuses in words."""

from datetime import timedelta

import pytest
from django.db import IntegrityError

from articles.actions import locking, placing, publishing, stories
from articles.models import Attribution, Correction, Event, Publication, Source, Story, drafts
from tests.desk.forms import fill, form_of
from tests.desk.stories.buttons import LATER, at, errors_of, messages_of, press
from tests.desk.stories.form import ADD, change

# Publishing


def test_publishing_puts_the_story_before_readers_and_says_where(desk, chief, make_story):
    story = make_story()
    response = press(desk, story, "publish")
    version = Publication.objects.live().get()
    assert (response.url, version.story, version.revision) == (change(story), story, 1)
    assert Event.objects.filter(verb="published", by=chief).exists()
    assert version.get_absolute_url() in messages_of(response)
    assert "Readers see it" in messages_of(response)


def test_the_button_of_the_form_saves_first_and_then_asks(desk, make_story):
    story = make_story()
    response = fill(desk, change(story), headline="Typed and published", _then="publish")
    assert response.url == at(story, "publish", revision=2)
    desk.post(response.url, form_of(desk.get(response.url)))
    assert Publication.objects.live().get().headline == "Typed and published"


def test_a_new_story_is_saved_and_goes_on_to_the_button_in_one_press(desk, english):
    response = fill(desk, ADD, edition=english.pk, headline="Typed at midnight", _then="publish")
    story = Story.objects.get()
    assert response.url == f"/admin/articles/story/{story.pk}/publish/?revision=1"
    assert not story.publications.exists()
    assert messages_of(response) == ""


def test_a_new_story_offers_what_its_writer_may_press(client, desk, reporter):
    assert offered_anew(desk) == ["preview", "publish", "schedule"]
    client.force_login(reporter)
    assert offered_anew(client) == ["preview"]


def offered_anew(client):
    return [button["name"] for button in client.get(ADD).context["buttons"]]


def test_a_form_with_an_error_does_not_go_on_to_the_button(desk, make_story):
    response = fill(desk, change(make_story()), headline="x" * 10_000, _then="publish")
    assert response.status_code == 200


def test_a_minor_change_is_told_to_nobody(desk, changed_story):
    press(desk, changed_story, "publish", change="minor")
    version = Publication.objects.live().get()
    assert (version.change, version.updated_at) == ("minor", version.first_live_at)


def test_a_second_click_does_not_publish_twice_and_is_answered_kindly(desk, make_story):
    story = make_story()
    sent = form_of(desk.get(at(story, "publish")))
    desk.post(at(story, "publish"), sent)
    again = desk.post(at(story, "publish"), sent)
    assert again.url == change(story)
    assert "This is already what readers see." in messages_of(again)
    assert Publication.objects.count() == 1


def test_a_story_that_has_moved_on_is_not_published(desk, make_story):
    story = make_story()
    sent = form_of(desk.get(at(story, "publish")))
    stories.revise(story, drafts.with_changes(story, headline="Changed meanwhile"), version=1, by=None)
    refused = desk.post(at(story, "publish"), sent)
    assert "Someone else has saved this story" in errors_of(refused)
    assert "revision 2" in errors_of(refused)
    assert not Publication.objects.exists()
    desk.post(at(story, "publish"), form_of(refused))
    assert Publication.objects.get().revision == 2


def test_what_stands_in_the_way_is_listed_and_nothing_goes_out(desk, make_story):
    refused = press(desk, make_story(headline="", section=None), "publish")
    assert "The headline is empty." in errors_of(refused)
    assert "No section has been chosen." in errors_of(refused)
    assert not Publication.objects.exists()


@pytest.mark.parametrize("revision", ["", "0", "-1", "nonsense", "99999999999999999999"])
def test_a_revision_that_nobody_saw_is_not_published(desk, make_story, revision):
    response = press(desk, make_story(), "publish", revision=revision)
    assert response.status_code == 200
    assert not Publication.objects.exists()


# Scheduling


def test_a_schedule_is_in_the_time_of_the_edition_and_told_in_utc_too(desk, make_story, arabic):
    story = make_story(arabic)
    response = press(desk, story, "schedule", at="2090-01-10T12:00")
    version = Publication.objects.get()
    assert version.live_from.isoformat() == "2090-01-10T10:00:00+00:00"
    assert "10 January 2090, 12:00 in Asia/Beirut (10:00 UTC)" in messages_of(response)
    assert "Readers have never seen it." in messages_of(response)


@pytest.mark.parametrize(
    ("moment", "sentence"),
    [
        ("2001-01-01T12:00", "That moment has passed."),
        ("", "required"),
        ("soon", "valid date"),
        ("9999-12-31T23:59", ""),
    ],
)
def test_a_schedule_for_no_moment_is_refused_and_what_was_typed_stays(desk, make_story, moment, sentence):
    response = press(desk, make_story(), "schedule", at=moment)
    assert sentence in errors_of(response)
    assert form_of(response)["at"].startswith(moment)
    assert not Publication.objects.exists()


def test_an_hour_that_the_clocks_skip_is_refused_in_our_own_words(desk, make_story):
    response = press(desk, make_story(), "schedule", at="2090-03-26T01:30")
    assert "The clocks of Europe/London go forward then, and leave this time out." in errors_of(response)
    assert "couldn’t be interpreted" not in errors_of(response)


def test_of_an_hour_that_comes_twice_the_first_is_meant(desk, make_story):
    press(desk, make_story(), "schedule", at="2090-10-29T01:30")
    assert Publication.objects.get().live_from.isoformat() == "2090-10-29T00:30:00+00:00"


def test_an_embargo_stands_in_the_way_of_a_schedule(desk, make_story):
    story = make_story(embargo_until=locking.clock() + timedelta(days=365 * 70))
    response = press(desk, story, "schedule", at=LATER)
    assert "Under embargo" in errors_of(response)


def test_calling_off_leaves_readers_what_they_had(desk, changed_story):
    press(desk, changed_story, "schedule", at=LATER)
    assert "It goes out on" in desk.get(change(changed_story)).content.decode()
    response = press(desk, changed_story, "call-off")
    assert Publication.objects.get().live_until is None
    assert "Readers see it" in messages_of(response)


def test_calling_off_what_is_not_scheduled_is_refused(desk, live_story):
    response = desk.post(at(live_story, "call-off"), {"revision": 1})
    assert "Nothing is scheduled." in messages_of(response)


@pytest.mark.django_db(transaction=True)
def test_calling_off_what_goes_live_meanwhile_is_answered_in_words(desk, make_story, monkeypatch, soon):
    """The guard speaks at commit: no transaction may be around the button's page."""
    story = make_story()
    publishing.publish(story, revision=1, by=None, at=soon)

    def too_late(*args, **kwargs):
        raise IntegrityError("the row: SECRET")

    monkeypatch.setattr(publishing.schedules, "cancel", too_late)
    response = press(desk, story, "call-off")
    assert response.status_code == 200
    assert "It has gone live meanwhile" in errors_of(response)
    assert "SECRET" not in response.content.decode()


# Correcting


def test_a_correction_tells_readers_what_was_wrong(desk, changed_story):
    response = press(desk, changed_story, "correct", kind="clarification", wrong="Rejected", right="Accepted")
    assert response.url == change(changed_story)
    correction = Correction.objects.get()
    assert (correction.kind, correction.wrong, correction.right) == ("clarification", "Rejected", "Accepted")
    assert Publication.objects.live().get().correction == correction


def test_a_correction_says_what_is_right_and_loses_nothing_typed(desk, changed_story):
    response = press(desk, changed_story, "correct", wrong="Rejected", right=" ")
    assert form_of(response)["wrong"] == "Rejected"
    assert not Correction.objects.exists()


@pytest.mark.parametrize("asked", [{"kind": "nonsense"}, {"right": "x" * 3000}, {"wrong": "\x00"}])
def test_a_bad_correction_is_an_error_of_the_form(desk, changed_story, asked):
    response = press(desk, changed_story, "correct", **({"right": "Accepted"} | asked))
    assert response.status_code == 200
    assert not Correction.objects.exists()


def test_a_correction_of_what_has_moved_on_keeps_what_was_typed(desk, changed_story):
    sent = form_of(desk.get(at(changed_story, "correct"))) | {"right": "A long explanation"}
    stories.revise(changed_story, drafts.with_changes(changed_story, note="meanwhile"), version=2, by=None)
    refused = desk.post(at(changed_story, "correct"), sent)
    assert form_of(refused) | {"csrfmiddlewaretoken": ""} == sent | {"revision": "3", "csrfmiddlewaretoken": ""}


# What is offered


def offered(client, story):
    return {button["name"] for button in client.get(change(story)).context["buttons"]}


def test_only_what_can_be_done_is_offered(desk, make_story, soon):
    story = make_story()
    assert offered(desk, story) == {"preview", "publish", "schedule", "erase"}
    publishing.publish(story, revision=1, by=None, at=soon)
    assert offered(desk, story) == {"preview", "publish", "schedule", "call-off", "erase"}
    publishing.publish(story, revision=1, by=None)
    saving = {"preview", "publish", "schedule", "correct"}
    assert offered(desk, story) == {*saving, "withdraw", "rename", "place", "erase"}
    placing.place(story, slot=1, by=None)
    stories.revise(story, drafts.with_changes(story, headline="Changed"), version=1, by=None)
    assert offered(desk, story) == {
        "preview", "publish", "schedule", "correct", "withdraw", "rename", "place", "take-off", "erase"
    }  # fmt: skip
    publishing.withdraw(story, by=None, reason="Wrong")
    assert offered(desk, story) == {"preview", "publish", "schedule", "correct", "erase"}


# What the database alone refuses


def test_a_refusal_of_the_database_is_a_sentence_without_the_row(desk, make_story, monkeypatch):
    story = make_story()
    source = Source.objects.create(slug="x", name="CONFIDENTIAL NAME")
    Attribution.objects.create(story=story, source=source, words="Two years of building,", terms="background")
    monkeypatch.setattr("articles.actions.versions.pass_gate", lambda *args, **kwargs: None)
    response = press(desk, story, "publish")
    assert "A source who may not be named must be a protected one." in errors_of(response)
    assert "CONFIDENTIAL" not in str(errors_of(response))
    assert not Publication.objects.exists()


def test_a_word_that_no_index_can_hold_does_not_break_publishing(desk, make_story):
    story = make_story(body=f"<p>{'x' * 200_000}</p>")
    assert press(desk, story, "publish").status_code == 302
