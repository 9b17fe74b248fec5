"""Tags: one for each name, in whatever spelling; merged, never deleted."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.actions import merging
from articles.admin.forms import languages
from articles.admin.forms.fields import Line
from articles.admin.shared import usage
from articles.admin.shared.merging import MergingAdmin
from articles.admin.shared.siblings import SiblingForm
from articles.admin.shared.where_used import in_each_edition
from articles.admin.shell.site import desk
from articles.admin.tables.admins import NamedAdmin
from articles.models import PublishedTag, StoryTag, Tag
from articles.models.shelves import Shelf
from articles.text import subjects


class TagForm(SiblingForm):
    """Makes the key from the name, and the slug where it is new."""

    class Meta:
        widgets = {"about": Line(attrs={"rows": 3, "class": "vLargeTextField"})}

    def language_of(self, row):
        return row.language

    def clean(self):
        cleaned = super().clean()
        name, language = cleaned.get("name"), cleaned.get("language") or self.instance.language
        if name and language:
            self._refuse_second(name, language, cleaned.get("kind"))
            self.instance.key = subjects.key(name)[:100]
            self.instance.slug = self.instance.slug or Tag.objects.free_slug(name, language)
        return cleaned

    def _refuse_second(self, name, language, kind):
        if not subjects.key(name):
            raise ValidationError({"name": _("Write a name that can be seen.")})
        others = Tag.objects.filter(language=language, key=name).exclude(pk=self.instance.pk)
        if self.instance.pk:
            # What was merged into this one is its own name too.
            others = others.exclude(merged_into=self.instance.pk)
        if "name" not in self.changed_data:
            # Two kinds of one name may stand since before one name was one tag.
            others = others.filter(kind=kind, merged_into=None)
        known = others.first()
        if known:
            address = reverse("admin:articles_tag_change", args=[known.pk])
            said = _('There is a tag of that name already: <a href="{}">{}</a>.')
            raise ValidationError({"name": format_html(said, address, known.name)})


@admin.register(Tag, site=desk)
class TagAdmin(MergingAdmin, NamedAdmin):
    form = TagForm
    fields = ("name", ("kind", "language"), "about", "sibling", "slug")
    readonly_fields = ("slug",)
    fixed = ("language",)
    seen_through = ("sibling",)
    list_display = ("name", "language", "kind", "used", "slug", "merged_into")
    list_filter = ("language", "kind", ("merged_into", admin.EmptyFieldListFilter))
    sortable_by = ("name",)
    search_help_text = gettext_lazy("The beginning of a word of its name, in any spelling")

    shelf, filtered_by = Shelf(StoryTag, PublishedTag, "tag", story="content_object"), "tag"

    def readers_pages(self, row):
        return super().readers_pages(row) if row.is_known_to_readers() else []

    def addresses(self, row):
        return in_each_edition("topic", row, language=row.language)

    def for_list(self, rows):
        return rows.with_used_count()

    @admin.display(description=gettext_lazy("stories"))
    def used(self, tag):
        return usage.link_to_stories(tag, "tag")

    def look_up_text(self, tag, language):
        return languages.beside(tag.name, tag.get_kind_display())

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not self.is_closed(request, obj)

    def survivors(self, row):
        return Tag.objects.filter(language=row.language, merged_into=None).exclude(pk=row.pk)

    def merge(self, row, *, into, by):
        return merging.merge_tags(row, into=into, by=by)

    def moving(self, row):
        published = row.published_tags.values("story").distinct().count()
        return [(_("stories at the desk"), row.story_tags.count()), (_("published stories"), published)]
