"""The gate looks above the text too: headline, standfirst, the lead photo's caption; and at what a correction says."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.management import call_command

from articles.actions import counting, no_quotations, publishing, stories
from articles.actions.refusals import NotReady, Refused
from articles.models import (
    Attribution,
    Correction,
    Event,
    NoQuotation,
    Photo,
    PhotoText,
    Publication,
    SectionRule,
    drafts,
)
from articles.rules.readiness import findings
from articles.rules.severities import Rule, Severity
from articles.rules.words import CorrectionKind, Kind

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
SAID = "<p>“We asked for rest,” the guild said.</p>"
HEADLINE = "Bridge ‘a death trap’, says Toll"


@pytest.fixture
def photo(db):
    row = Photo.objects.create(slug="bridge", image="photos/bridge.webp", width=3, height=2, credit="Sam")
    PhotoText.objects.create(photo=row, language="en", alt_text="A bridge", caption="It was, Toll said, “a ruin”.")
    return row


def revise(story, **changes):
    stories.revise(story, drafts.with_changes(story, **changes), version=story.version, by=None)
    story.refresh_from_db()
    return story


def old(make_story, now, **written):
    """A story that readers have had for long."""
    story = make_story(**written)
    publishing.import_version(story, live_from=now - 30 * DAY, by=None)
    return story


def owing(story, now):
    found = findings(drafts.of_story(story).facts(), now)
    return [(each.field, each.message, each.blocks) for each in found if each.rule == Rule.UNOWNED]


# What a line above the text quotes


@pytest.mark.parametrize(
    ("name", "line", "said"),
    [
        ("headline", HEADLINE, "In the headline: “a death trap”: nobody owns this quotation yet."),
        ("standfirst", "“We waited,” she said.", "In the standfirst: “We waited,”: nobody owns this quotation yet."),
        ("headline", "الوزير: «سنبقى»", "In the headline: “سنبقى”: nobody owns this quotation yet."),
    ],
)
def test_what_nobody_owns_above_the_text_does_not_go_out(make_story, now, name, line, said):
    story = make_story(**{name: line})
    assert owing(story, now) == [(name, said, True)]
    with pytest.raises(NotReady) as refusal:
        publishing.publish(story, revision=1, by=None)
    assert [str(finding.message) for finding in refusal.value.findings] == [said]
    assert not Publication.objects.exists()


@pytest.mark.parametrize("caption", ["Toll said it was “a ruin”.", ""])
def test_the_lead_photos_caption_is_judged_its_own_and_that_of_the_library(make_story, now, photo, caption):
    story = make_story(lead_photo=photo, lead_caption=caption)
    said = "In the lead photo’s caption: “a ruin”: nobody owns this quotation yet."
    assert owing(story, now) == [("lead_caption", said, True)]


def test_a_caption_without_its_photo_is_nobodys_to_read(make_story, now):
    assert owing(make_story(lead_caption="Toll said it was “a ruin”."), now) == []


def test_what_the_text_tells_goes_out_in_the_headline(make_story, union):
    said = [Attribution(source=union, words="We asked for rest,")]
    story = make_story(headline="Guild ‘asked for rest’", body=SAID, attributions=said)
    assert publishing.publish(story, revision=1, by=None).unowned_count == 0


def test_a_headline_alone_is_owned_goes_out_and_stands_among_what_readers_are_told(make_story, union):
    said = [Attribution(source=union, words="a death trap", occurrence=0)]
    story = make_story(headline=HEADLINE, body="<p>It is a death trap. The bridge is shut.</p>", attributions=said)
    version = publishing.publish(story, revision=1, by=None)
    assert version.unowned_count == 0
    assert [(row.words, row.occurrence) for row in version.statements.all()] == [("a death trap", 0)]


def test_statements_above_the_text_come_first(make_story, union):
    rows = [("We asked for rest,", 1), ("a death trap", 0)]
    said = [Attribution(source=union, words=words, occurrence=nth) for words, nth in rows]
    story = make_story(headline=HEADLINE, body=SAID, attributions=said)
    assert [row.words for row in story.attributions.all()] == ["a death trap", "We asked for rest,"]


def test_words_that_left_the_headline_are_missing(make_story, union, now):
    said = [Attribution(source=union, words="a death trap", occurrence=0)]
    story = revise(make_story(headline=HEADLINE, attributions=said, body="<p>Shut.</p>"), headline="Bridge shut")
    found = findings(drafts.of_story(story).facts(), now)
    assert "“a death trap” is not in the text." in [each.message for each in found if each.blocks]


def test_a_figure_in_a_headline_is_sourced_by_the_statement_that_stands_there(make_story, union, now):
    said = [Attribution(source=union, words="40 dead", occurrence=0)]
    story = make_story(headline="‘40 dead’ on the quay, union says", body="<p>Shut.</p>", attributions=said)
    found = findings(drafts.of_story(story).facts(), now)
    assert [each for each in found if each.rule == Rule.FIGURE] == []


def test_an_advertisement_quotes_whom_it_likes(make_story):
    story = make_story(headline=HEADLINE, kind=Kind.SPONSORED, kicker="Rail")
    assert publishing.publish(story, revision=1, by=None).unowned_count == 0


@pytest.mark.parametrize(
    ("severity", "blocks"), [(Severity.BLOCKS, [True]), (Severity.ADVISES, [False]), (Severity.SILENT, [])]
)
def test_it_is_as_grave_as_the_section_has_it(make_story, now, severity, blocks):
    story = make_story(headline=HEADLINE)
    SectionRule.objects.create(section=story.section, rule=Rule.UNOWNED, severity=severity)
    assert [each[-1] for each in owing(story, now)] == blocks


def test_a_chief_publishes_it_all_the_same(make_story, chief):
    version = publishing.publish(make_story(headline=HEADLINE), revision=1, by=chief, all_the_same="It is known")
    assert version.unowned_count == 1
    assert "a death trap" in Event.objects.get(verb="published").note


# What readers have


def test_an_old_headline_does_not_stand_in_the_way_of_an_update(make_story, now):
    story = revise(old(make_story, now, headline=HEADLINE), body="<p>The bridge is shut for good.</p>")
    said = "In the headline: “a death trap”: readers have this quotation already, and nobody owns it."
    assert owing(story, now) == [("headline", said, False)]
    assert publishing.publish(story, revision=2, by=None).unowned_count == 1


def test_neither_does_one_of_a_version_that_counted_its_text_alone(make_story, now):
    story = old(make_story, now, headline=HEADLINE)
    version = story.publications.get()
    version.unowned_count = 0
    draft = drafts.of_story(story)
    draft.version_before = version
    assert [each.words for each in draft.facts().unowned] == ["a death trap"]
    assert draft.facts().new == []


def test_a_new_headline_is_judged(make_story, now):
    story = revise(old(make_story, now, headline=HEADLINE), headline="Bridge ‘a scandal’, says Toll")
    with pytest.raises(NotReady):
        publishing.publish(story, revision=2, by=None)


def test_what_is_counted_later_is_counted_above_the_text_too(make_story, now, monkeypatch):
    story = old(make_story, now, headline=HEADLINE)
    asked = []
    monkeypatch.setattr(counting, "_uncounted", lambda: story.publications.all())
    monkeypatch.setattr(counting.already, "unowned_in", lambda version, said: asked.append(version.headline) or [])
    counting.count_unowned()
    assert asked == [HEADLINE]


# Not a quotation


def test_a_scare_quote_of_a_headline_is_marked_and_stays_so_whatever_the_text_says(make_story, copy_editor):
    story = make_story(headline="Bridge ‘crisis’ grows")
    no_quotations.mark(story, words="crisis", occurrence=0, by=copy_editor)
    revise(story, body="<p>The crisis is a crisis.</p>", standfirst="It grows.")
    assert publishing.publish(story, revision=2, by=None).unowned_count == 0


def test_other_words_are_asked_for_again(make_story):
    story = make_story(headline="Bridge ‘crisis’ grows")
    no_quotations.mark(story, words="crisis", occurrence=0, by=None)
    revise(story, headline="Bridge ‘scandal’ grows")
    assert not NoQuotation.objects.exists()


def test_what_is_being_typed_above_the_text_is_marked(make_story):
    story = make_story()
    typed = replace(drafts.of_story(story).above, standfirst="The “so big it scared us” wave.")
    with pytest.raises(Refused):
        no_quotations.mark(story, words="so big it scared us", occurrence=0, by=None)
    no_quotations.mark(story, words="so big it scared us", occurrence=0, by=None, body=story.body, above=typed)


# What a correction says


def correct(story, right, wrong="", **how):
    return publishing.correct(
        story, revision=story.version, by=None, kind=CorrectionKind.CORRECTION, right=right, wrong=wrong, **how
    )


def test_a_quotation_that_a_correction_brings_is_judged(live_story):
    revise(live_story, headline="Dockers reject the offer")
    with pytest.raises(NotReady) as refusal:
        correct(live_story, "The union said: “We never signed that paper.”")
    [finding] = refusal.value.findings
    said = "In the correction: “We never signed that paper.”: nobody owns this quotation yet."
    assert (finding.field, finding.message, finding.rule) == ("correction", said, Rule.UNOWNED)
    assert live_story.publications.count() == 1


def test_it_goes_out_with_its_owner_in_the_text(live_story, union):
    body = f"{live_story.body}<p>“We never signed that paper,” it said.</p>"
    said = [*live_story.attributions.all(), Attribution(source=union, words="We never signed that paper,")]
    revise(live_story, body=body, attributions=said)
    assert correct(live_story, "The union said: “We never signed that paper.”").unowned_count == 0


@pytest.mark.parametrize("right", ["The union has 40 members.", "The name is “The Long Night”.", "It’s the dockers’."])
def test_a_correction_of_fact_is_never_stopped(live_story, right):
    revise(live_story, headline="Dockers reject the offer")
    assert correct(live_story, right, wrong="It had four.").number == 2


def test_what_readers_had_is_quoted_in_the_correction_that_takes_it_back(live_story):
    revise(live_story, body="<p>One year of building, the union said.</p>", attributions=[])
    version = correct(live_story, "It was one year.", wrong="We quoted the union: “Two years of building”.")
    assert version.number == 2


def test_neither_is_it_new_where_a_version_in_between_had_it_no_more(live_story):
    revise(live_story, body="<p>One year of building, the union said.</p>", attributions=[])
    publishing.publish(live_story, revision=2, by=None)
    revise(live_story, body="<p>It was one year of building, the union said.</p>")
    assert correct(live_story, "It was one year.", wrong="We quoted it: “Two years of building”.").number == 3


def test_an_old_story_is_corrected_in_one_sentence(make_story, now):
    story = old(make_story, now, headline=HEADLINE, body=SAID)
    revise(story, body=f"{SAID}<p>It has 40 members.</p>")
    assert correct(story, "The guild has 40 members.", wrong="It said “a death trap”.").unowned_count == 2


def test_a_chief_corrects_all_the_same(live_story, chief):
    revise(live_story, headline="Dockers reject the offer")
    publishing.correct(
        live_story, revision=2, by=chief, kind=CorrectionKind.CORRECTION, right="It said: “We never signed.”",
        all_the_same="A court has the paper",
    )  # fmt: skip
    assert "We never signed." in Event.objects.get(verb="corrected").note


def test_a_young_import_is_judged_in_its_correction(make_story, now):
    from_old = old(make_story, now)
    words = {"kind": CorrectionKind.CORRECTION, "right": "The union said: “We never signed that paper.”"}
    correction = Correction(**words)
    with pytest.raises(NotReady):
        publishing.import_version(from_old, live_from=now - timedelta(hours=2), by=None, correction=correction)


# With readers


def test_readers_have_it_in_the_list_and_no_mark_where_the_text_has_the_same_words(make_story, union, client):
    said = [Attribution(source=union, words="a death trap", occurrence=0, capacity="Secretary")]
    story = make_story(headline=HEADLINE, body="<p>It is a death trap. The bridge is shut.</p>", attributions=said)
    version = publishing.publish(story, revision=1, by=None)
    page = client.get(version.get_absolute_url()).text
    assert 'id="statement-1"' in page
    assert "Secretary" in page
    assert 'id="passage-' not in page


def test_the_record_of_it_verifies(make_story, union, capsys):
    said = [Attribution(source=union, words="a death trap", occurrence=0)]
    publishing.publish(make_story(headline=HEADLINE, body="<p>Shut.</p>", attributions=said), revision=1, by=None)
    call_command("verify_record")
    assert "1 versions, each as it was published." in capsys.readouterr().out
