"""What the gate says of quotations that nobody owns: of new ones, and of those that readers have already."""

from datetime import timedelta

import pytest

from articles.actions import erasing, no_quotations, publishing, stories
from articles.actions.refusals import NotAllowed, NotReady, Refused
from articles.models import Attribution, Event, NoQuotation, Publication, SectionRule, drafts
from articles.rules.readiness import findings
from articles.rules.severities import Rule, Severity
from articles.rules.words import Kind
from articles.text import ledger

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
ONE = "<p>“We asked for rest,” the guild said.</p>"
TWO = "<p>“We asked for rest,” the guild said. “And got none.”</p>"
ARABIC = "<p>قالت النقابة: «طلبنا الراحة».</p>"


def revise(story, version, **changes):
    stories.revise(story, drafts.with_changes(story, **changes), version=version, by=None)
    story.refresh_from_db()
    return story


def old(make_story, now, body=ONE, **more):
    """A story that readers have had for long, with a quotation that nobody owns."""
    story = make_story(body=body, **more)
    publishing.import_version(story, live_from=now - 30 * DAY, by=None)
    return story


def of_quotations(story, now):
    found = findings(drafts.of_story(story).facts(), now)
    return [(finding.message, finding.blocks) for finding in found if finding.field == "quotations"]


# What is new


@pytest.mark.parametrize("body", [ONE, ARABIC])
def test_what_nobody_owns_does_not_go_out(make_story, body):
    story = make_story(body=body)
    with pytest.raises(NotReady) as refusal:
        publishing.publish(story, revision=1, by=None)
    assert [finding.rule for finding in refusal.value.findings] == [Rule.UNOWNED]
    assert not Publication.objects.exists()


def test_what_is_owned_goes_out(make_story, union):
    said = Attribution(source=union, words="We asked for rest,")
    version = publishing.publish(make_story(body=ONE, attributions=[said]), revision=1, by=None)
    assert version.unowned_count == 0


LONG = "<p>“We asked for rest. We shall ask for it again on Monday,” the guild said.</p>"


def test_what_is_owned_in_part_does_not_go_out(make_story, union):
    said = Attribution(source=union, words="We shall ask for it")
    with pytest.raises(NotReady):
        publishing.publish(make_story(body=LONG, attributions=[said]), revision=1, by=None)


def test_what_readers_have_and_was_owned_by_an_earlier_rule_is_nothing_new(make_story, union, now, monkeypatch):
    said = Attribution(source=union, words="We shall ask for it again on Monday")
    story = make_story(body=LONG, attributions=[said])
    with monkeypatch.context() as earlier:
        earlier.setattr(ledger, "LOOSE", 99)
        assert publishing.publish(story, revision=1, by=None).unowned_count == 0
    revise(story, 1, headline="Put right")
    assert [blocks for _said, blocks in of_quotations(story, now)] == [False]
    assert publishing.publish(story, revision=2, by=None).unowned_count == 1


def test_an_advertisement_makes_no_statements(make_story):
    version = publishing.publish(make_story(body=ONE, kind=Kind.SPONSORED, kicker="Rail"), revision=1, by=None)
    assert version.unowned_count == 0


def test_an_advertisement_that_becomes_news_is_judged_as_new(make_story):
    story = make_story(body=ONE, kind=Kind.SPONSORED, kicker="Rail")
    publishing.publish(story, revision=1, by=None)
    revise(story, 1, kind=Kind.NEWS)
    with pytest.raises(NotReady):
        publishing.publish(story, revision=2, by=None)


def test_a_text_of_more_quotations_than_are_looked_at_does_not_go_out(make_story, now):
    body = "".join(f"<p>“Word {number} of many”</p>" for number in range(1_001))
    assert ("body", True) in [
        (finding.field, finding.blocks) for finding in findings(drafts.of_story(make_story(body=body)).facts(), now)
    ]


# What readers have already


def test_what_readers_have_already_advises_and_is_counted(make_story, now):
    story = old(make_story, now)
    assert of_quotations(story, now) == [
        ("“We asked for rest,”: readers have this quotation already, and nobody owns it.", False)
    ]
    revise(story, 1, body=ONE + "<p>A correction of fact.</p>")
    version = publishing.correct(story, revision=2, by=None, kind="correction", right="So")
    assert version.unowned_count == 1


