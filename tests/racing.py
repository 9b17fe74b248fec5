"""Several at once, each on a connection of its own."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier, Event

from django.db import connections, transaction

from articles.actions.refusals import Refused


def at_once(*attempts):
    """What each attempt came to, all begun at the same moment: its result, or its refusal."""
    start = Barrier(len(attempts))

    def attempt(action):
        start.wait()
        try:
            return action()
        except Refused as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(attempts)) as pool:
        return list(pool.map(attempt, attempts))


@contextmanager
def before_its_commit(action):
    """In the block `action` has been done and is not committed; behind it, it is."""
    is_done, may_commit = Event(), Event()

    def act():
        try:
            with transaction.atomic():
                action()
                is_done.set()
                assert may_commit.wait(60)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        begun = pool.submit(act)
        try:
            assert is_done.wait(60)
            yield
        finally:
            may_commit.set()
        begun.result(60)


def refusals(results):
    return [result for result in results if isinstance(result, Refused)]
