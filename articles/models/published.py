"""What hangs on a published version: its bylines, its tags, and who said what."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models import keys, periods
from articles.models.contributors import Contributor
from articles.models.photos import Photo
from articles.models.sources import Source
from articles.models.tags import Tag
from articles.models.wording import Wording
from articles.rules.words import EvidenceKind, EvidenceUse, Kind


class OfPublicationQuerySet(models.QuerySet):
    def begun(self, at=None):
        """The rows of versions that have begun at the moment `at`."""
        return self.filter(periods.begun(at, of="publication__"))

    def news_in(self, edition):
        """The rows of the news that readers of an edition see now."""
        versions = self.model._meta.get_field("publication").related_model.objects.live().news()
        return self.filter(publication__in=versions.filter(edition=edition))


class OfPublication(models.Model):
    """Carries the time by which lists of stories are ordered, so that each list is one walk of one index."""

    publication = models.ForeignKey(
        "articles.Publication", models.CASCADE, related_name="%(class)ss", verbose_name=_("publication")
    )
    story = models.ForeignKey("articles.Story", models.PROTECT, related_name="+", verbose_name=_("story"))
    first_live_at = models.DateTimeField(_("first live at"))

    objects = OfPublicationQuerySet.as_manager()

    class Meta:
        abstract = True


class PublishedByline(OfPublication):
    contributor = models.ForeignKey(
        Contributor, models.PROTECT, db_index=False, related_name="published_bylines", verbose_name=_("contributor")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("published byline")
        verbose_name_plural = _("published bylines")
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["contributor", "-first_live_at", "-story"], name="publishedbyline_list")]
        constraints = [
            models.UniqueConstraint(fields=["publication", "contributor"], name="publishedbyline_names_one_once")
        ]

    def __str__(self):
        return str(self.contributor)


class PublishedTag(OfPublication):
    """A shelf mark: a merge of tags may move it."""

    tag = models.ForeignKey(Tag, models.PROTECT, db_index=False, related_name="published_tags", verbose_name=_("tag"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("published tag")
        verbose_name_plural = _("published tags")
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["tag", "-first_live_at", "-story"], name="publishedtag_list")]
        constraints = [models.UniqueConstraint(fields=["publication", "tag"], name="publishedtag_names_one_once")]

    def __str__(self):
        return str(self.tag)


class PublishedPhoto(OfPublication):
    """A photo in the text, with what was said of it as published. The text has it in a figure, by its slug."""

    photo = models.ForeignKey(
        Photo, models.PROTECT, db_index=False, related_name="published_photos", verbose_name=_("photo")
    )
    alt_text = models.CharField(_("alternative text"), max_length=300, blank=True)
    caption = models.CharField(_("caption"), max_length=400, blank=True)
    credit = models.CharField(_("credit"), max_length=160, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    # What erasing empties.
    ERASED = ("alt_text", "caption", "credit")

    class Meta:
        verbose_name = _("published photo")
        verbose_name_plural = _("published photos")
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["photo", "-first_live_at", "-story"], name="publishedphoto_list")]
        constraints = [models.UniqueConstraint(fields=["publication", "photo"], name="publishedphoto_shows_one_once")]

    def __str__(self):
        return f"{self.publication_id}/{self.position}"


class StatementQuerySet(OfPublicationQuerySet):
    def of_source(self, source, before=None):
        """What a source has told us, newest story first, along one index; `before` is a key to go on from."""
        older = keys.older_than(before, "first_live_at", "pk")
        return self.filter(older, source=source).order_by("-first_live_at", "-pk")

    def for_list(self):
        """Statements with the columns that a line in a list shows, and nothing heavy."""
        return self.select_related("publication__edition", "publication__section").defer(
            "passage_start", "passage_end", "publication__body", "publication__vector"
        )

    def with_interviews(self):
        """Statements with the text of the interview that they stand in: of other stories NULL, for texts are heavy."""
        is_interview = models.When(publication__kind=Kind.INTERVIEW, then="publication__body")
        return self.annotate(asked_in=models.Case(is_interview, output_field=models.TextField()))


class Statement(OfPublication, Wording):
    """Who said what, frozen as published: the source's name and capacity are those of the day.

    A statement of several owners is a row for each of them, of one `position`: a list by source has it for each of
    them, and a total counts those whose `owner_place` is 0.
    """

    source = models.ForeignKey(
        Source, models.PROTECT, db_index=False, related_name="statements", verbose_name=_("source")
    )
    name = models.CharField(_("name"), max_length=160, blank=True)
    owner_place = models.PositiveSmallIntegerField(_("place among its owners"), default=0)
    # What kind of evidence the desk keeps of it, how the words rest on it, and a hash of it; never the evidence.
    evidence_kind = models.CharField(_("evidence"), max_length=20, choices=EvidenceKind, blank=True)
    evidence_use = models.CharField(_("how the words rest on it"), max_length=20, choices=EvidenceUse, blank=True)
    evidence_hash = models.CharField(_("hash of the evidence"), max_length=64, blank=True)
    # Where the words are written in the version's body: found when it is published, and anew by a command. Both 0:
    # nowhere. NULL: nobody has looked, and whoever sets the page does. See articles.text.written.
    passage_start = models.PositiveIntegerField(null=True, editable=False)
    passage_end = models.PositiveIntegerField(null=True, editable=False)

    # What erasing empties; and of numbers, what it takes away.
    ERASED = ("words", "name", "capacity", "occasion")
    ERASED_NUMBERS = ("passage_start", "passage_end")

    objects = StatementQuerySet.as_manager()

    class Meta:
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        ordering = ["position", "owner_place", "pk"]
        # By pk: a story has many statements, and a page may end between two of them.
        indexes = [
            models.Index(fields=["source", "-first_live_at", "-id"], name="statement_list"),
            models.Index(fields=["publication"], name="statement_not_looked_for", condition=Q(passage_start=None)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(passage_start=None, passage_end=None)
                | Q(passage_start__isnull=False, passage_end__isnull=False)
                & (Q(passage_start__lt=F("passage_end")) | Q(passage_start=0, passage_end=0)),
                name="statement_passage_has_two_ends",
            )
        ]
        permissions = [("report_statement", _("Can read how the newsroom sources"))]

    def __str__(self):
        return f"{self.publication_id}/{self.position}"
