"""Who says what in a story, as the desk knows it."""

from typing import NamedTuple

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from articles.models.fields import LineField, WordsField
from articles.models.naming import Natural, NaturalQuerySet
from articles.models.sources import Source
from articles.models.story import Story
from articles.models.wording import Wording
from articles.rules.facts import StatementFacts
from articles.rules.parity import Shared
from articles.rules.words import StatementKind, Terms


class FurtherOwner(NamedTuple):
    """A source that a statement belongs to beside its first, and in which capacity it spoke."""

    source: Source
    capacity: str = ""


class AttributionQuerySet(NaturalQuerySet):
    def with_owners(self):
        """Rows with all their sources, in two queries."""
        return self.select_related("source").prefetch_related("further_owners__source")


class Attribution(Wording, Natural):
    """One statement in one story, tied to its source, and to the further ones it may belong to."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="attributions", verbose_name=_("story"))
    source = models.ForeignKey(Source, models.PROTECT, related_name="attributions", verbose_name=_("source"))
    verified_by = models.ForeignKey(
        "articles.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("verified by")
    )
    # For the desk alone: readers are told who says what, and judge by themselves.
    is_allegation = models.BooleanField(
        _("an allegation"),
        default=False,
        db_default=False,
        help_text=_("It accuses somebody, who has a right of reply: ask them before it goes out."),
    )
    note = models.TextField(_("note for the desk"), blank=True)
    # The words that were verified, where others stand in their place since.
    verified_words = WordsField(_("words as verified"), blank=True, default="", db_default="", editable=False)
    # The numbers of a sibling's attributions that this one has in another language.
    carries = ArrayField(models.BigIntegerField(), verbose_name=_("carries"), blank=True, default=list, db_default=[])
    # The words that somebody verifies with the save that is to come, though neither how nor by whom is changed. In no
    # table.
    affirmed = ""
    objects = AttributionQuerySet.as_manager()
    natural = ("story__edition__language", "story__family", "position")

    class Meta:
        verbose_name = _("attribution")
        verbose_name_plural = _("attributions")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(words=""),
                name="attribution_has_words",
                violation_error_message=_("A statement has words."),
            ),
        ]

    def __str__(self):
        return self.words[:60]

    @cached_property
    def further(self):
        """The owners beside the first, in their order: of a row that is not saved yet, as they were set."""
        rows = self.further_owners.all() if self.pk else ()
        return tuple(FurtherOwner(row.source, row.capacity) for row in rows)

    @property
    def sources(self):
        """All sources that it belongs to, the first one first."""
        return [self.source, *(owner.source for owner in self.further)]

    def state(self):
        """What a revision keeps of it: see `Story.state`."""
        names = [field.attname for field in self._meta.concrete_fields if field.name not in ("id", "story")]
        values = {name: getattr(self, name) for name in names}
        return values | {
            "obtained_on": self.obtained_on and self.obtained_on.isoformat(),
            "further": [[owner.source.pk, owner.capacity] for owner in self.further],
        }

    def save_further(self):
        """Write the further owners of a saved row, as they are set."""
        self.further_owners.all().delete()
        AttributionOwner.objects.bulk_create(
            AttributionOwner(attribution=self, source=owner.source, capacity=owner.capacity, position=place)
            for place, owner in enumerate(self.further)
        )

    @property
    def is_verified(self):
        """Whether somebody has checked it: how, or by whom, is said."""
        return self.is_checked or self.verified_by_id is not None

    @property
    def shared(self):
        """What is compared of it with the statements of a sibling."""
        owners = frozenset(0 if source.is_protected else source.pk for source in self.sources)
        return Shared(self.pk or 0, owners, self.kind == StatementKind.QUOTATION, tuple(self.carries))

    def facts(self):
        return StatementFacts(
            words=self.words,
            occurrence=self.occurrence,
            is_quotation=self.kind == StatementKind.QUOTATION,
            may_be_named=Terms(self.terms).may_be_named,
            source_is_protected=all(source.is_protected for source in self.sources),
            source_is_of_story=all(source.protected_in_id in (None, self.story_id) for source in self.sources),
            source=self.source_id,
            source_kind=self.source.kind,
            further=tuple(owner.source.pk for owner in self.further),
            kind=self.kind,
            is_checked=self.is_checked,
            verified_words=self.verified_words,
            is_allegation=self.is_allegation,
        )


class AttributionOwner(Natural):
    """A further owner of an attribution, in the order in which they are named."""

    attribution = models.ForeignKey(Attribution, models.CASCADE, related_name="further_owners")
    source = models.ForeignKey(Source, models.PROTECT, related_name="further_attributions", verbose_name=_("source"))
    capacity = LineField(_("capacity"), max_length=160, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    natural = (
        "attribution__story__edition__language",
        "attribution__story__family",
        "attribution__position",
        "position",
    )

    class Meta:
        verbose_name = _("further owner")
        verbose_name_plural = _("further owners")
        ordering = ["position", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["attribution", "source"],
                name="attributionowner_owns_once",
                violation_error_message=_("A source owns a statement once."),
            ),
        ]

    def __str__(self):
        return f"{self.attribution_id}/{self.position}"
