"""Why an action was not carried out, in words for whoever asked. Nothing was written."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from articles.rules.facts import Finding


class Refused(Exception):
    """An action that cannot be carried out as things stand."""


class NotAllowed(Refused):
    """Whoever asked may not do this."""


class MovedOn(Refused):
    """Someone else has saved or published the story since it was seen."""


class NotReady(Refused):
    """Something still stands between the story and its publication."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(" ".join(finding.message for finding in findings))
        self.findings = findings


class TooLate(Refused):
    """What was to be called off has begun."""

    def __init__(self) -> None:
        super().__init__(_("It has gone live meanwhile, and can no longer be called off."))
