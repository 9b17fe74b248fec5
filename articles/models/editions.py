"""The editions of the paper, their sections, and the pages about the paper itself."""

from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models import subqueries
from articles.models.fields import AddressPart, FamilyField, LineField, SafeHTMLField
from articles.models.naming import Natural, NaturalQuerySet
from articles.rules import addresses
from articles.rules.words import Direction

LANGUAGES = {code for code, _name in settings.LANGUAGES}
COLOUR = "^#[0-9a-f]{6}$"
hex_colour = RegexValidator(COLOUR, _("A colour as #rrggbb, in small letters."))


def real_time_zone(name):
    if name not in available_timezones():
        raise ValidationError(
            _("“%(name)s” is not a time zone: choose one of the list, such as Europe/London."), params={"name": name}
        )


class EditionQuerySet(NaturalQuerySet):
    def with_menus(self):
        """Editions with what stands in the menus of each: its sections, and the pages about the paper."""
        return self.annotate(
            menu=ArraySubquery(_menu("sections", "name", family="family")),
            pages_menu=ArraySubquery(_menu("pages", "title")),
        )


def _menu(what, label, **more):
    rows = subqueries.of_each(Edition, what).order_by("position", "pk")
    return rows.values(json=JSONObject(label=label, slug="slug", **more))


class Edition(Natural):
    """The paper in one language."""

    language = models.CharField(_("language"), max_length=10, unique=True, choices=settings.LANGUAGES)
    name = LineField(_("name"), max_length=80)
    tagline = LineField(_("tagline"), max_length=160, blank=True)
    direction = models.CharField(_("direction"), max_length=3, choices=Direction)
    time_zone = models.CharField(_("time zone"), max_length=64, default="UTC", validators=[real_time_zone])
    copyright_line = LineField(_("copyright line"), max_length=200, blank=True)
    accent = models.CharField(_("accent"), max_length=7, default="#0d5c63", validators=[hex_colour])
    accent_dark = models.CharField(_("accent in the dark"), max_length=7, default="#6cc0c4", validators=[hex_colour])
    evidence_days = models.PositiveSmallIntegerField(
        _("days that evidence is kept"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("After so many days it is removed for good, what is kept now too. Empty: it stays."),
    )
    is_default = models.BooleanField(
        _("is the default"), default=False, help_text=_("Its addresses carry no language. One edition is the default.")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    objects = EditionQuerySet.as_manager()
    natural = ("language",)

    class Meta:
        verbose_name = pgettext_lazy("indefinite", "edition")
        verbose_name_plural = _("editions")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_default"],
                condition=models.Q(is_default=True),
                name="edition_only_one_is_the_default",
                violation_error_code="unique",
                violation_error_message=_("Another edition is the default already: only one can be."),
            ),
            models.CheckConstraint(
                condition=~models.Q(name=""), name="edition_has_a_name", violation_error_message=_("Write a name.")
            ),
            models.CheckConstraint(
                condition=models.Q(accent__regex=COLOUR, accent_dark__regex=COLOUR),
                name="edition_accents_are_colours",
                violation_error_message=_("A colour as #rrggbb, in small letters."),
            ),
        ]
        permissions = [("keep_edition", _("Can set language, time zone, default and place of editions"))]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("front", kwargs={"language": self.prefix})

    @property
    def prefix(self):
        """The language in this edition's addresses: none for the default edition."""
        return "" if self.is_default else self.language

    @property
    def zone(self):
        return ZoneInfo(self.time_zone)


class Section(Natural):
    """A department of an edition. Merged into another, its row stays and forwards."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="sections", verbose_name=_("edition"))
    name = LineField(_("name"), max_length=80)
    slug = AddressPart(_("slug"), max_length=80)
    family = FamilyField(_("family"))
    description = LineField(_("description"), max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged",
        verbose_name=_("merged into"),
    )
    natural = ("edition__language", "slug")

    class Meta:
        verbose_name = pgettext_lazy("indefinite", "section")
        verbose_name_plural = _("sections")
        ordering = ["edition", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "slug"],
                name="section_slug_is_unique_in_its_edition",
                violation_error_message=_("Another section of this edition has this slug already."),
            ),
            models.UniqueConstraint(
                fields=["edition", "family"],
                name="section_has_one_sibling_in_an_edition",
                violation_error_message=_("Another section of this edition is its sibling already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(slug="")
                & ~models.Q(slug__in=sorted(addresses.RESERVED | LANGUAGES))
                & ~models.Q(slug__regex=r"^[0-9]{4}$"),
                name="section_slug_is_not_a_word_of_the_site",
                violation_error_message=_("The site's own addresses use this word: choose another slug."),
            ),
            models.CheckConstraint(
                condition=~models.Q(name=""), name="section_has_a_name", violation_error_message=_("Write a name.")
            ),
            models.CheckConstraint(
                condition=~models.Q(merged_into=models.F("pk")),
                name="section_is_not_merged_into_itself",
                violation_error_message=_("Choose another than itself."),
            ),
        ]
        permissions = [("merge_section", _("Can merge sections"))]

    def clean(self):
        """The database refuses the words of our own addresses; those of other apps come and go with them."""
        if self.slug in addresses.brought():
            raise ValidationError({"slug": _("The site's own addresses use this word: choose another slug.")})

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("section", kwargs={"language": self.edition.prefix, "slug": self.slug})


class Page(Natural):
    """A page about the paper: about, terms, ethics, corrections policy."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="pages", verbose_name=_("edition"))
    slug = AddressPart(_("slug"), max_length=80)
    title = LineField(_("title"), max_length=160)
    body = SafeHTMLField(_("text"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    natural = ("edition__language", "slug")

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["edition", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "slug"],
                name="page_slug_is_unique_in_its_edition",
                violation_error_message=_("Another page of this edition has this slug already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(slug="") & ~models.Q(title=""),
                name="page_has_slug_and_title",
                violation_error_message=_("A page has a title and a slug."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("page", kwargs={"language": self.edition.prefix, "slug": self.slug})
