"""The desk as a site: its name, what stands on its first page, and how it refuses."""

from functools import wraps

from django.contrib.admin import AdminSite
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

# What the first page lists, room by room, in the order of a day's work.
ROOMS = (
    (_("The desk"), ("Story", "Source", "Tag", "Photo", "Contributor")),
    (_("The paper"), ("Edition", "Section", "Page")),
    (_("The record"), ("Publication", "Correction", "Withdrawal", "Erasure", "Placement", "Address")),
    (_("Who did what"), ("Event", "Revision", "User")),
)


class Desk(AdminSite):
    site_header = _("Newsroom")
    site_title = _("Newsroom")
    index_title = _("The desk")

    def admin_view(self, view, cacheable=False):
        """Nothing here may be kept by a browser or a cache, not even what Django thinks is harmless."""
        return super().admin_view(self._refusing_kindly(view), cacheable=False)

    def _refusing_kindly(self, view):
        """A page of the desk for what is forbidden or missing: readers' error pages are not for staff."""

        @wraps(view)
        def answer(request, *args, **kwargs):
            try:
                _refuse_nul(request)
                return view(request, *args, **kwargs)
            except PermissionDenied:
                return self._refuse(request, 403, _("Your role does not allow this"))
            except Http404:
                return self._refuse(request, 404, _("There is no such page at the desk"))

        return answer

    def get_urls(self):
        # Django's “view on site” tells all of the staff the address of any row, of what is only scheduled too.
        return [url for url in super().get_urls() if getattr(url, "name", "") != "view_on_site"]

    def _refuse(self, request, status, title):
        return render(request, "admin/refused.html", self.each_context(request) | {"title": title}, status=status)

    def get_app_list(self, request, app_label=None):
        found = self._build_app_dict(request, app_label)
        models = {entry["object_name"]: (app, entry) for app in found.values() for entry in app["models"]}
        rooms = [(name, [models[each] for each in names if each in models]) for name, names in ROOMS]
        return [rows[0][0] | {"name": name, "models": [entry for _app, entry in rows]} for name, rows in rooms if rows]

    def get_log_entries(self, request):
        # Django's log repeats what rows are called. Events are ours.
        return LogEntry.objects.none()


def _refuse_nul(request):
    """No address has one, and PostgreSQL takes none: filters and look-ups hand on whatever they are sent."""
    if "\x00" in request.path or any("\x00" in value for _name, values in request.GET.lists() for value in values):
        raise Http404


desk = Desk()
