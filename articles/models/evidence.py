"""What was heard or read, as the desk keeps it, and how each statement rests on it. No reader sees any of it."""

import secrets
from datetime import timedelta
from uuid import uuid4

from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q, Value
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models.attribution import Attribution
from articles.models.fields import LineField, WordsField
from articles.models.sources import Source
from articles.models.story import Story
from articles.rules.words import EvidenceKind, EvidenceUse, Terms

# So far behind UTC is a day anywhere, at the most.
BEHIND = timedelta(hours=12)


class EvidenceQuerySet(models.QuerySet):
    def seen_by(self, user):
        """What somebody may see of the evidence of stories that they may write: of a protected source, what they
        entered themselves, unless they may see all."""
        rows = self.annotate(is_protected=_is_protected())
        if user.has_perm("articles.view_protected_evidence"):
            return rows
        return rows.filter(Q(is_protected=False) | Q(entered_by=user))

    def hold_back(self):
        """Keep those of protected sources held back for good, whatever becomes of the source and of what rests on
        them."""
        self.filter(is_held_back=False).annotate(is_protected=_is_protected()).filter(is_protected=True).update(
            is_held_back=True
        )

    def over(self, now):
        """Evidence whose term is over at the moment `now`: its own, or else that of its edition."""
        days = F("story__edition__evidence_days") * Value(timedelta(days=1))
        ends = ExpressionWrapper(F("entered_at") + days + timedelta(days=1), models.DateTimeField())
        of_edition = Q(expires_on=None, term_ends__lt=now)
        return self.annotate(term_ends=ends).filter(Q(expires_on__lt=(now - BEHIND).date()) | of_edition)


def _is_protected():
    """Whether it is that of a source who may not be named: by its own source, by what rests on it, or once was."""
    resting = Footing.objects.filter(evidence=OuterRef("pk"))
    unnamed = Q(attribution__source__protected_in__isnull=False) | ~Q(attribution__terms=Terms.RECORD)
    further = Q(attribution__further_owners__source__protected_in__isnull=False)
    of_source = Exists(Source.objects.filter(pk=OuterRef("source"), protected_in__isnull=False))
    found = Q(is_held_back=True) | of_source | Exists(resting.filter(unnamed | further))
    return ExpressionWrapper(found, models.BooleanField())


def new_salt():
    return secrets.token_hex(32)


def kept_files():
    """Where documents lie: outside of what is served, each under a name that says nothing."""
    return storages["evidence"]


def named(_row, _name):
    return f"{uuid4().hex}.pdf"


class Evidence(models.Model):
    """A passage of a transcript, of notes or of a document's page, as somebody typed or pasted it for one story."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="evidence", verbose_name=_("story"))
    source = models.ForeignKey(
        Source,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("source"),
        help_text=_("Who is heard in it. That of a protected source is seen by you and the chief alone."),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=EvidenceKind, default=EvidenceKind.RECORDING)
    label = LineField(
        _("what it is"), max_length=160, help_text=_("As the desk calls it: an interview, a day, a document’s name.")
    )
    place = LineField(
        _("where it begins"), max_length=40, blank=True, help_text=_("The moment in a recording, or the page.")
    )
    text = WordsField(
        pgettext_lazy("what was heard or read", "words"),
        help_text=_("As they were said or written, typed or pasted: nothing mended."),
    )
    salt = models.CharField(max_length=64, default=new_salt, editable=False)
    # `canonical.of_evidence` of salt and text: what the record has of it. Without the salt no words can be tried on it.
    hash = models.CharField(max_length=64, editable=False)
    is_held_back = models.BooleanField(
        _("seen by who entered it and by the chief alone"), default=False, editable=False
    )
    file = models.FileField(_("document"), upload_to=named, storage=kept_files, blank=True)
    expires_on = models.DateField(
        _("goes after"),
        null=True,
        blank=True,
        help_text=_("The last day on which it is kept. Empty: the paper’s term."),
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("entered by")
    )
    entered_at = models.DateTimeField(_("entered at"))

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = pgettext_lazy("plural", "evidence")
        ordering = ["pk"]
        permissions = [
            ("view_protected_evidence", _("Can see the evidence of protected sources")),
            ("set_evidence_term", _("Can set how long evidence is kept")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(label="") & ~Q(text="") & ~Q(salt=""),
                name="evidence_has_words",
                violation_error_message=_("Evidence has words, and is called something."),
            ),
        ]

    def __str__(self):
        # Never what it is called: a name may say who spoke.
        return f"{self.story_id}/{self.pk}"

    @property
    def goes_on(self):
        """The last day on which it is kept; None without a term."""
        days = self.story.edition.evidence_days
        if self.expires_on or days is None:
            return self.expires_on
        return localtime(self.entered_at, self.story.edition.zone).date() + timedelta(days=days)


class FootingQuerySet(models.QuerySet):
    def of(self, attributions):
        """How saved attributions rest on evidence, by attribution, without the words of the evidence."""
        keys = [attribution.pk for attribution in attributions if attribution.pk]
        rows = self.filter(attribution__in=keys).select_related("evidence").defer("evidence__text") if keys else ()
        return {row.attribution_id: row for row in rows}


class Footing(models.Model):
    """How one statement rests on evidence: a row of its own, so that saving, merging and restoring a story, whose
    revisions must not know what was heard, do not touch it."""

    attribution = models.OneToOneField(Attribution, models.CASCADE, related_name="footing")
    evidence = models.ForeignKey(
        Evidence, models.CASCADE, null=True, related_name="footings", verbose_name=_("evidence")
    )
    use = models.CharField(_("how the words rest on it"), max_length=20, choices=EvidenceUse)
    place = LineField(
        _("where it is heard"), max_length=40, blank=True, help_text=_("The moment in a recording, or the page.")
    )
    reason = models.TextField(_("reason"), blank=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("signed by")
    )
    signed_at = models.DateTimeField(_("signed at"), null=True)
    # A mark of the words and the evidence that were signed, and of those that were compared with this outcome.
    signed_over = models.CharField(max_length=80, blank=True)
    compared_over = models.CharField(max_length=80, blank=True)
    differences = models.PositiveIntegerField(_("differences"), default=0)
    changes_sense = models.BooleanField(_("a “not”, a number or a name differs"), default=False)

    objects = FootingQuerySet.as_manager()

    class Meta:
        verbose_name = _("footing")
        verbose_name_plural = _("footings")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(use=EvidenceUse.NOT_KEPT.value) ^ Q(evidence__isnull=False),
                name="footing_has_evidence_unless_none_is_kept",
            ),
        ]

    def __str__(self):
        return str(self.attribution_id)
