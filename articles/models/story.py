"""The desk's working copy of a story, with its bylines and tags. Readers never see it."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from taggit.managers import TaggableManager
from taggit.models import ItemBase

from articles import text
from articles.models.contributors import Contributor
from articles.models.editions import Edition, Section
from articles.models.fields import AddressPart, FamilyField, LineField, SafeHTMLField
from articles.models.naming import Natural, NaturalQuerySet
from articles.models.photos import Photo, PhotosIn
from articles.models.subqueries import once
from articles.models.tags import Tag
from articles.rules.sourcing_line import COUNTS, Sources
from articles.rules.words import Kind
from articles.rules.workflow import Stage
from articles.text.above import FIELDS, Above


class StoryQuerySet(NaturalQuerySet):
    def with_any(self, rows, column="story"):
        """Those whose number stands in a column of `rows`, be it once or often."""
        return self.filter(pk__in=rows.values(column))

    def among(self, *numbers):
        """Those whose number any of these queries finds."""
        first, *others = numbers
        return self.filter(pk__in=once(first.union(*others) if others else first))

    def changed_last(self, most):
        """The numbers of the stories that were changed last, as a query."""
        return self.order_by("-changed_at", "-pk").values_list("pk", flat=True)[:most]


class Story(Natural):
    """What the desk is working on. `version` counts its saves: one over a newer one is reconciled with it."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="stories", verbose_name=_("edition"))
    section = models.ForeignKey(
        Section, models.PROTECT, null=True, blank=True, related_name="stories", verbose_name=_("section")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.NEWS)
    stage = models.CharField(_("stage"), max_length=20, choices=Stage, default=Stage.REPORTING)
    kicker = LineField(_("kicker"), max_length=60, blank=True)
    headline = LineField(_("headline"), max_length=200, blank=True)
    standfirst = LineField(_("standfirst"), max_length=400, blank=True)
    body = SafeHTMLField(_("text"), blank=True)
    dateline = LineField(_("dateline"), max_length=80, blank=True, help_text=_("Where it was reported."))
    slug = AddressPart(
        _("slug"),
        max_length=80,
        blank=True,
        db_index=False,
        help_text=_("Its place in the address; made from the headline where left empty, fixed once published."),
    )
    embargo_until = models.DateTimeField(
        _("embargo until"), null=True, blank=True, help_text=_("It cannot go out before this moment.")
    )
    lead_photo = models.ForeignKey(
        Photo, models.PROTECT, null=True, blank=True, related_name="stories", verbose_name=_("lead photo")
    )
    lead_caption = LineField(
        _("caption"), max_length=400, blank=True, help_text=_("Where it should differ from the photo's own.")
    )
    note = models.TextField(_("note for the desk"), blank=True)
    family = FamilyField(_("family"))
    version = models.PositiveIntegerField(_("version"), default=0, editable=False)
    created_at = models.DateTimeField(_("created at"), db_default=models.functions.Now(), editable=False)
    changed_at = models.DateTimeField(_("changed at"), db_default=models.functions.Now(), editable=False)

    # Its statements by what they come from, as it was saved last: lists show them without a look at any statement.
    named_count = models.PositiveIntegerField(_("named"), default=0, db_default=0, editable=False)
    document_count = models.PositiveIntegerField(_("documents"), default=0, db_default=0, editable=False)
    wire_count = models.PositiveIntegerField(_("wires"), default=0, db_default=0, editable=False)
    unnamed_count = models.PositiveIntegerField(_("unnamed"), default=0, db_default=0, editable=False)
    unverified_count = models.PositiveIntegerField(_("not verified"), default=0, db_default=0, editable=False)

    tags = TaggableManager(through="articles.StoryTag", blank=True)
    objects = StoryQuerySet.as_manager()
    natural = ("edition__language", "family")

    # What a save took over from others who had saved meanwhile: told by `actions.stories.revise`, and kept nowhere.
    taken: tuple = ()

    # What an editor writes: what a revision saves, and what `actions.stories.revise` may change.
    WRITTEN = (
        "section", "kind", "stage", "kicker", "headline", "standfirst", "body", "dateline", "slug", "embargo_until",
        "lead_photo", "lead_caption", "note",
    )  # fmt: skip

    class Meta:
        verbose_name = pgettext_lazy("indefinite", "story")
        verbose_name_plural = _("stories")
        ordering = ["-changed_at", "-pk"]
        indexes = [
            models.Index(fields=["-changed_at", "-id"], name="story_by_last_change"),
            models.Index(fields=["edition", "-changed_at", "-id"], name="story_by_edition_and_change"),
            models.Index(fields=["section", "-changed_at", "-id"], name="story_by_section_and_change"),
            models.Index(fields=["kind", "-changed_at", "-id"], name="story_by_kind_and_change"),
            models.Index(fields=["stage", "-changed_at", "-id"], name="story_by_stage_and_change"),
            # Together with a publication's revision: which stories have changes that are not out, without a look at any
            # text.
            models.Index(fields=["id", "version"], name="story_by_version"),
            models.Index(fields=["slug"], opclasses=["varchar_pattern_ops"], name="story_by_slug"),
            GinIndex(PhotosIn("body"), name="story_by_photo_in_text"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "family"],
                name="story_has_one_sibling_in_an_edition",
                violation_error_message=_("This story stands in that edition already."),
            ),
        ]
        permissions = [
            ("publish_story", _("Can publish and schedule stories")),
            ("withdraw_story", _("Can withdraw stories")),
            ("correct_story", _("Can publish corrections")),
            ("erase_story", _("Can ask to erase a story for good")),
            ("agree_to_erase_story", _("Can agree to erase a story for good")),
            ("rename_story", _("Can change the address of published stories")),
            ("place_story", _("Can arrange front pages")),
            ("override_gate", _("Can publish what a rule of sourcing stops")),
        ]

    def __str__(self):
        return self.headline or _("Story %(number)s without a headline") % {"number": self.pk}

    @property
    def sourcing(self):
        """Its statements by what they come from, as it was saved last."""
        return Sources(**{name: getattr(self, name) for name in COUNTS})

    @property
    def above(self):
        """The lines that stand above its text, as they are written."""
        return Above(**{name: getattr(self, name) for name in FIELDS})

    def searched(self):
        """The texts by which a story is found at the desk, by weight, as `actions.versions.searched` has them for the
        record."""
        return [
            ("A", self.headline),
            ("B", f"{self.kicker} {self.standfirst}"),
            ("C", f"{self.lead_caption} {self.dateline}"),
            ("D", text.plain(self.body)),
        ]

    def siblings(self):
        return Story.objects.filter(family=self.family).exclude(pk=self.pk)


