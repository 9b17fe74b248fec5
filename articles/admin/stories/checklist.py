"""What stands between a story and its publication, and where on its form each is mended."""

from articles.actions import gate
from articles.actions.locking import clock
from articles.models import drafts

# Fields of the form where a finding is mended, if not in the field of its own name.
PLACES = {"attributions": "id_attributions-{row}-words", "quotations": "unowned", "bylines": "bylines-group"}


def in_the_way(story, at=None):
    """The findings of a story as the tables have it, were it to go out now, or at `at`."""
    draft = drafts.of_story(story)
    found = gate.in_the_way(draft, at or clock())
    return {"findings": [(_place_of(finding), finding) for finding in found], "unowned": draft.facts().unowned}


def _place_of(finding):
    return PLACES.get(finding.field, f"id_{finding.field}").format(row=finding.row)
