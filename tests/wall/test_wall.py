"""The wall in raw SQL, as the readers' role: what it may not see, and what it may not do."""

from itertools import product

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import DatabaseError, ProgrammingError, connections
from django.db.models import ForeignKey

from articles import wall
from articles.actions import evidence, footings, keeping, placing, publishing, stories
from articles.models import Attribution, Photo, Publication, Source, Story, Tag, drafts
from articles.wall.views import shown_tables
from tests.moments import has_come, publish_shortly, wait_for

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "readers"])

SECRET = "vexillology"  # a word that stands only in what readers may not see


def ask(sql, *params):
    """The rows that the readers' role gets, with the mild defaults of its connection taken off."""
    with connections["readers"].cursor() as cursor:
        cursor.execute("SET default_transaction_read_only = off; SET statement_timeout = 0")
        cursor.execute(sql, params or None)
        return cursor.fetchall() if cursor.description else []


@pytest.fixture
def public_and_secret(live_story, make_story, soon, lina, chief):
    """One live story, and every kind of what is not public, all of it bearing the secret word."""
    row = evidence.keep(live_story, by=None, kind="recording", label=SECRET, text=SECRET, place=SECRET)
    said = live_story.attributions.get()
    footings.rest(said, evidence=row, use="verbatim", by=None, reason=SECRET, place=SECRET, is_signed=True)
    stories.revise(live_story, drafts.with_changes(live_story, headline=f"Newer {SECRET}"), version=1, by=None)
    make_story(headline=f"Draft {SECRET}", tags=[SECRET])
    official = Source.objects.create(slug="protected-1", name="an official")
    said = Attribution(source=official, words=SECRET, kind="paraphrase", occasion=SECRET, capacity=SECRET)
    body = "<p>Two years of building, the union said.</p>"
    later = make_story(
        headline=f"Scheduled {SECRET}", kicker=SECRET, tags=[SECRET], body=body, attributions=[said], bylines=[lina]
    )
    publishing.publish(later, revision=1, by=None, at=soon)
    gone = make_story(headline=f"Withdrawn {SECRET}", slug="gone", tags=[SECRET])
    publishing.publish(gone, revision=1, by=None)
    publishing.withdraw(gone, by=None, reason="It was wrong.")
    page = keeping.Page(chief, live_story.pk, "", tab="a" * 32, turn=1)
    keeping.keep(page, [["headline", SECRET]], version=1)
    return live_story


SHOWN = shown_tables()
READABLE = sorted(model._meta.db_table for model in SHOWN)
HIDDEN = sorted(model._meta.db_table for model in apps.get_models(include_auto_created=True) if model not in SHOWN)


def test_what_is_live_can_be_read(public_and_secret):
    assert [row[0] for row in ask("SELECT headline FROM articles_publication")] == ["Dockers reject pay offer"]


def test_of_evidence_the_wall_shows_kind_use_and_hash(public_and_secret):
    publishing.publish(public_and_secret, revision=public_and_secret.version + 1, by=None)
    ((kind, use, digest),) = ask(
        "SELECT s.evidence_kind, s.evidence_use, s.evidence_hash FROM articles_statement s"
        " JOIN articles_publication p ON p.id = s.publication_id AND p.live_until IS NULL"
    )
    assert (kind, use, len(digest)) == ("recording", "verbatim", 64)
    assert not ask("SELECT * FROM articles_statement t WHERE t::text LIKE %s", f"%{SECRET}%")


# The same world for each table and each attempt: what one of them could change, it may not.


def test_no_view_shows_the_secret_word(public_and_secret, subtests):
    for table in READABLE:
        with subtests.test(table):
            assert not ask(f"SELECT * FROM {table} t WHERE t::text LIKE %s", f"%{SECRET}%")


def test_the_table_behind_a_view_is_out_of_reach(public_and_secret, subtests):
    for table in READABLE:
        with subtests.test(table), pytest.raises(ProgrammingError, match="permission denied|does not exist"):
            ask(f"SELECT * FROM public.{table}")


def test_the_desks_tables_do_not_exist_for_readers(public_and_secret, subtests):
    for table in HIDDEN:
        for name in (table, f"public.{table}"):
            with subtests.test(name), pytest.raises(ProgrammingError):
                ask(f"SELECT * FROM {name}")


