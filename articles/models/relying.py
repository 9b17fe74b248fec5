"""Where passages rely on a source, as any of their owners: at the desk, with readers, in earlier versions."""

from collections import defaultdict

from django.db.models import Q

from articles.models.attribution import Attribution, AttributionOwner
from articles.models.publication import Publication
from articles.models.published import Statement
from articles.models.recall import key_of

# The places, as a passage's line names them.
DESK, READERS, AHEAD, EARLIER = "desk", "readers", "ahead", "earlier"


def at_desk(source, stories=None):
    """(story, words) of each row at the desk, of all stories or of `stories`."""
    with_others = AttributionOwner.objects.filter(source=source).order_by().values("attribution")
    rows = Attribution.objects.filter(Q(source=source) | Q(pk__in=with_others))
    return _of(rows, stories)


def in_record(source, stories=None):
    """(story, words) of each statement of any version that has begun or is scheduled; what was erased has no words."""
    return _of(Statement.objects.filter(source=source).exclude(words=""), stories)


def _of(rows, stories):
    rows = rows if stories is None else rows.filter(story__in=stories)
    return rows.order_by().values_list("story", "words").distinct()


def places(source, stories):
    """The places in which each passage of these stories stands, by (story, key)."""
    found = defaultdict(set)
    live, ahead = Publication.objects.live(), Publication.objects.scheduled()
    said = Statement.objects.filter(source=source, story__in=stories).exclude(words="")
    ways = (
        (DESK, at_desk(source, stories)),
        (READERS, _of(said.filter(publication__in=live.order_by().values("pk")), None)),
        (AHEAD, _of(said.filter(publication__in=ahead.order_by().values("pk")), None)),
        (EARLIER, in_record(source, stories)),
    )
    for place, rows in ways:
        for story, words in rows:
            found[story, key_of(words)].add(place)
    return found
