"""What a reader is told when something is not there: whether to wait, and nothing else of what went wrong."""

import pytest
from django.db import connections

from articles import wall
from articles.composing import paper

pytestmark = [
    pytest.mark.django_db(transaction=True, databases=["default", "readers"]),
    pytest.mark.usefixtures("behind_the_wall"),
]


@pytest.fixture
def reader(client, english):
    client.raise_request_exception = False
    return client


def told(reader, path="/"):
    answer = reader.get(path)
    assert ("no-store" in answer.headers["Cache-Control"]) == (answer.status_code != 200)
    return answer.status_code, answer.headers.get("Retry-After")


def test_while_a_migration_has_taken_the_views_down_one_is_asked_to_wait(reader):
    assert told(reader) == (200, None)
    wall.lower_wall()
    try:
        for path in ("/", "/topics/", "/corrections/", "/economy/"):
            assert told(reader, path) == (503, "5")
    finally:
        wall.raise_wall()
    assert told(reader) == (200, None)


def test_so_is_one_while_the_database_is_away(reader, monkeypatch):
    readers = connections["readers"]
    readers.close()
    monkeypatch.setitem(readers.settings_dict, "HOST", "127.0.0.1")
    monkeypatch.setitem(readers.settings_dict, "PORT", "1")
    assert told(reader) == (503, "5")


def test_a_fault_of_ours_is_not_mended_by_waiting(reader, monkeypatch):
    monkeypatch.setattr(paper.Paper, "others", property(lambda self: 1 / 0))
    assert told(reader) == (500, None)
