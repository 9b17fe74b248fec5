"""Where statements are written in their versions' texts: in the record from the beginning, whichever way they came."""

import importlib
import io
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from articles import doors, wall
from articles.actions import erasing, places, previewing, publishing, stories
from articles.models import Attribution, FurtherOwner, Publication, Source, Statement, drafts
from articles.text import canonical, markup
from articles.text.written import NOWHERE
from tests.raw_sql import refused, run

pytestmark = pytest.mark.django_db
MIGRATION = "0044_places_of_passages"
ARABIC = "<p>قال «السَّلام» &amp; <em>مضـى</em> أمس.</p><p>والسلام.</p><table><caption>سلام</caption></table>"


def numbers():
    return list(Statement.objects.order_by("pk").values_list("passage_start", "passage_end"))


def told():
    """What readers see at the places of all statements, by version."""
    rows = Statement.objects.order_by("publication__number", "position", "owner_place").select_related("publication")
    return [markup.text_of(row.publication.body, row.passage_start, row.passage_end) for row in rows]


@pytest.fixture
def old_story(request, monkeypatch):
    """A story of before anybody looked, or of another program."""
    with monkeypatch.context() as patched:
        patched.setattr(places, "put", lambda body, statements: None)
        return request.getfixturevalue("live_story")


# Every way in


def test_publishing_finds_them(live_story):
    [(start, end)] = numbers()
    assert Publication.objects.get().body[start:end] == "Two years of building,"


def test_so_do_an_update_a_correction_a_new_address_and_a_schedule(live_story, soon):
    longer = "<p>At last.</p>" + live_story.body
    stories.revise(live_story, drafts.with_changes(live_story, body=longer), version=1, by=None)
    publishing.correct(live_story, revision=2, by=None, kind="correction", right="At last.")
    publishing.rename(live_story, slug="renamed", by=None)
    stories.revise(live_story, drafts.with_changes(live_story, body=f"<p>Oh.</p>{longer}"), version=2, by=None)
    publishing.publish(live_story, revision=3, by=None, at=soon)
    assert told() == ["Two years of building,"] * 4
    assert len(set(numbers())) == 3


def test_so_does_an_import(make_story, union, now):
    said = Attribution(source=union, words="two YEARS of building")
    publishing.import_version(make_story(attributions=[said]), live_from=now - timedelta(days=9), by=None)
    assert told() == ["Two years of building"]


def test_arabic_words_are_found_however_they_are_spelled(arabic, make_story, union):
    said = [Attribution(source=union, words=words, position=at) for at, words in enumerate(("السلام", "مضى", "سلام"))]
    publishing.publish(make_story(arabic, body=ARABIC, attributions=said), revision=1, by=None)
    assert told() == ["السَّلام", "مضـى", "سلام"]


def test_owners_of_one_statement_have_one_place(make_story, union):
    port = Source.objects.create(slug="port", name="Port", kind="organisation")
    said = Attribution(source=union, words="Two years of building,")
    said.further = (FurtherOwner(port, "Owner of the quays"),)
    publishing.publish(make_story(attributions=[said]), revision=1, by=None)
    assert told() == ["Two years of building,"] * 2


def test_what_stands_above_the_text_alone_is_known_to_stand_nowhere_in_it(make_story, union):
    said = [
        Attribution(source=union, words="Dockers reject", position=1),
        Attribution(source=union, words="offer", occurrence=0, position=2),
    ]
    body = "<p>Nobody has seen the offer.</p>"
    publishing.publish(make_story(body=body, attributions=said), revision=1, by=None)
    assert numbers() == [NOWHERE, NOWHERE]


def test_a_preview_is_marked_by_finding(live_story):
    [said] = previewing.preview(live_story.revisions.get()).statements
    assert (said.passage_start, said.passage_end) == (None, None)


def test_no_form_of_the_record_covers_them(live_story):
    assert not any(set(places.COLUMNS) & set(form.statement) for form in canonical.FORMS.values())


# A page is the same


def page(client, story):
    return client.get(story.publications.live().get().get_absolute_url()).content.decode()


@pytest.mark.parametrize("wrong", ["3, 9", "0, 0", "7000, 7022", "1, 2"])
def test_a_page_is_the_same_from_places_from_none_and_from_wrong_ones(client, old_story, wrong):
    found = page(client, old_story)
    assert found.count('<a class="passage" id="passage-1" href="#statement-1">“Two years of building,”</a>') == 1
    run(f"UPDATE articles_statement SET (passage_start, passage_end) = ({wrong})")
    assert page(client, old_story) == found
    call_command("rebuild_places", stdout=io.StringIO())
    assert told() == ["Two years of building,"]
    assert page(client, old_story) == found


# What the guard lets


def test_they_may_be_found_later_and_found_anew(old_story):
    for place in ((3, 9), (4, 26)):
        run("UPDATE articles_statement SET passage_start = %s, passage_end = %s", *place)
        assert set(numbers()) == {place}


