"""A source recalled: every passage that relies on it is work, and none closes until it is dealt with."""

import pytest
from django.db import IntegrityError, transaction

from articles.actions import erasing, publishing, recalls, stories
from articles.actions.refusals import NotAllowed, Refused
from articles.models import Attribution, Event, FurtherOwner, Recall, RecallItem, Source, drafts
from articles.rules.recalls import ItemState, Reliance, state_of
from tests.conftest import TEXT

pytestmark = pytest.mark.django_db
WORDS = "Two years of building,"
OTHER = "<p>Nobody said anything.</p>"


@pytest.fixture
def report(db):
    return Source.objects.create(slug="report", name="The report", kind="document")


def opened(source, by=None):
    return recalls.recall(source, by=by, reason="It was forged.")


def states(recall):
    return {(item.story_id, item.words): item.state for item in recall.items.all()}


def state(recall):
    return recall.items.get().state


def revise(story, **changes):
    now = type(story).objects.get(pk=story.pk)
    return stories.revise(now, drafts.with_changes(now, **changes), version=now.version, by=None)


def correct(story, **more):
    asked = {"kind": "correction", "right": "Nobody said so."} | more
    revision = type(story).objects.get(pk=story.pk).version
    return publishing.correct(story, revision=revision, by=None, **asked)


def test_it_lists_what_relies_on_the_source_at_the_desk_with_readers_and_in_earlier_versions(
    live_story, make_story, arabic, union
):
    body = "<p>«عامان من البناء»، قالت النقابة.</p>"
    there = make_story(arabic, body=body, attributions=[Attribution(source=union, words="عامان من البناء")])
    now = "and not one line on casual workers."
    revise(live_story, body=f"<p>“{now}”</p>", attributions=[Attribution(source=union, words=now)])
    publishing.publish(live_story, revision=2, by=None)
    assert states(opened(union)) == {
        (live_story.pk, WORDS): ItemState.OPEN,
        (live_story.pk, now): ItemState.OPEN,
        (there.pk, "عامان من البناء"): ItemState.OPEN,
    }


def test_a_further_owner_is_relied_on_as_the_first_is(make_story, union, report):
    said = Attribution(source=union, words=WORDS)
    said.further = (FurtherOwner(report),)
    story = make_story(attributions=[said])
    assert states(opened(report)) == {(story.pk, WORDS): ItemState.OPEN}


def test_one_passage_in_two_spellings_is_one(live_story, union):
    revise(live_story, attributions=[Attribution(source=union, words="TWO years of building,")])
    recall = opened(union)
    assert recall.items.count() == 1


def test_only_who_may_publish_recalls_and_says_why(live_story, union, reporter, copy_editor, administrator, editor):
    for person in (reporter, copy_editor, administrator):
        with pytest.raises(NotAllowed):
            opened(union, by=person)
    with pytest.raises(Refused, match="Say why"):
        recalls.recall(union, by=editor, reason=" \u200b")
    assert not Recall.objects.exists()
    opened(union, by=editor)
    event = Event.objects.get(verb="recalled")
    assert (event.by, event.table, event.row, event.note) == (editor, "source", union.pk, "")


def test_a_source_is_recalled_once_at_a_time(live_story, union):
    recall = opened(union)
    with pytest.raises(Refused, match="recalled already"):
        opened(union)
    recalls.keep(recall.items.get(), by=None, reason="A second source says so.")
    recalls.end(recall, by=None)
    assert opened(union).pk != recall.pk


def test_a_passage_is_kept_for_a_reason_and_may_be_taken_up_again(live_story, union, editor):
    recall = opened(union)
    with pytest.raises(Refused, match="Say why"):
        recalls.keep(recall.items.get(), by=editor, reason="")
    kept = recalls.keep(recall.items.get(), by=editor, reason="The minutes say so too.")
    assert (kept.state, kept.by, kept.reason) == (ItemState.KEPT, editor, "The minutes say so too.")
    revise(live_story, headline="Dockers wait")
    assert state(recall) == ItemState.KEPT
    assert recalls.take_up(kept, by=editor).state == ItemState.OPEN
    assert set(Event.objects.filter(story=live_story, by=editor).values_list("verb", flat=True)) == {
        "passage kept",
        "taken up",
    }


