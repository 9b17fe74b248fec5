"""The photo library."""

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.naming import Natural


class Photo(Natural):
    """A picture with what publishing it asks for. Its texts are by language."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True, allow_unicode=True)
    image = models.ImageField(_("picture"), upload_to="photos", width_field="width", height_field="height")
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    credit = models.CharField(_("credit"), max_length=160, blank=True)
    licence = models.CharField(_("licence"), max_length=160, blank=True)
    licence_ends_on = models.DateField(_("licence ends on"), null=True, blank=True)
    focal_x = models.PositiveSmallIntegerField(
        _("focal point, from the left"), default=50, validators=[MaxValueValidator(100)], help_text=_("In percent.")
    )
    focal_y = models.PositiveSmallIntegerField(
        _("focal point, from the top"), default=50, validators=[MaxValueValidator(100)], help_text=_("In percent.")
    )
    natural = ("slug",)

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(slug="") & ~Q(image=""), name="photo_has_slug_and_picture"),
            models.CheckConstraint(condition=Q(focal_x__lte=100, focal_y__lte=100), name="photo_focal_point_is_in_it"),
        ]

    def __str__(self):
        return self.slug

    def get_absolute_url(self):
        return reverse("photo", kwargs={"pk": self.pk})


class PhotoText(Natural):
    """What a picture shows, in one language."""

    photo = models.ForeignKey(Photo, models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    alt_text = models.CharField(_("alternative text"), max_length=300, blank=True)
    caption = models.CharField(_("caption"), max_length=400, blank=True)
    natural = ("photo__slug", "language")

    class Meta:
        verbose_name = _("text of a photo")
        verbose_name_plural = _("texts of a photo")
        constraints = [models.UniqueConstraint(fields=["photo", "language"], name="photo_has_one_text_a_language")]

    def __str__(self):
        return self.alt_text
