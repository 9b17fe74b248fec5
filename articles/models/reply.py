"""The right of reply: who was asked what of a story before it says something of them, and what they answered."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.fields import LineField
from articles.models.sources import Source
from articles.models.story import Story


class Reply(models.Model):
    """One request for comment. Neither an answer nor that there is to be none: they may still answer."""

    story = models.ForeignKey(Story, models.PROTECT, related_name="replies", verbose_name=_("story"))
    subject = models.TextField(_("what it is about"))
    # As it was written, and who of the sources that is, where one is called so.
    asked = LineField(_("who was asked"), max_length=160)
    source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="replies", verbose_name=_("source"))
    how = LineField(_("how"), max_length=160)
    asked_at = models.DateTimeField(_("asked at"))
    until_at = models.DateTimeField(_("asked to answer by"), null=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("entered by")
    )
    answer = models.TextField(_("answer"), blank=True)
    has_declined = models.BooleanField(_("does not wish to comment"), default=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("answer entered by")
    )
    answered_at = models.DateTimeField(_("answer entered at"), null=True)

    class Meta:
        verbose_name = _("request for comment")
        verbose_name_plural = _("requests for comment")
        default_permissions = ()
        ordering = ["asked_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(subject="") & ~Q(asked="") & ~Q(how=""), name="reply_says_who_was_asked_what_and_how"
            ),
            models.CheckConstraint(
                condition=Q(until_at=None) | Q(until_at__gte=models.F("asked_at")),
                name="reply_is_asked_before_it_is_due",
                violation_error_message=_("They are asked first, and answer after that."),
            ),
            models.CheckConstraint(
                condition=(Q(answered_at=None) & Q(answer="", has_declined=False))
                | (Q(answered_at__isnull=False) & (~Q(answer="") | Q(has_declined=True))),
                name="reply_is_answered_at_some_time",
            ),
        ]

    def __str__(self):
        return self.asked

    @property
    def is_answered(self):
        return self.answered_at is not None

    def is_late(self, now):
        """Whether the time in which they were to answer has passed without a word."""
        return not self.is_answered and self.until_at is not None and self.until_at <= now
