"""The guard of the record stands whole in one file, and what is in the database is what that file says."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from articles import wall
from articles.models import Publication, guard
from articles.text import canonical
from tests.raw_sql import run

pytestmark = pytest.mark.django_db

FUNCTIONS = """
    SELECT pg_get_functiondef(oid) FROM pg_proc
    WHERE pronamespace = 'public'::regnamespace AND (proname ~ '^(guard|refuse)' OR oid IN (
        SELECT tgfoid FROM pg_trigger WHERE NOT tgisinternal AND tgrelid = ANY (%(tables)s::regclass[])))
"""
TRIGGERS = """
    SELECT pg_get_triggerdef(oid) || ' ' || tgenabled::text FROM pg_trigger
    WHERE NOT tgisinternal AND tgrelid = ANY (%(tables)s::regclass[])
    AND tgfoid IN (SELECT oid FROM pg_proc WHERE pronamespace = 'public'::regnamespace)
"""


def tables():
    """The tables of the app, whatever a model is called."""
    return [name for name in connection.introspection.table_names() if name.startswith("articles_")]


def asked(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql, {"tables": tables()})
        return sorted(row[0] for row in cursor.fetchall())


def guard_in_the_database():
    return asked(FUNCTIONS), asked(TRIGGERS)


def take_the_guard_away():
    with connection.cursor() as cursor:
        cursor.execute("SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
                       " AND proname ~ '^(guard|refuse)'")  # fmt: skip
        for (function,) in cursor.fetchall():
            cursor.execute(f"DROP FUNCTION {function} CASCADE")


def apply_the_file():
    with connection.cursor() as cursor:
        cursor.execute(guard.SQL)


def test_the_file_alone_makes_the_guard_that_the_migrations_have_made():
    functions, triggers = guard_in_the_database()
    assert functions
    assert triggers
    take_the_guard_away()
    assert guard_in_the_database() == ([], [])
    apply_the_file()
    assert guard_in_the_database() == (functions, triggers)


def test_the_file_can_be_applied_again_and_takes_what_it_does_not_have_away():
    before = guard_in_the_database()
    run("CREATE TRIGGER guard_of_old BEFORE UPDATE ON articles_tag FOR EACH ROW EXECUTE FUNCTION guard_merge('kind')")
    run("ALTER TABLE articles_publication DISABLE TRIGGER guard_update")
    run("ALTER FUNCTION guard_merge() RESET search_path")
    apply_the_file()
    assert guard_in_the_database() == before


def test_a_table_of_another_app_keeps_its_own_guard():
    run("CREATE TABLE satellite_note (id int)")
    run("CREATE TRIGGER guard_row BEFORE DELETE ON satellite_note FOR EACH ROW EXECUTE FUNCTION guard_nothing_goes()")
    apply_the_file()
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgenabled FROM pg_trigger WHERE tgrelid = 'satellite_note'::regclass")
        assert cursor.fetchall() == [("O",)]


def migrations():
    """The app's, by name, in order."""
    disk = MigrationLoader(None).disk_migrations
    return {name: migration for (app, name), migration in sorted(disk.items()) if app == "articles"}


def test_a_migration_applies_the_file_as_it_is():
    said = [getattr(each, "sql", None) for migration in migrations().values() for each in migration.operations]
    assert said.count(guard.SQL) == 1, f'guard.sql has changed: add a migration with apply_guard("{guard.DIGEST}").'


def test_a_migration_whose_file_has_changed_since_applies_nothing():
    stale = guard.apply_guard("0" * 64)
    assert stale.sql == stale.noop
    assert guard.apply_guard(guard.DIGEST).sql == guard.SQL


def test_a_paper_that_has_a_record_is_migrated_and_verifies(monkeypatch, request):
    """As it was before the column was there: nothing is written anew, and the guard is not taken away for it."""
    monkeypatch.setattr(canonical, "NEWEST", 1)
    request.getfixturevalue("live_story")
    name = "0019_canonical_form"
    run("SET CONSTRAINTS ALL IMMEDIATE")
    wall.lower_wall()
    run("ALTER TABLE articles_publication DROP COLUMN canonical_form")
    state = MigrationExecutor(connection).loader.project_state(("articles", "0018_credits_by_language"))
    with connection.schema_editor() as editor:
        migrations()[name].apply(state, editor)
    assert list(Publication.objects.values_list("canonical_form", flat=True)) == [1]
    call_command("verify_record", verbosity=0)
