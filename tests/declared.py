"""The tests' own hand is a declared command, nothing else: what a request to the desk writes is asked for its event.

A test makes its paper by actions that nobody asked for, and by rows written straight into the tables. From the
beginning of each request to its end nothing is declared, whoever serves it, nor in another process.
"""

from contextlib import contextmanager
from threading import local

from django.core.signals import request_finished, request_started
from django.db import connection
from django.db.backends.signals import connection_created
from psycopg.pq import TransactionStatus

from articles.wall.telling import COMMAND

NAME = "tests"
# What is declared in this thread, whose connections are its own.
here = local()


def prepare():
    connection_created.connect(_declare_new, dispatch_uid=NAME)
    request_started.connect(_begin, dispatch_uid=NAME)
    request_finished.connect(_end, dispatch_uid=NAME)


def again():
    """Before each test: a page whose file nobody has read to its end has not ended."""
    _declare(NAME)


@contextmanager
def nothing(check=True):
    """Nothing is declared in here, and at the end the database is asked what it would say at commit."""
    _declare("")
    try:
        yield
        if check:
            connection.check_constraints()
    finally:
        _declare(NAME)


def _declare(name):
    here.declared = name
    own = connection.connection
    if own is None or own.closed or own.info.transaction_status == TransactionStatus.INERROR:
        return
    # The connection itself: nobody counts these among the queries of a page.
    own.execute("SELECT set_config(%s, %s, false)", [COMMAND, name])


def _declare_new(connection, **kwargs):
    if connection.alias == "default":
        connection.connection.execute("SELECT set_config(%s, %s, false)", [COMMAND, getattr(here, "declared", NAME)])


def _begin(**kwargs):
    _declare("")


def _end(**kwargs):
    _declare(NAME)
