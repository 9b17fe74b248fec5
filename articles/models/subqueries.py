"""Queries within queries, as PostgreSQL is to go about them."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Func, IntegerField, OuterRef
from django.db.models.expressions import RawSQL


def of_each(model, relation):
    """The rows that point at a row of `model`, to be asked of each without a join that would show it twice."""
    related = model._meta.get_field(relation)
    return related.related_model.objects.filter(**{related.field.name: OuterRef("pk")}).order_by()


def up_to(most, rows):
    """How many of `rows` there are, one more than `most` at the most."""
    some = ArraySubquery(rows.order_by().values("pk")[: most + 1])
    return Func(some, function="cardinality", output_field=IntegerField())


def once(rows):
    """A query of numbers, answered once and before all else, however PostgreSQL would rather go about it."""
    sql, values = rows.query.sql_with_params()
    return RawSQL(f"WITH found(id) AS MATERIALIZED ({sql}) SELECT id FROM found", values)


def first(rows, most):
    """The first of an ordered queryset: found by the index alone, and only then joined to what is shown of them.

    PostgreSQL keeps no statistics of its own accord of tables as small as editions, and without them it joined the
    whole archive before it cut.
    """
    return rows.filter(pk__in=rows.values("pk")[:most])
