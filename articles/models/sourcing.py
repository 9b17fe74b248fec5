"""How the sourcing of a story is judged: what the chief has set for its section, and what somebody took off the lists
of its quotations and of what a sibling says."""

from django.conf import settings
from django.db import models
from django.db.models.functions import MD5
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models.attribution import Attribution
from articles.models.editions import Section
from articles.models.fields import WordsField
from articles.models.naming import Natural
from articles.models.story import Story
from articles.rules.facts import Waived
from articles.rules.severities import Rule, Severity


class SectionRule(Natural):
    """The severity of one rule of sourcing in one section. A rule without a row is as grave as it is by default."""

    section = models.ForeignKey(Section, models.CASCADE, related_name="sourcing_rules", verbose_name=_("section"))
    rule = models.CharField(pgettext_lazy("of sourcing", "rule"), max_length=20, choices=Rule)
    severity = models.CharField(_("severity"), max_length=10, choices=Severity)
    natural = ("section__edition__language", "section__slug", "rule")

    class Meta:
        verbose_name = _("rule of sourcing")
        verbose_name_plural = _("rules of sourcing")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["section", "rule"],
                name="sectionrule_is_set_once",
                violation_error_message=_("The section has this rule already."),
            ),
            models.CheckConstraint(
                condition=models.Q(rule__in=Rule.values, severity__in=Severity.values),
                name="sectionrule_is_a_rule_and_a_severity",
            ),
        ]

    def __str__(self):
        return f"{self.get_rule_display()}: {self.get_severity_display()}"


def severities(section):
    """{rule: severity} of a section, of those that its chief has set."""
    rows = SectionRule.objects.filter(section=section).values_list("rule", "severity") if section else ()
    return {Rule(rule): Severity(severity) for rule, severity in rows}


class NoQuotation(models.Model):
    """Words between quotation marks of which somebody has said that they are no quotation: a title, a word held at
    arm's length. As long as these words, folded, stand so in the text or above it; other words are asked for again."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="no_quotations", verbose_name=_("story"))
    words = WordsField(_("words"))
    # The same, folded.
    key = models.TextField(_("key"), editable=False)
    occurrence = models.PositiveSmallIntegerField(_("occurrence"), default=1)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("no quotation")
        verbose_name_plural = _("no quotations")
        # The desk has no page of them: they are marked and taken back in the story.
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                "story",
                "occurrence",
                MD5("key"),
                name="noquotation_is_marked_once",
                violation_error_message=_("Somebody has marked it already."),
            ),
            models.CheckConstraint(condition=~models.Q(key=""), name="noquotation_has_words"),
        ]

    def __str__(self):
        return self.words[:60]

    @property
    def told(self):
        """What a judgement needs to know of it."""
        name = (self.by.get_full_name() or str(self.by)) if self.by else ""
        return Waived(self.words, self.occurrence, name)


class NotCarried(models.Model):
    """A statement of a sibling of which somebody has said that this story does without it. Gone with the statement."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="not_carried", verbose_name=_("story"))
    statement = models.ForeignKey(Attribution, models.CASCADE, related_name="+", verbose_name=_("statement"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("statement not carried over")
        verbose_name_plural = _("statements not carried over")
        # As with what is no quotation, the desk has no page of them.
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["story", "statement"],
                name="notcarried_is_said_once",
                violation_error_message=_("Somebody has said so already."),
            ),
        ]

    def __str__(self):
        return f"{self.story_id}/{self.statement_id}"
