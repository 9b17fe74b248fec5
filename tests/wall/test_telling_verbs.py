"""Each command declares what it changes, and each verb of the desk says who: asked by the database at commit."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from articles import wall
from articles.actions import declaring, erasing, merging, placing, publishing, stories
from articles.models import Event, Placement, Section, Tag, drafts
from tests import declared
from tests.conftest import member
from tests.raw_sql import run
from tests.wall.telling import refused, write

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "readers"])


# Commands


def test_a_command_declares_its_transaction_and_no_other(paper, lina):
    with declared.nothing(check=False):
        with declaring.command("mend_names"):
            write(lina, "name", "'Lina Mended'")
        with pytest.raises(IntegrityError):
            write(lina, "name", "'Forged'")
        with transaction.atomic():
            with declaring.command("mend_names"):
                write(lina, "name", "'Lina Again'")
            with pytest.raises(IntegrityError), transaction.atomic():
                write(lina, "name", "'Forged'")
                connection.check_constraints()


def test_a_command_that_fails_declares_nothing_after_it(paper, lina):
    with refused():
        try:
            with declaring.command("mend_names"):
                raise ValueError
        except ValueError:
            pass
        write(lina, "name", "'Forged'")


def test_our_commands_declare_themselves(paper):
    with declared.nothing(check=False):
        for command in ("rebuild_search", "make_renditions"):
            call_command(command, verbosity=0)


def test_migrations_are_commands_the_triggers_go_down_with_the_wall_and_stand_again_after(paper, lina):
    with declared.nothing(check=False):
        wall.lower_wall()
        write(lina, "name", "'Lina Moved'")
        wall.raise_wall()
    with refused():
        write(lina, "name", "'Forged'")


def test_a_wall_whose_triggers_are_gone_or_asleep_is_made_anew(paper, lina):
    for harm in ("DROP TRIGGER change_has_an_event ON articles_tag", "ALTER TABLE articles_tag DISABLE TRIGGER USER"):
        run(harm)
        run("ALTER TABLE articles_tag ENABLE TRIGGER guard_merge")
        run("ALTER TABLE articles_tag ENABLE ALWAYS TRIGGER guard_merge")
        wall.raise_wall()
        with refused():
            Tag.objects.filter(name="Ports").update(about="Forged")


# Each verb of the desk


def changed(story):
    return stories.revise(story, drafts.with_changes(story, headline="Changed"), version=1, by=None)


def call_off_a_place(paper, make_story, chief, soon):
    """What it would have ended stands on: another story's row."""
    other = make_story(headline="Other", slug="other")
    publishing.publish(other, revision=1, by=chief)
    placing.place(other, slot=1, by=chief, at=soon)
    placing.call_off(Placement.objects.get(story=other), by=chief)


def merge_twice(paper, make_story, chief, soon):
    ports, pay, later = (Tag.objects.get(name=name) for name in ("Ports", "Pay", "Later"))
    merging.merge_tags(later, into=ports, by=chief)
    merging.merge_tags(ports, into=pay, by=chief)
    economy, world = Section.objects.get(slug="economy"), Section.objects.get(slug="world")
    merging.merge_sections(economy, into=world, by=chief)


VERBS = {
    "publish": lambda paper, make_story, by, soon: publishing.publish(changed(paper), revision=2, by=by),
    "schedule": lambda paper, make_story, by, soon: publishing.publish(changed(paper), revision=2, by=by, at=soon),
    "call off": lambda paper, make_story, by, soon: (
        publishing.publish(changed(paper), revision=2, by=by, at=soon), publishing.call_off(paper, by=by)),
    "correct": lambda paper, make_story, by, soon: publishing.correct(
        changed(paper), revision=2, by=by, kind="correction", right="So"),
    "withdraw": lambda paper, make_story, by, soon: publishing.withdraw(paper, by=by, reason="Wrong"),
    "withdraw and publish": lambda paper, make_story, by, soon: (
        publishing.withdraw(paper, by=by, reason="Wrong"), publishing.publish(changed(paper), revision=2, by=by)),
    "rename": lambda paper, make_story, by, soon: publishing.rename(paper, slug="other", by=by),
    "import": lambda paper, make_story, by, soon: publishing.import_version(
        make_story(headline="Old", slug="old"), live_from=soon - timedelta(days=9), by=by),
    "embargo": lambda paper, make_story, by, soon: (
        publishing.publish(changed(paper), revision=2, by=by, at=soon),
        stories.revise(paper, drafts.with_changes(paper, embargo_until=soon + timedelta(days=1)), version=2, by=by)),
    "place": lambda paper, make_story, by, soon: placing.place(paper, slot=2, by=by),
    "take off": lambda paper, make_story, by, soon: placing.take_off(paper, by=by),
    "call off a place": call_off_a_place,
    "merge": merge_twice,
    "erase": lambda paper, make_story, by, soon: erasing.erase(
        paper, by=by, agreed_by=member("second", "editor"), reason="A court"),
}  # fmt: skip


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_of_the_desk_leaves_the_events_that_its_rows_are_asked_for(paper, make_story, chief, soon, verb):
    before = Event.objects.count()
    with declared.nothing(check=False):
        VERBS[verb](paper, make_story, chief, soon)
    assert Event.objects.count() > before


def test_an_action_by_nobody_that_no_command_declared_is_refused_at_commit(paper):
    with pytest.raises(IntegrityError), declared.nothing(check=False):
        publishing.withdraw(paper, by=None, reason="Wrong")
    assert not paper.withdrawals.exists()
