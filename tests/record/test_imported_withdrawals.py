"""A withdrawal of the past comes with the import of the version that it ends, and in no other way."""

from datetime import timedelta

import pytest

from articles.actions import publishing
from articles.actions.refusals import NotAllowed, Refused
from articles.models import Event, Publication, Story, Withdrawal
from articles.models.standing import with_standing
from tests.raw_sql import refused, run

pytestmark = pytest.mark.django_db
COLUMNS = "INSERT INTO articles_withdrawal (story_id, at, reason, is_import, lifted_at)"


@pytest.fixture
def gone(make_story, now):
    """A story of ten days ago, withdrawn a day later, both imported."""
    story = make_story(headline="Ferries merge")
    began, ended = now - timedelta(days=10), now - timedelta(days=9)
    publishing.import_version(story, live_from=began, live_until=ended, withdrawn="The memo was false.", by=None)
    return story, ended


def begin_another_transaction():
    """What follows is not of the transaction that imported: so that a test need not commit."""
    run("ALTER TABLE articles_publication DISABLE TRIGGER guard_update")
    run("UPDATE articles_publication SET recorded_in = recorded_in - 1")
    run("ALTER TABLE articles_publication ENABLE ALWAYS TRIGGER guard_update")


def test_an_import_brings_its_withdrawal_with_its_own_day(gone, client):
    story, ended = gone
    withdrawal = Withdrawal.objects.get()
    assert (withdrawal.at, withdrawal.is_import, withdrawal.lifted_at) == (ended, True, None)
    assert with_standing(Story.objects.filter(pk=story.pk)).get().standing == "withdrawn"
    answer = client.get(Publication.objects.get().get_absolute_url())
    assert answer.status_code == 410
    page = answer.content.decode()
    assert "The memo was false." in page
    assert f'datetime="{ended.astimezone(story.edition.zone):%Y-%m-%dT%H:%M}' in page
    assert list(Event.objects.order_by("pk").values_list("verb", flat=True))[-2:] == ["imported", "withdrawn"]


def test_what_came_with_an_import_can_be_published_again(gone):
    story, _ended = gone
    publishing.publish(story, revision=1, by=None)
    assert Withdrawal.objects.get().lifted_at
    assert not story.publications.filter(is_withheld=True).exists()


@pytest.mark.parametrize("reason", ["\u200b", " "])
def test_it_needs_a_reason_and_an_end_in_the_past(make_story, now, reason):
    story = make_story()
    with pytest.raises(Refused):
        publishing.import_version(story, live_from=now - timedelta(days=1), live_until=now, withdrawn=reason, by=None)
    for until in (None, now + timedelta(hours=1)):
        with pytest.raises(Refused):
            publishing.import_version(
                story, live_from=now - timedelta(days=1), live_until=until, withdrawn="Wrong.", by=None
            )
    assert not Withdrawal.objects.exists()


def test_who_may_not_withdraw_may_not_import_a_withdrawal(make_story, now, reporter):
    with pytest.raises(NotAllowed):
        publishing.import_version(
            make_story(), live_from=now - timedelta(days=2), live_until=now, withdrawn="x", by=reporter
        )


def test_nothing_of_it_is_changed_afterwards(gone):
    for change in ("is_import = false", "at = now()", "at = at - interval '1 day'", "story_id = story_id + 1"):
        with refused("withdrawal_is_record"):
            run(f"UPDATE articles_withdrawal SET {change}")


def test_a_withdrawal_of_now_cannot_be_marked_as_an_import_afterwards(live_story):
    publishing.withdraw(live_story, by=None, reason="It was wrong.")
    with refused("withdrawal_is_record"):
        run("UPDATE articles_withdrawal SET is_import = true, at = at - interval '1 day'")


def test_no_other_withdrawal_dates_back_marked_or_not(live_story):
    for mark, rule in (("false", "withdrawal_never_dates_back"), ("true", "withdrawal_comes_with_its_import")):
        with refused(rule):
            run(f"{COLUMNS} VALUES (%s, now() - interval '1 second', 'x', {mark}, NULL)", live_story.pk)


@pytest.mark.parametrize("at", ["now() + interval '1 day'", "'infinity'", "'-infinity'", "now() - interval '30 days'"])
def test_a_marked_one_begins_when_the_imported_version_ends_and_at_no_other_moment(make_story, now, at):
    story = make_story()
    publishing.import_version(story, live_from=now - timedelta(days=2), live_until=now - timedelta(days=1), by=None)
    with refused("withdrawal_comes_with_its_import"):
        run(f"{COLUMNS} VALUES (%s, {at}, 'x', true, NULL)", story.pk)


def test_a_marked_one_comes_in_the_transaction_of_its_import_and_never_later(make_story, now):
    story, ended = make_story(), now - timedelta(days=1)
    publishing.import_version(story, live_from=now - timedelta(days=2), live_until=ended, by=None)
    run("SET CONSTRAINTS ALL IMMEDIATE")
    begin_another_transaction()
    with refused("withdrawal_comes_with_its_import"):
        run(f"{COLUMNS} VALUES (%s, %s, 'x', true, NULL)", story.pk, ended)


def test_a_marked_one_is_not_lifted_when_it_comes(make_story, now):
    story, ended = make_story(), now - timedelta(days=1)
    publishing.import_version(story, live_from=now - timedelta(days=2), live_until=ended, by=None)
    with refused("withdrawal_comes_with_its_import"):
        run(f"{COLUMNS} VALUES (%s, %s, 'x', true, %s)", story.pk, ended, ended)


def test_a_marked_one_needs_an_import_before_it(make_story, live_story):
    with refused("withdrawal_comes_with_its_import"):
        run(f"{COLUMNS} VALUES (%s, now(), 'x', true, NULL)", make_story(headline="Draft").pk)
    with refused("withdrawal_comes_with_its_import"):
        run(f"{COLUMNS} VALUES (%s, now(), 'x', true, NULL)", live_story.pk)
