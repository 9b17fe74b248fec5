"""The guard of the record, in raw SQL: what hangs on versions, and the other tables of the record."""

from datetime import timedelta

import psycopg
import pytest
from django.db import IntegrityError, connection, connections, transaction

from articles.actions import erasing, merging, placing, publishing, stories
from articles.models import Address, Event, Placement, Publication, PublishedTag, Source, Statement, Tag, drafts
from tests.moments import publish_shortly
from tests.raw_sql import refused, run

pytestmark = pytest.mark.django_db


@pytest.fixture
def live(live_story):
    return live_story.publications.get()


@pytest.fixture
def scheduled(make_story, soon):
    story = make_story(headline="Tomorrow’s budget")
    return publishing.publish(story, revision=1, by=None, at=soon)


HANGING = {"publishedbyline": "position = 9", "publishedtag": "position = 9", "statement": "words = 'x'"}


@pytest.mark.parametrize("table", HANGING)
def test_what_hangs_on_a_version_is_as_fixed_as_the_version(live, table):
    rule = "publishedtag_moves_only_by_a_merge" if table == "publishedtag" else f"articles_{table}_is_record"
    with refused(rule):
        run(f"UPDATE articles_{table} SET {HANGING[table]}")
    with refused(f"articles_{table}_is_record"):
        run(f"DELETE FROM articles_{table}")


@pytest.mark.django_db(transaction=True)
def test_nothing_is_hung_on_a_version_later(live):
    with refused("articles_publishedtag_is_record"):
        tag = Tag.objects.named_or_new("Strikes", "en")
        PublishedTag.objects.create(publication=live, story_id=live.story_id, first_live_at=live.first_live_at, tag=tag)


def test_a_tag_moves_only_to_the_one_it_was_merged_into(live):
    other = Tag.objects.named_or_new("Strikes", "en")
    with refused("publishedtag_moves_only_by_a_merge"):
        run("UPDATE articles_publishedtag SET tag_id = %s", other.pk)


def test_a_statement_on_background_needs_a_protected_source(live):
    statement = Statement.objects.get()
    statement.pk, statement.terms = None, "background"
    with refused("statement_not_to_be_named_is_protected"):
        statement.save(force_insert=True)


def test_a_protected_source_speaks_in_one_story_only(live, make_story):
    other = make_story(headline="Another")
    official = Source.objects.create(slug="protected-1", name="an official", protected_in=other)
    statement = Statement.objects.get()
    statement.pk, statement.source, statement.terms = None, official, "background"
    with refused("statement_protected_source_is_of_its_story"):
        statement.save(force_insert=True)


def test_a_correction_is_as_fixed_as_its_version(live_story):
    stories.revise(
        live_story, drafts.with_changes(live_story, headline="Dockers reject new pay offer"), version=1, by=None
    )
    publishing.correct(live_story, revision=2, by=None, kind="correction", right="It was a new offer.")
    with refused("articles_correction_is_record"):
        run("UPDATE articles_correction SET \"right\" = 'x'")
    with refused("articles_correction_is_record"):
        run("DELETE FROM articles_correction")


def test_a_withdrawal_can_be_lifted_and_nothing_else(live_story):
    publishing.withdraw(live_story, by=None, reason="It was wrong.")
    with refused("withdrawal_is_record"):
        run("UPDATE articles_withdrawal SET reason = 'x'")
    with refused("withdrawal_is_record"):
        run("UPDATE articles_withdrawal SET lifted_at = now() - interval '1 hour'")
    with refused("articles_withdrawal_is_record"):
        run("DELETE FROM articles_withdrawal")
    run("UPDATE articles_withdrawal SET lifted_at = clock_timestamp()")


def test_a_placement_is_closed_and_never_edited(live_story):
    placing.place(live_story, slot=1, by=None)
    with refused("placement_is_record"):
        run("UPDATE articles_placement SET slot = 2")
    with refused("placement_is_record"):
        run("DELETE FROM articles_placement")
    with refused("placement_period_is_record"):
        run("UPDATE articles_placement SET live_until = now() - interval '1 hour'")
    run("UPDATE articles_placement SET live_until = clock_timestamp()")
    assert Placement.objects.get().live_until


def test_a_placement_cannot_date_back(live_story, english, now):
    with refused("placement_never_dates_back"):
        Placement.objects.create(edition=english, story=live_story, slot=1, live_from=now - timedelta(days=1))


def test_a_slot_holds_one_story_at_a_time(live_story, make_story, soon):
    placing.place(live_story, slot=1, by=None)
    with refused("placement_slot_holds_one_story"):
        Placement.objects.create(edition=live_story.edition, story=make_story(), slot=1, live_from=soon)


def test_events_are_never_changed_or_deleted(live):
    for statement in ("UPDATE articles_event SET note = 'x'", "DELETE FROM articles_event"):
        with refused("articles_event_is_record"):
            run(statement)


def test_an_address_that_readers_may_have_is_kept_for_ever(live):
    for statement in ("DELETE FROM articles_address", "UPDATE articles_address SET slug = 'x'"):
        with refused("address_is_kept_for_ever"):
            run(statement)


def test_the_address_of_what_was_called_off_is_given_back(scheduled):
    publishing.call_off(scheduled.story, by=None)
    assert not Address.objects.exists()


