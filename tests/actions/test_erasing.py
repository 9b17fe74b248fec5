"""Removing a text for good: two people, a reason, and a tombstone."""

import pytest

from articles.actions import erasing, placing, publishing, stories
from articles.actions.refusals import NotAllowed, Refused
from articles.models import Event, Placement, Publication, Revision, Statement, Withdrawal, drafts
from tests.raw_sql import refused, run

pytestmark = pytest.mark.django_db


def test_erasing_empties_every_text_and_leaves_the_hash(live_story, chief, editor):
    before = Publication.objects.get().content_hash
    erasing.erase(live_story, by=chief, agreed_by=editor, reason="A court.")
    version = Publication.objects.get()
    assert (version.headline, version.body, version.vector, version.content_hash) == ("", "", "", before)
    assert version.is_withheld
    assert Statement.objects.get().words == ""


def test_nothing_of_the_text_stays_at_the_desk(live_story, chief, editor):
    stories.revise(live_story, drafts.with_changes(live_story, headline="Dockers, again"), version=1, by=None)
    erasing.erase(live_story, by=chief, agreed_by=editor, reason="A court.")
    live_story.refresh_from_db()
    assert (live_story.headline, live_story.body) == ("", "")
    assert all(revision.state == {} for revision in Revision.objects.all())
    assert not live_story.attributions.exists()


def test_what_was_scheduled_is_called_off(make_story, soon, chief, editor):
    story = make_story()
    publishing.publish(story, revision=1, by=None, at=soon)
    erasing.erase(story, by=chief, agreed_by=editor, reason="A court.")
    assert not Publication.objects.exists()


def test_a_story_that_is_erased_leaves_the_front_page_now_and_to_come(live_story, soon, chief, editor):
    placing.place(live_story, slot=1, by=None)
    placing.place(live_story, slot=2, by=None, at=soon)
    erasing.erase(live_story, by=chief, agreed_by=editor, reason="A court.")
    assert [each.live_until is None for each in Placement.objects.all()] == [False]


def test_it_takes_two_people(live_story, chief):
    for second in (chief, None):
        with pytest.raises(NotAllowed):
            erasing.erase(live_story, by=chief, agreed_by=second, reason="A court.")
    assert Publication.objects.get().headline


@pytest.mark.parametrize("who", ["reporter", "copy_editor", "editor", "administrator", "nobody"])
def test_only_a_chief_asks_for_it(who, live_story, chief, request):
    with pytest.raises(NotAllowed):
        erasing.erase(live_story, by=request.getfixturevalue(who), agreed_by=chief, reason="A court.")


@pytest.mark.parametrize("who", ["reporter", "copy_editor", "nobody"])
def test_not_anyone_may_agree(who, live_story, chief, request):
    with pytest.raises(NotAllowed):
        erasing.erase(live_story, by=chief, agreed_by=request.getfixturevalue(who), reason="A court.")


def test_it_takes_a_reason(live_story, chief, editor):
    with pytest.raises(Refused):
        erasing.erase(live_story, by=chief, agreed_by=editor, reason=" ")


def test_it_leaves_one_event_that_names_both(live_story, chief, editor):
    erasing.erase(live_story, by=chief, agreed_by=editor, reason="A court.")
    event = Event.objects.first()
    assert (event.verb, event.by, "editor" in event.note) == ("erased", chief, True)


def test_a_new_text_may_follow_and_the_erased_stays_erased(live_story, chief, editor):
    erasing.erase(live_story, by=chief, agreed_by=editor, reason="A court.")
    live_story.refresh_from_db()
    stories.revise(
        live_story,
        drafts.with_changes(live_story, headline="Anew", body="<p>Anew</p>"),
        version=live_story.version,
        by=None,
    )
    publishing.publish(live_story, revision=live_story.version + 1, by=None)
    assert list(Publication.objects.order_by("number").values_list("is_withheld", flat=True)) == [True, False]


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
