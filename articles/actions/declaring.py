"""The transaction of a command, declared: what it changes before readers needs no event that says who."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from articles.wall.telling import COMMAND


@contextmanager
def command(name: str) -> Iterator[None]:
    """One transaction, in the name of a command: of ours, or of whoever keeps the server. Works as a decorator too."""
    with transaction.atomic():
        before = _declare(name)
        yield
        _declare(before)


def _declare(name: str) -> str:
    """Declare until the transaction ends; says what was declared before."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(current_setting(%s, true), ''), set_config(%s, %s, true)", [COMMAND, COMMAND, name]
        )
        return cursor.fetchone()[0]
