"""What an editor is told of a write that the house or its database has refused. Never more than the rule's name:
a database's message carries the whole row."""

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, OperationalError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.actions.refusals import Refused

# What an admin page answers with a sentence.
REFUSALS = (Refused, IntegrityError, DataError, OperationalError)

# SQLSTATEs of a database that lets one of two go first: deadlock, serialization, lock not available.
CROWDED = ("40P01", "40001", "55P03")

MEANWHILE = gettext_lazy("Another version has gone out meanwhile: look at the story again.")
OF_CONSTRAINTS = {
    "publication_waits_for_its_embargo": gettext_lazy("The story is under embargo until after that moment."),
    "publication_period_is_record": MEANWHILE,
    "publication_is_record": gettext_lazy("It has gone live meanwhile, and can no longer be called off."),
    "publication_periods_never_overlap": MEANWHILE,
    "publication_has_what_readers_need": gettext_lazy("Readers need a headline and a text."),
    "placement_slot_holds_one_story": gettext_lazy("Another story has taken this place meanwhile: try again."),
    "placement_story_stands_in_one_slot": gettext_lazy("This story has been placed meanwhile: look at the front page."),
    "publication_section_was_not_merged": gettext_lazy("Its section has been merged meanwhile: try again."),
    "publishedtag_was_not_merged": gettext_lazy("One of its tags has been merged meanwhile: try again."),
    "source_protected_has_but_a_label": gettext_lazy("A protected source has a label, and neither names nor titles."),
    "statement_not_to_be_named_is_protected": gettext_lazy("A source who may not be named must be a protected one."),
    "statement_protected_source_is_of_its_story": gettext_lazy("This source is protected in another story."),
    "story_has_one_sibling_in_an_edition": gettext_lazy("This story stands in that edition already."),
    "byline_names_a_contributor_once": gettext_lazy("A contributor can be named in the byline only once."),
    "section_has_one_sibling_in_an_edition": gettext_lazy("Another section of this edition is its sibling already."),
    "tag_has_one_sibling_in_a_language": gettext_lazy("Another tag of this language is its sibling already."),
    "tag_key_is_unique_in_its_language": gettext_lazy("There is a tag of that name already."),
}


def sentence(error):
    """A refusal in words, safe to show."""
    if isinstance(error, Refused):
        return str(error)
    if isinstance(error, OperationalError):
        return _crowded(error)
    rule = rule_of(error)
    known = OF_CONSTRAINTS.get(rule)
    if known or not rule:
        return str(known or _("The database could not take this in. Nothing was saved."))
    return _("The database refused this by its rule “%s”. Nothing was saved.") % rule


def _crowded(error):
    """In words, if someone else was writing at this moment. Any other trouble of the database is not for editors."""
    if getattr(error.__cause__, "sqlstate", None) not in CROWDED:
        raise error
    return _("Someone else was writing to the same rows at this moment. Nothing was saved: try again.")


def rule_of(error):
    """The name of the constraint that spoke, if one did."""
    diagnosis = getattr(error.__cause__, "diag", None)
    return getattr(diagnosis, "constraint_name", None) or ""


def as_form_error(error):
    """A refusal as a form's error: of several findings, each on its own line."""
    lines = [finding.message for finding in getattr(error, "findings", ())]
    return ValidationError(lines or [sentence(error)], code="refused")
