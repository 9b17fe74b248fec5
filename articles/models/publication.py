"""What we have said in public: versions of stories, each with the period in which it is the live one."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Func, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.editions import Edition, Section
from articles.models.fields import AddressPart, SafeHTMLField
from articles.models.periods import period, span
from articles.models.photos import Photo
from articles.models.reading import PublicationQuerySet
from articles.rules import words


class Publication(models.Model):
    """One published version of a story. Record, and beyond change, once `live_from` has passed."""

    # Indexes of the lists, below, begin with these: they need none of their own.
    story = models.ForeignKey(
        "articles.Story", models.PROTECT, db_index=False, related_name="publications", verbose_name=_("story")
    )
    edition = models.ForeignKey(
        Edition, models.PROTECT, db_index=False, related_name="publications", verbose_name=_("edition")
    )
    number = models.PositiveIntegerField(_("number"))
    revision = models.PositiveIntegerField(_("revision"))
    change = models.CharField(_("change"), max_length=20, choices=words.Change)
    is_import = models.BooleanField(_("is an import"), default=False)
    family = models.CharField(_("family"), max_length=80)

    # The three times, and the day of the first, in the edition's zone, which the address bears.
    first_live_at = models.DateTimeField(_("first live at"))
    live_from = models.DateTimeField(_("live from"))
    live_until = models.DateTimeField(_("live until"), null=True)
    updated_at = models.DateTimeField(_("updated at"))
    embargo_until = models.DateTimeField(_("embargo until"), null=True)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Func(function="clock_timestamp"))
    # The transaction that wrote it, set by the guard: what hangs on a version is written in the same one.
    recorded_in = models.BigIntegerField(_("recorded in"), db_default=0)
    day = models.DateField(_("day"))
    slug = AddressPart(_("slug"), max_length=80, db_index=False)

    # A shelf mark: a merge of sections may move it.
    section = models.ForeignKey(
        Section, models.PROTECT, db_index=False, related_name="publications", verbose_name=_("section")
    )

    # Frozen.
    kind = models.CharField(_("kind"), max_length=20, choices=words.Kind)
    kicker = models.CharField(_("kicker"), max_length=60, blank=True)
    headline = models.CharField(_("headline"), max_length=200, blank=True)
    standfirst = models.CharField(_("standfirst"), max_length=400, blank=True)
    body = SafeHTMLField(_("text"), blank=True)
    dateline = models.CharField(_("dateline"), max_length=80, blank=True)
    photo = models.ForeignKey(Photo, models.PROTECT, null=True, related_name="publications", verbose_name=_("photo"))
    photo_alt = models.CharField(_("alternative text"), max_length=300, blank=True)
    photo_caption = models.CharField(_("caption"), max_length=400, blank=True)
    photo_credit = models.CharField(_("credit"), max_length=160, blank=True)
    # The number of the form that the hash was made in (articles/text/canonical.py): 1 before there was this column.
    canonical_form = models.PositiveSmallIntegerField(db_default=1)
    content_hash = models.CharField(_("hash"), max_length=64)
    previous_hash = models.CharField(_("hash of the version before"), max_length=64, blank=True)

    # For the desk: how many quotations in it nobody owns. NULL: nobody has counted. No reader knows of it.
    unowned_count = models.PositiveIntegerField(_("quotations that nobody owns"), null=True, editable=False)

    # What may still move.
    is_withheld = models.BooleanField(_("is withheld"), default=False)
    erasure = models.ForeignKey(
        "articles.Erasure", models.PROTECT, null=True, related_name="publications", verbose_name=_("erasure")
    )
    vector = SearchVectorField(_("search vector"))

    objects = PublicationQuerySet.as_manager()

    # What erasing empties; the hash and the row stay.
    ERASED = (
        "kicker", "headline", "standfirst", "body", "dateline", "photo_alt", "photo_caption", "photo_credit",
    )  # fmt: skip

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        ordering = ["-live_from"]
        indexes = [
            models.Index(fields=["edition", "-first_live_at", "-story"], name="publication_by_edition"),
            models.Index(fields=["section", "-first_live_at", "-story"], name="publication_by_section"),
            models.Index(fields=["edition", "day", "slug"], name="publication_by_address"),
            # The columns that make a version live, and news, stand in this index too: the days of a calendar are
            # counted in it alone.
            models.Index(
                fields=["edition", "day"],
                include=["live_from", "live_until", "is_withheld", "kind"],
                name="publication_by_day",
            ),
            models.Index(fields=["edition", "-live_from"], name="publication_by_beginning"),
            # The next moment at which something begins or ends, and the last.
            models.Index(fields=["live_from"], name="publication_starts"),
            models.Index(fields=["live_until"], name="publication_ends", condition=Q(live_until__isnull=False)),
            models.Index(fields=["family"], name="publication_by_family"),
            models.Index(
                fields=["story"],
                include=["revision", "live_from", "live_until", "is_withheld"],
                name="publication_standings",
            ),
            GinIndex(fields=["vector"], name="publication_by_word"),
            models.Index(fields=["story"], name="publication_not_owned", condition=Q(unowned_count__gt=0)),
        ]
        constraints = [
            models.UniqueConstraint(fields=["story", "number"], name="publication_number_is_unique_in_its_story"),
            ExclusionConstraint(
                name="publication_periods_never_overlap",
                violation_error_message=_("Another version has gone out meanwhile: look at the story again."),
                expressions=[(span("story_id"), RangeOperators.OVERLAPS), (period(), RangeOperators.OVERLAPS)],
            ),
            models.CheckConstraint(
                condition=Q(embargo_until=None) | Q(live_from__gte=F("embargo_until")),
                name="publication_waits_for_its_embargo",
                violation_error_message=_("The story is under embargo until after that moment."),
            ),
            models.CheckConstraint(
                condition=Q(live_until=None) | Q(live_until__gt=F("live_from")), name="publication_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(first_live_at__lte=F("live_from")) & Q(updated_at__gte=F("first_live_at")),
                name="publication_times_are_in_order",
            ),
            models.CheckConstraint(
                condition=(~Q(headline="") & ~Q(body="") | Q(erasure__isnull=False))
                & ~Q(slug="")
                & ~Q(content_hash=""),
                name="publication_has_what_readers_need",
                violation_error_message=_("Readers need a headline and a text."),
            ),
            models.CheckConstraint(
                condition=Q(erasure=None) | Q(is_withheld=True), name="publication_erased_stays_withheld"
            ),
            models.CheckConstraint(
                condition=Q(photo=None, erasure=None, photo_alt="")
                | (Q(photo__isnull=False) & (~Q(photo_alt="") & ~Q(photo_credit="")))
                | Q(erasure__isnull=False),
                name="publication_photo_has_alt_text_and_credit",
            ),
        ]

    def __str__(self):
        return f"{self.story_id}/{self.number}"

    @property
    def is_advertisement(self):
        """Whether it was paid for: it is no news, and what it says is no statement."""
        return self.kind == words.Kind.SPONSORED

    @property
    def section_read(self):
        """The slug of the section that a reader of it is in: an advertisement is in none."""
        return "" if self.is_advertisement else self.section.slug

    def get_absolute_url(self):
        return reverse("story", kwargs={"language": self.edition.prefix, "day": self.day, "slug": self.slug})
