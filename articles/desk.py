"""What this app brings to the desk, through the doors that stand open to every app."""

from django.core.management import call_command
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles import doors
from articles.actions import counting, evidence, footings, gate, keeping, places, recalls
from articles.admin.reports import pages as reports
from articles.admin.shared import recalls as recalled
from articles.admin.shell import first_page
from articles.admin.stories import buttons, offers, panels
from articles.models import Verb
from articles.rules import readiness
from articles.rules.roles import ROLES
from articles.rules.verbs import SENTENCES

ME = "articles"


def _named(*names):
    return tuple(f"{ME}.{name}" for name in names)


doors.ROOMS.open(
    ME,
    doors.Room(
        key="desk",
        name=_("The desk"),
        models=_named("Story", "Source", "Tag", "Photo", "Contributor", "Recall"),
        # What one works in every day. The others are in the menu of the line.
        every_day=_named("Story", "Placement", "Source", "Tag", "Photo", "Contributor"),
    ),
    doors.Room(
        key="paper", name=pgettext_lazy("a room of the desk", "The paper"), models=_named("Edition", "Section", "Page")
    ),
    doors.Room(
        key="record",
        name=_("The record"),
        models=_named("Publication", "Correction", "Withdrawal", "Erasure", "Placement", "Address"),
    ),
    doors.Room(key="log", name=_("Who did what"), models=_named("Event", "Revision", "User")),
)
# What one has typed and never saved comes first.
doors.COLUMNS.open(ME, *offers.COLUMNS, *recalled.COLUMNS, *first_page.COLUMNS, *reports.COLUMNS)
doors.BUTTONS.open(ME, *buttons.BUTTONS)
doors.PANELS.open(ME, *panels.PANELS)
doors.VERBS.open(
    ME, *(doors.Deed(verb=verb.value, label=verb.label, sentence=SENTENCES.get(verb.value, "")) for verb in Verb)
)
doors.PERMISSIONS.open(ME, *((role, frozenset(_named(*names))) for role, names in ROLES.items()))
doors.CHECKS.open(ME, gate.named_in_settings)
doors.FINDINGS.open(
    ME,
    lambda draft, live_from: readiness.findings(draft.facts(), live_from),
    footings.findings,
    recalls.findings,
)
doors.DUE.open(
    ME,
    doors.Due(
        name="verify_record",
        every="day",
        label="recomputes the hash of each version",
        work=lambda: call_command("verify_record"),
    ),
    doors.Due(
        name="forget_unsaved",
        every="day",
        label="forgets what was typed and not saved, 30 days after the last key",
        work=keeping.sweep,
    ),
    doors.Due(
        name="count_unowned",
        every="day",
        label="counts quotations that nobody owns, in versions that were never counted",
        work=counting.count_unowned,
    ),
    doors.Due(
        name="find_places",
        every="day",
        label="finds where statements are written in texts, of versions in which nobody has looked",
        work=places.find_missing,
    ),
    doors.Due(
        name="forget_evidence",
        every="day",
        label="removes evidence whose term is over, and documents that no evidence names",
        work=evidence.sweep,
    ),
    doors.Due(
        name="look_at_recalls",
        every="day",
        label="takes in what has come to rely on a recalled source, and what a schedule has put right",
        work=recalls.look_at_all,
    ),
    doors.Due(
        name="clearsessions",
        every="week",
        label="removes sessions that have ended",
        work=lambda: call_command("clearsessions"),
    ),
    doors.Due(
        name="sweep_pictures",
        every="month",
        label="removes files that no photo names",
        work=lambda: call_command("sweep_pictures", remove=True),
    ),
)
