"""The table of docs/permissions.md, the addresses of the desk, and what becomes of whoever asks for one."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unittest.mock import patch

from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.session import SessionStorage
from django.contrib.sessions.backends.db import SessionStore
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.http import Http404, HttpResponseForbidden, HttpResponseNotFound
from django.template.response import TemplateResponse
from django.test import RequestFactory
from django.urls import URLResolver, resolve
from django.views.generic import RedirectView
from model_bakery import baker

from articles.admin import desk
from articles.rules.roles import ROLES

TABLE = Path(__file__).parents[2] / "docs" / "permissions.md"
WHO = (*ROLES, "nobody", "stranger")
WRITES, READS, NO, LOG_IN = "writes", "reads", "no", "log in"
# A session says who is there and what they were told; tries, how often someone has tried to log in.
NOT_COUNTED = {"django_session", "articles_tries"}
LABELS = {app.label for app in apps.get_app_configs()}
HOLE = re.compile(r"<(?:\w+:)?(\w+)>")


def tables():
    """Ours, and that of each app beside it."""
    own = [Path(app.path) / "permissions.md" for app in apps.get_app_configs()]
    return [TABLE, *(path for path in own if path.exists())]


@cache
def table():
    """The table: for each name between backquotes in the second column, who may what."""
    found = {}
    for line in [line for path in tables() for line in path.read_text().splitlines()]:
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == len(WHO) + 2 and "`" in cells[1]:
            for name in re.findall("`([^`]+)`", cells[1]):
                assert name not in found, f"{TABLE.name} has two rows for `{name}`"
                found[name] = dict(zip(WHO, cells[2:], strict=True))
    return found


def line(name, cells, what="…"):
    return f"| {what} | `{name}` | " + " | ".join(cells[who] for who in WHO) + " |"


# The addresses


@dataclass(frozen=True)
class Address:
    """A page of the desk, as the table writes it, with what stands at its dots."""

    name: str
    route: str

    @property
    def model(self):
        """The model that a name means: our own by its first word, another app's by its second."""
        first, _slash, rest = self.name.partition("/")
        return rest.partition("/")[0] if first in LABELS else first

    def filled(self, value):
        """The path, with `value(name)` at each of its holes."""
        return "/admin/" + HOLE.sub(lambda hole: str(value(hole.group(1))), self.route)


def sample(address, hole, samples):
    """What stands at the dots of an address."""
    if hole == "language":
        return "en"
    if hole not in ("pk", "object_id", "id"):
        return samples[hole].pk if hole in samples else 1
    found = samples.get(address.name) or samples.get(address.model)
    if found is None:
        model = next(model for model in desk._registry if model._meta.model_name == address.model)
        found = model.objects.first() or baker.make(model)
    return found.pk


def _patterns(patterns, before=""):
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _patterns(pattern.url_patterns, route)
        elif getattr(pattern.callback, "view_class", None) is not RedirectView:
            yield route, pattern.name


def addresses():
    """The addresses that the desk answers, but for Django's forwarding of shortened addresses and its answer to all
    others."""
    for route, view in _patterns(desk.get_urls()):
        if view is not None:
            route = "articles/" if view == "app_list" else route
            yield Address(HOLE.sub("…", route).removeprefix("articles/") or view, route)


def look_ups():
    """What can be found as one types: every table to which another points, if the desk can search it."""
    targets = {
        field.remote_field.model: field
        for model in apps.get_app_config("articles").get_models()
        for field in model._meta.get_fields()
        if getattr(field, "many_to_one", False) and field.concrete
    }
    for model, field in targets.items():
        if model in desk._registry and desk._registry[model].search_fields:
            asked = f"app_label=articles&model_name={field.model._meta.model_name}&field_name={field.name}"
            yield f"look-up: {model._meta.model_name}", f"/admin/autocomplete/?{asked}&term="


# What becomes of who asks


