"""A statement rests on what was heard: its words are compared, differences are signed, and the record is told."""

import hashlib

import pytest

from articles.actions import evidence, footings, gate, publishing, stories
from articles.actions.refusals import MovedOn, NotAllowed, Refused
from articles.models import Event, FurtherOwner, Source, Statement, drafts
from articles.rules.words import EvidenceUse
from tests.actions.heard import DENIED, HEARD, PRINTED, attributed, entered, rested

pytestmark = pytest.mark.django_db
OTHER = "We will not sign before Saturday, and that is that."


@pytest.fixture
def said(make_story, union):
    return attributed(make_story, union)


def advised(story, now):
    found = gate.in_the_way(drafts.of_story(story), now)
    return [(finding.row, finding.blocks) for finding in found if finding.field == "evidence"]


def published(story):
    publishing.publish(story, revision=story.version, by=None)
    return Statement.objects.filter(publication__live_until=None)


def test_equal_words_need_nobody(said, reporter, now):
    row = rested(said, entered(said.story), by=reporter)
    assert (row.differences, row.signed_by) == (0, None)
    assert advised(said.story, now) == []
    assert Event.objects.filter(verb="compared", by=reporter).count() == 1


def test_words_that_differ_advise_until_somebody_signs_and_never_block(said, reporter, now):
    row = rested(said, entered(said.story, text=OTHER))
    assert advised(said.story, now) == [(0, False)]
    rested(said, row.evidence, by=reporter, is_signed=True)
    assert advised(said.story, now) == []
    event = Event.objects.get(verb="signed")
    assert (event.by, "Saturday" in event.note) == (reporter, False)


def test_where_a_not_is_lost_signing_takes_a_reason(said, reporter):
    row = entered(said.story, text=DENIED)
    assert rested(said, row).changes_sense
    for reason in ("", " ​"):
        with pytest.raises(Refused):
            rested(said, row, by=reporter, is_signed=True, reason=reason)
    assert rested(said, row, by=reporter, is_signed=True, reason="She put it right at 05:10.").signed_by == reporter


def test_a_signature_is_of_these_words_only(said, reporter, now):
    rested(said, entered(said.story, text=OTHER), by=reporter, is_signed=True)
    body = said.story.body.replace("sign before", "agree before")
    said.words = "We will not agree before Friday"
    changed = drafts.with_changes(said.story, body=body, attributions=[said])
    story = stories.revise(said.story, changed, version=1, by=None)
    assert advised(story, now) == [(0, False)]


def test_a_signature_falls_with_the_evidence_that_it_was_given_over(said, reporter, now):
    row = entered(said.story, text=OTHER)
    rested(said, row, by=reporter, is_signed=True)
    row.refresh_from_db()
    evidence.change(row, by=None, seen=evidence.mark(row), text=DENIED)
    assert advised(said.story, now) == [(0, False)]


def test_what_is_typed_and_not_saved_is_judged_too(said, now):
    rested(said, entered(said.story))
    draft = drafts.of_story(said.story)
    draft.attributions[0].words = "We will sign before Friday"
    found = [finding for finding in gate.in_the_way(draft, now) if finding.field == "evidence"]
    assert len(found) == 1
    assert HEARD not in found[0].message


def test_a_translation_is_not_compared_and_is_signed_without_a_reason(said, reporter, now):
    row = entered(said.story, text="لن نوقع قبل الجمعة")
    rested(said, row, use=EvidenceUse.TRANSLATED)
    assert advised(said.story, now) == [(0, False)]
    rested(said, row, use=EvidenceUse.TRANSLATED, by=reporter, is_signed=True)
    assert advised(said.story, now) == []


def test_what_is_not_kept_has_a_reason_and_a_name(said, reporter, now):
    with pytest.raises(Refused):
        rested(said, None, use=EvidenceUse.NOT_KEPT, by=reporter)
    row = rested(said, None, use=EvidenceUse.NOT_KEPT, by=reporter, reason="She asked us to delete it.")
    assert row.signed_by == reporter
    assert advised(said.story, now) == []


def test_what_was_compared_before_the_eyes_is_what_is_signed(said, reporter):
    row = entered(said.story, text=OTHER)
    rested(said, row)
    seen = footings.mark(said.words, row)
    evidence.change(row, by=None, seen=evidence.mark(row), text=DENIED)
    with pytest.raises(MovedOn):
        rested(said, row, by=reporter, is_signed=True, reason="I heard it.", seen=seen)


