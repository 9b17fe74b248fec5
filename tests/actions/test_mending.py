"""A passage put as it was heard is a save of its story like any other, and refused where it has moved."""

import pytest

from articles.actions import evidence, footings, mending, publishing, stories
from articles.actions.refusals import MovedOn, NotAllowed, Refused
from articles.models import Attribution, Event, Verb, drafts
from articles.rules.words import Check
from tests.actions.heard import DENIED, PRINTED, attributed, entered, protected_in, rested

MENDED = "We will sign before Friday"


@pytest.fixture
def said(make_story, union):
    return attributed(make_story, union)


def put(said, row, by, difference=1, seen=None):
    seen = footings.mark(said.words, row) if seen is None else seen
    return mending.mend(said, evidence=row, difference=difference, by=by, seen=seen)


def now(said):
    return Attribution.objects.get(pk=said.pk)


def test_text_and_statement_say_what_was_heard_in_one_revision_by_whoever_did_it(said, copy_editor):
    row = entered(said.story, text=DENIED)
    story = put(said, row, copy_editor)
    assert story.body == f"<p>“{MENDED},” she said.</p>"
    assert now(said).words == MENDED
    revision = story.revisions.get(number=story.version)
    assert (story.version, revision.by) == (2, copy_editor)
    event = Event.objects.filter(story=story, verb=Verb.REVISED).latest("pk")
    assert (event.by, event.note) == (copy_editor, f"Statement {said.pk} as it was heard.")


def test_it_is_undone_as_any_save_is(said, copy_editor):
    story = put(said, entered(said.story, text=DENIED), copy_editor)
    back = stories.restore(story, revision=1, version=2, by=copy_editor)
    assert PRINTED in back.body
    assert back.attributions.get().words == PRINTED


def test_readers_have_what_they_had(said, copy_editor):
    version = publishing.publish(said.story, revision=1, by=None)
    story = put(said, entered(said.story, text=DENIED), copy_editor)
    version.refresh_from_db()
    assert PRINTED in version.body
    assert [each.words for each in version.statements.all()] == [PRINTED]
    assert story.publications.count() == 1


def test_a_check_and_a_signature_are_of_the_old_words(said, copy_editor, editor):
    Attribution.objects.filter(pk=said.pk).update(check_made=Check.HEARD, verified_by=editor)
    row = entered(said.story, text=f"{DENIED} We will sign before Saturday and never on Friday.")
    rested(said, row, by=editor, is_signed=True, reason="I heard it.")
    put(now(said), row, copy_editor)
    after = now(said)
    assert (after.check_made, after.verified_by) == (Check.NONE, None)
    assert footings.held([after])[said.pk][0].signed_over != f"verbatim:{footings.mark(after.words, row)}"


def test_what_others_saved_elsewhere_meanwhile_stays(said, copy_editor):
    row = entered(said.story, text=DENIED)
    body = f"<p>Before it.</p>{said.story.body}"
    stories.revise(said.story, drafts.with_changes(said.story, body=body, headline="Another"), version=1, by=None)
    story = put(said, row, copy_editor)
    assert (story.version, story.headline) == (3, "Another")
    assert story.body == f"<p>Before it.</p><p>“{MENDED},” she said.</p>"


def change_words(said, row, _by):
    draft = drafts.of_story(said.story)
    draft.attributions[0].words = "We will not sign"
    stories.revise(said.story, drafts.with_changes(said.story, attributions=draft.attributions), version=1, by=None)


def change_evidence(_said, row, _by):
    evidence.change(
        row, by=None, seen=evidence.mark(row), text="We may sign before Friday.", kind="recording", label="x"
    )


def take_away(said, row, _by):
    stories.revise(said.story, drafts.with_changes(said.story, attributions=[]), version=1, by=None)


def remove_evidence(_said, row, _by):
    evidence.remove(row, by=None)


def rewrite(said, row, _by):
    stories.revise(said.story, drafts.with_changes(said.story, body="<p>She signed.</p>"), version=1, by=None)


@pytest.mark.parametrize(
    ("meanwhile", "refusal", "told"),
    [
        (change_words, MovedOn, "compare them again"),
        (change_evidence, MovedOn, "compare them again"),
        (take_away, MovedOn, "taken this statement away"),
        (remove_evidence, MovedOn, "has been removed"),
        (rewrite, Refused, "mend it in the text"),
    ],
)
def test_what_has_moved_meanwhile_is_refused_in_words_and_nothing_is_written(
    said, copy_editor, meanwhile, refusal, told
):
    row = entered(said.story, text=DENIED)
    seen = footings.mark(said.words, row)
    meanwhile(said, row, copy_editor)
    said.story.refresh_from_db()
    before = said.story.body, said.story.version
    with pytest.raises(refusal, match=told):
        put(said, row, copy_editor, seen=seen)
    said.story.refresh_from_db()
    assert (said.story.body, said.story.version) == before


def test_what_is_sent_twice_is_done_once(said, copy_editor):
    row = entered(said.story, text=DENIED)
    put(said, row, copy_editor)
    with pytest.raises(MovedOn):
        put(said, row, copy_editor, seen=footings.mark(PRINTED, row))
    assert now(said).words == MENDED


@pytest.mark.parametrize("difference", [0, 2, 99])
def test_a_difference_that_there_is_not_is_refused(said, copy_editor, difference):
    with pytest.raises(Refused):
        put(said, entered(said.story, text=DENIED), copy_editor, difference)


def test_evidence_of_another_story_is_refused(said, make_story, copy_editor):
    row = entered(make_story(), text=DENIED)
    with pytest.raises(Refused):
        put(said, row, copy_editor)


def test_whoever_may_not_hear_it_may_not_mend_by_it(said, copy_editor, editor):
    row = entered(said.story, by=editor, text=DENIED, source=protected_in(said.story))
    with pytest.raises(MovedOn):
        put(said, row, copy_editor)
    assert put(said, row, editor).version == 2


def test_whoever_may_not_write_stories_may_not_mend_them(said, django_user_model):
    nobody = django_user_model.objects.create(username="nobody")
    with pytest.raises(NotAllowed):
        put(said, entered(said.story, text=DENIED), nobody)
