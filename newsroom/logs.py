"""Log lines say what failed and where, never what the rows said: a database error quotes the row it refused."""

import logging
import traceback
from collections.abc import Iterator
from typing import Any

import psycopg
from django.core.exceptions import SuspiciousOperation
from django.db import Error as DjangoDatabaseError

DATABASE_ERRORS = (DjangoDatabaseError, psycopg.Error)
CAUSED = "\n\nwhich led to:\n\n"
# Some of a message may have been sent by anybody.
MOST = 2_000


class Discreet(logging.Formatter):
    """The usual format, with database errors named by code and constraint, what is only refused in a line."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's own name
        record.message = _in_a_line(record.message)
        return super().formatMessage(record)

    def formatException(self, ei: Any) -> str:  # noqa: N802 - logging's own name
        if isinstance(ei[1], SuspiciousOperation):
            return ""
        return CAUSED.join(_in_words(error) for error in reversed(list(_chain(ei[1]))))


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error:
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _in_words(error: BaseException) -> str:
    frames = "".join(traceback.format_tb(error.__traceback__))
    return f"{frames}{type(error).__module__}.{type(error).__qualname__}: {_in_a_line(_message(error))}"


def _in_a_line(text: str) -> str:
    """The text in one line: a character that would begin another line, or turn this one round, is written as its
    number."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text[:MOST])


def _message(error: BaseException) -> str:
    if not isinstance(error, DATABASE_ERRORS):
        return str(error)
    cause = error if isinstance(error, psycopg.Error) else error.__cause__
    if not isinstance(cause, psycopg.Error) or not cause.sqlstate:
        # It comes from the connection and not from a statement.
        return next(iter(str(error).splitlines()), "")
    known = (cause.sqlstate, cause.diag.table_name, cause.diag.column_name, cause.diag.constraint_name)
    return " ".join(part for part in known if part)
