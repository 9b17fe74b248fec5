"""A worker's threads and the readers' connections: whoever answers from what is kept gives back what it asked over."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Lock

import pytest
from django.db import connections

from articles.actions import publishing
from newsroom.kept import commits
from tests.kept.serving import Worker

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "readers"])
THREADS = 4


@pytest.fixture
def one_connection(host):
    """As deployed, with a pool; but it holds a single connection."""
    readers = connections["readers"]
    readers.close()
    options = connections.settings["readers"]["OPTIONS"]
    options["pool"] = {"min_size": 1, "max_size": 1, "timeout": 2}
    yield
    readers.close()
    readers.close_pool()
    del options["pool"]


def test_more_threads_than_connections_answer_from_what_is_kept(one_connection, make_story):
    publishing.publish(make_story(headline="Dockers reject pay offer"), revision=1, by=None)
    worker, all_are_here, turn = Worker(), Barrier(THREADS), Lock()
    worker.get("/")

    def ask(_number):
        all_are_here.wait(60)
        with turn:
            # Each has to ask the database: somebody of this host has committed.
            with commits.of_this_host().commit():
                pass
            return worker.get("/").status

    with ThreadPoolExecutor(THREADS) as pool:
        assert list(pool.map(ask, range(THREADS))) == [200] * THREADS
    assert worker.set == ["/"]
