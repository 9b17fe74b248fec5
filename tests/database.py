"""The server that tests run on: started, with its roles, once, before any worker; stopped by whoever uses it last."""

import fcntl
import os

import psycopg
import pytest
from django.conf import settings
from psycopg import sql

from newsroom import databases
from newsroom.embedded.locks import lock_file
from newsroom.environment import CannotStart

users = None


def prepare() -> None:
    """For `pytest_configure`. Workers of xdist find it done."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        return
    try:
        count_in()
        databases.reach(settings.EMBEDDED, settings.DATABASES["default"])
        if not settings.EMBEDDED:
            admit_readers(settings.DATABASES["default"], settings.DATABASES["readers"])
    except CannotStart as reason:
        pytest.exit(str(reason), returncode=1)


def release() -> None:
    """For `pytest_unconfigure`."""
    if users and counted_out():
        settings.EMBEDDED.stop()


def count_in() -> None:
    """A lock that many may share: two runs of the tests at once must not stop each other's server."""
    global users
    if settings.EMBEDDED:
        users = lock_file(settings.EMBEDDED.folder.with_name("postgres-test.users"))
        fcntl.flock(users, fcntl.LOCK_SH)


def counted_out() -> bool:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def admit_readers(default, readers) -> None:
    """The readers' role, which workers that make it at the same moment would refuse each other."""
    role, password = sql.Identifier(readers["USER"]), sql.Literal(readers["PASSWORD"])
    with databases.connect(default, autocommit=True) as connection:
        known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [readers["USER"]]).fetchone()
        verb = sql.SQL("ALTER" if known else "CREATE")
        try:
            connection.execute(sql.SQL("{} ROLE {} LOGIN PASSWORD {}").format(verb, role, password))
        except psycopg.errors.InsufficientPrivilege as error:
            raise CannotStart(
                f"{default['USER']} may not make roles on the server at DATABASE_URL: give it CREATEROLE for the tests."
            ) from error
