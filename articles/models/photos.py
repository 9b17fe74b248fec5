"""The photo library."""

from datetime import timedelta
from functools import reduce
from operator import or_

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Count, Exists, F, Func, OuterRef, Q, Subquery
from django.db.models.functions import Cast, Coalesce, Now, TruncDate
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models import subqueries
from articles.models.editions import Edition
from articles.models.fields import AddressPart, FoldedField, LineField
from articles.models.naming import Natural, NaturalQuerySet
from articles.pictures import renditions
from articles.rules.origins import Origin, known
from articles.text import figures, folding

MOST_WORDS, MOST_LETTERS = 8, 200
RUNNING_OUT = timedelta(days=30)


def today(language=""):
    """The day it is now where the edition of that language is read, as publishing has it; without one, the paper's."""
    editions = Edition.objects.order_by("-is_default", "position", "pk")
    if language:
        editions = editions.filter(language=language)
    there = Func(F("time_zone"), Now(), function="timezone", output_field=models.DateTimeField())
    return Coalesce(Subquery(editions.values(day=Cast(there, models.DateField()))[:1]), TruncDate(Now()))


class PhotosIn(Func):
    """A database function: the slugs of the photos that stand in a text, as `figures.slugs` finds them. An index is
    made of it."""

    function = "photos_in"
    output_field = ArrayField(models.TextField())


class PhotoQuerySet(NaturalQuerySet):
    def in_text(self, html):
        """The photos that stand in a text, with what they show, in its order. Those that nobody knows are left out."""
        slugs = figures.slugs(html)
        known = {photo.slug: photo for photo in self.filter(slug__in=slugs).prefetch_related("texts")} if slugs else {}
        return [known[slug] for slug in slugs if slug in known]

    def found_by(self, typed):
        """Photos that have each word, in any spelling, in their slug, credit, captions or alternative texts."""
        found = self
        for word in folding.fold(typed[:MOST_LETTERS]).split()[:MOST_WORDS]:
            texts = PhotoText.objects.filter(photo=OuterRef("pk"), folded__contains=word)
            found = found.filter(Q(folded__contains=word) | Exists(texts))
        return found

    def licensed(self, language=""):
        """Photos that may be printed today. A licence holds to the end of its last day."""
        return self.filter(Q(licence_ends_on=None) | Q(licence_ends_on__gte=today(language)))

    def run_out(self):
        return self.filter(licence_ends_on__lt=today())

    def running_out(self):
        """Photos whose licence ends in the next days, today among them."""
        return self.filter(licence_ends_on__gte=today(), licence_ends_on__lte=today() + RUNNING_OUT)

    def without_alt_text(self, language):
        said = PhotoText.objects.filter(photo=OuterRef("pk"), language=language).exclude(alt_text="")
        return self.exclude(Exists(said))

    def used(self):
        """Photos that lead a story or stand in its text, at the desk or in the record, or show a contributor."""
        return self.filter(_is_used())

    def unused(self):
        return self.exclude(_is_used())

    def live(self):
        """Photos that readers see in some story now."""
        return self.filter(Exists(_leading_live()) | Exists(_in_text_live()))

    def for_library(self):
        """Photos with what a line of the library says of each: in how many stories it is, and which day it is."""
        return self.annotate(
            today=today(),
            desk_count=Coalesce(_number(_of("stories"), "lead_photo"), 0),
            leading_count=Coalesce(_number(_leading_live(), "photo"), 0),
            in_text_count=Coalesce(_number(_in_text_live(), "photo"), 0),
        ).prefetch_related("texts", "portrayed")


def _of(what):
    """The rows by which photos are used."""
    return subqueries.of_each(Photo, what)


def _leading_live():
    return _of("publications").live()


def _in_text_live():
    live = Photo._meta.get_field("publications").related_model.objects.live()
    return _of("published_photos").filter(publication__in=live)


def _number(rows, of):
    return Subquery(rows.values(of).annotate(number=Count("pk")).values("number"))


def _is_used():
    used_by = ("stories", "publications", "published_photos", "portrayed")
    return reduce(or_, [*(Q(Exists(_of(what))) for what in used_by), Q(Exists(_in_text_at_desk()))])


def _in_text_at_desk():
    stories = Photo._meta.get_field("stories").related_model.objects.order_by()
    return stories.alias(pictured=PhotosIn("body")).filter(pictured__contains=[OuterRef("slug")])


