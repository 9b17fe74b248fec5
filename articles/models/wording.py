"""What an attribution at the desk and the statement published from it have in common."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.fields import LineField, WordsField
from articles.rules.words import Check, StatementKind, Terms


class Wording(models.Model):
    """The words of a statement, and how they were come by."""

    words = WordsField(_("words"), help_text=_("As they stand in the text."))
    occurrence = models.PositiveSmallIntegerField(
        _("occurrence"), default=1, help_text=_("Where the same words stand more than once: which of them.")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=StatementKind, default=StatementKind.QUOTATION)
    terms = models.CharField(_("terms"), max_length=20, choices=Terms, default=Terms.RECORD)
    capacity = LineField(
        _("capacity"), max_length=160, blank=True, help_text=_("As what the source spoke: the title of the day.")
    )
    occasion = LineField(
        _("occasion"), max_length=160, blank=True, help_text=_("How it was obtained: an interview, a press conference.")
    )
    obtained_on = models.DateField(_("obtained on"), null=True, blank=True)
    check_made = models.CharField(_("check"), max_length=20, choices=Check, default=Check.NONE)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        abstract = True

    @property
    def is_checked(self):
        """Whether somebody chose how it was checked."""
        return self.check_made not in ("", Check.NONE)

    @property
    def check_in_words(self):
        """How it was checked, as readers are told: that it was not, where nobody chose anything."""
        return Check(self.check_made or Check.NONE).label

    @property
    def check_disc(self):
        return Check(self.check_made or Check.NONE).disc

    @property
    def terms_meaning(self):
        """What the terms mean, as readers are told."""
        return Terms(self.terms).meaning
