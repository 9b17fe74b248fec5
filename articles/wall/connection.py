"""The way through the wall: within `behind`, every query goes over the readers' connection, and the desk's refuses."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.db import NotSupportedError, connections

# Where PostgreSQL refuses such a statement: its sentence is in the language of the server.
OUTDATED = "RevalidateCachedQuery"
_is_behind: ContextVar[bool] = ContextVar("is_behind_the_wall", default=False)


class Router:
    """Sends every query made behind the wall over the readers' connection, and migrates nothing there."""

    def db_for_read(self, model, **hints):
        return settings.READERS_ALIAS if _is_behind.get() else None

    db_for_write = db_for_read

    def allow_relation(self, one, other, **hints):
        return True

    def allow_migrate(self, db, app_label, **hints):
        return db == "default"


class OverTheWall(RuntimeError):
    """Readers' code asked the desk's connection. A bug: nothing was sent."""


def _refuse(execute, sql, params, many, context):
    raise OverTheWall("Readers' pages may ask only the readers' connection.")


def _again(execute, sql, params, many, context):
    """A statement that was prepared before a migration changed a type in its answer is prepared anew.

    PostgreSQL refuses it for as long as the connection lives, and a worker keeps its connections for an hour.
    """
    try:
        return execute(sql, params, many, context)
    except NotSupportedError as error:
        if error.__cause__.diag.source_function != OUTDATED:
            raise
        context["connection"].connection.execute("DEALLOCATE ALL")
        return execute(sql, params, many, context)


@contextmanager
def behind():
    """Within it, all that is asked goes to the readers' connection; the desk's refuses."""
    token = _is_behind.set(True)
    try:
        if settings.READERS_ALIAS == "default":
            yield
        else:
            readers = connections[settings.READERS_ALIAS]
            with connections["default"].execute_wrapper(_refuse), readers.execute_wrapper(_again):
                yield
    finally:
        _is_behind.reset(token)
