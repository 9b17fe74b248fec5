"""Contributors: those who have a byline."""

from django.contrib import admin

from articles.admin.ground import DeskAdmin, PublicLines
from articles.admin.site import desk
from articles.admin.slugs import SluggedForm
from articles.models import Contributor, ContributorName


class NameInline(PublicLines):
    model = ContributorName
    fields = ("language", "name", "about")


@admin.register(Contributor, site=desk)
class ContributorAdmin(DeskAdmin):
    form = SluggedForm
    inlines = (NameInline,)
    fixed = ("slug",)
    seen_at_once = ("name",)
    list_display = ("name", "slug")
    search_fields = ("name", "names__name", "slug")
    autocomplete_fields = ("user",)

    def get_fields(self, request, obj=None):
        """Who may see the accounts, ties one to a byline."""
        return ("name", "slug", "user") if request.user.has_perm("articles.view_user") else ("name", "slug")
