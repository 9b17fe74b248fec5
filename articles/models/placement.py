"""What editors chose to lead a front page, and for how long."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models import periods
from articles.models.editions import Edition
from articles.models.periods import period, span


class PlacementQuerySet(models.QuerySet):
    def current(self, at=None):
        """The placements that stand at the moment `at`: now, by the database's clock, unless told otherwise."""
        return self.filter(periods.begun(at)).filter(periods.not_over(at))

    def current_values(self, column):
        """A column of those that stand now: two walks of one index, where `current` may read all that ever stood."""
        begun = self.filter(periods.begun()).order_by()
        endless, ending = (begun.filter(which).values(column) for which in (periods.ends(None), periods.to_end()))
        return endless.union(ending, all=True)

    def ahead(self, at=None):
        """The placements that still count at the moment `at`: they stand, or are to begin."""
        return self.filter(periods.not_over(at))

    def scheduled(self, at=None):
        """The placements that have not begun at the moment `at`."""
        return self.filter(periods.to_begin(at))

    def ending(self, at):
        """The placements that end at that very moment."""
        return self.filter(periods.ends(at))

    def beginning(self, at):
        """The placements that begin at that very moment."""
        return self.filter(periods.begins(at))

    def next_beginning(self, at):
        """When the first of them begins, at that very moment or later; None if none does."""
        coming = self.filter(periods.from_then_on(at)).order_by("live_from")
        return coming.values_list("live_from", flat=True).first()

    def close(self, at):
        """Close what has begun by then, and drop what would begin."""
        self.filter(periods.from_then_on(at)).delete()
        self.filter(periods.before(at)).update(live_until=at)


class Placement(models.Model):
    """A story in a slot of a front page, for a period: 1 is the lead. Closed, never edited."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="placements", verbose_name=_("edition"))
    story = models.ForeignKey("articles.Story", models.PROTECT, related_name="placements", verbose_name=_("story"))
    slot = models.PositiveSmallIntegerField(_("slot"), help_text=_("1 is the lead."))
    live_from = models.DateTimeField(_("from"))
    live_until = models.DateTimeField(_("until"), null=True)

    objects = PlacementQuerySet.as_manager()

    class Meta:
        verbose_name = _("placement")
        verbose_name_plural = _("placements")
        ordering = ["edition", "slot", "-live_from"]
        indexes = [
            # For what stands now, and, as those of a publication's periods, for the moments of readers' pages.
            models.Index(fields=["live_from"], name="placement_starts"),
            models.Index(fields=["live_until"], name="placement_ends"),
        ]
        constraints = [
            ExclusionConstraint(
                name="placement_slot_holds_one_story",
                violation_error_message=_("Another story has taken this place meanwhile: try again."),
                expressions=[
                    (span("edition_id"), RangeOperators.OVERLAPS),
                    (span("slot"), RangeOperators.OVERLAPS),
                    (period(), RangeOperators.OVERLAPS),
                ],
            ),
            ExclusionConstraint(
                name="placement_story_stands_in_one_slot",
                violation_error_message=_("This story has been placed meanwhile: look at the front page."),
                expressions=[
                    (span("edition_id"), RangeOperators.OVERLAPS),
                    (span("story_id"), RangeOperators.OVERLAPS),
                    (period(), RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                condition=Q(live_until=None) | Q(live_until__gt=F("live_from")),
                name="placement_ends_after_it_begins",
                violation_error_message=_("A placement begins now or later, and ends after that."),
            ),
            models.CheckConstraint(
                condition=Q(slot__gte=1, slot__lte=12),
                name="placement_slot_is_on_the_page",
                violation_error_message=_("A front page has the slots 1 to 12."),
            ),
        ]

    def __str__(self):
        return f"{self.edition_id}/{self.slot}"

    def own_end(self):
        """When an editor ended it; None if it has no end, or ends because another comes to its slot then."""
        beside = Placement.objects.filter(edition=self.edition_id, slot=self.slot)
        return None if self.live_until is None or beside.beginning(self.live_until).exists() else self.live_until

    def stands(self, at):
        return self.live_from <= at and (self.live_until is None or self.live_until > at)
