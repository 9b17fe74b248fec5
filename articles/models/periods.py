"""From when until when: each condition on the columns that say it, said here once, with the moment as an argument.

Without a moment it is now, by the database's clock: an application host whose clock is wrong must not leak a story or
hold one back.
"""

from django.db.models import F, Func, Q, Value
from django.db.models.functions import Now


def span(field):
    """`field` as a range of one number: equal numbers overlap, and no extension is needed to say so with GiST."""
    return Func(F(field), F(field), Value("[]"), function="int8range")


def period():
    return Func(F("live_from"), F("live_until"), function="tstzrange")


def begun(at=None, of=""):
    """What has begun at the moment `at`: `of` is the path to the row whose period it is."""
    return Q(**{f"{of}live_from__lte": at or Now()})


def to_begin(at=None):
    return Q(live_from__gt=at or Now())


def from_then_on(at):
    """What begins at that very moment or later."""
    return Q(live_from__gte=at)


def before(at):
    """What began before that moment, and not at it."""
    return Q(live_from__lt=at)


def not_over(at=None):
    """What has no end, or one that is still to come."""
    return ends(None) | to_end(at)


def to_end(at=None):
    """What has an end that is still to come."""
    return Q(live_until__gt=at or Now())


def begins(at):
    """What begins at that very moment."""
    return Q(live_from=at)


def ends(at):
    """What ends at that very moment; of None, what has no end."""
    return Q(live_until=at)


def not_lifted(at=None):
    """A withdrawal that nobody has lifted, or that is to be lifted later."""
    return Q(lifted_at=None) | Q(lifted_at__gt=at or Now())


def lifted(at):
    """A withdrawal that is lifted at that very moment; of None, one whose end nobody has set."""
    return Q(lifted_at=at)