def written():
    """How many rows this transaction has written to each table so far, be it taken back or not."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, n_tup_ins + n_tup_upd + n_tup_del FROM pg_stat_xact_user_tables"
            " WHERE schemaname = 'public'"
        )
        return {name: number for name, number in cursor if number and name not in NOT_COUNTED}


class Taken(Exception):
    """Raised to take back what was tried."""


class Visitor:
    """Someone who asks each view of the desk, and does not wait for the page to be set."""

    written = None

    def __init__(self, user=None):
        Visitor.written = None  # Another test may be another transaction.
        self.user = user or AnonymousUser()

    def ask(self, method, path, data=None):
        """The answer, and whether anything was written; all of it taken back."""
        with patch.object(TemplateResponse, "render", lambda response: response):
            return self.wait(method, path, data)

    def wait(self, method, path, data=None):
        """The answer as `ask` has it, with the page rendered."""
        for sent in (data or {}).values():
            if hasattr(sent, "seek"):
                sent.seek(0)
        as_json = {"content_type": "application/json"} if "fields" in (data or {}) and method == "post" else {}
        request = getattr(RequestFactory(), method)(path, data, **as_json)
        request.user, request.session = self.user, SessionStore()
        request._messages = SessionStorage(request)
        request._dont_enforce_csrf_checks = True
        request.resolver_match = resolve(request.path)
        before = Visitor.written or written()
        try:
            with transaction.atomic():
                response = self._answer(request)
                raise Taken
        except Taken:
            Visitor.written = written()
            return response, Visitor.written != before

    def _answer(self, request):
        view, args, kwargs = request.resolver_match
        try:
            return view(request, *args, **kwargs)
        except PermissionDenied:
            return HttpResponseForbidden()
        except Http404:
            return HttpResponseNotFound()

    def cell(self, path, data):
        """What the table should say of this address: it is opened, and what it asks is sent to it by force."""
        seen, has_written = self.ask("get", path)
        assert seen.status_code < 500, path
        assert not has_written, f"opening {path} writes"
        forced, has_written = self.ask("post", path, data)
        assert forced.status_code < 500, path
        if has_written:
            return WRITES
        if _is_sent_to_log_in(seen) and _is_sent_to_log_in(forced):
            return LOG_IN
        if seen.status_code == 403:
            assert forced.status_code in (403, 405), path
            return NO
        if seen.status_code == 404:
            assert forced.status_code == 404, path
            return NO
        assert seen.status_code in (200, 302, 405), f"{path} answers {seen.status_code}"
        return READS


def _is_sent_to_log_in(response):
    if response.status_code == 403:
        return b'id="login-form"' in response.content
    return response.status_code == 302 and response.url.startswith("/admin/login/")


def actions(users):
    """The bulk actions of each list, and who is offered them. Those of all lists are said once."""
    everywhere = {name for name, _function in desk.actions}
    for model, admin in desk._registry.items():
        own = {name for _function, name, _words in admin._get_base_actions()} - everywhere
        for room, names in (("any", everywhere), (model._meta.model_name, own)):
            for name in names:
                yield room, name, model, {who: _offers(admin, name, user) for who, user in users.items()}


def _offers(admin, name, user):
    if not user.is_authenticated:
        return LOG_IN
    is_offered = admin.has_view_permission(_asked_by(user)) and name in admin.get_actions(_asked_by(user))
    return WRITES if is_offered else NO


def lines(users, samples):
    """The lines on the form of each model, and who may write them there."""
    for model, admin in desk._registry.items():
        name = model._meta.model_name
        rows = {name: samples.get(name) or model.objects.first(), f"{name}, seen": samples.get(f"{name}, seen")}
        for said, row in rows.items():
            for inline in admin.get_inline_instances(_asked_by(users["superuser"]), row) if row else ():
                cells = {who: _line_cell(admin, inline, user, row) for who, user in users.items()}
                yield f"{said}: {inline.model._meta.model_name}", cells


def _line_cell(admin, inline, user, row):
    if not user.is_authenticated:
        return LOG_IN
    request = _asked_by(user)
    if not (admin.has_view_permission(request, row) and inline.has_view_permission(request, row)):
        return NO
    may = (inline.has_add_permission, inline.has_change_permission, inline.has_delete_permission)
    writes = admin.has_change_permission(request, row) and [rule(request, row) for rule in may]
    return WRITES if writes and all(writes) else "adds" if writes and writes[0] else READS


def _asked_by(user):
    request = RequestFactory().get("/admin/")
    request.user = user
    return request
