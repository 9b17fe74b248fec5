"""The rules of sourcing, and how grave each is: a table of plain data. A chief sets another severity for a section."""

from types import MappingProxyType

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Rule(TextChoices):
    """What of a story's sourcing is judged before it goes out."""

    UNOWNED = "unowned", _("A quotation that nobody owns")
    CHANGED = "changed", _("Words that have changed since they were verified")
    DROPPED = "dropped", _("What a source says to readers, and no longer says in this version")
    FIGURE = "figure", _("A figure in the headline or the first two paragraphs with no source beside it")
    ONE_SOURCE = "one source", _("One source only")
    UNNAMED = "unnamed", _("Unnamed sources only")
    ONE_ORGANISATION = "one organisation", _("One organisation only")
    ALLEGATION = "allegation", _("An allegation, and nobody has been asked for a reply")


class Severity(TextChoices):
    """What a rule that is broken does to a publication."""

    BLOCKS = "blocks", pgettext_lazy("publication", "Stops")
    ADVISES = "advises", pgettext_lazy("before publication", "Advises")
    SILENT = "silent", pgettext_lazy("before publication", "Is silent")


# Where no chief has set anything.
DEFAULTS = MappingProxyType({rule: Severity.ADVISES for rule in Rule} | {Rule.UNOWNED: Severity.BLOCKS})