@pytest.mark.parametrize(
    "more", ["words = 'x'", "occurrence = 2", "name = 'Y'", "terms = 'background'", "evidence_hash = 'x'"]
)
def test_nothing_else_changes_with_them(old_story, more):
    with refused("articles_statement_is_record"):
        run(f"UPDATE articles_statement SET passage_start = 3, passage_end = 9, {more}")


def test_they_are_not_taken_away(live_story):
    for nothing in ("passage_start = NULL, passage_end = NULL", "passage_end = NULL"):
        with refused("articles_statement_is_record"):
            run(f"UPDATE articles_statement SET {nothing}")


@pytest.mark.parametrize("both", ["9, 3", "3, 3", "5, 0"])
def test_a_place_has_two_ends(old_story, both):
    with refused("statement_passage_has_two_ends"):
        run(f"UPDATE articles_statement SET (passage_start, passage_end) = ({both})")


def test_no_other_table_of_the_record_may_move_so(live_story):
    run("SET CONSTRAINTS ALL IMMEDIATE")
    run("ALTER TABLE articles_publishedbyline ADD COLUMN passage_start int")
    with refused("articles_publishedbyline_is_record"):
        run("UPDATE articles_publishedbyline SET passage_start = 3")


def test_erasing_takes_them_away_and_nothing_brings_them_back(live_story, chief, editor):
    erasing.erase(live_story, by=chief, agreed_by=editor, reason="A court.")
    assert numbers() == [(None, None)]
    assert [places.find_missing(), places.rebuild()] == [0, 0]
    assert numbers() == [(None, None)]
    with refused("articles_statement_is_record"):
        run("UPDATE articles_statement SET passage_start = 3, passage_end = 9")


# Found later


def test_what_nobody_has_looked_for_is_found_by_what_falls_due_and_once(old_story):
    hashes = list(Publication.objects.values_list("content_hash", flat=True))
    assert numbers() == [(None, None)]
    assert [places.find_missing(), places.find_missing()] == [1, 0]
    assert told() == ["Two years of building,"]
    assert list(Publication.objects.values_list("content_hash", flat=True)) == hashes
    call_command("verify_record", stdout=io.StringIO())


def test_it_falls_due_every_day(old_story):
    [due] = [due for due in doors.DUE if due.name == "find_places"]
    assert due.every == "day"
    due.work()
    assert told() == ["Two years of building,"]


def test_a_command_finds_all_anew_batch_by_batch(live_story, make_story, union, monkeypatch):
    monkeypatch.setattr(places, "BATCH", 1)
    for name in ("One", "Two"):
        said = Attribution(source=union, words="Two years of building,")
        publishing.publish(make_story(headline=name, slug=name.lower(), attributions=[said]), revision=1, by=None)
    before = numbers()
    run("UPDATE articles_statement SET passage_start = 3, passage_end = 9 WHERE name <> ''")
    out = io.StringIO()
    call_command("rebuild_places", stdout=out)
    assert out.getvalue() == "3 statements have another place in their text.\n"
    assert numbers() == before


# The migration


def migrate():
    """As on a paper of before: without the columns, and with rows."""
    disk = MigrationLoader(None).disk_migrations
    run("SET CONSTRAINTS ALL IMMEDIATE")
    wall.lower_wall()
    run("ALTER TABLE articles_statement DROP COLUMN passage_start, DROP COLUMN passage_end")
    migration = disk["articles", MIGRATION]
    state = MigrationExecutor(connection).loader.project_state(migration.dependencies[0])
    with connection.schema_editor() as editor:
        migration.apply(state, editor)


def test_a_paper_that_has_a_record_has_them_after_it_was_migrated(live_story, make_story, chief, editor):
    gone = make_story(headline="Gone", slug="gone")
    publishing.publish(gone, revision=1, by=None)
    erasing.erase(gone, by=chief, agreed_by=editor, reason="A court.")
    before = numbers()
    migrate()
    assert numbers() == before != [(None, None)]
    call_command("verify_record", verbosity=0, stdout=io.StringIO())


def find_places(**patched):
    module = importlib.import_module(f"articles.migrations.{MIGRATION}")
    state = MigrationExecutor(connection).loader.project_state(("articles", MIGRATION))
    with pytest.MonkeyPatch.context() as patch, connection.schema_editor() as schema_editor:
        for name, value in patched.items():
            patch.setattr(module, name, value)
        module.find_places(state.apps, schema_editor)


def test_under_a_guard_that_does_not_let_it_the_migration_leaves_them_to_be_found_later(old_story):
    """Where the guard's file has changed since, a later migration applies it: what is found before that is refused."""
    run("DROP TRIGGER guard_row ON articles_statement")
    run("CREATE TRIGGER guard_row BEFORE UPDATE ON articles_statement"
        " FOR EACH ROW EXECUTE FUNCTION guard_what_hangs_on_it('{words}')")  # fmt: skip
    find_places()
    assert numbers() == [(None, None)]


def test_a_large_archive_is_not_down_for_it(old_story):
    find_places(MOST=0)
    assert numbers() == [(None, None)]
    find_places(BATCH=1)
    assert told() == ["Two years of building,"]
