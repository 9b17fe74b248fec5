"""The panels beside a story's text, of whichever app."""

from articles import doors
from articles.admin.stories import replies
from articles.admin.stories.evidence import beside

# What the keyboard does is told to whoever has the form.
PANELS = (
    *replies.PANELS,
    doors.Panel(
        permission="articles.view_evidence",
        template="admin/stories/evidence/panel.html",
        content=beside.panel,
    ),
    doors.Panel(
        permission="articles.view_story",
        template="admin/stories/keyboard.html",
        content=lambda request, story: {},
    ),
)


def beside(request, story):
    """The panels that this user may see of a story, or of one that is not saved yet: what each template has."""
    allowed = [panel for panel in doors.PANELS if request.user.has_perm(panel.permission)]
    found = [(panel.template, panel.content(request, story)) for panel in allowed]
    return [{"template": template, "panel": content} for template, content in found if content is not None]
