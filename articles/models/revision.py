"""Saved states of stories."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models.story import Story


class Revision(models.Model):
    """A saved state of a story: its text, bylines, tags and attributions. What is published is a revision."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="revisions", verbose_name=_("story"))
    number = models.PositiveIntegerField(_("number"))
    # Only ever read whole, to compare or to restore; never queried.
    state = models.JSONField(_("state"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("by"))
    saved_at = models.DateTimeField(_("saved at"))

    class Meta:
        verbose_name = pgettext_lazy("indefinite", "revision")
        verbose_name_plural = _("revisions")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["story", "number"], name="revision_number_is_unique_in_its_story")
        ]

    def __str__(self):
        return f"{self.story_id}/{self.number}"

    @property
    def is_erased(self):
        """Whether its story was erased, and this with it."""
        return not self.state