def test_nobody_else_keeps_or_takes_up_or_ends(live_story, union, reporter):
    recall = opened(union)
    for deed in (
        lambda: recalls.keep(recall.items.get(), by=reporter, reason="So."),
        lambda: recalls.take_up(recall.items.get(), by=reporter),
        lambda: recalls.end(recall, by=reporter),
        lambda: recalls.look_again(recall, by=reporter),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_a_withdrawal_closes_all_of_its_story_and_publishing_it_again_opens_them(live_story, union, chief):
    recall = opened(union)
    publishing.withdraw(live_story, by=chief, reason="We could not stand by it.")
    assert (recall.items.get().state, recall.items.get().by) == (ItemState.WITHDRAWN, chief)
    revise(live_story, headline="Dockers reject")
    assert state(recall) == ItemState.WITHDRAWN
    publishing.publish(live_story, revision=2, by=None)
    assert (recall.items.get().state, recall.items.get().at) == (ItemState.OPEN, None)


def test_a_correction_closes_what_is_gone_from_the_text(live_story, union, chief):
    recall = opened(union)
    revise(live_story, body=OTHER, attributions=[])
    assert state(recall) == ItemState.OPEN
    correct(live_story)
    assert state(recall) == ItemState.CORRECTED


def test_an_update_that_drops_it_and_tells_nobody_closes_nothing(live_story, union):
    recall = opened(union)
    revise(live_story, body=OTHER, attributions=[])
    publishing.publish(live_story, revision=2, by=None)
    assert state(recall) == ItemState.OPEN


def test_a_correction_of_something_else_closes_nothing(live_story, union):
    recall = opened(union)
    revise(live_story, headline="Dockers refuse")
    correct(live_story)
    assert state(recall) == ItemState.OPEN


def test_words_that_stand_on_as_nobodys_are_not_gone(live_story, union):
    recall = opened(union)
    # Without its marks: no quotation, so that the gate lets it pass.
    revise(live_story, body="<p>It was two years of building, and no more.</p>", attributions=[])
    correct(live_story)
    assert state(recall) == ItemState.OPEN


def test_words_that_somebody_else_stands_for_are_gone_from_the_source(live_story, union, report):
    recall = opened(union)
    revise(live_story, attributions=[Attribution(source=report, words=WORDS)])
    correct(live_story)
    assert state(recall) == ItemState.CORRECTED


def test_a_retraction_closes_it_though_the_text_stands_behind_its_notice(live_story, union):
    recall = opened(union)
    revise(live_story, headline="Retracted: dockers")
    correct(live_story, kind="retraction")
    assert state(recall) == ItemState.CORRECTED


def test_a_correction_of_before_the_recall_told_readers_nothing_of_it(live_story, union):
    revise(live_story, body=OTHER, attributions=[])
    correct(live_story)
    assert state(opened(union)) == ItemState.OPEN


def test_what_readers_never_had_is_done_with_once_it_is_gone_from_the_desk(make_story, union):
    story = make_story(attributions=[Attribution(source=union, words=WORDS)])
    recall = opened(union)
    revise(story, body=OTHER, attributions=[])
    assert state(recall) == ItemState.WITHDRAWN
    revise(story, body=TEXT, attributions=[Attribution(source=union, words=WORDS)])
    assert state(recall) == ItemState.OPEN


def test_a_new_use_joins_the_list(live_story, make_story, union):
    recall = opened(union)
    later = make_story(headline="Tomorrow", attributions=[Attribution(source=union, words=WORDS)])
    assert states(recall)[later.pk, WORDS] == ItemState.OPEN
    assert len(states(recall)) == 2


def test_a_scheduled_correction_closes_it_once_it_has_begun_and_not_before(live_story, union, soon):
    recall = opened(union)
    revise(live_story, body=OTHER, attributions=[])
    correct(live_story, at=soon)
    assert state(recall) == ItemState.OPEN
    with pytest.raises(Refused, match="dealt with"):
        recalls.end(recall, by=None)


def test_erasing_takes_the_words_out_of_the_list(live_story, union, chief, editor):
    recall = opened(union)
    erasing.erase(live_story, by=chief, agreed_by=editor, reason="A court")
    assert not recall.items.exists()
    recalls.look_again(recall, by=None)
    assert not recall.items.exists()


def test_each_night_what_came_by_another_way_joins(live_story, make_story, union):
    story = make_story(headline="By hand")
    recall = opened(union)
    Attribution.objects.create(story=story, source=union, words=WORDS)
    recalls.look_at_all()
    assert (story.pk, WORDS) in states(recall)


def test_the_database_keeps_what_the_code_promises(live_story, union, now):
    recall = opened(union)
    item = recall.items.get()
    for wrong in (
        {"state": ItemState.KEPT, "at": now, "reason": ""},
        {"state": ItemState.CORRECTED, "at": None},
        {"state": ItemState.OPEN, "at": now},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            RecallItem.objects.filter(pk=item.pk).update(**wrong)
    with pytest.raises(IntegrityError), transaction.atomic():
        Recall.objects.create(source=union, reason="Again", opened_at=now)


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        (Reliance(is_at_desk=True), ItemState.OPEN),
        (Reliance(), ItemState.WITHDRAWN),
        (Reliance(was_published=True), ItemState.OPEN),
        (Reliance(was_published=True, is_told=True), ItemState.CORRECTED),
        (Reliance(was_published=True, is_told=True, is_at_desk=True), ItemState.OPEN),
        (Reliance(was_published=True, is_told=True, is_with_readers=True), ItemState.OPEN),
        (Reliance(was_published=True, is_retracted=True, is_with_readers=True), ItemState.CORRECTED),
        (Reliance(was_published=True, is_withdrawn=True, is_with_readers=True), ItemState.WITHDRAWN),
    ],
)
def test_the_record_decides(passage, expected):
    assert state_of(passage) == expected
