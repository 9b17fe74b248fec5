"""Placements: the way in to the front pages, and the list of all that ever stood there."""

from functools import partial

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.urls import path
from django.utils.translation import gettext_lazy as _

from articles.admin.fronts import pages
from articles.admin.shell.site import desk
from articles.admin.tables.admins import ReadOnlyAdmin
from articles.models import Placement


@admin.register(Placement, site=desk)
class PlacementAdmin(ReadOnlyAdmin):
    heading = _("All that ever stood there")
    fields = ("edition", "slot", "story", "live_from", "live_until")
    list_display = ("story", "edition", "slot", "live_from", "live_until")
    list_select_related = ("story", "edition")
    list_filter = ("edition", "slot")
    ordering = ("-pk",)
    sortable_by = ()

    def for_list(self, rows):
        return rows.defer("story__body", "story__note")

    def get_urls(self):
        """The way in leads to the front pages; the list of all that ever stood there has an address of its own."""
        view = self.admin_site.admin_view
        front, frame = (view(partial(each, admin=self)) for each in (pages.page, pages.frame))
        own = [
            path("", view(self.enter), name="articles_placement_changelist"),
            path("all/", view(self.changelist_view), name="articles_placement_all"),
            path("front/<slug:language>/", front, name="articles_placement_front"),
            path("front/<slug:language>/page/", frame, name="articles_placement_page"),
        ]
        return own + super().get_urls()

    def enter(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied
        return pages.choose(request)
