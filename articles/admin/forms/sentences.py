"""What an editor is told of a write that the house or its database has refused. Never more than the rule's name:
a database's message carries the whole row."""

from functools import cache

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, OperationalError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.actions.refusals import Refused

# What an admin page answers with a sentence.
REFUSALS = (Refused, IntegrityError, DataError, OperationalError)

# SQLSTATEs of a database that lets one of two go first: deadlock, serialization, lock not available.
CROWDED = ("40P01", "40001", "55P03")

# Rules that triggers hold (articles/models/guard.sql, articles/wall/telling.py). What a constraint says stands beside
# it, in its model.
OF_TRIGGERS = {
    "change_has_an_event": gettext_lazy("What readers see changes with an event that says who. Nothing was saved."),
    "publication_period_is_record": gettext_lazy("Another version has gone out meanwhile: look at the story again."),
    "publication_is_record": gettext_lazy("It has gone live meanwhile, and can no longer be called off."),
    "publication_section_was_not_merged": gettext_lazy("Its section has been merged meanwhile: try again."),
    "publishedtag_was_not_merged": gettext_lazy("One of its tags has been merged meanwhile: try again."),
    "source_protected_has_but_a_label": gettext_lazy("A protected source has a label, and neither names nor titles."),
    "sourcetitle_names_an_organisation": gettext_lazy(
        "A title speaks for an organisation or an agency that may be named, and whoever it names stays one."
    ),
    "statement_not_to_be_named_is_protected": gettext_lazy("A source who may not be named must be a protected one."),
    "statement_protected_source_is_of_its_story": gettext_lazy("This source is protected in another story."),
}


def sentence(error):
    """A refusal in words, safe to show."""
    if isinstance(error, Refused):
        return str(error)
    if isinstance(error, OperationalError):
        return _crowded(error)
    rule = rule_of(error)
    known = OF_TRIGGERS.get(rule) or _said_by_constraints().get(rule)
    if known or not rule:
        return str(known or _("The database could not take this in. Nothing was saved."))
    return _("The database refused this by its rule “%s”. Nothing was saved.") % rule


def _crowded(error):
    """A sentence, if someone else was writing at this moment. Any other trouble of the database is not for editors."""
    if getattr(error.__cause__, "sqlstate", None) not in CROWDED:
        raise error
    return _("Someone else was writing to the same rows at this moment. Nothing was saved: try again.")


def rule_of(error):
    """The name of the constraint that spoke, if one did."""
    diagnosis = getattr(error.__cause__, "diag", None)
    return getattr(diagnosis, "constraint_name", None) or ""


@cache
def _said_by_constraints():
    """What each constraint of our models says of its violation, by its name: nothing where it is Django's own word."""
    constraints = [each for model in apps.get_models() for each in model._meta.constraints]
    said = [each for each in constraints if each.violation_error_message is not each.default_violation_error_message]
    return {each.name: each.violation_error_message for each in said}


def as_form_error(error):
    """A refusal as a form's error: of several findings, each on its own line."""
    lines = [finding.message for finding in getattr(error, "findings", ())]
    return ValidationError(lines or [sentence(error)], code="refused")
