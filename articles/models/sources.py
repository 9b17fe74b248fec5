"""Who or what statements come from. Who a protected source really is stands elsewhere, encrypted."""

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Case, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce, JSONObject, Now, TruncDate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models import subqueries
from articles.models.fields import AddressPart, LineField, PeopleField
from articles.models.naming import Natural, NaturalQuerySet
from articles.models.shared import NamedQuerySet
from articles.rules.words import SourceKind

# A title may be of one of these.
ORGANISATIONS = (SourceKind.ORGANISATION.value, SourceKind.AGENCY.value)
MOST_SPEAKERS = 40


class SourceQuerySet(NamedQuerySet):
    def for_readers(self, edition):
        """Sources that may have a page, with all their names, and the titles that they bore in an edition's
        language: each with its days, and whether it has ended by the edition's today."""
        names = subqueries.of_each(self.model, "names")
        titles = self._of_language("titles", edition.language).order_by("from_on", "pk")
        return self.filter(may_have_page=True).annotate(
            all_names=ArraySubquery(names.values(json=JSONObject(language="language", name="name"))),
            all_titles=ArraySubquery(titles.values(json=_title_for_readers(edition))),
            speakers=ArraySubquery(SourceTitle.objects.filter(organisation=OuterRef("pk")).speakers_for(edition)),
        )


def _title_for_readers(edition):
    """A title with its days, whether it has ended, and the organisation that it names, if readers know that one."""
    # By the database's clock, as all that readers see.
    is_over = Case(When(until_on__lt=TruncDate(Now(), tzinfo=edition.zone), then=True), default=False)
    named = JSONObject(slug="organisation__slug", name=_called("organisation", edition.language))
    organisation = Case(When(organisation__may_have_page=True, then=named))
    return JSONObject(title="title", since="from_on", until="until_on", is_over=is_over, organisation=organisation)


def _called(source, language):
    """The name in a language of the source at the end of that path, or as it is filed."""
    names = SourceName.objects.filter(source=OuterRef(source), language=language)
    return Coalesce(Subquery(names.values("name")[:1]), f"{source}__name")


class Source(Natural):
    """A source. A protected one is a row of its own in each story, and its name is the label that readers see."""

    slug = AddressPart(_("slug"), max_length=80, unique=True)
    name = LineField(
        _("name"), max_length=160, help_text=_("As the desk files it. For a protected source, the label readers see.")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=SourceKind, default=SourceKind.PERSON)
    is_public_figure = models.BooleanField(
        _("is a public figure"), default=False, help_text=_("A private person has no page of their own.")
    )
    protected_in = models.ForeignKey(
        "articles.Story",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="protected_sources",
        verbose_name=_("protected, in the story"),
        help_text=_("Fill in for a source who may not be named: such a source belongs to one story alone."),
    )
    may_have_page = models.GeneratedField(
        expression=models.ExpressionWrapper(
            Q(protected_in=None) & (~Q(kind=SourceKind.PERSON.value) | Q(is_public_figure=True)), models.BooleanField()
        ),
        output_field=models.BooleanField(_("may have a page")),
        db_persist=True,
    )
    found_by = PeopleField(_("found by"), of=("name", "slug"))
    objects = SourceQuerySet.as_manager()
    natural = ("slug",)
    used_by = "attributions"

    class Meta:
        verbose_name = pgettext_lazy("indefinite", "source")
        verbose_name_plural = _("sources")
        ordering = ["name"]
        indexes = [
            models.Index(fields=["name", "id"], name="source_by_name"),
            GinIndex(fields=["found_by"], name="source_by_words"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(slug="") & ~Q(name=""),
                name="source_has_slug_and_name",
                violation_error_message=_("A source has a name and a slug."),
            ),
            models.CheckConstraint(
                condition=Q(protected_in=None) | Q(is_public_figure=False),
                name="source_protected_is_no_public_figure",
                violation_error_message=_("A protected source is not shown to readers as a public figure."),
            ),
        ]
        permissions = [("change_public_source", _("Can change sources that readers have seen"))]

    def __str__(self):
        return self.name

    @property
    def telling(self):
        """What stands over all that we have of it."""
        return SourceKind(self.kind).telling

    @property
    def is_protected(self):
        return self.protected_in_id is not None

    def is_known_to_readers(self):
        """Whether readers have seen the source in some version: a change of its name is a change for them, at once."""
        return self.statements.begun().exists()


