"""What is made anew around each migration: groups from the table of roles, and the readers' wall."""

import logging

from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction

from articles import doors, wall
from articles.rules.roles import ROLES

logger = logging.getLogger(__name__)


def before(plan, using, **kwargs):
    """Take the views down where something will be migrated: they would stand in the way of changed columns."""
    if plan and using == "default":
        wall.lower_wall()


def after(using, **kwargs):
    """Make groups and wall. Permissions exist only after `post_migrate`, so no migration could do it."""
    if using == "default":
        # First, so that a fault in the table of roles takes no page from readers.
        wall.raise_wall()
        make_groups()


@transaction.atomic
def make_groups():
    rows = Permission.objects.select_related("content_type")
    known = {f"{row.content_type.app_label}.{row.codename}": row for row in rows}
    for role in ROLES:
        group, _is_new = Group.objects.get_or_create(name=role)
        group.permissions.set(known[name] for name in _granted(role, known))


def _granted(role, known):
    """What a role may do. A permission of an app whose tables are not there yet comes with them."""
    unknown_roles = {whose for whose, _names in doors.PERMISSIONS} - set(ROLES)
    if unknown_roles:
        raise ImproperlyConfigured(f"There is no role {', '.join(sorted(unknown_roles))}: an app gives it permissions.")
    granted = {name for whose, names in doors.PERMISSIONS if whose == role for name in names}
    for name in sorted(granted - known.keys()):
        if name.startswith("articles."):
            raise ImproperlyConfigured(f"There is no permission {name}.")
        logger.warning("There is no permission %s yet: migrate the app that brings it.", name)
    return granted & known.keys()
