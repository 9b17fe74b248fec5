"""Who somebody is, by name and password; and no more wrong tries than a person makes.

Not within a transaction: a try counts before its password is judged, so that a hundred at once are a hundred, on
however many workers.
"""

import logging
from datetime import timedelta
from math import ceil

from django.contrib.auth import authenticate
from django.db import connection, transaction
from django.db.models import F, Q, QuerySet
from django.utils.crypto import salted_hmac
from django.utils.translation import ngettext

from articles.actions.events import record
from articles.actions.locking import clock
from articles.actions.permission import allow
from articles.actions.refusals import Refused
from articles.models import Tries, User, Verb

WAIT = timedelta(minutes=15)
# Wrong tries in a row at one name from one address; at one name from all addresses that do not know it; and from one
# address at all names that it does not know.
HERE, ELSEWHERE, SPRAYED = 5, 50, 30
# An address at which somebody has logged in knows them for so long: strangers elsewhere cannot shut them out of it.
KNOWN_FOR = timedelta(days=30)
MOST_PRUNED = 1_000

COUNT = """
    INSERT INTO articles_tries AS t (key, count, until, account_id, address)
    SELECT %(key)s, 1, clock_timestamp() + make_interval(secs => %(wait)s), account.id,
        CASE WHEN account.id IS NULL AND %(name)s != '' THEN '' ELSE left(%(place)s, 50) END
    FROM (SELECT (SELECT id FROM articles_user WHERE lower(username) = lower(%(name)s) LIMIT 1) AS id) AS account
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
    here, elsewhere, known = (
        _key(kind, username, place) for kind, place in (("here", address), ("elsewhere", ""), ("known", address))
    )
    sprayed = _key("sprayed", "", address)
    # Each try, or names without end from one address would fill the table until somebody logs in.
    _prune()
    _count(here, HERE, address, name=username, place=address)
    is_known = Tries.objects.filter(key=known, until__gt=clock()).exists()
    if not is_known:
        _count(sprayed, SPRAYED, address, place=address)
        _count(elsewhere, ELSEWHERE, address, name=username)
    person = authenticate(username=username, password=password)
    if not isinstance(person, User) or not person.is_staff:
        return None
    Tries.objects.filter(key=here).delete()
    if not is_known:
        Tries.objects.filter(key__in=[elsewhere, sprayed], count__gt=0).update(count=F("count") - 1)
    _keep_known(known)
    return person


def waiting() -> QuerySet[Tries]:
    """Accounts that nobody can log in to now, from an address or, where it is empty, from any that does not know them;
    and, without an account, addresses that wait as a whole."""
    of_account = Q(account__isnull=False)
    full = (
        of_account & ~Q(address="") & Q(count__gte=HERE)
        | of_account & Q(address="", count__gte=ELSEWHERE)
        | ~of_account & ~Q(address="") & Q(count__gte=SPRAYED)
    )
    return Tries.objects.filter(full, until__gt=clock()).select_related("account").order_by("-until", "key")


@transaction.atomic
def lift(key: str, *, by: User | None) -> Tries | None:
    """Let them try again from now on. None where the wait has ended meanwhile."""
    allow(by, "change_user")
    wait = waiting().filter(key=key).select_for_update(of=("self",)).first()
    if wait is not None:
        Tries.objects.filter(key=key).delete()
        record(Verb.LIFTED, by=by, at=clock(), table="user", row=wait.account_id)
    return wait


def _key(kind: str, username: str, address: str) -> str:
    return salted_hmac(f"logins {kind}", f"{username.casefold()}\n{address}", algorithm="sha256").hexdigest()


def _count(key: str, limit: int, address: str, *, name: str = "", place: str = "") -> None:
    given: dict[str, str | float] = {
        "key": key,
        "limit": limit,
        "wait": WAIT.total_seconds(),
        "name": name,
        "place": place,
    }
    with connection.cursor() as cursor:
        cursor.execute(COUNT, given)
        tries, wait = cursor.fetchone()
    if tries > limit:
        if tries == limit + 1:
            log.warning(
                "Too many wrong passwords for %s, the last from %s", "one name" if name else "many names", address
            )
        raise TooManyTries(wait)


def _keep_known(key: str) -> None:
    row = Tries(key=key, count=0, until=clock() + KNOWN_FOR)
    Tries.objects.bulk_create([row], update_conflicts=True, unique_fields=["key"], update_fields=["until"])


def _prune() -> None:
    """Drop what is forgotten. Whoever prunes at the same moment is not waited for."""
    forgotten = Tries.objects.select_for_update(skip_locked=True).filter(until__lt=clock())[:MOST_PRUNED]
    Tries.objects.filter(pk__in=forgotten.values("pk")).delete()
