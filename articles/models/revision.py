"""Saved states of stories."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models.story import Story

# The database compares: forty states of a long text, and those before them, are 17 MB to bring here. An address that a
# story was given as it went out was chosen by nobody who saved.
_CHANGED = """ARRAY(
    SELECT key FROM jsonb_each(articles_revision.state) LEFT JOIN (
        SELECT old.* FROM articles_revision before, jsonb_each(before.state) old
        WHERE before.story_id = articles_revision.story_id AND before.number = articles_revision.number - 1
    ) old USING (key)
    WHERE old.value IS DISTINCT FROM jsonb_each.value AND EXISTS (
        SELECT FROM articles_revision before WHERE before.story_id = articles_revision.story_id
        AND before.number = articles_revision.number - 1 AND before.state <> '{}')
    AND (key <> 'slug' OR coalesce((
        SELECT verb FROM articles_event WHERE articles_event.story_id = articles_revision.story_id
        AND articles_event.revision = articles_revision.number - 1
        AND verb IN ('published', 'scheduled', 'corrected', 'renamed', 'imported', 'called off')
        ORDER BY id DESC LIMIT 1), 'called off') = 'called off'))"""


class RevisionQuerySet(models.QuerySet):
    def with_changes(self):
        """Revisions without their state, but with the names of the fields in which each differs from the one before."""
        names = RawSQL(_CHANGED, [], output_field=ArrayField(models.TextField()))  # noqa: S611 — nothing is put in
        was_erased = models.ExpressionWrapper(models.Q(state={}), output_field=models.BooleanField())
        return self.defer("state").annotate(changed_names=names, was_erased=was_erased)


class Revision(models.Model):
    """A saved state of a story: its text, bylines, tags and attributions. What is published is a revision."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="revisions", verbose_name=_("story"))
    number = models.PositiveIntegerField(_("number"))
    # Read whole, to compare or to restore; queried by `with_changes` alone.
    state = models.JSONField(_("state"))
    # The numbers of its attributions at the desk, in the order of its state: by these what was made on this revision is
    # told from what others made of the same rows. Revisions of long ago have none.
    rows = ArrayField(models.BigIntegerField(), verbose_name=_("rows"), null=True, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("by"))
    saved_at = models.DateTimeField(_("saved at"))

    objects = RevisionQuerySet.as_manager()

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
