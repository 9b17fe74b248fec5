"""The desk as a site: its name, what stands on its first page, and how it refuses."""

from dataclasses import replace
from functools import wraps

from django.contrib.admin import AdminSite
from django.contrib.admin.models import LogEntry
from django.contrib.admin.options import TO_FIELD_VAR
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.core.exceptions import PermissionDenied
from django.http import Http404, JsonResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.functional import lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from articles import doors
from articles.admin.forms import namesakes, scripts
from articles.admin.shell import first_page, unsent
from articles.admin.shell.first_steps import first_steps
from articles.admin.shell.language import LANGUAGES, choose, in_own_language, keep_asked
from articles.admin.shell.logins import ChangeOfPassword, LoginForm
from articles.models import Edition, Story, StoryTag, searching
from articles.rules.numbers import number


class LookUps(AutocompleteJsonView):
    """Django's view of look-ups. Each row that is found says more than its name, where its admin knows more."""

    def serialize_result(self, obj, to_field_name):
        say = getattr(self.model_admin, "look_up_text", lambda row, _language: str(row))
        said = say(obj, self.request.GET.get("language"))
        if obj.pk in self.notes:
            said = f"{said} · {self.notes[obj.pk]}"
        own = {"name": str(obj), "text": said}
        # Who is found by another spelling is asked about, and not taken.
        if getattr(obj, "found_as", None) == searching.ALIKE:
            own["isAlike"] = True
        return super().serialize_result(obj, to_field_name) | own

    def get_context_data(self, **kwargs):
        """A page of rows, and what tells those apart that have one name."""
        context = super().get_context_data(**kwargs)
        found = context["object_list"] = list(context["object_list"])
        self.notes = namesakes.notes(self.model_admin.model, found, self.request.GET.get("language"))
        return context

    def get_queryset(self):
        """Rows that a look-up finds; for a story's tags, only those in its language."""
        found, language = super().get_queryset(), self.request.GET.get("language")
        return found.filter(language=language) if language and self.source_field.model is StoryTag else found


