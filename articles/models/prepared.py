"""Queries of fixed pages: built and compiled to SQL once, and asked with the values of each page."""

from copy import copy
from functools import cached_property

from django.db import connections
from django.db.models import BigIntegerField, CharField, DateField, Expression, QuerySet


class Slot(Expression):
    """Where a value goes that differs from page to page, as that field has it."""

    def __init__(self, name, field):
        super().__init__(output_field=field)
        self.name = name

    def as_sql(self, compiler, connection):
        return "%s", [self]

    def filled(self, values, connection):
        return self.output_field.get_db_prep_value(values[self.name], connection)


# What most of them are filled with.
NUMBER, DAY, TEXT = BigIntegerField(), DateField(), CharField()


class Prepared:
    """A queryset with slots, which `make` makes when it is first asked. It yields the rows that the queryset would.

    What Python works out anew each time may not stand in it but as a slot: a moment, for example, or a language.
    """

    def __init__(self, make):
        self._make = make
        self._compiled = {}

    def all(self, **values):
        rows = self._rows
        connection = connections[rows.db]
        compiler, (sql, params) = self._for(connection)
        given = tuple(each.filled(values, connection) if isinstance(each, Slot) else each for each in params)
        return QuerySet(rows.model, _Compiled(compiler, connection, (sql, given)), rows.db)

    def first(self, **values):
        return next(iter(self.all(**values)), None)

    @cached_property
    def _rows(self):
        return self._make()

    def _for(self, connection):
        """The compiler that has compiled it for connections of that alias, and what came of it."""
        if connection.alias not in self._compiled:
            compiler = self._rows.query.clone().get_compiler(connection=connection)
            self._compiled[connection.alias] = compiler, compiler.as_sql()
        return self._compiled[connection.alias]


class _Compiled:
    """In the place of a query: it is compiled, and its values are there."""

    def __init__(self, compiler, connection, as_sql):
        self._compiler = copy(compiler)
        self._compiler.connection = connection
        self._compiler.as_sql = lambda *args, **kwargs: as_sql

    def get_compiler(self, using):
        return self._compiler
