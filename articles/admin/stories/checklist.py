"""What stands between a story and its publication, and where on its form each is mended."""

from articles.actions import gate
from articles.actions.locking import clock
from articles.models import drafts

# Fields of the form where a finding is mended, if not in the field of its own name.
PLACES = {"attributions": "id_{row}-words", "quotations": "unowned", "bylines": "bylines-group"}


def in_the_way(story, at=None):
    """The findings of a story as the tables have it, were it to go out now, or at `at`."""
    return of_draft(drafts.of_story(story), at)


def of_draft(draft, at=None, lines=None):
    """The same of a draft. `lines`: by what prefix the form knows each of its attributions."""
    found = gate.in_the_way(draft, at or clock())
    lines = lines or [f"attributions-{row}" for row in range(len(draft.attributions))]
    return {
        "findings": [(_place_of(finding, lines), finding) for finding in found],
        "unowned": draft.facts().unowned,
    }


def _place_of(finding, lines):
    line = None if finding.row is None else lines[finding.row]
    return PLACES.get(finding.field, f"id_{finding.field}").format(row=line)
