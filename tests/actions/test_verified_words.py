"""A check is of exact words: other words have not been checked, and the gate says so."""

import pytest

from articles.actions import publishing, stories
from articles.models import Attribution, Source, drafts
from articles.rules.readiness import findings
from articles.rules.severities import Rule

pytestmark = pytest.mark.django_db

BODY = "<p>“We asked for rest,” the guild said.</p>"
OTHER = BODY.replace("rest", "bread")


@pytest.fixture
def story(make_story, union, reporter):
    said = Attribution(source=union, words="We asked for rest,", check_made="heard", verified_by=reporter)
    return make_story(body=BODY, attributions=[said])


def save(story, version, body=None, **changed):
    """Save the story's one attribution with what is changed of it."""
    row = story.attributions.select_related("source", "verified_by").get()
    for name, value in changed.items():
        setattr(row, name, value)
    changes = {"attributions": [row]} | ({"body": body} if body else {})
    stories.revise(story, drafts.with_changes(story, **changes), version=version, by=None)
    story.refresh_from_db()
    return story.attributions.get()


def broken(story, now):
    found = findings(drafts.of_story(story).facts(), now)
    return {finding.rule: finding for finding in found if finding.rule in (Rule.CHANGED, Rule.DROPPED)}


def test_other_words_are_checked_by_nobody(story, now):
    row = save(story, 1, OTHER, words="We asked for bread,")
    assert (row.check_made, row.verified_by, row.verified_words) == ("none", None, "We asked for rest,")
    finding = broken(story, now)[Rule.CHANGED]
    assert (finding.row, finding.blocks) == (0, False)
    assert "We asked for rest," in finding.message


@pytest.mark.parametrize("words", ["WE ASKED FOR REST,", "We asked for  rest,"])
def test_words_otherwise_spelled_are_the_same(story, now, words):
    assert save(story, 1, words=words).check_made == "heard"
    assert broken(story, now) == {}


def test_what_the_same_save_sets_anew_is_of_the_new_words(story, now):
    row = save(story, 1, OTHER, words="We asked for bread,", check_made="recording")
    assert (row.check_made, row.verified_words) == ("recording", "")
    assert broken(story, now) == {}


def test_it_is_verified_again_later(story, now):
    save(story, 1, OTHER, words="We asked for bread,")
    save(story, 2, check_made="heard")
    assert broken(story, now) == {}


def test_the_old_words_restored_are_checked_as_they_were(story, now):
    save(story, 1, OTHER, words="We asked for bread,")
    stories.restore(story, revision=1, version=2, by=None)
    row = story.attributions.get()
    assert (row.check_made, row.words) == ("heard", "We asked for rest,")
    assert broken(story, now) == {}


def test_what_was_changed_twice_remembers_what_was_verified(story):
    save(story, 1, OTHER, words="We asked for bread,")
    assert save(story, 2, OTHER.replace("bread", "salt"), words="We asked for salt,").verified_words == (
        "We asked for rest,"
    )


# What an update does to a passage that readers have


DATA = "<p>The port loses 4,000 crates a day.</p>"


@pytest.fixture
def counted(make_story, union):
    port = Source.objects.create(slug="port", name="The port", kind="organisation")
    said = [Attribution(source=port, words="4,000 crates a day", kind="data")]
    story = make_story(body=DATA, attributions=said)
    publishing.publish(story, revision=1, by=None)
    return story


def test_a_figure_that_an_update_rewrites_is_named(counted, now):
    new = DATA.replace("4,000", "5,000")
    stories.revise(counted, drafts.with_changes(counted, body=new, attributions=[]), version=1, by=None)
    counted.refresh_from_db()
    finding = broken(counted, now)[Rule.DROPPED]
    assert not finding.blocks
    assert "The port" in finding.message
    assert "4,000 crates a day" in finding.message


def test_a_source_that_is_taken_off_words_that_stay_is_named(counted, now):
    stories.revise(counted, drafts.with_changes(counted, attributions=[]), version=1, by=None)
    counted.refresh_from_db()
    assert Rule.DROPPED in broken(counted, now)


def test_a_new_figure_of_the_same_source_stands_in_its_place(counted, now):
    save(counted, 1, DATA.replace("4,000", "5,000"), words="5,000 crates a day")
    assert broken(counted, now) == {}


def test_what_stays_as_it_was_is_not_named(counted, now):
    stories.revise(counted, drafts.with_changes(counted, headline="Other"), version=1, by=None)
    counted.refresh_from_db()
    assert broken(counted, now) == {}
