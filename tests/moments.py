"""Near moments, by the database's clock, on a machine that may be slow: what begins at one, and waiting for it."""

import time
from contextlib import suppress
from datetime import timedelta

from django.db import IntegrityError

from articles.actions import locking, publishing
from articles.actions.refusals import Refused

# The nearest that this machine can keep: a moment that has passed before all is ready is refused.
AHEAD = [timedelta(seconds=seconds) for seconds in (1, 5, 25, 125)]


def publish_shortly(story, *, revision=1):
    """A version that readers do not have yet, and soon do."""
    for ahead in AHEAD:
        try:
            return publishing.publish(story, revision=revision, by=None, at=locking.clock() + ahead)
        except Refused as refusal:
            last = refusal
    raise last


def in_time(act):
    """What `act` makes of a near moment before it has come."""
    for ahead in AHEAD:
        at = locking.clock() + ahead
        with suppress(Refused, IntegrityError):
            done = act(at)
            if not has_come(at):
                return done
    raise AssertionError("never in time")


def has_come(moment):
    return locking.clock() >= moment


def wait_for(moment):
    while not has_come(moment):
        time.sleep(0.05)


def wait_until(is_so, *, seconds=120):
    """Asked twice a second. The bound is there for what never comes, and so generous that it measures nothing."""
    for _turn in range(2 * seconds):
        if is_so():
            return
        time.sleep(0.5)
    raise AssertionError(f"not so after {seconds} seconds")