def test_erasing_empties_every_text_or_nothing(live_story, chief, editor):
    erasure = erasing.erase(live_story, by=chief, agreed_by=editor, reason="A court.")
    with refused("publication_is_record"):
        run("UPDATE articles_publication SET headline = 'back'")
    with refused("publication_is_record"):
        run("UPDATE articles_publication SET erasure_id = NULL")
    with refused("publication_is_record"):
        run("UPDATE articles_publication SET is_withheld = false")
    with refused("articles_erasure_is_record"):
        run("UPDATE articles_erasure SET reason = 'x' WHERE id = %s", erasure.pk)


def test_half_an_erasure_is_refused(live_story, make_story, chief, editor):
    other = make_story(headline="Another")
    erasure = erasing.erase(other, by=chief, agreed_by=editor, reason="A court.")
    live = live_story.publications.get()
    with refused("publication_is_erased_whole"):
        half = "is_withheld = true, vector = '', headline = '', standfirst = ''"
        run(f"UPDATE articles_publication SET {half}, erasure_id = %s WHERE id = %s", erasure.pk, live.pk)


def test_an_erasure_takes_two_people_in_the_database_too(live_story, chief):
    with refused("erasure_takes_two_people_and_a_reason"):
        columns = "story_id, reason, asked_by_id, agreed_by_id, at"
        values = "%s, 'x', %s, %s, now()"
        run(f"INSERT INTO articles_erasure ({columns}) VALUES ({values})", live_story.pk, chief.pk, chief.pk)


@pytest.mark.django_db(transaction=True)
def test_what_begins_while_it_is_called_off_stays(make_story):
    """Deleted before its moment, committed after: the guard looks again at commit."""
    story = make_story()
    version = publish_shortly(story)
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        version.delete()
        run("SELECT pg_sleep_until(%s)", version.live_from + timedelta(milliseconds=1))
    assert refusal.value.__cause__.diag.constraint_name == "publication_is_record"
    assert Publication.objects.count() == 1


def test_no_session_variable_switches_the_guard_off(live):
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_trigger WHERE tgname LIKE 'guard_%%' AND tgenabled <> 'A'")
        assert cursor.fetchone()[0] == 0


def test_the_application_is_not_a_superuser():
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls OR rolreplication FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False,)


def test_every_reference_from_the_record_protects_what_it_points_to(live):
    for model in (Publication, Statement, PublishedTag, Event, Placement):
        kept = [field for field in model._meta.concrete_fields if field.is_relation and field.name != "publication"]
        assert {field.remote_field.on_delete.__name__ for field in kept} == {"PROTECT"}


def test_a_protected_source_has_but_a_label(make_story):
    source = Source.objects.create(slug="protected-1", name="An official", protected_in=make_story())
    with refused("source_protected_has_but_a_label"):
        source.names.create(language="en", name="Jane Doe")
    with refused("source_protected_has_but_a_label"):
        source.titles.create(language="en", title="Clerk")
    known = Source.objects.create(slug="jane-doe", name="Jane Doe")
    known.names.create(language="en", name="Jane Doe")
    with refused("source_protected_has_but_a_label"):
        run("UPDATE articles_source SET protected_in_id = %s WHERE id = %s", source.protected_in_id, known.pk)


def test_a_merge_is_for_good_and_among_equals(live_story):
    ports, pay = Tag.objects.get(key="ports"), Tag.objects.get(key="pay")
    strange = Tag.objects.named_or_new("ميناء", "ar")
    with refused("articles_tag_stays_merged"):
        run("UPDATE articles_tag SET merged_into_id = %s WHERE id = %s", strange.pk, ports.pk)
    merging.merge_tags(ports, into=pay, by=None)
    for becomes in (None, strange.pk):
        with refused("articles_tag_stays_merged"):
            run("UPDATE articles_tag SET merged_into_id = %s WHERE id = %s", becomes, ports.pk)


def test_the_address_of_what_is_scheduled_cannot_be_taken_away(make_story, soon):
    publishing.publish(make_story(), revision=1, by=None, at=soon)
    with refused("address_is_kept_for_ever"):
        run("DELETE FROM articles_address")


@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_began_before_a_version_adds_nothing_to_it(make_story, union):
    parameters = connections["default"].get_connection_params()
    known = {name: parameters[name] for name in ("dbname", "user", "password", "host", "port") if name in parameters}
    with psycopg.connect(**known) as early:
        early.execute("SELECT now()")
        version = publishing.publish(make_story(), revision=1, by=None)
        with pytest.raises(psycopg.errors.CheckViolation, match="articles_publishedtag_is_record"):
            early.execute(
                "INSERT INTO articles_publishedtag (publication_id, story_id, first_live_at, tag_id, position)"
                " VALUES (%s, %s, %s, 1, 0)",
                [version.pk, version.story_id, version.first_live_at],
            )


def test_nothing_hangs_on_a_version_that_is_not_there(live_story):
    columns = "publication_id, story_id, first_live_at, tag_id, position"
    values = "SELECT id + 1000000, story_id, first_live_at, %s, 0 FROM articles_publication"
    with refused("articles_publishedtag_is_record"):
        run(f"INSERT INTO articles_publishedtag ({columns}) {values}", Tag.objects.get(key="pay").pk)
