"""Schedules and embargoes: what waits, what is called off, what is refused."""

from datetime import timedelta

import pytest

from articles.actions import publishing, stories
from articles.actions.refusals import NotAllowed, NotReady, Refused
from articles.models import Event, Publication, drafts

pytestmark = pytest.mark.django_db


def live_headline(story):
    return story.publications.live().values_list("headline", flat=True).first()


def test_an_embargoed_story_cannot_go_out_early(make_story, soon):
    story = make_story(embargo_until=soon)
    with pytest.raises(NotReady):
        publishing.publish(story, revision=1, by=None, at=soon - timedelta(seconds=1))
    publishing.publish(story, revision=1, by=None, at=soon)


def test_extending_an_embargo_calls_off_what_would_break_it(make_story, soon):
    story = make_story()
    publishing.publish(story, revision=1, by=None, at=soon)
    stories.revise(story, drafts.with_changes(story, embargo_until=soon + timedelta(hours=1)), version=1, by=None)
    assert not Publication.objects.exists()


def test_an_embargo_that_ends_in_time_leaves_the_schedule_alone(make_story, soon):
    story = make_story()
    publishing.publish(story, revision=1, by=None, at=soon)
    stories.revise(story, drafts.with_changes(story, embargo_until=soon), version=1, by=None)
    assert Publication.objects.count() == 1


def test_a_moment_that_has_passed_is_refused(make_story, now):
    with pytest.raises(Refused):
        publishing.publish(make_story(), revision=1, by=None, at=now - timedelta(minutes=1))


def test_a_scheduled_change_waits_while_the_old_text_stays(live_story, soon):
    stories.revise(live_story, drafts.with_changes(live_story, headline="Dockers accept"), version=1, by=None)
    publishing.publish(live_story, revision=2, by=None, at=soon)
    assert live_headline(live_story) == "Dockers reject pay offer"
    assert live_story.publications.live(soon).get().headline == "Dockers accept"


def test_calling_off_leaves_what_was_before_and_an_event(live_story, soon, editor):
    stories.revise(live_story, drafts.with_changes(live_story, headline="Dockers accept"), version=1, by=None)
    publishing.publish(live_story, revision=2, by=None, at=soon)
    publishing.call_off(live_story, by=editor)
    assert live_story.publications.get().live_until is None
    assert Event.objects.first().verb == "called off"


def test_publishing_now_calls_off_what_was_scheduled(live_story, soon):
    stories.revise(live_story, drafts.with_changes(live_story, headline="Evening text"), version=1, by=None)
    publishing.publish(live_story, revision=2, by=None, at=soon)
    stories.revise(live_story, drafts.with_changes(live_story, headline="Noon text"), version=2, by=None)
    publishing.publish(live_story, revision=3, by=None)
    assert not live_story.publications.scheduled().exists()
    assert live_story.publications.live(soon).get().headline == "Noon text"


def test_who_may_not_publish_may_not_call_off_by_an_embargo(make_story, reporter, editor, soon):
    story = make_story()
    publishing.publish(story, revision=1, by=None, at=soon)
    later = soon + timedelta(days=1)
    with pytest.raises(NotAllowed):
        stories.revise(story, drafts.with_changes(story, embargo_until=later), version=1, by=reporter)
    assert Publication.objects.count() == 1
    stories.revise(story, drafts.with_changes(story, embargo_until=later), version=1, by=editor)
    assert not Publication.objects.exists()


@pytest.mark.parametrize("hours", [None, -1])
def test_who_may_not_publish_may_not_lift_an_embargo(make_story, reporter, soon, hours):
    story = make_story(embargo_until=soon)
    with pytest.raises(NotAllowed):
        stories.revise(
            story,
            drafts.with_changes(story, embargo_until=hours and soon + timedelta(hours=hours)),
            version=1,
            by=reporter,
        )
    stories.revise(story, drafts.with_changes(story, embargo_until=soon + timedelta(hours=1)), version=1, by=reporter)