def test_evidence_of_another_story_holds_nothing_here(said, make_story):
    with pytest.raises(Refused):
        rested(said, entered(make_story()))


@pytest.mark.parametrize("who", ["administrator", "nobody"])
def test_who_does_not_write_signs_nothing(who, said, request):
    with pytest.raises(NotAllowed):
        rested(said, entered(said.story, text=OTHER), by=request.getfixturevalue(who), is_signed=True)


def test_revisions_know_nothing_of_it_and_a_restored_row_still_rests_on_it(said):
    rested(said, entered(said.story), reason="zqreason")
    story = stories.revise(said.story, drafts.with_changes(said.story, headline="Other"), version=1, by=None)
    assert not any("evidence" in str(each.state) or "zqreason" in str(each.state) for each in story.revisions.all())
    stories.restore(story, revision=1, version=2, by=None)
    assert footings.held(story.attributions.all())


# The record


def test_the_record_has_kind_use_and_a_salted_hash_and_nothing_else_of_it(said):
    row = rested(said, entered(said.story)).evidence
    statement = published(said.story).get()
    assert (statement.evidence_kind, statement.evidence_use) == ("recording", "verbatim")
    assert statement.evidence_hash == hashlib.sha256((row.salt + HEARD).encode()).hexdigest()
    assert len(row.salt) == 64


def test_the_same_words_have_another_hash_elsewhere(said, make_story):
    hashes = {entered(story).hash for story in (said.story, make_story())}
    assert len(hashes | {hashlib.sha256(HEARD.encode()).hexdigest()}) == 3


def test_the_salt_dies_with_the_evidence_and_no_row_can_tell_any_more(said):
    row = rested(said, entered(said.story)).evidence
    version = published(said.story).get().publication
    evidence.remove(row, by=None)
    assert Statement.objects.get().evidence_hash == row.hash
    assert row.salt not in str([list(model.objects.values()) for model in (Statement, Event, type(version))])


def test_a_use_that_does_not_hold_is_not_claimed(said):
    rested(said, entered(said.story, text=DENIED))
    statement = published(said.story).get()
    assert (statement.evidence_kind, statement.evidence_use) == ("recording", "")
    assert statement.check_made == "none"


@pytest.mark.parametrize(
    ("kind", "use", "check", "told"),
    [
        ("recording", "verbatim", "none", "recording"),
        ("recording", "mended", "heard", "recording"),
        ("recording", "verbatim", "confirmed", "confirmed"),
        ("recording", "translated", "heard", "heard"),
        ("notes", "verbatim", "heard", "heard"),
        ("document", "verbatim", "none", "none"),
    ],
)
def test_readers_are_told_of_words_that_hold_against_a_recording(make_story, union, reporter, kind, use, check, told):
    said = attributed(make_story, union, check_made=check)
    rested(said, entered(said.story, kind=kind), use=use, by=reporter, is_signed=True)
    assert published(said.story).get().check_made == told


def test_each_owner_of_a_joint_statement_is_told_of_it(make_story, union):
    said = attributed(make_story, union)
    said.further = (FurtherOwner(Source.objects.create(slug="port", name="Port"), ""),)
    story = stories.revise(said.story, drafts.with_changes(said.story, attributions=[said]), version=1, by=None)
    rested(said, entered(story))
    assert len(set(published(story).values_list("evidence_hash", "check_made"))) == 1


def test_what_is_not_kept_is_told_without_kind_and_hash(said, reporter):
    rested(said, None, use=EvidenceUse.NOT_KEPT, by=reporter, reason="She asked for it.")
    statement = published(said.story).get()
    assert (statement.evidence_kind, statement.evidence_use, statement.evidence_hash) == ("", "unkept", "")


def test_an_advertisement_makes_no_statement_and_is_advised_of_none(said, now):
    rested(said, entered(said.story, text=DENIED))
    changed = drafts.with_changes(said.story, kind="sponsored")
    assert advised(stories.revise(said.story, changed, version=1, by=None), now) == []


def test_a_story_of_many_statements_asks_once(make_story, union, django_assert_num_queries):
    body = "".join(f"<p>“{PRINTED} number {each},” she said.</p>" for each in range(20))
    rows = [type(attributed(make_story, union))(source=union, words=f"{PRINTED} number {each}") for each in range(20)]
    story = make_story(body=body, attributions=rows)
    row = entered(story)
    for each in story.attributions.all():
        rested(each, row)
    draft = drafts.of_story(story)
    with django_assert_num_queries(1):
        assert len(footings.held(draft.attributions)) == 20