def test_a_quotation_that_a_correction_brings_in_is_judged_like_any_other(make_story, now):
    story = revise(old(make_story, now), 1, body=TWO)
    with pytest.raises(NotReady) as refusal:
        publishing.correct(story, revision=2, by=None, kind="correction", right="So")
    assert [finding.owed for finding in refusal.value.findings] == [("And got none.",)]


def test_the_same_words_once_more_are_new(make_story, now):
    story = revise(old(make_story, now), 1, body=ONE + ONE)
    with pytest.raises(NotReady):
        publishing.publish(story, revision=2, by=None)


def test_the_same_words_otherwise_spelled_are_not(make_story, now):
    story = revise(old(make_story, now), 1, body=ONE.replace("“", "«").replace("”", "»").replace("asked", "ASKED"))
    assert publishing.publish(story, revision=2, by=None).unowned_count == 1


def test_an_owner_that_is_taken_away_is_asked_for(live_story):
    revise(live_story, 1, attributions=[])
    with pytest.raises(NotReady):
        publishing.publish(live_story, revision=2, by=None)


def test_owned_words_are_no_longer_counted(make_story, now, union):
    story = revise(old(make_story, now), 1, attributions=[Attribution(source=union, words="We asked for rest,")])
    assert publishing.publish(story, revision=2, by=None).unowned_count == 0


def test_a_withdrawal_is_not_judged_and_the_way_back_knows_what_readers_had(make_story, now):
    story = old(make_story, now)
    publishing.withdraw(story, by=None, reason="It was wrong.")
    assert publishing.publish(story, revision=1, by=None).unowned_count == 1


def test_an_erasure_is_not_judged_and_nothing_is_known_after_it(make_story, now, chief, editor):
    story = old(make_story, now)
    erasing.erase(story, by=chief, agreed_by=editor, reason="A court")
    story.refresh_from_db()
    revise(story, story.version, headline="Again", body=ONE, section=story.edition.sections.first())
    with pytest.raises(NotReady):
        publishing.publish(story, revision=story.version, by=None)


def test_another_address_for_it_keeps_the_count(make_story, now):
    story = old(make_story, now)
    assert publishing.rename(story, slug="other", by=None).unowned_count == 1


# Imports


def test_an_old_import_passes_with_what_it_lacks_written_down(make_story, now):
    old(make_story, now, TWO)
    note = Event.objects.get(verb="imported").note
    assert "Not attributed: imported (2): “We asked for rest,” “And got none.”" in note


def test_what_an_import_lacks_is_bounded(make_story, now):
    old(make_story, now, "".join(f"<p>“{'long ' * 100}{number}”</p>" for number in range(30)))
    note = Event.objects.get(verb="imported").note
    assert "(30)" in note
    assert len(note) < 2_000


def test_a_young_import_is_judged_as_a_publication(make_story, now):
    story = make_story(body=ONE)
    with pytest.raises(NotReady):
        publishing.import_version(story, live_from=now - DAY + timedelta(minutes=5), by=None)


def test_an_old_import_is_judged_in_all_else(make_story, now):
    with pytest.raises(NotReady):
        publishing.import_version(make_story(headline=""), live_from=now - 30 * DAY, by=None)


# Severity by section


@pytest.mark.parametrize(
    ("severity", "found"), [(Severity.BLOCKS, [True]), (Severity.ADVISES, [False]), (Severity.SILENT, [])]
)
def test_a_section_has_its_own_severity(make_story, now, severity, found):
    story = make_story(body=ONE)
    SectionRule.objects.create(section=story.section, rule=Rule.UNOWNED, severity=severity)
    assert [blocks for _message, blocks in of_quotations(story, now)] == found
    if severity != Severity.BLOCKS:
        assert publishing.publish(story, revision=1, by=None).unowned_count == 1


# All the same


def test_a_chief_publishes_all_the_same_with_a_reason_that_stands_in_the_event(make_story, chief):
    publishing.publish(make_story(body=ONE), revision=1, by=chief, all_the_same="The tape is in the safe")
    note = Event.objects.get(verb="published").note
    assert "All the same: The tape is in the safe" in note
    assert "We asked for rest," in note


