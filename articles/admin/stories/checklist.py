"""What stands between a story and its publication, and where on its form each is mended."""

from django.utils.translation import ngettext

from articles.actions import gate
from articles.actions.locking import clock
from articles.admin.stories import siblings
from articles.models import drafts
from articles.rules import sourcing_line

# Fields of the form where a finding is mended, if not in the field of its own name.
PLACES = {
    "attributions": "id_{row}-words",
    "sources": "attributions-group",
    "evidence": "{row}-evidence",
    "quotations": "unowned",
    "siblings": "unowned",
    "correction": "attributions-group",
    "bylines": "bylines-group",
    "replies": "story-replies",
}


def in_the_way(story, at=None, correction=()):
    """The findings of a story as the tables have it, were it to go out now, or at `at`, as a `correction` if it says
    one."""
    draft = drafts.of_story(story)
    draft.correction = correction
    return of_draft(draft, at)


def of_draft(draft, at=None, lines=None):
    """The same of a draft. `lines`: by what prefix the form knows each of its attributions."""
    beside = list(siblings.beside(draft)) if draft.story.pk else []
    found = [*gate.in_the_way(draft, at or clock()), *siblings.advice(beside)]
    lines = lines or [f"attributions-{row}" for row in range(len(draft.attributions))]
    facts = draft.facts()
    return {
        "findings": [(_place_of(finding, lines), finding) for finding in found],
        "unowned": facts.unowned,
        "waived": facts.waived,
        "in_siblings": beside,
    }


def sourcing(story):
    """Where the statements of a story come from, as it was saved; and what readers have of it that nobody owns."""
    said = [sourcing_line.line(story.sourcing)]
    if story.unowned_count:
        told = ngettext(
            "readers have %(count)s quotation that nobody owns",
            "readers have %(count)s quotations that nobody owns",
            story.unowned_count,
        )
        said.append(told % {"count": story.unowned_count})
    return said


def _place_of(finding, lines):
    line = None if finding.row is None else lines[finding.row]
    return PLACES.get(finding.field, f"id_{finding.field}").format(row=line)