class Desk(AdminSite):
    site_header = _("Newsroom")
    site_title = _("Newsroom")
    index_title = _("The desk")
    enable_nav_sidebar = False
    empty_value_display = ""
    login_form = LoginForm

    def admin_view(self, view, cacheable=False):
        """A page of the desk: no browser or cache may keep it, not even those that Django thinks harmless."""
        inner = super().admin_view(in_own_language(self._refusing_kindly(view)), cacheable=False)

        @wraps(view)
        def answer(request, *args, **kwargs):
            if request.method == "POST" and not self.has_permission(request) and not _logs_out(request):
                if scripts.is_asked_by(request):
                    return JsonResponse({"is_saved": False, "login": reverse("admin:login")}, status=403)
                return self.ask_to_log_in(request, unsent.sent(request))
            return inner(request, *args, **kwargs)

        return answer

    def login(self, request, extra_context=None):
        """Log in. A text that had to wait for the login is shown."""
        carried = unsent.carried(request) if request.method == "POST" else None
        response = in_own_language(super().login)(request, {"unsent": carried} | (extra_context or {}))
        keep_asked(request)
        if carried and response.status_code == 302 and self.has_permission(request):
            return self.ask_to_send_again(request, carried)
        return response

    @method_decorator([never_cache, in_own_language])
    def ask_to_log_in(self, request, typed):
        address = reverse("admin:login", query={REDIRECT_FIELD_NAME: typed.address})
        context = self.each_context(request) | {
            "title": _("Log in"),
            "form": self.login_form(request),
            "app_path": address,
            "next": typed.address,
            "unsent": typed,
        }
        return render(request, "admin/login.html", context, status=403)

    @method_decorator([never_cache, in_own_language])
    def ask_to_send_again(self, request, typed, status=200):
        context = self.each_context(request) | {"title": _("Here is what you typed"), "unsent": typed}
        context["subtitle"] = typed.called or _story_called(request, typed.story)
        return render(request, "admin/shell/send_again.html", context, status=status)

    def index(self, request, extra_context=None):
        shown = first_page.wall(request.user) | {"first_steps": first_steps(request.user)}
        return super().index(request, shown | (extra_context or {}))

    def app_index(self, request, app_label, extra_context=None):
        """The desk is one, for those who have a place in it."""
        if not self.get_app_list(request, app_label):
            raise Http404
        return self.index(request, extra_context)

    def each_context(self, request):
        context = super().each_context(request)
        rooms = _rooms(context["available_apps"], request.path)
        others = [(code, name) for code, name in LANGUAGES.items() if code != get_language()]
        return context | {"rooms": rooms, "other_languages": others, "paper_name": lazy(_paper_name, str)()}

    def _refusing_kindly(self, view):
        """A page of the desk for what is forbidden or missing: readers' error pages are not for staff."""

        @wraps(view)
        def answer(request, *args, **kwargs):
            try:
                _refuse_nul(request)
                _refuse_nameless_column(request)
                return view(request, *args, **kwargs)
            except PermissionDenied:
                return self._refuse(request, 403, _("Your role does not allow this"))
            except Http404:
                return self._refuse(request, 404, _("There is no such page at the desk"))

        return answer

    def password_change(self, request, extra_context=None):
        context = self.each_context(request) | (extra_context or {})
        done = reverse("admin:password_change_done")
        return ChangeOfPassword.as_view(success_url=done, extra_context=context)(request)

    def autocomplete_view(self, request):
        return LookUps.as_view(admin_site=self)(request)

    def get_urls(self):
        # Django's “view on site” tells all of the staff the address of any row, of what is only scheduled too.
        urls = [url for url in super().get_urls() if getattr(url, "name", "") != "view_on_site"]
        return [path("language/", self.admin_view(choose), name="language"), *urls]

    def _refuse(self, request, status, title):
        return render(request, "admin/shell/refused.html", self.each_context(request) | {"title": title}, status=status)

    def get_app_list(self, request, app_label=None):
        found = super().get_app_list(request, app_label)
        models = {entry["model"]._meta.label: (app, entry) for app in found for entry in app["models"]}
        rooms = [(room.name, [models[each] for each in room.models if each in models]) for room in rooms_of_the_desk()]
        return [rows[0][0] | {"name": name, "models": [entry for _app, entry in rows]} for name, rows in rooms if rows]

    def get_log_entries(self, request):
        # Django's log repeats what rows are called. Events are ours.
        return LogEntry.objects.none()


def rooms_of_the_desk():
    """The rooms, each once, with what every app has put in."""
    rooms = {}
    for room in doors.ROOMS:
        known = rooms.get(room.key, replace(room, models=(), every_day=()))
        rooms[room.key] = replace(known, models=known.models + room.models, every_day=known.every_day + room.every_day)
    return list(rooms.values())


def _rooms(apps, here):
    """The lists that one may see, those of every day first; and where a story is started, by whoever may."""
    models = {entry["model"]._meta.label: entry for app in apps for entry in app["models"] if entry.get("admin_url")}
    line = [name for room in doors.ROOMS for name in room.every_day]
    for entry in models.values():
        entry["is_here"] = here.startswith(entry["admin_url"])
    return {
        "line": [models[name] for name in line if name in models],
        "others": [entry for name, entry in models.items() if name not in line],
        "new_story": models.get("articles.Story", {}).get("add_url"),
    }


def _paper_name():
    """The name of the edition in the language of the interface."""
    names = dict(Edition.objects.order_by("-is_default").values_list("language", "name"))
    return names.get(get_language()) or next(iter(names.values()), Desk.site_header)


def _story_called(request, story):
    """The headline of a story, to whoever may see it."""
    pk = number(story) if request.user.has_perm("articles.view_story") else None
    return Story.objects.filter(pk=pk).values_list("headline", flat=True).first() or ""


def _logs_out(request):
    return request.path == reverse("admin:logout")


def _refuse_nul(request):
    """Refuse a NUL in an address: PostgreSQL takes none, and filters and look-ups hand on whatever they are sent."""
    if "\x00" in request.path or any("\x00" in value for _name, values in request.GET.lists() for value in values):
        raise Http404


def _refuse_nameless_column(request):
    """Refuse a look-up by a column without a name: Django's own view breaks on it."""
    if "" in (request.GET.get(TO_FIELD_VAR), request.POST.get(TO_FIELD_VAR)):
        raise Http404


desk = Desk()
