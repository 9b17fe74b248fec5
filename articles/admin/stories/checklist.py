"""What stands between a story and its publication, and where on its form each is mended."""

from articles.actions import gate
from articles.actions.locking import clock
from articles.models import drafts

# Where it is not in the field of its name.
PLACES = {"attributions": "id_attributions-{row}-words", "quotations": "unowned", "bylines": "bylines-group"}


def in_the_way(story, at=None):
    """Of the story as it is, were it to go out now, or at `at`."""
    draft = drafts.of_story(story)
    found = gate.in_the_way(draft, at or clock())
    return {"findings": [(_place_of(finding), finding) for finding in found], "unowned": draft.facts().ledger.unowned}


def _place_of(finding):
    return PLACES.get(finding.field, f"id_{finding.field}").format(row=finding.row)
