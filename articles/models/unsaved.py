"""What somebody has typed into the form of a story and not saved: theirs alone, and of no revision."""

import json

from django.conf import settings
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from articles.models.story import Story


class UnsavedQuerySet(models.QuerySet):
    def kept_for(self, person):
        """What is kept for somebody, the newest first. A row without words has been saved or let go."""
        return self.filter(by=person).exclude(typed="").order_by("-kept_at", "-pk")

    def of_story(self, story):
        """Those of a story or, where there is none, of stories that were never saved."""
        return self.filter(story=story) if story else self.filter(story=None)


class Unsaved(models.Model):
    """One row for each person and story, overwritten as they type. A story that is not saved yet is known by the
    `family` that its empty form was given.

    `version`: the save that the form showed. `tab` names the page in which it was typed, `turn` counts what that page
    has sent: another page does not write over it, and what arrives late not over what is newer.
    """

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("by"))
    story = models.ForeignKey(Story, models.CASCADE, null=True, related_name="+", verbose_name=_("story"))
    family = models.CharField(_("family"), max_length=32, blank=True)
    version = models.PositiveIntegerField(_("version"))
    # The form's fields as it sends them, [[name, value], …]: read whole, and looked into by no query.
    typed = models.TextField(_("typed"), blank=True)
    tab = models.CharField(_("tab"), max_length=32)
    turn = models.BigIntegerField(_("turn"))
    kept_at = models.DateTimeField(_("kept at"), db_index=True)

    objects = UnsavedQuerySet.as_manager()

    class Meta:
        verbose_name = _("unsaved draft")
        verbose_name_plural = _("unsaved drafts")
        # No role is granted any of it: it is asked for by whose it is.
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["by", "story", "family"], nulls_distinct=False, name="unsaved_is_one_for_a_person_and_story"
            )
        ]

    def __str__(self):
        return f"{self.by_id}/{self.story_id or self.family}"

    @cached_property
    def fields(self):
        """The fields as they were typed. No page and no column takes a NUL."""
        return [(name, value.replace("\x00", "")) for name, value in json.loads(self.typed or "[]")]

    @property
    def seen(self):
        """A mark of what is kept, which is another once more has been typed."""
        return f"{self.tab}:{self.turn}"