class Photo(Natural):
    """A picture with what publishing it asks for. Its texts are by language."""

    slug = AddressPart(_("slug"), max_length=80, unique=True)
    image = models.ImageField(_("picture"), upload_to="photos", width_field="width", height_field="height")
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    credit = LineField(_("credit"), max_length=160, blank=True)
    licence = models.CharField(_("licence"), max_length=160, blank=True)
    licence_ends_on = models.DateField(_("licence ends on"), null=True, blank=True)
    origin = models.CharField(
        _("how it came about"),
        max_length=40,
        choices=Origin.choices,
        blank=True,
        help_text=_(
            "Readers are told of drawings, composites and what a program made. Left empty, they are told nothing."
        ),
    )
    focal_x = models.PositiveSmallIntegerField(
        _("focal point, from the left"), default=50, validators=[MaxValueValidator(100)], help_text=_("In percent.")
    )
    focal_y = models.PositiveSmallIntegerField(
        _("focal point, from the top"), default=50, validators=[MaxValueValidator(100)], help_text=_("In percent.")
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="photos",
        verbose_name=_("added by"),
    )
    is_let_out = models.BooleanField(
        _("readers may see it as a portrait"),
        default=False,
        db_default=False,
        help_text=_("Whoever may publish lets it out, here or by choosing it as somebody’s portrait."),
    )
    folded = FoldedField(of=("slug", "credit"))

    objects = PhotoQuerySet.as_manager()
    # The sizes that readers get, made by `actions.picturing`; none until then.
    made_as = models.CharField(_("mark of what was made"), max_length=32, blank=True, editable=False)
    widths = ArrayField(models.PositiveSmallIntegerField(), verbose_name=_("widths"), default=list, editable=False)
    natural = ("slug",)

    class Meta:
        verbose_name = pgettext_lazy("indefinite", "photo")
        verbose_name_plural = _("photos")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(slug="") & ~Q(image=""),
                name="photo_has_slug_and_picture",
                violation_error_message=_("A photo has a slug and a picture."),
            ),
            models.CheckConstraint(
                condition=Q(focal_x__lte=100, focal_y__lte=100),
                name="photo_focal_point_is_in_it",
                violation_error_message=_("The focal point lies within the picture: from 0 to 100."),
            ),
        ]
        permissions = [("change_public_photo", _("Can change photos that readers see, and let them out"))]

    def __str__(self):
        return self.slug

    @property
    def shape(self):
        return renditions.shape((self.width, self.height))

    def file(self, width, form):
        """The name in the storage of this picture at a width. Named by what it shows: none is made twice."""
        return f"renditions/{self.made_as}/{width}.{form}"

    @property
    def card_file(self):
        return f"renditions/{self.made_as}/card-{self.focal_x}-{self.focal_y}.jpg"

    def nearest(self, width):
        """The first width, of those that it is made in, that is no narrower, or else the widest; None where there is
        none."""
        return min((each for each in self.widths if each >= width), default=max(self.widths, default=None))

    def address(self, width, form):
        """The public address of the photo at one of its widths."""
        parts = {"pk": self.pk, "made_as": self.made_as, "width": width, "form": form}
        return reverse("picture", kwargs=parts)

    @property
    def card_address(self):
        parts = {"pk": self.pk, "made_as": self.made_as, "x": self.focal_x, "y": self.focal_y}
        return reverse("card", kwargs=parts)

    @property
    def notice(self):
        """What readers are told of how the picture came about, beside its caption."""
        origin = known(self.origin)
        return origin.notice if origin else ""

    def credited(self, credit):
        origin = known(self.origin)
        return origin.credited(credit) if origin else credit

    def text_in(self, language):
        """The text that says what the photo shows in that language: an empty one where nobody has written it. No query,
        if `texts` are prefetched."""
        texts = (text for text in self.texts.all() if text.language == language)
        return next(texts, PhotoText(photo=self, language=language))


class PhotoText(Natural):
    """What a picture shows, in one language."""

    photo = models.ForeignKey(Photo, models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    alt_text = LineField(_("alternative text"), max_length=300, blank=True)
    caption = LineField(_("caption"), max_length=400, blank=True)
    credit = LineField(
        _("credit in this language"),
        max_length=160,
        blank=True,
        help_text=_("Where it is written otherwise. Left empty, the photo’s own stands."),
    )
    folded = FoldedField(of=("alt_text", "caption", "credit"))
    natural = ("photo__slug", "language")

    class Meta:
        verbose_name = _("text of a photo")
        verbose_name_plural = _("texts of a photo")
        constraints = [
            models.UniqueConstraint(
                fields=["photo", "language"],
                name="photo_has_one_text_a_language",
                violation_error_message=_("A photo has one text in each language."),
            )
        ]

    def __str__(self):
        return self.alt_text

    @property
    def credit_line(self):
        """The credit as readers of this language have it."""
        return self.credit or self.photo.credit
