"""Whatever changes what readers have says who did it: asked by the database at commit, of each table that they see."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from articles import doors
from articles.actions import events, locking
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
    Verb,
)
from articles.wall.views import shown_tables
from tests import declared
from tests.conftest import member
from tests.raw_sql import run
from tests.wall.telling import refused, tell, undeclared, write

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "readers"])


# What follows its own table: of each a row that readers see, a column, a value, and the row whose events tell of it.
FOLLOW = [
    (lambda: Edition.objects.get(language="en"), "name", "'Forged'", None),
    (lambda: Edition.objects.get(language="en"), "time_zone", "'Asia/Tokyo'", None),
    (lambda: Section.objects.get(slug="economy"), "family", "'forged'", None),
    (lambda: Section.objects.get(slug="economy"), "position", "position + 1", None),
    (lambda: Page.objects.get(slug="ethics"), "body", "'<p>Forged</p>'", None),
    (lambda: Contributor.objects.get(slug="lina-hasko"), "name", "'Forged'", None),
    (lambda: Contributor.objects.get(slug="lina-hasko"), "portrait_id", "NULL", None),
    (lambda: ContributorName.objects.get(), "about", "'Forged'", "contributor"),
    (lambda: Source.objects.get(slug="dockers-union"), "kind", "'document'", None),
    (lambda: Source.objects.get(slug="dockers-union"), "slug", "'forged'", None),
    (lambda: SourceName.objects.get(), "name", "'Forged'", "source"),
    (lambda: SourceTitle.objects.get(), "title", "'Forged'", "source"),
    (lambda: SourceTitle.objects.get(), "from_on", "'2001-02-03'", "source"),
    (lambda: Tag.objects.get(name="Ports"), "family", "'forged'", None),
    (lambda: Tag.objects.get(name="Ports"), "about", "'Forged'", None),
    (lambda: Tag.objects.get(name="Later"), "about", "'Forged'", None),
    (lambda: Photo.objects.get(), "focal_x", "1", None),
    (lambda: Photo.objects.get(), "credit", "'Forged'", None),
]  # fmt: skip
each_that_follows = pytest.mark.parametrize(("find", "column", "sql", "told_by"), FOLLOW)


@each_that_follows
def test_a_column_that_readers_have_changes_with_an_event_of_its_row_that_says_who(
    paper, chief, union, find, column, sql, told_by
):
    row = find()
    about = getattr(row, told_by) if told_by else row
    other = Page.objects.create(edition=paper.edition, slug="other", title="Other", body="<p>O.</p>")
    with refused():
        write(row, column, sql)
    with refused():
        write(row, column, sql)
        tell(other, chief)
    with refused():
        write(row, column, sql)
        tell(about, None)
    with undeclared():
        tell(about, chief)
    with refused():  # That event was of another transaction.
        write(row, column, sql)
    with undeclared():
        write(row, column, sql)
        tell(about, chief)


def test_each_table_that_follows_is_among_the_trials(paper):
    frozen = {
        "publication",
        "publishedbyline",
        "publishedtag",
        "publishedphoto",
        "statement",
        "correction",
        "withdrawal",
    }
    apart = frozen | {"address", "placement"}
    ours = {model._meta.model_name for model in shown_tables() if model._meta.app_label == "articles"}
    assert {type(find())._meta.model_name for find, *_ in FOLLOW} == ours - apart


def test_of_each_table_every_change_of_every_row_is_asked_about(paper):
    """Derived: whatever column a table has, what is not asked for an event is no column that readers have."""
    refusals = {}
    for model, shown in shown_tables().items():
        if not (row := model._base_manager.filter(pk__in=pks(model, shown)).first()):
            assert model._meta.model_name in ("correction", "withdrawal", "clue"), model
            continue
        for field in model._meta.concrete_fields:
            if field.primary_key or field.generated or field.column not in shown.columns:
                continue
            try:
                with declared.nothing(check=False), transaction.atomic():
                    write(row, field.column, other_than(field))
                    connection.check_constraints()
                    raise AssertionError(f"{model.__name__}.{field.name} changes, and nobody is asked who")
            except IntegrityError as refusal:
                # Its own guard may be first, or what a row can be at all.
                refusals[model.__name__, field.name] = refusal.__cause__.sqlstate
    assert set(refusals.values()) <= {"23514", "23503", "23502", "23P01", "23505"}, refusals


def pks(model, shown):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM {model._meta.db_table} t WHERE {shown.rows_ever}")
        return [pk for (pk,) in cursor.fetchall()]


def other_than(field):
    name, kind = f'"{field.column}"', field.cast_db_type(connection)
    if kind in ("bigint", "integer", "smallint"):
        return f"coalesce({name}, 0) + 1"
    if kind.startswith("varchar") and field.max_length and field.max_length < 8:
        return "'#101010'" if field.max_length == 7 else "'rtl'"
    samples = {
        "boolean": f"NOT {name}", "date": f"coalesce({name}, '2001-02-03') + 1", "tsvector": "'forged'::tsvector",
        "timestamp with time zone": f"coalesce({name}, now()) + interval '1 hour'", "smallint[]": "'{7}'",
    }  # fmt: skip
    return samples.get(kind, f"left('x' || {name}, {field.max_length or 400})")


def test_rows_that_come_and_go_are_changes_too(paper, chief, lina, union):
    with refused():
        lina.names.create(language="ar", name="لينا")
    with refused():
        union.titles.all().delete()
    with refused():
        Page.objects.all().delete()
    with refused():
        Section.objects.create(edition=paper.edition, name="New", slug="new", family="new")
    with undeclared():
        lina.names.create(language="ar", name="لينا")
        tell(lina, chief)


def test_what_readers_do_not_see_needs_no_event(paper):
    unseen, draft = (
        Source.objects.create(slug="mayor", name="Mayor"),
        Photo.objects.create(slug="draft", image="photos/draft.jpg", width=8, height=8),
    )
    with undeclared():
        unseen.names.create(language="en", name="The mayor")
        Source.objects.filter(pk=unseen.pk).update(name="The mayor")
        Photo.objects.filter(pk=draft.pk).update(focal_x=1)
        Photo.objects.filter(slug="quay").update(licence="Not for readers")
        Contributor.objects.filter(slug="lina-hasko").update(user=member("lina"))
        Tag.objects.filter(name="Ports").update(about="")


def test_what_is_written_as_it_was_is_no_change(paper):
    with undeclared():
        run("UPDATE articles_edition SET name = name")
        run("UPDATE articles_publication SET live_until = live_until")


def test_what_somebody_let_out_is_a_change_of_the_photo(paper, chief, lina):
    hidden = Photo.objects.create(slug="hidden", image="photos/hidden.jpg", width=8, height=8)
    Contributor.objects.filter(pk=lina.pk).update(portrait=hidden)
    with refused():
        Photo.objects.filter(pk=hidden.pk).update(is_let_out=True)
    with undeclared():
        Photo.objects.filter(pk=hidden.pk).update(is_let_out=True)
        tell(hidden, chief)


def test_no_table_that_readers_see_is_emptied(paper):
    for model in (Page, ContributorName, SourceName, SourceTitle):
        with refused():
            run(f"TRUNCATE {model._meta.db_table}")


def test_an_event_does_not_say_itself_of_which_transaction_it_is(paper, chief, lina):
    with transaction.atomic():
        event = events.record(
            Verb.CHANGED, by=chief, at=locking.clock(), table="contributor", row=lina.pk, recorded_in=7
        )
        event.refresh_from_db()
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_current_xact_id()::text::bigint")
            assert cursor.fetchone() == (event.recorded_in,)
    with refused():
        write(lina, "name", "'Forged'")
        ahead = locking.clock() - timedelta(hours=1)
        events.record(Verb.CHANGED, by=chief, at=ahead, table="contributor", row=lina.pk)


def test_an_event_within_a_savepoint_counts_and_one_that_was_taken_back_does_not(paper, chief, lina):
    with undeclared():
        write(lina, "name", "'Lina Again'")
        with transaction.atomic():
            tell(lina, chief)
    with refused():
        write(lina, "name", "'Forged'")
        with transaction.atomic():
            tell(lina, chief)
            transaction.set_rollback(True)


def test_another_apps_rows_are_asked_about_too(paper, chief):
    models = [model for model in dict(iter(doors.SHOWN)) if model._meta.app_label == "toy"]
    if not models:
        pytest.skip("TOY=0: the toy app is out")
    (clue,) = models
    with refused():
        clue.objects.create(words="Forged", is_public=True)
    with undeclared():
        clue.objects.create(words="Not for readers")
        clue.objects.create(words="A clue", is_public=True, story=paper)
        events.record("weighed", by=chief, at=locking.clock(), story=paper)
