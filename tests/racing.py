"""Several at once, each on a connection of its own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connections

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


def refusals(results):
    return [result for result in results if isinstance(result, Refused)]
