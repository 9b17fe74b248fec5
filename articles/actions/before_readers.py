"""Who may change what readers have of a row: it follows its table, at once, so that a change is a publication."""

from collections.abc import Set as AbstractSet

from django.apps import apps
from django.db.models import Model

from articles.actions.permission import allow
from articles.models import User
from articles.rules.roles import KEPT
from articles.wall import seen

# What only whoever may publish lets out, and takes back, of a row that nobody sees yet too.
LETS_OUT = {"photo": frozenset({"is_let_out"})}


def right_over(model: type[Model]) -> str:
    """The permission to change rows of a table that readers see: one of its own, or that to change any."""
    name = model._meta.model_name
    own = f"change_public_{name}"
    return own if own in dict(model._meta.permissions) else f"change_{name}"


def may_change_seen(model: type[Model], by: User | None) -> bool:
    """Whether somebody may change the rows of a table that readers see."""
    return by is None or by.has_perm(f"{model._meta.app_label}.{right_over(model)}")


def allow_change(row: Model, fields: AbstractSet[str], *, by: User | None) -> None:
    """Refuse a change of these fields, or of these lines by their model's name, unless `by` may make it."""
    model, table = type(row), str(row._meta.model_name)
    if fields and fields <= KEPT.get(table, frozenset()):
        return allow(by, f"keep_{table}")
    allow(by, f"change_{table}")
    if may_change_seen(model, by):
        return None
    is_closed = fields & LETS_OUT.get(table, frozenset())
    if is_closed or (any(_is_shown(model, name) for name in fields) and seen.is_seen(row)):
        allow(by, right_over(model))
    return None


def _is_shown(model: type[Model], name: str) -> bool:
    """Whether readers have what is called so on the form of a row: a field, or lines."""
    if name in seen.fields(model):
        return True
    lines = apps.get_app_config(model._meta.app_label).models.get(name)
    return lines is not None and seen.is_shown(lines)