class SourceName(Natural):
    """What a source is called in one language."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="names")
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    name = LineField(_("name"), max_length=160)
    found_by = PeopleField(_("found by"), of=("name",))
    natural = ("source__slug", "language")

    class Meta:
        verbose_name = pgettext_lazy("indefinite", "name")
        verbose_name_plural = _("names")
        indexes = [GinIndex(fields=["found_by"], name="sourcename_by_words")]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "language"],
                name="source_has_one_name_a_language",
                violation_error_message=_("A source has one name in each language."),
            ),
            models.CheckConstraint(
                condition=~Q(name=""), name="sourcename_is_not_empty", violation_error_message=_("Write a name.")
            ),
        ]

    def __str__(self):
        return self.name


class SourceTitleQuerySet(NaturalQuerySet):
    def borne_on(self, day):
        """The titles that are borne on a day, the latest first: one without days was borne before all others."""
        has_begun = Q(from_on=None) | Q(from_on__lte=day)
        still = Q(until_on=None) | Q(until_on__gte=day)
        return self.filter(has_begun, still).order_by(models.F("from_on").desc(nulls_last=True), "-pk")

    def ended_before(self, day):
        """The titles that had ended before a day, the one that ended last first."""
        return self.filter(until_on__lt=day).order_by("-until_on", "-pk")

    def speakers_for(self, edition):
        """Who bears, or bore, these titles in the language of an edition, as readers are told; who still does first."""
        rows = self.filter(language=edition.language, source__may_have_page=True)
        person = {"slug": "source__slug", "name": _called("source", edition.language)}
        days = {"since": "from_on", "until": "until_on"}
        latest = (models.F("until_on").desc(nulls_first=True), models.F("from_on").desc(nulls_last=True), "pk")
        return rows.order_by(*latest).values(json=JSONObject(title="title", **person, **days))[:MOST_SPEAKERS]


class SourceTitle(Natural):
    """A title that a source bore, in one language, from one day to another; open where the day is unknown."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="titles")
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    title = LineField(pgettext_lazy("of a person", "title"), max_length=160)
    from_on = models.DateField(_("from"), null=True, blank=True)
    until_on = models.DateField(_("until"), null=True, blank=True, help_text=_("The last day; empty if still borne."))
    organisation = models.ForeignKey(
        Source,
        models.PROTECT,
        null=True,
        blank=True,
        limit_choices_to={"kind__in": ORGANISATIONS, "protected_in": None},
        related_name="speaking_titles",
        verbose_name=_("speaks for"),
        help_text=_("The organisation that the title is of, if it is a source itself."),
    )
    objects = SourceTitleQuerySet.as_manager()
    natural = ("source__slug", "language", "title")

    class Meta:
        verbose_name = pgettext_lazy("indefinite, of a person", "title")
        verbose_name_plural = _("titles")
        ordering = ["from_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "language", "title", "from_on"],
                name="source_bears_a_title_once",
                violation_error_message=_("This title stands there already, from the same day on."),
            ),
            models.CheckConstraint(
                condition=Q(from_on=None) | Q(until_on=None) | Q(until_on__gte=models.F("from_on")),
                name="sourcetitle_ends_after_it_begins",
                violation_error_message=_("A title ends on the day on which it begins, or later."),
            ),
            models.CheckConstraint(
                condition=Q(organisation=None) | ~Q(organisation=models.F("source")),
                name="sourcetitle_is_of_another",
                violation_error_message=_("An organisation does not speak for itself by a title: leave it empty."),
            ),
            models.CheckConstraint(
                condition=~Q(title=""), name="sourcetitle_is_not_empty", violation_error_message=_("Write a title.")
            ),
        ]

    def __str__(self):
        return self.title

    def is_over(self, day):
        """Whether it had ended before a day: on its last day it is borne."""
        return self.until_on is not None and self.until_on < day

    def is_borne(self, day):
        """Whether it is borne on a day."""
        return not self.is_over(day) and (self.from_on is None or self.from_on <= day)
