"""The sentences that a story's history says of what was done with it."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "started": _("Started the story: revision %(revision)s."),
    "revised": _("Saved revision %(revision)s."),
    "restored": _("Restored an earlier revision as revision %(revision)s."),
    "published": _("Published revision %(revision)s."),
    "scheduled": _("Scheduled revision %(revision)s."),
    "corrected": _("Published revision %(revision)s as a correction."),
    "called off": _("Called off what was scheduled."),
    "withdrawn": _("Withdrew the story."),
    "erased": _("Erased the story."),
    "renamed": _("Gave the story another address."),
    "placed": _("Placed the story on the front page."),
    "taken off": _("Took the story off the front page."),
    "imported": _("Imported revision %(revision)s."),
    "asked for comment": _("Wrote down that somebody was asked for comment."),
    "comment noted": _("Wrote down what somebody answered to a request for comment."),
    "no quotation": _("Said that words between quotation marks are no quotation."),
    "quotation again": _("Said that words between quotation marks are a quotation after all."),
    "not carried over": _("Said that a statement of the other edition is not carried over."),
    "to be carried over": _("Said that a statement of the other edition is to be carried over after all."),
    "evidence kept": _("Entered evidence."),
    "evidence changed": _("Changed evidence."),
    "evidence seen": _("Looked at the evidence of a protected source."),
    "evidence removed": _("Removed evidence."),
    "compared": _("Said on which evidence a statement rests."),
    "signed": _("Signed that a statement stands as it is printed."),
    "passage kept": _("Kept a passage whose source was recalled."),
    "taken up": _("Took up again a passage whose source was recalled."),
}
