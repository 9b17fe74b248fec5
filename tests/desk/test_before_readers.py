"""Nobody who may not publish changes what readers have: no form, line, window, list or link, on no row that they see or
will see once what is scheduled begins. Made from what readers may know, and from the forms as they are."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from django import forms
from django.db import connection, transaction
from django.urls import reverse

from articles.actions import photos, publishing, shared
from articles.actions.refusals import NotAllowed
from articles.admin import desk as site
from articles.models import (
    Contributor,
    ContributorName,
    Edition,
    Event,
    Page,
    Photo,
    Publication,
    Section,
    Source,
    SourceName,
    SourceTitle,
    Tag,
    User,
)
from articles.rules.roles import KEPT, ROLES
from articles.wall import seen
from articles.wall.views import shown_tables
from tests.desk import permissions
from tests.desk.forms import form_of
from tests.desk.photos.pictures import quay

# What follows its own table: it is not frozen with a version.
FOLLOW = {Contributor, ContributorName, Edition, Page, Photo, Section, Source, SourceName, SourceTitle, Tag}
WITHOUT = [role for role, names in ROLES.items() if "publish_story" not in names]
FORGED = "Forged words"


# Where no words will do: colours that can be read on their paper, and time zones.
OTHERS = {"#0d5c63": "#202020", "#6cc0c4": "#e0e0e0", "Europe/London": "Asia/Tokyo", "Asia/Beirut": "Asia/Tokyo"}


# Whatever some page of the desk asks, all of it sent to each.
FORCED = {
    "name": FORGED, "title": FORGED, "about": FORGED, "description": FORGED, "alt_text": FORGED, "caption": FORGED,
    "credit": FORGED, "headline": FORGED, "slug": "forged", "at": "2090-01-10T12:00", "kind": "correction",
    "right": FORGED, "reason": FORGED, "revision": "1", "version": "1", "slot": "2", "focal_x": "7", "focal_y": "7",
    "post": "yes", "username": "chief", "password": "newsroom-demo", "is_let_out": "on", "language": "en",
}  # fmt: skip


class Taken(Exception):
    """Raised to take back what was tried."""


@pytest.fixture
def paper(live_story, make_story, english, arabic, union, lina, chief, soon):
    """A paper in which each table that readers see has rows: with a live version, and with one that is scheduled."""
    public, drafted = (_photo(slug) for slug in ("public", "portrait"))
    lina.names.create(language="en", name="Lina H.", about="Reports on ports.")
    Contributor.objects.filter(pk=lina.pk).update(portrait=drafted)
    photos.choose_as_portrait(drafted, by=chief)
    union.names.create(language="en", name="The Dockers’ Union")
    SourceTitle.objects.create(source=union, language="en", title="Union of dockers")
    ports = Tag.objects.get(name="Ports")
    there = Tag.objects.create(name="موانئ", key="موانئ", slug="موانئ", language="ar")
    for tag in (ports, there):
        Tag.objects.filter(pk=tag.pk).update(family="ports")
    Tag.objects.create(name="أجور", key="أجور", slug="أجور", language="ar")
    Section.objects.create(edition=arabic, name="عالم", slug="عالم", family="free")
    Page.objects.create(edition=english, slug="ethics", title="Ethics", body="<p>Ethics.</p>")
    pictured = make_story(headline="A quay", lead_photo=public, slug="quay", tags=["Ports"])
    publishing.publish(pictured, revision=1, by=chief)
    later = make_story(
        headline="Tomorrow", lead_photo=_photo("later"), slug="later", tags=["Tomorrow"], bylines=[_amal()]
    )
    publishing.publish(later, revision=1, by=chief, at=soon)
    return live_story


def _photo(slug):
    photo = Photo.objects.create(slug=slug, image=quay(), credit="Sami Idris")
    photo.texts.create(language="en", alt_text="A quay", caption="A quay.")
    return photo


def _amal():
    amal = Contributor.objects.create(slug="amal", name="Amal")
    amal.names.create(language="en", name="Amal A.")
    return amal


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


# The four ways that were known


@pytest.fixture
def reporters_desk(client, reporter):
    client.force_login(reporter)
    return client


def page_of(row):
    return reverse(f"admin:articles_{row._meta.model_name}_change", args=[row.pk])


PAGES = ("/", "/contributors/lina-hasko/", "/sources/dockers-union/", "/topics/ports/")


def bytes_of(client, *more):
    story = Publication.objects.live().get(headline="Dockers reject pay offer")
    return [
        (path, client.get(path).status_code, client.get(path).content)
        for path in (*PAGES, story.get_absolute_url(), *more)
    ]


@pytest.fixture
def forge(paper, reporters_desk):
    """What a reporter sends of a row, by force, and whether any page is another after it."""

    def send(row, **typed):
        before = bytes_of(reporters_desk)
        assert {status for _path, status, _page in before} == {200}
        sent = form_of(reporters_desk.get(page_of(row)))
        reporters_desk.post(page_of(row), sent | typed)
        assert bytes_of(reporters_desk) == before

    return send


def test_a_contributors_name_and_about_in_another_language_are_not_a_reporters(forge, lina):
    new = {"names-0-language": "ar", "names-0-name": FORGED, "names-0-about": FORGED, "names-0-contributor": lina.pk}
    forge(lina, **new, **{"names-TOTAL_FORMS": 1, "names-INITIAL_FORMS": 0})
    forge(lina, **{f"names-1-{name[8:]}": value for name, value in new.items()},
          **{"names-TOTAL_FORMS": 2, "names-INITIAL_FORMS": 1})  # fmt: skip
    assert [name.name for name in lina.names.all()] == ["Lina H."]


def test_the_portrait_of_a_contributor_whom_readers_see_is_not_a_reporters(forge, lina):
    forge(lina, portrait=_photo("draft").pk)
    assert Contributor.objects.get(pk=lina.pk).portrait.slug == "portrait"


def test_a_title_of_a_public_source_is_not_a_reporters(forge, union):
    forge(union, **{
        "titles-TOTAL_FORMS": 2, "titles-INITIAL_FORMS": 1, "titles-1-language": "en", "titles-1-title": FORGED,
        "titles-1-source": union.pk,
    })  # fmt: skip
    assert [title.title for title in union.titles.all()] == ["Union of dockers"]


@pytest.mark.parametrize("slug", ["public", "portrait", "later"])
def test_the_crop_and_the_credit_of_a_photo_that_readers_see_or_will_see_are_not_a_reporters(forge, slug):
    photo = Photo.objects.get(slug=slug)
    forge(photo, focal_x=1, focal_y=99, credit=FORGED)
    fresh = Photo.objects.get(slug=slug)
    assert (fresh.focal_x, fresh.focal_y, fresh.credit, fresh.made_as) == (50, 50, "Sami Idris", photo.made_as)


def test_what_a_photo_lacks_is_said_without_a_credit_that_readers_would_see(paper, reporters_desk, chief):
    """A portrait may have no credit: filled in, it stands on a page at once."""
    Photo.objects.filter(slug="portrait").update(credit="")
    photo = Photo.objects.get(slug="portrait")
    path = reverse("admin:articles_photo_lacking", args=[photo.pk]) + "?language=ar"
    assert 'name="credit"' not in reporters_desk.get(path).json()["form"]
    reporters_desk.post(path, {"alt_text": "رصيف", "credit": FORGED})
    assert Photo.objects.get(pk=photo.pk).credit == ""
    assert photo.texts.get(language="ar").alt_text == "رصيف"
    with pytest.raises(NotAllowed):
        photos.describe(photo, by=User.objects.get(username="reporter"), language="ar", credit=FORGED)


def test_what_nobody_sees_yet_is_still_a_reporters(paper, reporters_desk):
    mayor, new = Source.objects.create(slug="mayor", name="Mayor"), _photo("new")
    for row, typed in ((mayor, {"name": "The mayor"}), (new, {"focal_x": "7", "credit": "Another"})):
        reporters_desk.post(page_of(row), form_of(reporters_desk.get(page_of(row))) | typed)
    assert Source.objects.get(pk=mayor.pk).name == "The mayor"
    assert (Photo.objects.get(pk=new.pk).focal_x, Photo.objects.get(pk=new.pk).credit) == (7, "Another")


# As text, with who may


@pytest.mark.parametrize(
    ("find", "said", "who"),
    [
        (lambda: Contributor.objects.get(slug="lina-hasko"), ["Lina Hasko", "Reports on ports."], "editor chief"),
        (lambda: Contributor.objects.get(slug="amal"), ["Amal", "Amal A."], "editor chief"),
        (lambda: Source.objects.get(slug="dockers-union"), ["Union of dockers", "Organisation"], "editor chief"),
        (lambda: Tag.objects.get(name="Ports"), ["Ports"], "editor chief"),
        (lambda: Photo.objects.get(slug="later"), ["Sami Idris"], "editor chief"),
        (lambda: Section.objects.get(slug="economy"), ["Economy"], "chief"),
        (lambda: Edition.objects.get(language="en"), ["The Meridian"], "chief"),
        (lambda: Page.objects.get(slug="ethics"), ["Ethics"], "chief"),
    ],
)  # fmt: skip
def test_whoever_may_not_change_it_reads_it_as_text_and_who_may(paper, reporters_desk, find, said, who):
    row = find()
    page = reporters_desk.get(page_of(row))
    assert page.context["who_may"] == who.split()
    html = page.content.decode()
    assert all(words in html for words in said)
    note = re.search(r'<p class="closed-note".*?</p>', html, re.DOTALL)[0]
    assert re.findall("<bdi>(.*?)</bdi>", note) == who.split()
    closed = set(form_of(page)) & {name for name in seen.fields(type(row))} - {"language"}
    assert not closed


def test_whoever_may_change_it_is_told_nothing_of_the_kind(paper, client, chief, reporter):
    client.force_login(chief)
    assert "closed-note" not in client.get(page_of(Tag.objects.get(name="Ports"))).content.decode()
    client.force_login(reporter)
    unseen = Tag.objects.get(name="أجور")
    assert "closed-note" not in client.get(page_of(unseen)).content.decode()


# What keeps the house


@pytest.mark.parametrize(("field", "value"), [("time_zone", "Asia/Tokyo"), ("position", "7")])
def test_an_admin_sets_the_zone_and_the_place_of_an_edition_with_an_event(paper, client, administrator, field, value):
    client.force_login(administrator)
    edition = Edition.objects.get(language="en")
    sent = form_of(client.get(page_of(edition)))
    client.post(page_of(edition), sent | {field: value, "name": FORGED, "tagline": FORGED, "accent": "#202020"})
    fresh = Edition.objects.get(pk=edition.pk)
    assert (str(getattr(fresh, field)), fresh.name, fresh.tagline, fresh.accent) == (
        value,
        "The Meridian",
        "",
        "#0d5c63",
    )
    event = Event.objects.of_row(edition).get()
    assert (event.by, event.fields) == (administrator, field)
    connection.check_constraints()


def test_an_action_refuses_an_admin_the_rest_of_an_edition(paper, administrator, chief):
    edition = Edition.objects.get(language="en")
    for fields in (["name"], ["time_zone", "tagline"], []):
        with pytest.raises(NotAllowed):
            shared.leave_event(edition, by=administrator, fields=fields)
    shared.leave_event(edition, by=administrator, fields=["time_zone", "position"])
    shared.leave_event(edition, by=chief, fields=["name"])


# A row that comes before readers while a form is open


def test_a_form_that_was_judged_before_the_row_was_published_is_refused_when_it_is_saved(make_story, reporter, chief):
    amal = _amal()
    publishing.publish(make_story(bylines=[amal]), revision=1, by=chief)
    for fields in (["name"], ["portrait"], ["contributorname"]):
        with pytest.raises(NotAllowed):
            shared.leave_event(amal, by=reporter, fields=fields)
    shared.leave_event(amal, by=reporter, fields=["user"])
