"""Nobody who may not publish changes what readers have: no form, line, window, list or link, on no row that they see or
will see once what is scheduled begins. Made from what readers may know, and from the forms as they are."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from django import forms
from django.db import connection, transaction
from django.urls import reverse

from articles.admin import desk as site
from articles.models import (
    Contributor,
    ContributorName,
    Edition,
    Page,
    Photo,
    Section,
    Source,
    SourceName,
    SourceTitle,
    Tag,
)
from articles.rules.roles import KEPT, ROLES
from articles.wall import seen
from articles.wall.views import shown_tables
from tests.desk import permissions
from tests.desk.before_readers import FORGED
from tests.desk.forms import form_of

# What follows its own table: it is not frozen with a version.
FOLLOW = {Contributor, ContributorName, Edition, Page, Photo, Section, Source, SourceName, SourceTitle, Tag}
WITHOUT = [role for role, names in ROLES.items() if "publish_story" not in names]


# Where no words will do: colours that can be read on their paper, and time zones.
OTHERS = {"#0d5c63": "#202020", "#6cc0c4": "#e0e0e0", "Europe/London": "Asia/Tokyo", "Asia/Beirut": "Asia/Tokyo"}


# Whatever some page of the desk asks, all of it sent to each.
FORCED = {
    "name": FORGED, "title": FORGED, "about": FORGED, "description": FORGED, "alt_text": FORGED, "caption": FORGED,
    "credit": FORGED, "headline": FORGED, "slug": "forged", "at": "2090-01-10T12:00", "kind": "correction",
    "right": FORGED, "reason": FORGED, "revision": "1", "version": "1", "slot": "2", "focal_x": "7", "focal_y": "7",
    "post": "yes", "username": "chief", "password": "newsroom-demo", "is_let_out": "on", "origin": "composite",
    "language": "en",
}  # fmt: skip


class Taken(Exception):
    """Raised to take back what was tried."""


def what_readers_have():
    """{(table, row): {column: value}} of all that readers see, or will see."""
    found = {}
    with connection.cursor() as cursor:
        for model, shown in shown_tables().items():
            columns = [field.column for field in model._meta.concrete_fields if field.column in shown.columns]
            names = ", ".join(f't."{name}"' for name in columns)
            cursor.execute(f"SELECT {names} FROM {model._meta.db_table} t WHERE {shown.rows_ever}")
            for row in cursor.fetchall():
                found[model, row[columns.index("id")]] = dict(zip(columns, row, strict=True))
    return found


def difference(before, after):
    """{(model, column)} of what is no longer as it was; of a row that came or went, all columns."""
    return {
        (key[0], column)
        for key in before.keys() | after.keys()
        for column in (before.get(key) or after[key])
        if before.get(key, {}).get(column) != after.get(key, {}).get(column)
    }


def tried(act, before):
    """What of what readers have `act` changes; taken back."""
    changed = None
    try:
        with transaction.atomic():
            act()
            connection.check_constraints()
            changed = difference(before, what_readers_have())
            raise Taken
    except Taken:
        return changed


# What is typed


@dataclass(frozen=True)
class Attempt:
    """A form, sent with one thing changed: which, of which table, and whether readers would have it."""

    path: str
    model: type
    field: str
    sent: tuple

    def __str__(self):
        return f"{self.path} {self.model._meta.model_name}.{self.field}"

    is_a_form: bool

    @property
    def is_of_what_readers_have(self):
        """Whether it is to change a page, if the chief sends it: the pages of the record have no form."""
        of_a_row = self.field in ("sibling", "DELETE", "new line") and seen.is_shown(self.model)
        return self.is_a_form and (self.field in seen.fields(self.model) or of_a_row)


def other(field, value):
    """Another value of a form's field than `value`."""
    if isinstance(field, forms.ModelChoiceField):
        # The newest: no other row has it as its sibling.
        rows = [row.pk for row in field.queryset if str(row.pk) != str(value)]
        return str(max(rows, default=""))
    if isinstance(field, forms.BooleanField):
        return None if value else "on"
    if isinstance(field, forms.ChoiceField):
        return next(str(choice) for choice, _words in field.choices if str(choice) not in ("", str(value)))
    if isinstance(field, forms.IntegerField):
        return "7"
    if isinstance(field, forms.DateField):
        return "2001-02-03"
    return OTHERS.get(value, FORGED)


def attempts(client, model, pk):
    """Each thing that whoever may do everything could change on the form of a row."""
    path = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=[pk])
    page = client.get(path)
    sent, form, is_a_form = form_of(page), page.context["adminform"].form, page.context["has_change_permission"]
    for name, field in form.fields.items():
        yield _with(path, model, name, is_a_form, sent, {name: other(field, form[name].value())})
    for inline in page.context["inline_admin_formsets"]:
        yield from _of_lines(path, inline.formset, is_a_form, sent)