ATTEMPTS = """
INSERT INTO articles_page (id) VALUES (1)
UPDATE articles_publication SET is_withheld = true
DELETE FROM articles_publication
TRUNCATE articles_publication
UPDATE articles_edition SET name = 'x'
DROP VIEW articles_publication
DROP SCHEMA readers CASCADE
CREATE TABLE x (y int)
CREATE TABLE public.x (y int)
CREATE TABLE readers.x (y int)
CREATE TEMP TABLE x (y int)
CREATE SCHEMA x
CREATE FUNCTION pg_temp.x() RETURNS int LANGUAGE sql AS 'SELECT 1'
CREATE ROLE x
ALTER ROLE CURRENT_USER SUPERUSER
SET session_replication_role = replica
COPY articles_publication TO PROGRAM 'cat'
COPY articles_publication TO '/tmp/stolen'
SELECT pg_read_file('/etc/passwd')
SELECT pg_ls_dir('.')
SELECT lo_import('/etc/passwd')
SELECT pg_reload_conf()
LOCK TABLE public.articles_publication
ALTER TABLE public.articles_publication DISABLE TRIGGER ALL
SELECT * FROM pg_authid
SELECT nextval('public.articles_event_id_seq')
"""


def test_readers_may_not(public_and_secret, subtests):
    for attempt in ATTEMPTS.strip().splitlines():
        with subtests.test(attempt), pytest.raises(DatabaseError):
            ask(attempt)


def test_readers_may_not_become_the_application():
    with pytest.raises(ProgrammingError, match="permission denied"):
        ask(f'SET ROLE "{connections["default"].settings_dict["USER"]}"')


@pytest.fixture
def only_scheduled(make_story, soon):
    story = make_story(headline=SECRET, kicker=SECRET, slug=SECRET, body=f"<p>{SECRET}</p>")
    return publishing.publish(story, revision=1, by=None, at=soon)


def test_a_filter_alone_would_not_keep_a_provoked_error_from_printing_what_is_hidden(only_scheduled):
    """Why the views guard their columns: a condition that fails prints its value, and a cheap one is tried first."""
    with connections["default"].cursor() as cursor:
        cursor.execute("CREATE VIEW readers.unguarded AS SELECT headline FROM articles_publication"
                       " WHERE live_from <= statement_timestamp() AND NOT is_withheld")  # fmt: skip
        cursor.execute(f'GRANT SELECT ON readers.unguarded TO "{wall.role()}"')
        try:
            with pytest.raises(DatabaseError, match=SECRET):
                ask("SELECT 1 FROM unguarded WHERE headline::regclass IS NOT NULL")
        finally:
            cursor.execute("DROP VIEW readers.unguarded")


def test_a_guarded_column_prints_nothing_hidden(only_scheduled, subtests):
    for column, cast in product(("headline", "kicker", "body", "slug"), ("regclass", "regtype", "int")):
        with subtests.test(f"{column}::{cast}"):
            assert not ask(f"SELECT 1 FROM articles_publication WHERE {column}::{cast} IS NOT NULL")


def test_neither_does_one_of_what_hangs_on_it(public_and_secret):
    for table, column, public in (
        ("statement", "words", "Two years of building,"),
        ("source", "name", "Dockers’ Union"),
    ):
        assert not ask(f"SELECT 1 FROM articles_{table} WHERE nullif({column}, %s)::regclass IS NOT NULL", public)


def test_nor_where_its_words_are_written(public_and_secret):
    for column in ("passage_start", "passage_end"):
        [(public,)] = ask(f"SELECT {column} FROM articles_statement WHERE words IS NOT NULL")
        assert public
        assert not ask(f"SELECT 1 FROM articles_statement WHERE ('x' || nullif({column}, %s))::int IS NOT NULL", public)


def test_columns_that_readers_may_not_know_are_empty_to_them(live_story, now):
    assert ask("SELECT embargo_until, revision, recorded_at FROM articles_publication") == [(None, None, None)]
    assert ask("SELECT user_id FROM articles_contributor") == [(None,)]
    assert ask("SELECT protected_in_id FROM articles_source") == [(None,)]


def test_a_tag_becomes_visible_with_the_first_live_version_that_carries_it(make_story):
    story = make_story(tags=["Grain"])
    assert not ask("SELECT 1 FROM articles_tag")
    publishing.publish(story, revision=1, by=None)
    assert ask("SELECT name FROM articles_tag") == [("Grain",)]


def test_a_photo_becomes_visible_with_the_first_live_version_that_carries_it(make_story):
    photo = Photo.objects.create(slug="quay", image="photos/quay.webp", width=1, height=1, credit="Staff")
    photo.texts.create(language="en", alt_text="A quay")
    story = make_story(lead_photo=photo)
    assert not ask("SELECT 1 FROM articles_photo")
    publishing.publish(story, revision=1, by=None)
    assert ask("SELECT slug, licence, image FROM articles_photo") == [("quay", None, None)]


