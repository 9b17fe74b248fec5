"""Who says what in a story, as the desk knows it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.naming import Natural
from articles.models.said import Said
from articles.models.sources import Source
from articles.models.story import Story
from articles.rules.readiness import StatementFacts
from articles.rules.words import StatementKind, Terms


class Attribution(Said, Natural):
    """One statement in one story, tied to its source."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="attributions", verbose_name=_("story"))
    source = models.ForeignKey(Source, models.PROTECT, related_name="attributions", verbose_name=_("source"))
    verified_by = models.ForeignKey(
        "articles.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("verified by")
    )
    note = models.TextField(_("note for the desk"), blank=True)
    natural = ("story__edition__language", "story__family", "position")

    class Meta:
        verbose_name = _("attribution")
        verbose_name_plural = _("attributions")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(words="") & Q(occurrence__gte=1),
                name="attribution_has_words",
                violation_error_message=_("A statement has words, and stands in the text at least once."),
            ),
        ]

    def __str__(self):
        return self.words[:60]

    def state(self):
        """What a revision keeps of it: see `Story.state`."""
        names = [field.attname for field in self._meta.concrete_fields if field.name not in ("id", "story")]
        values = {name: getattr(self, name) for name in names}
        return values | {"obtained_on": self.obtained_on and self.obtained_on.isoformat()}

    def facts(self):
        return StatementFacts(
            words=self.words,
            occurrence=self.occurrence,
            is_quotation=self.kind == StatementKind.QUOTATION,
            may_be_named=Terms(self.terms).may_be_named,
            source_is_protected=self.source.is_protected,
            source_is_of_story=self.source.protected_in_id in (None, self.story_id),
        )
