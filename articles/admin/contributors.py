"""Contributors: those who have a byline."""

from django.contrib import admin

from articles.admin.ground import NamedAdmin, PublicLines
from articles.admin.languages import beside, other_names
from articles.admin.site import desk
from articles.admin.slugs import SluggedForm
from articles.models import Contributor, ContributorName


class NameInline(PublicLines):
    model = ContributorName
    fields = ("language", "name", "about")


@admin.register(Contributor, site=desk)
class ContributorAdmin(NamedAdmin):
    form = SluggedForm
    inlines = (NameInline,)
    fixed = ("slug",)
    seen_at_once = ("name",)
    list_display = ("name", "slug")
    sortable_by = ("name",)
    names = ((ContributorName, "contributor_id"),)
    told = ("names",)
    autocomplete_fields = ("user", "portrait")

    def look_up_text(self, contributor):
        return beside(contributor.name, *other_names(contributor))

    def get_fields(self, request, obj=None):
        """Who may see the accounts, ties one to a byline."""
        own = ("name", "slug", "portrait")
        return (*own, "user") if request.user.has_perm("articles.view_user") else own
