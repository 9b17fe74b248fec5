"""What is made anew around each migration: groups from the table of roles, and the readers' wall."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction

from articles import wall
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
    permissions = {
        permission.codename: permission for permission in Permission.objects.filter(content_type__app_label="articles")
    }
    for role, codenames in ROLES.items():
        group, _is_new = Group.objects.get_or_create(name=role)
        group.permissions.set(permissions[codename] for codename in codenames)
