"""What is made anew around each migration: groups from the table of roles, and the readers' wall."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction

from articles import doors, wall
from articles.rules.roles import ROLES


def before(plan, using, **kwargs):
    """Take the views down where something will be migrated: they would stand in the way of changed columns."""
    if plan and using == "default":
        wall.lower_wall()


def after(using, **kwargs):
    """Make groups and wall. Permissions exist only after `post_migrate`, so no migration could do it."""
    if using == "default":
        make_groups()
        wall.raise_wall()


@transaction.atomic
def make_groups():
    known = {f"{row.content_type.app_label}.{row.codename}": row for row in _permissions()}
    for role in ROLES:
        group, _is_new = Group.objects.get_or_create(name=role)
        group.permissions.set({known[name] for whose, names in doors.PERMISSIONS if whose == role for name in names})


def _permissions():
    return Permission.objects.select_related("content_type")
