"""Managers that find a row by what a person calls it, so that fixtures can be read and written by hand."""

from django.db import models


class NaturalQuerySet(models.QuerySet):
    """Finds rows by `model.natural`, the names of the fields (or paths) that tell one row from another."""

    def get_by_natural_key(self, *values):
        return self.get(**dict(zip(self.model.natural, values, strict=True)))


def natural_key(row):
    """The values of `row.natural`, following `__` into other rows."""
    return tuple(follow(row, path) for path in row.natural)


def follow(value, path):
    for name in path.split("__"):
        value = getattr(value, name)
    return value


class Natural(models.Model):
    """A row with a natural key."""

    objects = NaturalQuerySet.as_manager()
    natural: tuple[str, ...] = ()

    class Meta:
        abstract = True

    def natural_key(self):
        return natural_key(self)
