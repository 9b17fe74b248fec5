"""Where a story stands with readers, as one word. The record alone answers, never the stage."""

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, Subquery, TextChoices, Value, When
from django.utils.translation import gettext_lazy

from articles.models.corrections import Erasure, Withdrawal
from articles.models.placement import Placement
from articles.models.publication import Publication
from articles.models.story import Story
from articles.models.subqueries import once


class Standing(TextChoices):
    LIVE = "live", gettext_lazy("Live")
    CHANGED = "changed", gettext_lazy("Live, with changes not out")
    SCHEDULED = "scheduled", gettext_lazy("Scheduled")
    NEVER = "never", gettext_lazy("Never published")
    WITHDRAWN = "withdrawn", gettext_lazy("Withdrawn")
    ERASED = "erased", gettext_lazy("Erased")
    ENDED = "ended", gettext_lazy("No longer live")

    @property
    def is_live(self):
        return self in (Standing.LIVE, Standing.CHANGED)


# The first that is true of a story is its word.
_RULES = (
    (Q(live_revision=F("version")), Standing.LIVE),
    (Q(live_revision__isnull=False), Standing.CHANGED),
    (Q(erased_at__isnull=False, readable_at__isnull=True), Standing.ERASED),
    (Q(withdrawn_at__isnull=False), Standing.WITHDRAWN),
    (Q(coming_from__isnull=False), Standing.SCHEDULED),
    (Q(begun_at__isnull=False), Standing.ENDED),
)


def with_standing(stories):
    """Stories with their `standing` and what `sentences` need, in the same query.

    A row at most of each: what merely EXISTS is answered from a hash of the whole record, for fifty rows or for one.
    """
    of_story = _of_story()
    live, coming = of_story.live(), of_story.scheduled()
    withdrawals = Withdrawal.objects.open().filter(story=OuterRef("pk"))
    placements = Placement.objects.ahead().filter(story=OuterRef("pk"))
    rules = [When(condition, then=Value(word.value)) for condition, word in _RULES]
    return stories.annotate(
        live_revision=Subquery(live.values("revision")[:1]),
        live_from=Subquery(live.values("live_from")[:1]),
        live_until=Subquery(live.values("live_until")[:1]),
        unowned_count=Subquery(live.values("unowned_count")[:1]),
        first_live_at=Subquery(live.values("first_live_at")[:1]),
        coming_revision=Subquery(coming.values("revision")[:1]),
        coming_from=Subquery(coming.values("live_from")[:1]),
        begun_at=Subquery(of_story.begun().values("first_live_at")[:1]),
        readable_at=Subquery(of_story.begun().filter(erasure=None).values("first_live_at")[:1]),
        withdrawn_at=Subquery(withdrawals.values("at")[:1]),
        erased_at=Subquery(Erasure.objects.filter(story=OuterRef("pk")).values("at")[:1]),
        placed_in=Subquery(placements.values("slot")[:1]),
    ).annotate(standing=Case(*rules, default=Value(Standing.NEVER.value), output_field=CharField()))


def narrowed(stories, standing):
    """Stories of which `standing` is true: sets that PostgreSQL finds in the record's indexes.

    This is not the word of `with_standing`, which would be worked out for each story: one that is live and has a
    schedule is in both sets.
    """
    # A standing that nearly all stories may have is met soon by whoever walks the list.
    if standing == Standing.LIVE:
        return stories.filter(Exists(_of_story().live()))
    if standing == Standing.NEVER:
        return stories.filter(~Exists(_of_story()), ~Exists(Erasure.objects.filter(story=OuterRef("pk")).order_by()))
    return stories.filter(pk__in=once(_set_of(standing)))


def not_owned(stories):
    """Stories of which readers have quotations that nobody owns, as far as they were counted."""
    return stories.filter(
        pk__in=once(Publication.objects.live().filter(unowned_count__gt=0).order_by().values("story"))
    )


def _of_story():
    return Publication.objects.filter(story=OuterRef("pk")).order_by()


def _set_of(standing):
    """A query for the numbers of the stories with that standing."""
    everything = Story.objects.order_by().values("pk")
    versions = _of_story()
    begun = versions.begun()
    withdrawn = Withdrawal.objects.open().values("story")
    is_erased = Q(pk__in=Erasure.objects.order_by().values("story")) & ~Exists(begun.filter(erasure=None))
    return {
        Standing.CHANGED: everything.filter(Exists(versions.live().exclude(revision=OuterRef("version")))),
        Standing.SCHEDULED: everything.filter(pk__in=Publication.objects.scheduled().order_by().values("story")),
        Standing.WITHDRAWN: everything.filter(~Exists(versions.live()), pk__in=withdrawn.order_by()).exclude(is_erased),
        Standing.ERASED: everything.filter(is_erased, ~Exists(versions.live())),
        Standing.ENDED: everything.filter(Exists(begun.filter(is_withheld=False)), ~Exists(versions.live())),
    }[standing]


def again(story):
    """The story as it stands now."""
    return with_standing(Story.objects.select_related("edition", "section")).get(pk=story.pk)