def _of_lines(path, lines, is_a_form, sent):
    for line in lines.initial_forms:
        for name, field in line.fields.items():
            if not field.widget.is_hidden or name == "DELETE":
                value = "on" if name == "DELETE" else other(field, line[name].value())
                yield _with(path, lines.model, name, is_a_form, sent, {line.add_prefix(name): value})
    extra = lines.extra_forms[0] if lines.extra_forms else lines.empty_form
    place = lines.initial_form_count()
    new = {
        f"{lines.prefix}-{place}-{name}": _as_it_is(field, extra[name].value()) or other(field, None)
        for name, field in extra.fields.items()
        if name not in ("id", "DELETE")
    }
    count = {f"{lines.prefix}-TOTAL_FORMS": str(max(place + 1, lines.total_form_count()))}
    yield _with(path, lines.model, "new line", is_a_form, sent, new | count)


def _as_it_is(field, value):
    if isinstance(field, forms.ModelChoiceField) or field.widget.is_hidden:
        return str(getattr(value, "pk", value) or "")
    return None


def _with(path, model, name, is_a_form, sent, changed):
    sent = {key: value for key, value in (sent | changed).items() if value is not None}
    return Attempt(path, model, name, tuple(sent.items()), is_a_form)


def seen_rows():
    """Each row that readers see or will see, of the tables that have a form at the desk."""
    for model, pk in what_readers_have():
        if model in site._registry:
            yield model, pk


@pytest.fixture
def all_attempts(paper, client, django_user_model):
    # What a title of any other source may name.
    Source.objects.create(slug="port", name="The port", kind="organisation")
    client.force_login(django_user_model.objects.create_superuser("root"))
    return [attempt for model, pk in seen_rows() for attempt in attempts(client, model, pk)]


def send(client, attempt):
    return client.post(attempt.path, dict(attempt.sent))


# The promise


def test_each_thing_that_readers_have_of_a_form_is_changed_by_the_chief_and_by_no_role_without_the_right(
    all_attempts, client, chief, people
):
    client.force_login(chief)
    now = what_readers_have()
    by_chief = {str(attempt): tried(lambda attempt=attempt: send(client, attempt), now) for attempt in all_attempts}
    of_readers = {str(attempt) for attempt in all_attempts if attempt.is_of_what_readers_have}
    assert {model.__name__ for model in FOLLOW} <= {attempt.model.__name__ for attempt in all_attempts}
    # The trial is one: what it forges would change pages.
    assert not [name for name in of_readers if not by_chief[name] and not name.endswith(NOT_CHANGED_BY_ANYBODY)]
    may = {
        (attempt.model._meta.model_name, attempt.field): {"chief"} for attempt in all_attempts if by_chief[str(attempt)]
    }
    for role in ("editor", *WITHOUT):
        client.force_login(people[role])
        for attempt in all_attempts:
            found = tried(lambda attempt=attempt: send(client, attempt), now)
            if found:
                may[attempt.model._meta.model_name, attempt.field].add(role)
            assert role == "editor" or found <= _granted(role, attempt.model), f"{role}: {attempt}"
    assert told_in_the_docs() == may


DOCS = Path(__file__).parents[2] / "docs" / "permissions.md"


def told_in_the_docs():
    """{(table, what of its form): roles}, as docs/permissions.md has it."""
    rows = re.findall(r"^\| `(\w+)` \| (`.+) \| ([a-z, ]+) \|$", DOCS.read_text(), re.MULTILINE)
    found = {}
    for table, names, roles in rows:
        lines = ["new line", "DELETE"] if "a new line, a line less" in names else []
        for name in [*re.findall(r"`(\w+)`", names), *lines]:
            found[table, name] = set(roles.split(", "))
    return found


# Nobody says that a source may not be named whom readers have seen.
NOT_CHANGED_BY_ANYBODY = ("source.protected_in",)


def _granted(role, model):
    """What keeping the house takes: the docs name it."""
    if f"keep_{model._meta.model_name}" not in ROLES[role]:
        return set()
    return {(model, name) for name in KEPT[model._meta.model_name]}


@pytest.mark.parametrize("role", [*WITHOUT, "nobody"])
def test_no_address_and_no_bulk_action_of_the_desk_changes_what_readers_have(paper, client, people, role):
    client.force_login(people[role])
    now = what_readers_have()
    first = {model._meta.model_name: pk for model, pk in reversed(list(seen_rows()))}
    for address in permissions.addresses():
        path = address.filled(lambda hole, address=address: first.get(address.model, 1) if hole != "language" else "en")
        asked = FORCED | {"into": first["tag"], "put": f"2:{paper.pk}", "edition": paper.edition_id}
        actions = [name for name, _function in site.actions] + ["section", "add_tags", "remove_tags"]
        bulk = [{"action": name, "_selected_action": list(first.values())} for name in actions]
        is_a_list = path.endswith(f"/{address.model}/")
        for sent in [asked, *(asked | each for each in bulk if is_a_list)]:
            assert not tried(lambda path=path: client.get(path), now), path
            assert not tried(lambda path=path, sent=sent: client.post(path, sent), now), f"{role}: {path}"
