"""The tests' own hand is a declared command, nothing else: what a request to the desk writes is asked for its event.

A test makes its paper by actions that nobody asked for, and by rows written straight into the tables. From the
beginning of each request to its end nothing is declared, nor in another thread, nor in another process.
"""

import threading
from contextlib import contextmanager

from django.core.signals import request_finished, request_started
from django.db import connection, connections
from django.db.backends.signals import connection_created
from psycopg.pq import TransactionStatus

from articles.wall.telling import COMMAND

NAME = "tests"


def prepare():
    connection_created.connect(_declare_new, dispatch_uid=NAME)
    request_started.connect(_begin, dispatch_uid=NAME)
    request_finished.connect(_end, dispatch_uid=NAME)


@contextmanager
def nothing(check=True):
    """Nothing is declared in here, and at the end the database is asked what it would say at commit."""
    _set("")
    try:
        yield
        if check:
            connection.check_constraints()
    finally:
        _set(NAME)


def _set(name):
    own = connection.connection
    if own is None or own.closed or _is_elsewhere() or own.info.transaction_status == TransactionStatus.INERROR:
        return
    # The connection itself: nobody counts these among the queries of a page.
    own.execute("SELECT set_config(%s, %s, false)", [COMMAND, name])


def _is_elsewhere():
    return threading.current_thread() is not threading.main_thread()


def _declare_new(connection, **kwargs):
    if connection is connections["default"] and not _is_elsewhere():
        _set(NAME)


def _begin(**kwargs):
    _set("")


def _end(**kwargs):
    _set(NAME)
