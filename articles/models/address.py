"""The addresses that stories, tags and sections have had. They forward for ever."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.editions import Edition, Section
from articles.models.fields import AddressPart
from articles.models.tags import Tag


class Address(models.Model):
    """A story has a row for each address, today's too, so that no two can ever share one; others for old ones only."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="addresses", verbose_name=_("edition"))
    day = models.DateField(_("day"), null=True, help_text=_("Of a story's first publication, in the edition's zone."))
    slug = AddressPart(_("slug"), max_length=100)
    story = models.ForeignKey(
        "articles.Story", models.PROTECT, null=True, related_name="addresses", verbose_name=_("story")
    )
    tag = models.ForeignKey(Tag, models.PROTECT, null=True, related_name="addresses", verbose_name=_("tag"))
    section = models.ForeignKey(Section, models.PROTECT, null=True, related_name="addresses", verbose_name=_("section"))

    class Meta:
        verbose_name = _("address")
        verbose_name_plural = _("addresses")
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "day", "slug"],
                condition=Q(story__isnull=False),
                name="address_belongs_to_one_story",
            ),
            models.UniqueConstraint(
                fields=["edition", "slug"], condition=Q(tag__isnull=False), name="address_belongs_to_one_tag"
            ),
            models.UniqueConstraint(
                fields=["edition", "slug"], condition=Q(section__isnull=False), name="address_belongs_to_one_section"
            ),
            models.CheckConstraint(
                condition=Q(story__isnull=False, day__isnull=False, tag=None, section=None)
                | Q(tag__isnull=False, day=None, story=None, section=None)
                | Q(section__isnull=False, day=None, story=None, tag=None),
                name="address_leads_to_one_thing",
            ),
            models.CheckConstraint(condition=~Q(slug=""), name="address_slug_is_not_empty"),
        ]

    def __str__(self):
        return self.slug
