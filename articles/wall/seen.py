"""What readers have of a row, as the wall shows it: asked by the desk, on its own connection."""

from django.db import connections
from django.db.models import F, Q

from articles import doors


def is_seen(row):
    """Whether readers see this row, now or once what is scheduled has begun."""
    shown = _shown(type(row))
    return shown is not None and row.pk is not None and _is_among(row, shown.rows_ever)


def is_public(row):
    """Whether readers see this row now."""
    shown = _shown(type(row))
    return shown is not None and row.pk is not None and _is_among(row, shown.rows)


def is_shown(model):
    """Whether readers see anything of the table."""
    return _shown(model) is not None


def fields(model):
    """The names of the fields that readers have of a row that they see, and of those that such are made from."""
    shown = _shown(model)
    if shown is None:
        return frozenset()
    named = [field for field in model._meta.concrete_fields if field.column in shown.columns]
    made_from = {name for field in named if field.generated for name in _sources(field.expression)}
    return frozenset(field.name for field in named) | made_from


def _shown(model):
    return dict(iter(doors.SHOWN)).get(model)


def _is_among(row, rows):
    table = connections["default"].ops.quote_name(row._meta.db_table)
    with connections["default"].cursor() as cursor:
        cursor.execute(f"SELECT EXISTS (SELECT FROM {table} t WHERE t.id = %s AND ({rows}))", [row.pk])
        return cursor.fetchone()[0]


def _sources(expression):
    """The names of the fields that an expression is made from."""
    for part in expression.flatten():
        if isinstance(part, Q):
            yield from part.referenced_base_fields
        elif isinstance(part, F):
            yield part.name
