"""Who somebody is, by name and password; and no more wrong tries than a person makes.

Not within a transaction: a try counts before its password is judged, so that a hundred at once are a hundred, on
however many workers.
"""

import logging
from datetime import timedelta
from math import ceil

from django.contrib.auth import authenticate
from django.db import connection
from django.db.models import F
from django.utils.crypto import salted_hmac
from django.utils.translation import ngettext

from articles.actions.ground import clock
from articles.actions.refusals import Refused
from articles.models import Tries, User

WAIT = timedelta(minutes=15)
# Wrong tries in a row at one name from one address; and at one name from all addresses that do not know it.
HERE, ELSEWHERE = 5, 50
# An address at which somebody has logged in knows them for so long: strangers elsewhere cannot shut them out of it.
KNOWN_FOR = timedelta(days=30)
MOST_PRUNED = 1_000

COUNT = """
    INSERT INTO articles_tries AS t (key, count, until)
    VALUES (%(key)s, 1, clock_timestamp() + make_interval(secs => %(wait)s))
    ON CONFLICT (key) DO UPDATE SET
        count = CASE WHEN t.until <= clock_timestamp() THEN 1 ELSE t.count + 1 END,
        until = CASE WHEN t.until <= clock_timestamp() OR t.count < %(limit)s THEN excluded.until ELSE t.until END
    RETURNING count, until - clock_timestamp()
"""
log = logging.getLogger("newsroom.logins")


class TooManyTries(Refused):
    """Whether the password would have been right is not said, nor whether there is such a name."""

    def __init__(self, wait: timedelta) -> None:
        minutes = max(1, ceil(wait / timedelta(minutes=1)))
        said = ngettext(
            "Too many wrong passwords: wait %(minutes)s minute, then try again.",
            "Too many wrong passwords: wait %(minutes)s minutes, then try again.",
            minutes,
        )
        super().__init__(said % {"minutes": minutes})


def recognise(username: str, password: str, *, address: str) -> User | None:
    """The member of staff of that name and password; None if the two do not go together."""
    here, elsewhere, known = (_key(kind, username, place) for kind, place in _counts(address))
    _count(here, HERE, address)
    is_known = Tries.objects.filter(key=known, until__gt=clock()).exists()
    if not is_known:
        _count(elsewhere, ELSEWHERE, address)
    person = authenticate(username=username, password=password)
    if not isinstance(person, User) or not person.is_staff:
        return None
    Tries.objects.filter(key=here).delete()
    if not is_known:
        Tries.objects.filter(key=elsewhere, count__gt=0).update(count=F("count") - 1)
    _keep_known(known)
    _prune()
    return person


def _counts(address: str) -> tuple[tuple[str, str], ...]:
    return ("here", address), ("elsewhere", ""), ("known", address)


def _key(kind: str, username: str, address: str) -> str:
    return salted_hmac(f"logins {kind}", f"{username.casefold()}\n{address}", algorithm="sha256").hexdigest()


def _count(key: str, limit: int, address: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(COUNT, {"key": key, "limit": limit, "wait": WAIT.total_seconds()})
        tries, wait = cursor.fetchone()
    if tries > limit:
        if tries == limit + 1:
            log.warning("Too many wrong passwords for one name, the last from %s", address)
        raise TooManyTries(wait)


def _keep_known(key: str) -> None:
    row = Tries(key=key, count=0, until=clock() + KNOWN_FOR)
    Tries.objects.bulk_create([row], update_conflicts=True, unique_fields=["key"], update_fields=["until"])


def _prune() -> None:
    """Drop what is forgotten. Whoever prunes at the same moment is not waited for."""
    forgotten = Tries.objects.select_for_update(skip_locked=True).filter(until__lt=clock())[:MOST_PRUNED]
    Tries.objects.filter(pk__in=forgotten.values("pk")).delete()
