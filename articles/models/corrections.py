"""What was put right, what was taken back, and what was removed for good."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models import keys, periods
from articles.models.editions import Edition
from articles.models.publication import Publication
from articles.rules.words import CorrectionKind, Kind


class CorrectionQuerySet(models.QuerySet):
    def of_edition(self, edition, before=None, **of):
        """Newest first, along one index; `before` is a key to go on from, `of` may name a kind."""
        return self.filter(keys.older_than(before, "at", "pk"), edition=edition, **of).order_by("-at", "-pk")

    def news(self):
        """The corrections of news: one of an advertisement stands on its page alone."""
        return self.exclude(publication__kind=Kind.SPONSORED)

    def begun(self, at=None):
        """The corrections in versions that have begun at the moment `at`."""
        return self.filter(periods.begun(at, of="publication__"))


class Correction(models.Model):
    """What was wrong in a story and what is right: part of the version that puts it right, and as unchangeable."""

    publication = models.OneToOneField(
        Publication, models.CASCADE, related_name="correction", verbose_name=_("publication")
    )
    story = models.ForeignKey(
        "articles.Story", models.PROTECT, db_index=False, related_name="corrections", verbose_name=_("story")
    )
    edition = models.ForeignKey(
        Edition, models.PROTECT, db_index=False, related_name="corrections", verbose_name=_("edition")
    )
    at = models.DateTimeField(_("at"))
    kind = models.CharField(_("kind"), max_length=20, choices=CorrectionKind, default=CorrectionKind.CORRECTION)
    wrong = models.TextField(_("what was wrong"), blank=True)
    right = models.TextField(_("what is right"))

    # What erasing empties.
    ERASED = ("wrong", "right")

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["edition", "-at", "-id"], name="correction_by_edition"),
            models.Index(fields=["edition", "kind", "-at", "-id"], name="correction_by_kind"),
            models.Index(fields=["story", "at"], name="correction_by_story"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.at.astimezone(self.edition.zone):%Y-%m-%d}"

    @property
    def stands_first(self):
        return CorrectionKind(self.kind).stands_first


class WithdrawalQuerySet(models.QuerySet):
    def open(self, at=None):
        """The withdrawals that hold at the moment `at`: readers are told of them."""
        return self.filter(periods.not_lifted(at))

    def unlifted(self):
        """Withdrawals whose end nobody has set: no version is scheduled to bring the story back."""
        return self.filter(periods.lifted(None))

    def lifted(self, at):
        """Withdrawals that are lifted at that very moment."""
        return self.filter(periods.lifted(at))


class Withdrawal(models.Model):
    """A story and its history out of public view, until it is published again. Readers get 410 and the reason."""

    story = models.ForeignKey("articles.Story", models.PROTECT, related_name="withdrawals", verbose_name=_("story"))
    at = models.DateTimeField(_("at"))
    reason = models.TextField(_("reason"), help_text=_("Readers see it."))
    lifted_at = models.DateTimeField(_("lifted at"), null=True)
    # It came with the import of a version, and may date back as that does.
    is_import = models.BooleanField(_("is an import"), default=False)

    objects = WithdrawalQuerySet.as_manager()

    class Meta:
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")
        ordering = ["-at"]
        # The next moment at which one ends, and the last.
        indexes = [models.Index(fields=["lifted_at"], name="withdrawal_ends")]
        constraints = [
            models.UniqueConstraint(
                fields=["story"], condition=Q(lifted_at=None), name="withdrawal_one_is_open_for_a_story"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="withdrawal_has_a_reason"),
        ]

    def __str__(self):
        return f"{self.story_id} {self.at:%Y-%m-%d}"


class Erasure(models.Model):
    """The text of a story removed for good: a court, a law. Two people and a reason."""

    story = models.ForeignKey("articles.Story", models.PROTECT, related_name="erasures", verbose_name=_("story"))
    reason = models.TextField(_("reason"))
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("asked by"))
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("agreed by")
    )
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("erasure")
        verbose_name_plural = _("erasures")
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(asked_by=F("agreed_by")) & ~Q(reason=""), name="erasure_takes_two_people_and_a_reason"
            )
        ]

    def __str__(self):
        return f"{self.story_id} {self.at:%Y-%m-%d}"
