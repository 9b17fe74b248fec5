"""Who may do what: asked at the head of each action."""

from django.utils.translation import gettext as _

from articles.actions.refusals import NotAllowed
from articles.models import User


def allow(by: User | None, permission: str) -> None:
    """Refuse unless `by` has the role for it: of another app's, as "app.codename". A command on the server acts as
    nobody, and may."""
    named = permission if "." in permission else f"articles.{permission}"
    if by is not None and not by.has_perm(named):
        raise NotAllowed(_("Your role does not allow this."))
