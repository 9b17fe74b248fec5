"""The guard of the record, in raw SQL: each rule one test. The database has the last word."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection

from articles.actions import merging, publishing
from articles.models import Publication
from tests.raw_sql import refused, run

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).parents[2]


@pytest.fixture
def live(live_story):
    return live_story.publications.get()


@pytest.fixture
def scheduled(make_story, soon):
    story = make_story(headline="Tomorrow’s budget")
    return publishing.publish(story, revision=1, by=None, at=soon)


def insert_copy(publication, **changes):
    """The same row again, with changes, in plain SQL."""
    names = [field.column for field in Publication._meta.concrete_fields if field.column != "id"]
    values = {name: f'"{name}"' for name in names} | {"number": "number + 1", "previous_hash": "content_hash"}
    values |= {name: "%s" for name in changes}
    run(
        f"INSERT INTO articles_publication ({', '.join(names)}) SELECT {', '.join(values[name] for name in names)}"
        f" FROM articles_publication WHERE id = {publication.pk}",
        *[changes[name] for name in names if name in changes],
    )


def test_a_published_version_cannot_be_deleted(live):
    with refused("publication_is_record"):
        run("DELETE FROM articles_publication WHERE id = %s", live.pk)


@pytest.mark.parametrize(
    "table",
    ["publication", "publishedbyline", "publishedtag", "statement", "correction", "withdrawal", "erasure", "event"]
    + ["placement", "address"],
)
def test_no_table_of_the_record_can_be_truncated(live, table):
    run("SET CONSTRAINTS ALL IMMEDIATE")
    with refused(f"articles_{table}_is_record"):
        run(f"TRUNCATE articles_{table} CASCADE")


@pytest.mark.parametrize(
    "change",
    ["headline = 'x'", "body = 'x'", "slug = 'x'", "live_from = live_from - interval '1 day'", "kind = 'opinion'"]
    + ["content_hash = 'x'", "is_import = true", "first_live_at = now()", "updated_at = now() + interval '1 day'"]
    + ["photo_alt = 'x'", "family = 'x'", "revision = 9", "recorded_at = now()", "edition_id = 0", "number = 7"]
    + ["canonical_form = 1"],
)
def test_nothing_frozen_can_be_changed(live, change):
    with refused("publication_is_record"):
        run(f"UPDATE articles_publication SET {change} WHERE id = %s", live.pk)


def test_a_scheduled_version_cannot_be_rewritten_either(scheduled):
    with refused("publication_is_record"):
        run("UPDATE articles_publication SET headline = 'x' WHERE id = %s", scheduled.pk)


def test_a_scheduled_version_can_be_deleted(scheduled):
    scheduled.delete()
    assert not Publication.objects.exists()


def test_an_open_period_can_be_closed_now(live):
    run("UPDATE articles_publication SET live_until = clock_timestamp() WHERE id = %s", live.pk)
    live.refresh_from_db()
    assert live.live_until


def test_a_period_cannot_be_closed_before_the_transaction_began(live):
    with refused("publication_period_is_record"):
        run("UPDATE articles_publication SET live_until = now() - interval '1 microsecond' WHERE id = %s", live.pk)


def test_an_end_still_ahead_can_move_and_be_taken_back(live):
    run("UPDATE articles_publication SET live_until = now() + interval '1 hour' WHERE id = %s", live.pk)
    run("UPDATE articles_publication SET live_until = now() + interval '2 hours' WHERE id = %s", live.pk)
    run("UPDATE articles_publication SET live_until = NULL WHERE id = %s", live.pk)
    live.refresh_from_db()
    assert live.live_until is None


def test_a_closed_period_cannot_be_opened_again(live):
    run("UPDATE articles_publication SET live_until = clock_timestamp() WHERE id = %s", live.pk)
    with refused("publication_period_is_record"):
        run("UPDATE articles_publication SET live_until = NULL WHERE id = %s", live.pk)


def test_the_mark_that_withholds_may_move(live):
    run("UPDATE articles_publication SET is_withheld = NOT is_withheld WHERE id = %s", live.pk)
    live.refresh_from_db()
    assert live.is_withheld


def test_a_version_cannot_move_to_a_section_that_its_own_was_not_merged_into(live, english):
    other = english.sections.get(slug="world")
    with refused("publication_moves_only_by_a_merge"):
        run("UPDATE articles_publication SET section_id = %s WHERE id = %s", other.pk, live.pk)


def test_a_merge_moves_a_version_to_the_surviving_section(live, english):
    world = english.sections.get(slug="world")
    merging.merge_sections(live.section, into=world, by=None)
    live.refresh_from_db()
    assert live.section == world


def test_an_insert_cannot_date_back(live):
    run("UPDATE articles_publication SET live_until = clock_timestamp() WHERE id = %s", live.pk)
    with refused("publication_never_dates_back"):
        insert_copy(live, live_from=live.live_from - timedelta(hours=1), live_until=None, is_import=False)


def test_a_marked_import_may_date_back(make_story, now):
    version = publishing.import_version(make_story(), live_from=now - timedelta(days=9), by=None)
    assert version.is_import


def test_the_mark_of_an_import_is_for_ever(make_story, now):
    version = publishing.import_version(make_story(), live_from=now - timedelta(days=9), by=None)
    with refused("publication_is_record"):
        run("UPDATE articles_publication SET is_import = false WHERE id = %s", version.pk)


def test_two_periods_of_one_story_never_overlap(live, soon):
    with refused("publication_periods_never_overlap"):
        insert_copy(live, live_from=soon, live_until=None)


def test_nothing_begins_before_its_embargo(live, soon):
    run("UPDATE articles_publication SET live_until = %s WHERE id = %s", soon, live.pk)
    with refused("publication_waits_for_its_embargo"):
        insert_copy(live, live_from=soon, live_until=None, embargo_until=soon + timedelta(seconds=1))


def test_nothing_begins_before_the_embargo_of_its_story(live, soon):
    run("UPDATE articles_publication SET live_until = %s WHERE id = %s", soon, live.pk)
    run("UPDATE articles_story SET embargo_until = %s WHERE id = %s", soon + timedelta(seconds=1), live.story_id)
    with refused("publication_waits_for_its_embargo"):
        insert_copy(live, live_from=soon, live_until=None)


@pytest.mark.parametrize("column", ["headline", "body", "slug", "content_hash"])
def test_what_is_published_has_what_readers_need(live, soon, column):
    run("UPDATE articles_publication SET live_until = %s WHERE id = %s", soon, live.pk)
    rule = "publication_has_its_own_address" if column == "slug" else "publication_has_what_readers_need"
    with refused(rule):
        insert_copy(live, live_from=soon, live_until=None, **{column: ""})


def test_a_published_photo_has_alt_text_and_credit(live, soon):
    run("UPDATE articles_publication SET live_until = %s WHERE id = %s", soon, live.pk)
    run("INSERT INTO articles_photo (slug, image, width, height, credit, licence, focal_x, focal_y, made_as, widths,"
        " folded, origin) VALUES ('quay', 'photos/quay.webp', 1, 1, 'C', '', 50, 50, '', '{}', '', '')")  # fmt: skip
    with refused("publication_photo_has_alt_text_and_credit"):
        insert_copy(live, live_from=soon, live_until=None, photo_id=photo_id(), photo_credit="C")


def photo_id():
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM articles_photo")
        return cursor.fetchone()[0]


@pytest.mark.parametrize("broken", [{"number": 7}, {"previous_hash": "0" * 64}, {"day": "2001-01-01"}])
def test_the_chain_of_versions_has_no_gap_and_no_stranger(live, soon, broken):
    run("UPDATE articles_publication SET live_until = %s WHERE id = %s", soon, live.pk)
    rule = "publication_has_its_own_address" if "day" in broken else "publication_chain_is_whole"
    with refused(rule):
        insert_copy(live, live_from=soon, live_until=None, **broken)


def test_a_version_stands_only_at_an_address_that_is_its_storys_own(live, soon):
    run("UPDATE articles_publication SET live_until = %s WHERE id = %s", soon, live.pk)
    with refused("publication_has_its_own_address"):
        insert_copy(live, live_from=soon, live_until=None, slug="somebody-elses")


def test_story_section_and_version_are_of_one_edition(live, soon, arabic):
    run("UPDATE articles_publication SET live_until = %s WHERE id = %s", soon, live.pk)
    with refused("publication_stays_in_its_edition"):
        insert_copy(live, live_from=soon, live_until=None, section_id=arabic.sections.get().pk)


def test_no_code_of_ours_has_the_look_at_commit_taken_early():
    ours = [path for room in ("articles", "newsroom") for path in (ROOT / room).rglob("*.*")]
    ours = [path for path in ours if path.suffix in (".py", ".sql")]
    assert ours
    assert not [path for path in ours if "SET CONSTRAINTS" in path.read_text()]


def test_a_period_ends_on_a_day_that_a_calendar_has(live_story):
    with refused("publication_period_is_record"):
        run("UPDATE articles_publication SET live_until = 'infinity'")


@pytest.mark.parametrize("path", ["readers, public", "pg_temp, public"])
def test_the_guard_asks_our_tables_whatever_the_search_path(live_story, path):
    publishing.withdraw(live_story, by=None, reason="It was wrong.")
    run("CREATE TEMP TABLE IF NOT EXISTS articles_publication (LIKE public.articles_publication)")
    try:
        with refused("articles_statement_is_record"):
            run(f"SET LOCAL search_path = {path}")
            run("DELETE FROM public.articles_statement")
    finally:
        run("DROP TABLE pg_temp.articles_publication")