@pytest.mark.parametrize("who", ["reporter", "copy_editor", "editor", "administrator", "nobody"])
def test_nobody_else_does(make_story, who, request):
    with pytest.raises(NotAllowed):
        publishing.publish(
            make_story(body=ONE), revision=1, by=request.getfixturevalue(who), all_the_same="Because I may"
        )
    assert not Publication.objects.exists()


@pytest.mark.parametrize("reason", [" ", "\u200b", "x" * 1_001])
def test_it_takes_a_reason(make_story, chief, reason):
    with pytest.raises(Refused):
        publishing.publish(make_story(body=ONE), revision=1, by=chief, all_the_same=reason)


@pytest.mark.parametrize("missing", [{"headline": ""}, {"section": None}, {"body": ""}])
def test_only_rules_of_sourcing_are_passed_over(make_story, chief, missing):
    with pytest.raises(NotReady):
        publishing.publish(make_story(**{"body": ONE} | missing), revision=1, by=chief, all_the_same="So")


def test_a_reason_where_nothing_stands_in_the_way_is_kept_nowhere(make_story, chief):
    publishing.publish(make_story(), revision=1, by=chief, all_the_same="Just so")
    assert "Just so" not in Event.objects.get(verb="published").note


# Not a quotation


def test_what_is_marked_as_no_quotation_goes_out_and_is_told(make_story, copy_editor, now):
    story = make_story(body="<p>The “so big it scared us” wave.</p>")
    no_quotations.mark(story, words="so big it scared us", by=copy_editor)
    assert of_quotations(story, now) == [("1 marked as no quotation, by copy: “so big it scared us”", False)]
    assert publishing.publish(story, revision=1, by=None).unowned_count == 0
    assert Event.objects.get(verb="no quotation").by == copy_editor


def test_it_is_taken_back(make_story, copy_editor):
    story = make_story(body="<p>The “so big it scared us” wave.</p>")
    no_quotations.mark(story, words="so big it scared us", by=None)
    no_quotations.take_back(story, words="SO BIG IT SCARED US", by=copy_editor)
    with pytest.raises(NotReady):
        publishing.publish(story, revision=1, by=None)
    assert Event.objects.get(verb="quotation again").by == copy_editor


@pytest.mark.parametrize(
    ("body", "is_kept"),
    [("<p>A “So big it scared us” wave rose.</p>", True), ("<p>The “so huge it scared us” wave.</p>", False)],
)
def test_other_words_are_asked_for_again(make_story, body, is_kept):
    story = make_story(body="<p>The “so big it scared us” wave.</p>")
    no_quotations.mark(story, words="so big it scared us", by=None)
    revise(story, 1, body=body)
    assert NoQuotation.objects.exists() is is_kept
    assert bool(drafts.of_story(story).facts().unowned) is not is_kept


def test_words_that_went_and_came_back_are_asked_for_again(make_story):
    story = make_story(body="<p>The “so big it scared us” wave.</p>")
    no_quotations.mark(story, words="so big it scared us", by=None)
    revise(story, 1, body="<p>The big wave.</p>")
    revise(story, 2, body="<p>The “so big it scared us” wave.</p>")
    assert [each.words for each in drafts.of_story(story).facts().unowned] == ["so big it scared us"]


def test_only_what_stands_between_marks_is_marked_and_once(make_story):
    story = make_story(body="<p>The “so big it scared us” wave.</p>")
    for words, nth in (("wave", 1), ("so big it scared us", 2), ("", 1)):
        with pytest.raises(Refused):
            no_quotations.mark(story, words=words, occurrence=nth, by=None)
    no_quotations.mark(story, words="so big it scared us", by=None)
    with pytest.raises(Refused):
        no_quotations.mark(story, words="so big it scared us", by=None)


def test_erasing_takes_it(make_story, chief, editor, now):
    story = old(make_story, now, "<p>The “so big it scared us” wave.</p>")
    no_quotations.mark(story, words="so big it scared us", by=chief)
    erasing.erase(story, by=chief, agreed_by=editor, reason="A court")
    assert not NoQuotation.objects.exists()
    assert not Event.objects.filter(note__contains="so big it scared us").exists()