def test_private_people_show_no_names_and_no_titles(live_story, make_story):
    person = Source.objects.create(slug="a-neighbour", name="A. Neighbour", kind="person")
    person.names.create(language="en", name="Ann Neighbour")
    person.titles.create(language="en", title="Neighbour")
    said = Attribution(source=person, words="Two years of building,")
    publishing.publish(make_story(attributions=[said]), revision=1, by=None)
    assert ask("SELECT slug, may_have_page FROM articles_source WHERE name = 'A. Neighbour'") == [(None, False)]
    assert not ask("SELECT 1 FROM articles_sourcename")
    assert not ask("SELECT 1 FROM articles_sourcetitle")


def test_a_placement_that_has_not_begun_is_not_there(live_story, soon):
    placing.place(live_story, slot=1, by=None, at=soon)
    assert not ask("SELECT 1 FROM articles_placement")


def test_what_begins_appears_by_itself(make_story):
    at = publish_shortly(make_story()).live_from
    assert not ask("SELECT 1 FROM articles_publication") or has_come(at)
    wait_for(at)
    assert ask("SELECT 1 FROM articles_publication")


def test_the_models_read_through_the_views(public_and_secret):
    publication = Publication.objects.using("readers").live().for_page("en").get()
    assert publication.headline == "Dockers reject pay offer"
    assert [tag["name"] for tag in publication.tags] == ["Ports", "Pay"]


def test_behind_the_wall_the_desk_cannot_be_asked(live_story, behind_the_wall):
    with wall.behind():
        assert Publication.objects.get().headline == "Dockers reject pay offer"
        with pytest.raises(ProgrammingError):
            list(Story.objects.all())
        with pytest.raises(wall.OverTheWall):
            list(Story.objects.using("default"))


def test_the_wall_stands_again_after_it_was_lowered(live_story):
    wall.lower_wall()
    wall.raise_wall()
    assert ask("SELECT count(*) FROM articles_publication") == [(1,)]


def test_raising_it_again_touches_nothing(live_story):
    before = ask("SELECT to_regclass('readers.articles_publication')::oid")
    wall.raise_wall()
    assert ask("SELECT to_regclass('readers.articles_publication')::oid") == before


LOST_IN_A_RESTORE = (
    f"REVOKE ALL ON SCHEMA readers FROM {wall.role()}",
    f"REVOKE SELECT ON readers.articles_photo FROM {wall.role()}",
    "GRANT USAGE ON SCHEMA public TO PUBLIC",
    "GRANT TEMPORARY ON DATABASE {database} TO PUBLIC",
)


def test_rights_that_a_restored_backup_lacks_are_mended(live_story, subtests):
    database = connections["default"].settings_dict["NAME"]
    for lost in LOST_IN_A_RESTORE:
        with subtests.test(lost), connections["default"].cursor() as cursor:
            cursor.execute(lost.format(database=database))
            wall.raise_wall()
            assert ask("SELECT count(*) FROM articles_publication") == [(1,)]
            assert ask("SELECT count(*) FROM articles_photo") == [(0,)]
            assert ask("SELECT has_schema_privilege('public', 'USAGE'), has_database_privilege(current_database(),"
                       " 'TEMPORARY')") == [(False, False)]  # fmt: skip


def test_a_role_that_is_missing_is_no_matter_of_rights(monkeypatch):
    monkeypatch.setitem(connections["readers"].settings_dict, "USER", "nobody_of_this_name")
    with pytest.raises(CommandError, match="There is no role nobody_of_this_name: manage.py migrate makes it"):
        call_command("set_readers_password")


def test_every_column_is_shown_or_known_to_be_hidden():
    """A new column is hidden until someone decides; a column that is named but gone is a mistake."""
    for model, what in SHOWN.items():
        named = set(what.plain) | set(what.guarded) | set(what.if_paged)
        assert named <= {field.column for field in model._meta.concrete_fields}, model


def test_no_text_of_the_record_stands_unguarded():
    texts = {
        field.column
        for field in Publication._meta.concrete_fields
        if field.get_internal_type() in ("CharField", "TextField")
    }
    assert not (texts - {"family"}) & set(SHOWN[Publication].plain)


def test_what_readers_see_points_only_to_what_they_see_or_to_the_number_of_a_story():
    for model, what in SHOWN.items():
        for field in model._meta.concrete_fields:
            if isinstance(field, ForeignKey) and field.column in what.plain + what.guarded:
                assert field.related_model in SHOWN or field.related_model is Story


def test_tags_that_only_a_draft_uses_are_not_counted(make_story):
    make_story(tags=["Grain", "Rail"])
    assert Tag.objects.count() == 2
    assert ask("SELECT count(*) FROM articles_tag") == [(0,)]
