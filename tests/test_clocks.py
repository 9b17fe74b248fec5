"""Time is the database's: a wrong clock on an application host neither leaks a story nor holds one back."""

import time
from datetime import timedelta

import pytest
import time_machine

from articles.actions import locking, publishing, stories
from articles.models import drafts

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
        at = locking.clock() + timedelta(seconds=2)
        version = publishing.publish(make_story(), revision=1, by=None, at=at)
        path = version.get_absolute_url()
        tries = 0
        while (now := locking.clock()) < at:
            is_seen = is_read(client, path) or "Dockers" in client.get("/").content.decode()
            # A page that was asked for before the moment may be read after it.
            assert not is_seen or locking.clock() >= at, now
            tries += 1
            time.sleep(0.1)
        assert tries
        time.sleep(max((at - locking.clock()).total_seconds(), 0) + 0.05)
        assert is_read(client, path)
        assert "Dockers" in client.get("/").content.decode()


@pytest.mark.parametrize("skew", SKEWS, ids=str)
def test_what_is_called_off_never_appears(make_story, client, skew):
    with time_machine.travel(locking.clock() + skew, tick=True):
        story = make_story()
        version = publishing.publish(story, revision=1, by=None, at=locking.clock() + timedelta(seconds=1))
        publishing.call_off(story, by=None)
        time.sleep(1.2)
        assert not is_read(client, version.get_absolute_url())


@pytest.mark.parametrize("skew", SKEWS, ids=str)
def test_an_embargo_that_is_extended_holds(make_story, client, skew):
    with time_machine.travel(locking.clock() + skew, tick=True):
        story, now = make_story(), locking.clock()
        version = publishing.publish(story, revision=1, by=None, at=now + timedelta(seconds=1))
        stories.revise(story, drafts.with_changes(story, embargo_until=now + timedelta(hours=1)), version=1, by=None)
        time.sleep(1.2)
        assert not is_read(client, version.get_absolute_url())


@pytest.mark.parametrize("skew", SKEWS, ids=str)
def test_what_is_published_now_is_there_at_once(make_story, client, skew):
    with time_machine.travel(locking.clock() + skew, tick=True):
        version = publishing.publish(make_story(), revision=1, by=None)
        assert is_read(client, version.get_absolute_url())
        assert abs(version.live_from - locking.clock()) < timedelta(seconds=5)
