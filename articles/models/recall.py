"""A source that does not hold any more, and the list of work that follows: each passage that relies on it."""

from hashlib import sha256

from django.conf import settings
from django.db import models
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models.fields import WordsField
from articles.models.sources import Source
from articles.models.story import Story
from articles.rules.recalls import ItemState
from articles.text import folding

# How many passages a page of a recall shows.
PAGE = 50


def key_of(words: str) -> str:
    """What two spellings of one passage have in common: no index takes a whole passage."""
    return sha256(folding.fold(words).encode()).hexdigest()


class RecallQuerySet(models.QuerySet):
    def standing(self):
        """Those that nobody has ended: the look-ups of sources warn of them."""
        return self.filter(ended_at=None)

    def of_story(self, story):
        """Those of sources to which the story, as the desk has it, ties words."""
        alone, with_others = (
            Q(source__attributions__story=story),
            Q(source__further_attributions__attribution__story=story),
        )
        return self.filter(alone | with_others).distinct()

    def with_work_left(self):
        """Those of which some passage is open, with their counts, the newest first."""
        left = RecallItem.objects.filter(state=ItemState.OPEN).values("recall")
        return self.standing().filter(pk__in=left).counted().select_related("source").order_by("-pk")

    def counted(self):
        """With `item_count`, how many passages each has, and `open_count`, how many of them are open."""
        is_open = Q(items__state=ItemState.OPEN)
        return self.annotate(item_count=Count("items"), open_count=Count("items", filter=is_open))


class Recall(models.Model):
    """A source recants, or a document proves false. It stands until somebody ends it; a source has one at a time."""

    source = models.ForeignKey(Source, models.PROTECT, db_index=False, related_name="recalls", verbose_name=_("source"))
    reason = models.TextField(_("reason"))
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("recalled by")
    )
    opened_at = models.DateTimeField(_("recalled at"))
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("ended by")
    )
    ended_at = models.DateTimeField(_("ended at"), null=True)

    objects = RecallQuerySet.as_manager()

    class Meta:
        verbose_name = _("recall")
        verbose_name_plural = _("recalls")
        default_permissions = ("view",)
        ordering = ["-pk"]
        indexes = [models.Index(fields=["source", "-opened_at"], name="recall_by_source")]
        constraints = [
            models.UniqueConstraint(
                fields=["source"],
                condition=Q(ended_at=None),
                name="recall_one_stands_for_a_source",
                violation_error_message=_("This source has been recalled already."),
            ),
            models.CheckConstraint(
                condition=~Q(reason=""), name="recall_has_a_reason", violation_error_message=_("Say why.")
            ),
        ]

    def __str__(self):
        return str(self.source)


class RecallItemQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state=ItemState.OPEN)

    def page(self, recall, *, after=None, is_open):
        """The passages of a recall from the one after the row `after`, story by story; or the open ones alone."""
        rows = self.filter(recall=recall).select_related("by").order_by("story_id", "pk")
        if is_open:
            rows = rows.filter(state=ItemState.OPEN)
        last = self.filter(pk=after, recall=recall).values_list("story_id", "pk").first() if after else None
        return rows.filter(Q(story__gt=last[0]) | Q(story=last[0], pk__gt=last[1])) if last else rows

    def undecided(self):
        """Those that the record decides: nobody has said that they are kept."""
        return self.exclude(state=ItemState.KEPT)


class RecallItem(models.Model):
    """One passage of one story that relies on a recalled source, at the desk or in any version that readers had."""

    recall = models.ForeignKey(Recall, models.CASCADE, db_index=False, related_name="items", verbose_name=_("recall"))
    story = models.ForeignKey(Story, models.PROTECT, related_name="recall_items", verbose_name=_("story"))
    words = WordsField(_("words"))
    key = models.CharField(max_length=64, editable=False)
    state = models.CharField(_("state"), max_length=20, choices=ItemState, default=ItemState.OPEN)
    reason = models.TextField(pgettext_lazy("why a passage is kept", "reason"), blank=True)
    found_at = models.DateTimeField(_("found at"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"), null=True)

    objects = RecallItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("passage of a recall")
        verbose_name_plural = _("passages of a recall")
        default_permissions = ()
        # By the story’s number, and not in the order of stories.
        ordering = ["story_id", "pk"]
        indexes = [models.Index(fields=["recall", "state"], name="recallitem_by_state")]
        constraints = [
            models.UniqueConstraint(fields=["recall", "story", "key"], name="recallitem_stands_once"),
            models.CheckConstraint(
                condition=~Q(state=ItemState.KEPT) | ~Q(reason=""),
                name="recallitem_is_kept_for_a_reason",
                violation_error_message=_("Say why."),
            ),
            models.CheckConstraint(
                condition=Q(state=ItemState.OPEN, at=None) | (~Q(state=ItemState.OPEN) & Q(at__isnull=False)),
                name="recallitem_is_closed_at_some_time",
            ),
        ]

    def __str__(self):
        return self.words[:60]
