"""What a new paper needs first: an edition, its sections, accounts for the staff. Said until a section is there."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import Edition, Section

STEPS = (
    ("edition", _("An edition: the paper in one language")),
    ("section", _("Its sections: World, Economy …")),
    ("user", _("An account for each of the staff, with a role")),
)


@dataclass(frozen=True)
class Step:
    what: str | Promise
    is_done: bool
    address: str  # empty, where one may not go


def first_steps(user):
    """Nothing, once a story can be written and published."""
    return [] if Section.objects.exists() else [_step(user, *step) for step in STEPS]


def _step(user, model, what):
    may = user.has_perm(f"articles.add_{model}")
    is_done = model == "edition" and Edition.objects.exists()
    return Step(what, is_done, reverse(f"admin:articles_{model}_add") if may else "")