class StoryWords(models.Model):
    """What a story is found by at the desk: a table of its own, so that no list and no save of a story carries it."""

    story = models.OneToOneField(Story, models.CASCADE, primary_key=True, related_name="words")
    vector = SearchVectorField(_("search vector"))

    class Meta:
        verbose_name = _("words of a story")
        verbose_name_plural = _("words of stories")
        indexes = [GinIndex(fields=["vector"], name="storywords_by_word")]

    def __str__(self):
        return str(self.story_id)


class Byline(Natural):
    """A contributor's place in a story's byline."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="bylines", verbose_name=_("story"))
    contributor = models.ForeignKey(Contributor, models.PROTECT, related_name="bylines", verbose_name=_("contributor"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    natural = ("story__edition__language", "story__family", "contributor__slug")

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["story", "contributor"],
                name="byline_names_a_contributor_once",
                violation_error_message=_("A contributor can be named in the byline only once."),
            )
        ]

    def __str__(self):
        return str(self.contributor)


class StoryTag(ItemBase):
    """A tag of a story at the desk."""

    content_object = models.ForeignKey(Story, models.CASCADE, related_name="story_tags", verbose_name=_("story"))
    tag = models.ForeignKey(Tag, models.PROTECT, related_name="story_tags", verbose_name=_("tag"))
    natural = natural_key_fields = ["content_object", "tag"]

    class Meta:
        verbose_name = _("tag of a story")
        verbose_name_plural = _("tags of stories")
        # As they were typed.
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["content_object", "tag"], name="storytag_names_a_tag_once")]
