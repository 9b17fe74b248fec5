"""The paper itself: its editions, their sections, and the pages about it."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.actions import merging
from articles.admin.ground import DeskAdmin
from articles.admin.merging import MergingAdmin
from articles.admin.site import desk
from articles.admin.slugs import SluggedForm
from articles.admin.where_used import Shelf
from articles.admin.writing import RichField, RichWriting, spaced
from articles.models import Edition, Page, Publication, Section, Story


@admin.register(Edition, site=desk)
class EditionAdmin(DeskAdmin):
    may_be_long = False
    fieldsets = (
        (None, {"fields": ("name", "tagline", "copyright_line")}),
        (_("Language and time"), {"fields": (("language", "direction"), "time_zone", "is_default", "position")}),
        (_("Colours"), {"fields": (("accent", "accent_dark"),)}),
    )
    # Each address of the edition hangs on these.
    fixed = ("language", "is_default")
    list_display = ("name", "tagline", "language", "time_zone", "is_default")


class SectionForm(SluggedForm):
    def slugs_in_the_way(self, cleaned):
        return Section.objects.filter(edition=cleaned.get("edition"))


@admin.register(Section, site=desk)
class SectionAdmin(MergingAdmin):
    may_be_long = False
    form = SectionForm
    fields = ("edition", "name", "slug", "description", "position", "family")
    fixed = ("edition", "slug")
    list_display = ("name", "edition", "slug", "position", "merged_into")
    list_select_related = ("edition", "merged_into")
    list_filter = ("edition", ("merged_into", admin.EmptyFieldListFilter))
    search_fields = ("name", "slug")
    shelf, filtered_by = Shelf(Story, Publication, "section", story="pk", version="pk"), "section"

    def readers_pages(self, row):
        return [(row.edition, row.get_absolute_url())] if not row.merged_into_id else []

    def survivors(self, row):
        return Section.objects.filter(edition=row.edition_id, merged_into=None).exclude(pk=row.pk)

    def merge(self, row, *, into, by):
        return merging.merge_sections(row, into=into, by=by)

    def moving(self, row):
        published = row.publications.values("story").distinct().count()
        return [(_("stories at the desk"), row.stories.count()), (_("published stories"), published)]


class PageForm(SluggedForm):
    named_by = "title"

    class Meta:
        field_classes = {"body": RichField}
        widgets = {"body": RichWriting(attrs={"rows": 24})}

    def slugs_in_the_way(self, cleaned):
        return Page.objects.filter(edition=cleaned.get("edition"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        edition = self.instance.edition if self.instance.pk else None
        attributes = {"dir": edition.direction, "lang": edition.language} if edition else {"dir": "auto"}
        for name in self.fields.keys() & {"title", "body"}:
            self.fields[name].widget.attrs.update(attributes)
        if edition:
            self.initial["body"] = spaced(self.instance.body)


@admin.register(Page, site=desk)
class PageAdmin(DeskAdmin):
    may_be_long = False
    form = PageForm
    fields = ("edition", "title", "slug", "body", "position")
    fixed = ("edition", "slug")
    list_display = ("title", "edition", "slug", "position")
    list_select_related = ("edition",)
    list_filter = ("edition",)
    search_fields = ("title",)
