"""How the newsroom sources, counted in the record: of what readers see of the news of some months.

Each question is one query, bounded by its months: the index of days finds the versions, and the index of its version
each statement. A statement of several owners is counted once, by its first; who is relied on, once for each.
"""

from collections import Counter
from dataclasses import dataclass, fields
from datetime import date

from django.db.models import Count, Q
from django.db.models.functions import TruncMonth

from articles.models.editions import Edition
from articles.models.publication import Publication
from articles.models.published import Statement
from articles.models.sources import Source
from articles.rules.words import Check, SourceKind

# Rows of the lists of who is relied on.
MOST = 20
ORGANISED = (SourceKind.ORGANISATION, SourceKind.AGENCY, SourceKind.PUBLICATION)


@dataclass
class Tally:
    """What is counted of some stories: those with a statement, and their statements."""

    stories: int = 0
    statements: int = 0
    unnamed: int = 0
    checked: int = 0
    single: int = 0

    @property
    def named(self):
        return self.statements - self.unnamed

    def add(self, other):
        for field in fields(self):
            setattr(self, field.name, getattr(self, field.name) + getattr(other, field.name))


COUNTED = {
    "stories": Count("publication", distinct=True),
    "statements": Count("pk", filter=Q(owner_place=0)),
    "unnamed": Count("pk", filter=Q(owner_place=0, source__protected_in__isnull=False)),
    "checked": Count("pk", filter=Q(owner_place=0) & ~Q(check_made__in=("", Check.NONE))),
}


class Period:
    """What readers see now of the news that first appeared from one day to another, in the editions given."""

    def __init__(self, editions: list[Edition], first: date, last: date) -> None:
        live = Publication.objects.live().news().filter(edition__in=editions, day__range=(first, last)).order_by()
        self._versions = live
        self._statements = Statement.objects.filter(publication__in=live.values("pk")).order_by()

    def by_section_and_month(self) -> dict[tuple, Tally]:
        """{(edition, section, its name, the first of the month): tally}"""
        place = ("publication__edition", "publication__section", "publication__section__name")
        found = self._tallied(*place, TruncMonth("publication__day"))
        return found

    def by_contributor(self) -> dict[tuple, Tally]:
        """{(contributor, their name): tally}; of None, what has no byline. Several names over a story each have it."""
        byline = "publication__publishedbylines__contributor"
        return self._tallied(byline, f"{byline}__name")

    def by_kind(self) -> Counter:
        """How many statements there are of each kind of source."""
        rows = self._statements.filter(owner_place=0).values("source__kind").annotate(times=Count("pk"))
        return Counter(dict(rows.values_list("source__kind", "times")))

    def relied_on(self, kinds: tuple[str, ...] = tuple(SourceKind.values)) -> list[tuple[Source, int, int]]:
        """The sources of these kinds with most statements, each with how many, and in how many stories. Never one that
        may not be named."""
        named = self._statements.filter(source__protected_in=None, source__kind__in=kinds)
        counted = named.values("source").annotate(times=Count("pk"), stories=Count("publication", distinct=True))
        rows = list(counted.order_by("-times", "source").values_list("source", "times", "stories")[:MOST])
        known = Source.objects.prefetch_related("names").in_bulk([key for key, *_counts in rows])
        return [(known[key], times, stories) for key, times, stories in rows]

    def on_one_source(self):
        """The stories that rest on one source alone, the newest first."""
        return self._versions.filter(pk__in=self._single()).order_by("-first_live_at", "-story_id")

    def _single(self):
        counted = self._statements.values("publication").annotate(owners=Count("source", distinct=True))
        return counted.filter(owners=1).values("publication")

    def _tallied(self, *by) -> dict[tuple, Tally]:
        names = {f"by_{place}": each for place, each in enumerate(by)}
        plain = {name: each for name, each in names.items() if not isinstance(each, str)}
        keys = [name if name in plain else names[name] for name in names]
        rows = self._statements.annotate(**plain)
        found = {tuple(row.pop(key) for key in keys): Tally(**row) for row in rows.values(*keys).annotate(**COUNTED)}
        single = rows.filter(publication__in=self._single()).values(*keys)
        for row in single.annotate(single=Count("publication", distinct=True)):
            found[tuple(row[key] for key in keys)].single = row["single"]
        return found
