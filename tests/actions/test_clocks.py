"""Time is the database's: a wrong clock on an application host neither leaks a story nor holds one back."""

from datetime import timedelta

import pytest
import time_machine

from articles.actions import locking, publishing, stories
from articles.models import drafts
from tests.moments import has_come, in_time, publish_shortly, wait_for

pytestmark = [
    pytest.mark.django_db(transaction=True, databases=["default", "readers"]),
    pytest.mark.usefixtures("behind_the_wall"),
]
SKEWS = [timedelta(hours=3), timedelta(hours=-3), timedelta(0)]


def is_read(client, story_path):
    return client.get(story_path).status_code == 200


@pytest.mark.parametrize("skew", SKEWS, ids=str)
def test_what_is_scheduled_appears_at_its_moment_and_not_before(make_story, client, skew):
    with time_machine.travel(locking.clock() + skew, tick=True):
        version = publish_shortly(make_story())
        path, at = version.get_absolute_url(), version.live_from
        while not has_come(at):
            is_seen = is_read(client, path) or "Dockers" in client.get("/").content.decode()
            # A page that was asked for before the moment may be read after it.
            assert not is_seen or has_come(at)
        assert is_read(client, path)
        assert "Dockers" in client.get("/").content.decode()


@pytest.mark.parametrize("skew", SKEWS, ids=str)
def test_what_is_called_off_never_appears(make_story, client, skew):
    with time_machine.travel(locking.clock() + skew, tick=True):

        def call_off(at):
            story = make_story()
            version = publishing.publish(story, revision=1, by=None, at=at)
            publishing.call_off(story, by=None)
            return version

        version = in_time(call_off)
        wait_for(version.live_from)
        assert not is_read(client, version.get_absolute_url())


@pytest.mark.parametrize("skew", SKEWS, ids=str)
def test_an_embargo_that_is_extended_holds(make_story, client, skew):
    with time_machine.travel(locking.clock() + skew, tick=True):

        def extend(at):
            story = make_story()
            version = publishing.publish(story, revision=1, by=None, at=at)
            stories.revise(story, drafts.with_changes(story, embargo_until=at + timedelta(hours=1)), version=1, by=None)
            return version

        version = in_time(extend)
        wait_for(version.live_from)
        assert not is_read(client, version.get_absolute_url())


@pytest.mark.parametrize("skew", SKEWS, ids=str)
def test_what_is_published_now_is_there_at_once(make_story, client, skew):
    with time_machine.travel(locking.clock() + skew, tick=True):
        before = locking.clock()
        version = publishing.publish(make_story(), revision=1, by=None)
        assert is_read(client, version.get_absolute_url())
        assert before <= version.live_from <= locking.clock()
