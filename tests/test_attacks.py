"""What a hostile reviewer once got through, and what stops it now."""

from datetime import timedelta

import psycopg
import pytest
from django.db import connections

from articles import text
from articles.actions import erasing, merging, placing, publishing, stories
from articles.actions.refusals import NotAllowed, NotReady, Refused
from articles.models import Event, Placement, Publication, Source, Tag, Withdrawal, drafts
from tests.raw_sql import refused, run

pytestmark = pytest.mark.django_db
real_wall = pytest.mark.django_db(transaction=True, databases=["default", "readers"])


# Readers


@pytest.mark.parametrize("path", ["/en//evil.example/x", "/en/%5Cevil.example/", "/en///evil.example"])
def test_no_address_redirects_to_another_host(english, client, path):
    assert not client.get(path).headers.get("Location", "/").startswith(("//", "/\\", "http"))


def test_an_error_under_the_default_editions_language_is_an_error(english, client):
    assert client.get("/en/2026/01/01/nothing/at/all/").status_code == 404


@real_wall
def test_a_withdrawn_story_says_so_while_its_return_is_scheduled(live_story, soon, client, behind_the_wall):
    path = live_story.publications.get().get_absolute_url()
    publishing.withdraw(live_story, by=None, reason="It was wrong.")
    publishing.publish(live_story, revision=1, by=None, at=soon)
    assert client.get(path).status_code == 410


# Editors


def test_a_change_of_time_zone_leaves_addresses_and_stories_can_still_be_corrected(make_story, english):
    story = make_story()
    first = publishing.publish(story, revision=1, by=None)
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        english.time_zone = zone
        english.save()
        story = stories.revise(story, drafts.with_changes(story, standfirst=zone), version=story.version or 1, by=None)
        version = publishing.correct(story, revision=story.version, by=None, kind="correction", right="x")
        assert (version.day, version.slug) == (first.day, first.slug)


def test_who_may_not_publish_may_not_call_off_by_an_embargo(make_story, reporter, editor, soon):
    story = make_story()
    publishing.publish(story, revision=1, by=None, at=soon)
    later = soon + timedelta(days=1)
    with pytest.raises(NotAllowed):
        stories.revise(story, drafts.with_changes(story, embargo_until=later), version=1, by=reporter)
    assert Publication.objects.count() == 1
    stories.revise(story, drafts.with_changes(story, embargo_until=later), version=1, by=editor)
    assert not Publication.objects.exists()


@pytest.mark.parametrize("hours", [None, -1])
def test_who_may_not_publish_may_not_lift_an_embargo(make_story, reporter, soon, hours):
    story = make_story(embargo_until=soon)
    with pytest.raises(NotAllowed):
        stories.revise(
            story,
            drafts.with_changes(story, embargo_until=hours and soon + timedelta(hours=hours)),
            version=1,
            by=reporter,
        )
    stories.revise(story, drafts.with_changes(story, embargo_until=soon + timedelta(hours=1)), version=1, by=reporter)


@pytest.mark.parametrize("field", ["headline", "body"])
def test_what_nobody_can_see_is_empty(make_story, field):
    with pytest.raises(NotReady):
        publishing.publish(make_story(**{field: "\u200b\u2060"}), revision=1, by=None)


def test_an_invisible_reason_is_none(live_story):
    with pytest.raises(Refused):
        publishing.withdraw(live_story, by=None, reason="\u200b")


def test_a_withdrawn_story_takes_no_import_and_leaves_the_front_page(live_story, now):
    placing.place(live_story, slot=1, by=None)
    publishing.withdraw(live_story, by=None, reason="It was wrong.")
    assert Placement.objects.get().live_until
    with pytest.raises(Refused):
        publishing.import_version(live_story, live_from=now, by=None)


@pytest.mark.parametrize(
    "typed", ["Inflation was <two per cent.\n\nThe rest.", "Write to <ann@example.org> now.", "a < b and c > d", "<3"]
)
def test_a_sign_that_is_no_tag_loses_no_text(typed):
    assert "".join(text.plain(text.clean(typed)).split()) == "".join(typed.split())


def test_erasing_takes_reasons_and_notes_with_it(live_story, chief, editor):
    publishing.withdraw(live_story, by=None, reason="We wrote that the minister was arrested.")
    erasing.erase(live_story, by=chief, agreed_by=editor, reason="A court.")
    assert "minister" not in Withdrawal.objects.get().reason
    assert not Event.objects.filter(note__contains="minister").exists()
    with refused("withdrawal_is_record"):
        run("UPDATE articles_withdrawal SET lifted_at = now() - interval '1 hour'")


def test_who_makes_accounts_does_not_agree_to_erase(live_story, chief, administrator):
    with pytest.raises(NotAllowed):
        erasing.erase(live_story, by=chief, agreed_by=administrator, reason="A court.")


# The application's own role, in SQL


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
