"""Two workers of one host, and a story that they have."""

import pytest

from articles.actions import publishing
from newsroom.kept import commits
from tests.kept.serving import Worker


@pytest.fixture
def host(settings, tmp_path):
    """As deployed: readers' pages over their own connection, and a file of commits."""
    settings.READERS_ALIAS = "readers"
    settings.VAR = tmp_path
    settings.ALLOWED_HOSTS = ["testserver", "other.example"]
    commits.of_this_host.cache_clear()
    yield tmp_path
    commits.of_this_host.cache_clear()


@pytest.fixture
def workers(host):
    return Worker(), Worker()


@pytest.fixture
def story(host, make_story, union):
    story = make_story(headline="Dockers reject pay offer")
    publishing.publish(story, revision=1, by=None)
    return story
