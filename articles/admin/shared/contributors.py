"""Contributors: those who have a byline."""

from django.contrib import admin
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy

from articles.actions import photos
from articles.admin.forms import languages
from articles.admin.forms.by_language import ByLanguage, LanguageForm
from articles.admin.forms.fields import Line
from articles.admin.forms.slugs import SluggedForm
from articles.admin.photos.field import PhotoLookUp
from articles.admin.shared import usage
from articles.admin.shared.where_used import UsedAdmin, in_each_edition
from articles.admin.shell.site import desk
from articles.admin.tables.admins import NamedAdmin
from articles.models import Byline, Contributor, ContributorName, PublishedByline
from articles.models.shelves import Shelf


class NameForm(LanguageForm):
    class Meta:
        widgets = {"about": Line(attrs={"rows": 4})}


class NameInline(ByLanguage):
    model = ContributorName
    fk_name = "contributor"
    form = NameForm
    verbose_name_plural = gettext_lazy("In each language")
    help_text = gettext_lazy("Left empty, the name above stands, and nothing is said about them.")
    fields = ("language", "name", "about")


@admin.register(Contributor, site=desk)
class ContributorAdmin(UsedAdmin, NamedAdmin):
    form = SluggedForm
    inlines = (NameInline,)
    fixed = ("slug",)
    list_display = ("name", "elsewhere", "used", "slug")
    sortable_by = ("name",)
    names = ((ContributorName, "contributor_id"),)
    prefetched = ("names",)
    shelf, filtered_by = Shelf(Byline, PublishedByline, "contributor"), "contributor"
    autocomplete_fields = ("user", "portrait")

    def for_list(self, rows):
        return rows.with_used_count().prefetch_related("names")

    @admin.display(description=gettext_lazy("in other languages"))
    def elsewhere(self, contributor):
        return format_html_join(", ", "<bdi>{}</bdi>", ((name,) for name in languages.other_names(contributor)))

    @admin.display(description=gettext_lazy("stories"))
    def used(self, contributor):
        return usage.link_to_stories(contributor, "contributor")

    def readers_pages(self, row):
        return in_each_edition("contributor", row) if row.is_known_to_readers() else []

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "portrait":
            kwargs["widget"] = PhotoLookUp(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def look_up_text(self, contributor, language):
        return languages.beside(*languages.names_of(contributor, language))

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if obj.portrait and "portrait" in form.changed_data:
            photos.choose_as_portrait(obj.portrait, by=request.user)

    def get_fields(self, request, obj=None):
        """Only those who may see accounts can tie one to a contributor."""
        own = ("name", "slug", "portrait")
        return (*own, "user") if request.user.has_perm("articles.view_user") else own
