"""Those who have a byline."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models.fields import AddressPart, LineField, PeopleField
from articles.models.naming import Natural
from articles.models.photos import Photo
from articles.models.shared import NamedQuerySet


class ContributorQuerySet(NamedQuerySet):
    def for_readers(self, edition):
        """Contributors with the name, the words about them that readers of an edition have, and the portrait."""
        own = self._of_language("names", edition.language)
        called = Coalesce(Subquery(own.values("name")[:1]), "name")
        return self.select_related("portrait").annotate(called=called, about=Subquery(own.values("about")[:1]))


class Contributor(Natural):
    """Someone with a byline, whether or not they log in."""

    slug = AddressPart(_("slug"), max_length=80, unique=True)
    name = LineField(_("name"), max_length=120, help_text=_("As the desk files it; names by language below."))
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="contributor",
        verbose_name=_("login"),
    )
    portrait = models.ForeignKey(
        Photo, models.PROTECT, null=True, blank=True, related_name="portrayed", verbose_name=_("portrait")
    )
    found_by = PeopleField(_("found by"), of=("name", "slug"))
    objects = ContributorQuerySet.as_manager()
    natural = ("slug",)
    used_by = "bylines"

    class Meta:
        verbose_name = pgettext_lazy("indefinite", "contributor")
        verbose_name_plural = _("contributors")
        ordering = ["name"]
        indexes = [
            models.Index(fields=["name", "id"], name="contributor_by_name"),
            GinIndex(fields=["found_by"], name="contributor_by_words"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(slug="") & ~models.Q(name=""),
                name="contributor_has_slug_and_name",
                violation_error_message=_("A contributor has a name and a slug."),
            )
        ]
        permissions = [("change_public_contributor", _("Can change contributors whom readers have seen"))]

    def __str__(self):
        return self.name

    def is_known_to_readers(self):
        """Whether readers have seen the name in some version: what is changed is changed for them at once."""
        return self.published_bylines.begun().exists()


class ContributorName(Natural):
    """What readers of one language call a contributor, and what they are told of them."""

    contributor = models.ForeignKey(Contributor, models.CASCADE, related_name="names")
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    name = LineField(_("name"), max_length=120)
    about = LineField(_("about"), max_length=400, blank=True)
    found_by = PeopleField(_("found by"), of=("name",))
    natural = ("contributor__slug", "language")

    class Meta:
        verbose_name = pgettext_lazy("indefinite", "name")
        verbose_name_plural = _("names")
        indexes = [GinIndex(fields=["found_by"], name="contributorname_by_words")]
        constraints = [
            models.UniqueConstraint(
                fields=["contributor", "language"],
                name="contributor_has_one_name_a_language",
                violation_error_message=_("A contributor has one name in each language."),
            ),
            models.CheckConstraint(
                condition=~models.Q(name=""),
                name="contributorname_is_not_empty",
                violation_error_message=_("Write a name."),
            ),
        ]

    def __str__(self):
        return self.name
