"""One number of all that readers see: another whenever that changes, and not before the change can be seen."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection, connections, models, transaction

from articles.actions import locking, placing, publishing, stories
from articles.composing.keeping import Kept
from articles.models import Publication, Source, drafts
from articles.wall import generation, raise_wall
from articles.wall.telling import COMMAND
from articles.wall.views import shown_tables
from tests import declared
from tests.racing import before_its_commit
from tests.raw_sql import run
from tests.wall.telling import tell, undeclared, write

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "readers"])

# When something was done: nothing begins or ends for readers at such a time.
NO_MOMENTS = {
    "first_live_at", "updated_at", "at", "obtained_at", "checked_at", "published_at", "uploaded_at", "added_at",
}  # fmt: skip


@pytest.fixture(autouse=True)
def as_deployed(settings):
    settings.READERS_ALIAS = "readers"


def number():
    return generation.current().number


def rises(act):
    """Whether what it does is another generation."""
    before = number()
    act()
    return number() > before


def test_whatever_is_told_of_raises_it_and_what_fails_or_is_the_desks_alone_does_not(make_story, chief, english):
    story = make_story()
    publishing.publish(story, revision=1, by=None)

    def rename():
        with undeclared():
            write(english, "tagline", "'Another'")
            tell(english, chief)

    def fail():
        with pytest.raises(ZeroDivisionError), undeclared():
            write(english, "tagline", "'A third'")
            tell(english, chief)
            raise ZeroDivisionError

    def draft():
        with declared.nothing():
            stories.revise(story, drafts.with_changes(story, headline="Not yet"), version=1, by=chief)
            Source.objects.create(slug="nobody", name="Nobody has heard of it", kind="person")

    assert rises(rename)
    assert not rises(fail)
    assert not rises(draft)
    assert rises(lambda: publishing.publish(story, revision=2, by=None))
    assert rises(lambda: publishing.withdraw(story, by=None, reason="Wrong."))


def test_a_command_raises_it_by_each_table_that_readers_see(make_story):
    publishing.publish(make_story(), revision=1, by=None)
    for model in shown_tables():
        table = model._meta.db_table
        assert rises(lambda table=table: run(f"UPDATE {table} SET id = id")), table
        assert rises(lambda table=table: run(f"DELETE FROM {table} WHERE false")), table


def test_so_does_another_program_that_declares_itself(make_story):
    publishing.publish(make_story(), revision=1, by=None)
    program = connections.create_connection("default")

    def act():
        with program.cursor() as cursor:
            cursor.execute(f"SET {COMMAND} = 'by hand'; UPDATE articles_edition SET tagline = 'Another'")

    try:
        assert rises(act)
    finally:
        program.close()


def test_it_is_raised_again_after_a_savepoint_is_taken_back_and_after_the_rules_were_asked_early(union):
    def act():
        with transaction.atomic():
            try:
                with transaction.atomic():
                    write(union, "kind", "'document'")
                    raise ZeroDivisionError
            except ZeroDivisionError:
                write(union, "kind", "'dataset'")
            connection.check_constraints()
            early = asked_here()
            write(union, "kind", "'agency'")
        assert number() > early

    assert rises(act)
    run("SELECT 1 FROM readers.changing")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM readers.changing")
        assert cursor.fetchone() == (0,)


def asked_here():
    """As the transaction itself sees it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT number FROM readers.generation")
        return cursor.fetchone()[0]


def test_two_publications_wait_for_one_another_no_longer_than_a_commit(make_story):
    slow, quick = make_story(headline="Slow"), make_story(headline="Quick")
    with before_its_commit(lambda: publishing.publish(slow, revision=1, by=None)):
        before = number()
        publishing.publish(quick, revision=1, by=None)
        meanwhile = number()
        assert meanwhile > before
        assert [version.headline for version in Publication.objects.live()] == ["Quick"]
    assert number() > meanwhile
    assert Publication.objects.live().count() == 2


LATE = """
    CREATE TABLE late (number bigint);
    CREATE FUNCTION look() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        UPDATE late SET number = (SELECT g.number FROM readers.generation g) WHERE number IS NULL;
        RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER look AFTER INSERT ON late DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION look();
"""


def test_it_is_raised_behind_all_checks_that_waited_for_the_commit_those_of_a_command_too(english):
    """A check that comes later than the change, as those of a large import do, still sees the old number."""
    run(LATE)
    try:
        before = number()
        with transaction.atomic():
            run("UPDATE articles_edition SET tagline = 'Another'")
            run("INSERT INTO late VALUES (NULL)")
        with connection.cursor() as cursor:
            cursor.execute("SELECT number FROM late")
            assert cursor.fetchone() == (before,)
        assert number() > before
    finally:
        run("DROP TABLE late; DROP FUNCTION look()")


def test_a_schema_that_came_back_without_its_rows_has_none_until_it_is_made_anew(english):
    run("DELETE FROM readers.generation")
    assert generation.current() is None
    run("COMMENT ON SCHEMA readers IS 'of yesterday'")
    raise_wall()
    assert number() > 0


def test_it_ends_with_the_next_moment_and_says_when_the_last_one_was(make_story, english):
    story = make_story()
    first = publishing.publish(story, revision=1, by=None)
    at = locking.clock() + timedelta(minutes=2)
    stories.revise(story, drafts.with_changes(story, headline="Later"), version=1, by=None)
    publishing.publish(story, revision=2, by=None, at=at)
    found = generation.current()
    left = found.ends - found.asked
    assert left <= 120
    assert left <= generation.QUARTER - found.now % generation.QUARTER
    assert first.live_from.timestamp() <= found.changed <= found.now


def test_the_readers_role_learns_of_no_moment_beyond_the_end_of_a_generation(make_story, chief):
    story = make_story()
    publishing.publish(story, revision=1, by=chief, at=locking.clock() + timedelta(hours=1))
    with connections["readers"].cursor() as cursor:
        cursor.execute("SELECT next FROM generation_now")
        assert cursor.fetchone() == (None,)


def test_each_time_that_readers_see_is_a_moment_or_known_to_be_none():
    for model, shown in shown_tables().items():
        times = {field.column for field in model._meta.concrete_fields if isinstance(field, models.DateTimeField)}
        assert set(shown.moments) <= times
        assert (times & set(shown.columns)) - set(shown.moments) <= NO_MOMENTS, model


def test_a_wall_that_is_made_anew_is_another_generation(english):
    def act():
        with connection.cursor() as cursor:
            cursor.execute("COMMENT ON SCHEMA readers IS 'of yesterday'")
        raise_wall()

    assert rises(act)


def test_what_is_made_for_a_generation_is_made_anew_when_a_moment_has_come_whatever_the_steady_clock_says(english):
    now, made = generation.current(), []
    kept = Kept(lambda: made.append("once more"))
    kept.of(now)
    kept.of(now)
    assert len(made) == 1
    kept.of(replace(now, changed=now.changed + 60))
    assert len(made) == 2


def test_a_placement_that_begins_is_a_moment(make_story, english, chief):
    story = make_story()
    publishing.publish(story, revision=1, by=None)
    placing.place(story, slot=1, by=chief, at=locking.clock() + timedelta(seconds=90))
    found = generation.current()
    assert found.ends - found.asked <= 90


def test_where_readers_share_the_desks_connection_there_is_none(settings):
    settings.READERS_ALIAS = "default"
    assert generation.current() is None
