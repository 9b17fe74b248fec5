"""Subjects, on django-taggit, with a key that makes two spellings of one meaning impossible."""

from contextlib import suppress

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.indexes import GinIndex
from django.db import IntegrityError, connection, models, transaction
from django.db.models import F, OuterRef
from django.db.models.functions import JSONObject
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from taggit.models import TagBase

from articles.models.fields import AddressPart, FamilyField, KeyField, LineField, NamesField
from articles.models.shared import SharedQuerySet
from articles.rules.words import TagKind
from articles.text import folding, subjects

ATTEMPTS = 10


class TagQuerySet(SharedQuerySet):
    def for_readers(self, edition):
        """The tags of an edition's language, each with its siblings in others."""
        siblings = Tag.objects.filter(family=OuterRef("family")).exclude(language=OuterRef("language"))
        in_others = ArraySubquery(siblings.values(json=JSONObject(name="name", language="language", slug="slug")))
        return self.filter(language=edition.language).annotate(siblings=in_others)

    def named(self, name, language):
        """The tag of that name in any spelling, and of several the one that is spelled so; of a merged tag, the one it
        was merged into."""
        of_meaning = self.select_related("merged_into").filter(key=name, language=language).order_by("pk")
        spelled = folding.key(name)
        found = sorted(of_meaning, key=lambda tag: (folding.key(tag.name) != spelled, tag.merged_into_id is not None))
        return found[0].surviving() if found else None

    def get_by_natural_key(self, language, key):
        """The tag of that key: the one that was not merged, and of several kinds the first."""
        found = self.filter(language=language, key=key).order_by(F("merged_into").asc(nulls_first=True), "pk").first()
        if found is None:
            raise self.model.DoesNotExist(f"no tag {key} in {language}")
        return found

    def named_or_new(self, name, language):
        """The tag of that name, made where there is none."""
        return self.find_or_make(name, language)[0]

    def held(self, tags):
        """The tags as they are now, locked: until the transaction ends, whoever merges one waits for us, or we for
        them."""
        keys = [tag.pk for tag in tags]
        with connection.cursor() as cursor:
            # The lock that a foreign key takes, but now and not at the transaction's end; in one order, as a merge
            # takes it.
            cursor.execute("SELECT id FROM articles_tag WHERE id = ANY(%s) ORDER BY id FOR KEY SHARE", [keys])
        found = self.select_related("merged_into").in_bulk(keys)
        return [found[key] for key in keys]

    def find_or_make(self, name, language):
        """The tag of that name, and whether it was made here."""
        # Somebody else may be making this tag, or one with its slug.
        for _attempt in range(ATTEMPTS):
            if tag := self.named(name, language):
                return tag, False
            with suppress(IntegrityError), transaction.atomic():
                key, slug = subjects.key(name), self.free_slug(name, language)
                return self.create(name=name, key=key, language=language, slug=slug), True
        raise IntegrityError(f"no tag could be made in {ATTEMPTS} attempts")

    def free_slug(self, name, language):
        """A slug that no tag of the language has; «C++» and “C#” keep apart by `folding.slug` itself."""
        slug = folding.slug(name, fallback="tag")
        alike = self.filter(language=language, slug__startswith=slug[:60])
        return folding.free(slug, alike.values_list("slug", flat=True))


class Tag(TagBase):
    """A subject in one language. Merged into another, its row stays, so that its name still finds the survivor."""

    name = LineField(_("name"), max_length=100)
    slug = AddressPart(_("slug"), max_length=100)
    key = KeyField(_("key"), max_length=100, help_text=_("The one spelling of its meaning, made from the name."))
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    kind = models.CharField(_("kind"), max_length=20, choices=TagKind, default=TagKind.TOPIC)
    family = FamilyField(_("family"))
    about = LineField(_("about"), max_length=300, blank=True)
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged",
        verbose_name=_("merged into"),
    )

    found_by = NamesField(_("found by"), of=("name", "slug", "key"))
    # What is looked up is looked up so too.
    respelled = staticmethod(subjects.key)

    objects = TagQuerySet.as_manager()
    natural = natural_key_fields = ["language", "key"]
    used_by = "story_tags"

    class Meta:
        verbose_name = pgettext_lazy("indefinite", "tag")
        verbose_name_plural = _("tags")
        ordering = ["name"]
        indexes = [
            models.Index(fields=["name", "id"], name="tag_by_name"),
            models.Index(fields=["family"], name="tag_by_family"),
            models.Index(fields=["language", "key"], name="tag_by_key"),
            GinIndex(fields=["found_by"], name="tag_by_words"),
        ]
        constraints = [
            models.UniqueConstraint(
                # In the order of the lists of topics: they walk this index.
                fields=["language", "kind", "key"],
                condition=models.Q(merged_into=None),
                name="tag_of_one_meaning_is_one",
                violation_error_message=_("There is a tag of that name already."),
            ),
            models.UniqueConstraint(
                fields=["language", "slug"],
                name="tag_slug_is_unique_in_its_language",
                violation_error_message=_("Another tag of this language has this address already."),
            ),
            models.UniqueConstraint(
                fields=["language", "family"],
                name="tag_has_one_sibling_in_a_language",
                violation_error_message=_("Another tag of this language is its sibling already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(key="") & ~models.Q(slug="") & ~models.Q(name=""),
                name="tag_has_name_key_and_slug",
                violation_error_message=_("Write a name that can be seen."),
            ),
            models.CheckConstraint(
                condition=~models.Q(merged_into=models.F("pk")),
                name="tag_is_not_merged_into_itself",
                violation_error_message=_("Choose another than itself."),
            ),
        ]
        permissions = [
            ("merge_tag", _("Can merge tags")),
            ("change_public_tag", _("Can change tags that readers have seen")),
        ]

    def is_known_to_readers(self):
        """Whether readers have seen the tag in some version: a change of its name is a change for them, at once."""
        return self.published_tags.begun().exists()

    def surviving(self):
        """This tag, or the one that it was merged into. Merging flattens, so one step is enough."""
        return self.merged_into or self
