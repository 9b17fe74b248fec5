"""The demo newspaper: loaded once, through the gate, and alive."""

import io
from collections import Counter
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from articles.actions.locking import clock
from articles.models import Correction, Event, Placement, Publication, Statement, Story, User, Withdrawal, drafts
from articles.rules.readiness import findings

pytestmark = pytest.mark.django_db


def load():
    out = io.StringIO()
    call_command("load_demo", stdout=out)
    return out.getvalue()


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """Loaded once for all: each test rolls back what it does to it."""
    with django_db_blocker.unblock(), transaction.atomic():
        load()
        yield
        transaction.set_rollback(True)


def test_it_is_a_living_newspaper(demo):
    stories = Story.objects.values_list("edition__language", flat=True)
    assert Counter(stories)["en"] >= 12
    assert Counter(stories)["ar"] >= 28
    english = Story.objects.filter(edition__language="en")
    assert Story.objects.filter(edition__language="ar", family__in=english.values("family")).count() >= 4
    assert Publication.objects.scheduled().count() >= 2
    assert Correction.objects.count() >= 2
    assert Story.objects.filter(withdrawals__lifted_at=None, withdrawals__isnull=False).count() == 1
    assert Placement.objects.exists()
    changed = [story for story in Story.objects.all() if is_live_with_changes(story)]
    assert changed


def test_no_leading_fact_is_without_its_source_and_no_quotation_without_its_owner(demo):
    """As readers have it, in either edition, and as the desk has it since."""
    found = [finding for story in Story.objects.all() for finding in findings(drafts.of_story(story).facts(), clock())]
    assert [finding.message for finding in found if finding.rule or finding.blocks] == []
    assert not Publication.objects.exclude(unowned_count=0).exists()
    assert not Event.objects.filter(note__contains="Not attributed").exists()


def test_of_each_statement_it_is_known_where_its_text_has_it(demo):
    assert not Statement.objects.filter(passage_start=None).exists()
    in_the_text = Statement.objects.filter(passage_end__gt=0).count()
    assert in_the_text > 0.9 * Statement.objects.count() > 200


def test_what_was_withdrawn_was_withdrawn_in_the_demos_past(demo):
    withdrawal = Withdrawal.objects.get()
    assert withdrawal.is_import
    assert withdrawal.at == withdrawal.story.publications.latest("number").live_until
    assert withdrawal.at < withdrawal.story.changed_at - timedelta(days=5)


def is_live_with_changes(story):
    live = story.publications.live().first()
    return live and (live.headline, live.body, live.standfirst) != (story.headline, story.body, story.standfirst)


def test_the_staff_is_one_of_each_role_and_no_superuser(demo):
    roles = {user.username: [group.name for group in user.groups.all()] for user in User.objects.all()}
    assert roles == {role: [role] for role in ("reporter", "copy", "editor", "chief", "admin")}
    assert not User.objects.filter(is_superuser=True).exists()
    assert User.objects.get(username="chief").check_password("newsroom-demo")


def test_a_second_time_changes_nothing(demo):
    events = Event.objects.count()
    assert "is there already" in load()
    assert Event.objects.count() == events


def test_it_refuses_to_fill_a_real_paper(settings):
    settings.DEMO = False
    there = Story.objects.count()
    with pytest.raises(CommandError, match="DEMO=1"):
        load()
    assert Story.objects.count() == there


def test_the_record_of_the_demo_verifies(demo):
    call_command("verify_record", stdout=io.StringIO())
