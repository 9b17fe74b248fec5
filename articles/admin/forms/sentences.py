"""What an editor is told of a write that the house or its database has refused. Never more than the rule's name:
a database's message carries the whole row."""

import re

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
    "tag_slug_is_unique_in_its_language": gettext_lazy("Another tag of this language has this address already."),
    "tag_has_name_key_and_slug": gettext_lazy("Write a name that can be seen."),
    "tag_is_not_merged_into_itself": gettext_lazy("Choose another than itself."),
    "section_is_not_merged_into_itself": gettext_lazy("Choose another than itself."),
    "section_slug_is_unique_in_its_edition": gettext_lazy("Another section of this edition has this slug already."),
    "section_has_a_name": gettext_lazy("Write a name."),
    "section_slug_is_not_a_word_of_the_site": gettext_lazy(
        "The site's own addresses use this word: choose another slug."
    ),
    "page_slug_is_unique_in_its_edition": gettext_lazy("Another page of this edition has this slug already."),
    "page_has_slug_and_title": gettext_lazy("A page has a title and a slug."),
    "edition_only_one_is_the_default": gettext_lazy("Another edition is the default already: only one can be."),
    "edition_has_a_name": gettext_lazy("Write a name."),
    "edition_accents_are_colours": gettext_lazy("A colour as #rrggbb, in small letters."),
    "source_has_slug_and_name": gettext_lazy("A source has a name and a slug."),
    "source_protected_is_no_public_figure": gettext_lazy(
        "A protected source is not shown to readers as a public figure."
    ),
    "source_has_one_name_a_language": gettext_lazy("A source has one name in each language."),
    "sourcename_is_not_empty": gettext_lazy("Write a name."),
    "source_bears_a_title_once": gettext_lazy("This title stands there already, from the same day on."),
    "sourcetitle_ends_after_it_begins": gettext_lazy("A title ends on the day on which it begins, or later."),
    "sourcetitle_is_not_empty": gettext_lazy("Write a title."),
    "contributor_has_slug_and_name": gettext_lazy("A contributor has a name and a slug."),
    "contributor_has_one_name_a_language": gettext_lazy("A contributor has one name in each language."),
    "contributorname_is_not_empty": gettext_lazy("Write a name."),
    "photo_has_slug_and_picture": gettext_lazy("A photo has a slug and a picture."),
    "photo_focal_point_is_in_it": gettext_lazy("The focal point lies within the picture: from 0 to 100."),
    "photo_has_one_text_a_language": gettext_lazy("A photo has one text in each language."),
    "attribution_has_words": gettext_lazy("A statement has words, and stands in the text at least once."),
    "placement_ends_after_it_begins": gettext_lazy("A placement begins now or later, and ends after that."),
    "placement_slot_is_on_the_page": gettext_lazy("A front page has the slots 1 to 12."),
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


VIOLATED = re.compile(r"“(\w+)”|\"(\w+)\"")


class InWords:
    """Of a form: what Django found against one of the database's rules is said in words, never by the rule's name."""

    def _update_errors(self, errors):
        for each in errors.error_list if hasattr(errors, "error_list") else sum(errors.error_dict.values(), []):
            names = VIOLATED.search(str(each.message)) if not each.params else None
            if names and (known := OF_CONSTRAINTS.get(names[1] or names[2])):
                each.message = known
        super()._update_errors(errors)


def as_form_error(error):
    """A refusal as a form's error: of several findings, each on its own line."""
    lines = [finding.message for finding in getattr(error, "findings", ())]
    return ValidationError(lines or [sentence(error)], code="refused")
