"""What tells of a change: an event, and a transaction that is asked for one at its commit."""

from contextlib import contextmanager

import pytest
from django.db import IntegrityError, transaction

from articles.actions import events, locking
from articles.models import Verb
from articles.wall.telling import RULE
from tests import declared
from tests.raw_sql import run


@contextmanager
def undeclared():
    """As a transaction of the desk is: asked at its commit."""
    with declared.nothing(check=False), transaction.atomic():
        yield


@contextmanager
def refused(*rules):
    with pytest.raises(IntegrityError) as refusal, undeclared():
        yield
    assert refusal.value.__cause__.diag.constraint_name in (rules or (RULE,))


def tell(row, by, **details):
    events.record(Verb.CHANGED, by=by, at=locking.clock(), table=row._meta.model_name, row=row.pk, **details)


def write(row, column, sql):
    run(f'UPDATE {row._meta.db_table} SET "{column}" = {sql} WHERE id = %s', row.pk)
