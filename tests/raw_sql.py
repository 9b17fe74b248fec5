"""The database, asked and told in plain SQL."""

from contextlib import contextmanager

import pytest
from django.db import IntegrityError, connection, transaction


def run(sql, *params):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)


@contextmanager
def refused(rule):
    """What the block does is refused by the rule of that name."""
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        yield
    assert refusal.value.__cause__.diag.constraint_name == rule
