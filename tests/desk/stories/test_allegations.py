"""An allegation is marked in its row, and asks for a right of reply before it goes out."""

import json

import pytest

from articles.actions import gate, locking, publishing, replies, stories
from articles.actions.refusals import NotReady
from articles.models import Attribution, SectionRule, drafts
from articles.rules.severities import Rule
from articles.text import canonical
from tests.desk.forms import fill, row
from tests.desk.stories.form import change

pytestmark = pytest.mark.django_db
WORDS = "Two years of building,"
ASKED = "Nobody has been asked for a reply to “Two years of building,”."


@pytest.fixture
def story(make_story, union):
    return make_story(attributions=[Attribution(source=union, words=WORDS, is_allegation=True)])


def ask(story, now):
    told = {"subject": "Who hid it", "asked": "The port", "how": "By telephone"}
    return replies.ask(story, by=None, asked_at=now, **told)


def told(story):
    return {
        finding.rule: finding.blocks
        for finding in gate.in_the_way(drafts.of_story(story), locking.clock())
        if finding.rule == Rule.ALLEGATION
    }


def test_it_is_marked_in_its_row_and_the_desk_is_told_until_somebody_was_asked(desk, make_story, union, now):
    story = make_story(attributions=[Attribution(source=union, words=WORDS)])
    assert ASKED not in desk.get(change(story)).content.decode()
    fill(desk, change(story), **row("attributions", 0, is_allegation="on"))
    assert story.attributions.get().is_allegation
    page = desk.get(change(story)).content.decode()
    assert ASKED in page
    assert 'href="#story-replies"' in page
    assert 'id="story-replies"' in page
    ask(story, now)
    assert ASKED not in desk.get(change(story)).content.decode()


def test_it_advises_and_a_section_may_have_it_stop(story, now):
    assert told(story) == {Rule.ALLEGATION: False}
    SectionRule.objects.create(section=story.section, rule=Rule.ALLEGATION, severity="blocks")
    with pytest.raises(NotReady) as refusal:
        publishing.publish(story, revision=1, by=None)
    assert [finding.message for finding in refusal.value.findings] == [ASKED]
    ask(story, now)
    publishing.publish(story, revision=1, by=None)


def test_who_was_asked_for_one_edition_was_asked_for_the_other(story, arabic, now):
    sibling = stories.start_sibling(story, edition=arabic, by=None)
    ask(sibling, now)
    assert told(story) == {}


def test_the_chief_sets_it_on_the_page_of_a_section(story, client, chief):
    client.force_login(chief)
    page = client.get(f"/admin/articles/section/{story.section_id}/change/").content.decode()
    assert "An allegation, and nobody has been asked for a reply" in page


def test_a_revision_keeps_the_mark_and_restoring_brings_it_back(story):
    plain = drafts.of_story(story).attributions
    plain[0].is_allegation = False
    stories.revise(story, drafts.with_changes(story, attributions=plain), version=1, by=None)
    assert not story.attributions.get().is_allegation
    stories.restore(story, revision=1, version=2, by=None)
    assert story.attributions.get().is_allegation


def test_a_revision_from_before_there_were_such_marks_has_none(story):
    revision = story.revisions.get()
    state = json.loads(json.dumps(revision.state))
    del state["attributions"][0]["is_allegation"]
    type(revision).objects.filter(pk=revision.pk).update(state=state)
    revision.refresh_from_db()
    assert [each.is_allegation for each in drafts.of_revision(revision).attributions] == [False]


def test_it_is_the_desks_alone(story, client):
    version = publishing.publish(story, revision=1, by=None)
    assert "allegation" not in client.get(version.get_absolute_url()).content.decode()
    statements = list(version.statements.all())
    said = canonical.content(canonical.NEWEST, "en", version, statements, None, [])
    assert "allegation" not in str(said)
    assert not hasattr(statements[0], "is_allegation")
