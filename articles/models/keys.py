"""Rows by their numbers: some of them, or those after a key, the time and the number of a row, by which lists page."""

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, BooleanField, Expression, F, Func, Q, Value
from django.db.models.fields.tuple_lookups import Tuple, TupleLessThan

NUMBERS = ArrayField(BigIntegerField())


def older_than(key, time, number):
    """What stands after that key in a list, newest first, by its fields `time` and `number`; all of it without a key.

    A row compared as a whole is one end of an index, whatever the key is. PostgreSQL plans a list once for all keys,
    and cannot know how much a time alone leaves.
    """
    return Q(TupleLessThan(Tuple(F(time), F(number)), key)) if key else Q()


def among(field, numbers):
    """Whether `field` is one of these numbers, or of those in a slot: one statement, where `__in` is one for each count
    of them."""
    if not numbers:
        return Q(**{f"{field}__in": ()})  # Django knows that it is true of nothing, and asks nothing.
    these = numbers if isinstance(numbers, Expression) else Value(list(numbers), NUMBERS)
    return Func(F(field), these, template="%(expressions)s)", arg_joiner=" = ANY(", output_field=BooleanField())
