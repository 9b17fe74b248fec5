"""Read on: the stories that share most subjects and sources with the one being read."""

from datetime import timedelta

import pytest

from articles.actions import publishing
from articles.composing import related
from articles.models import Attribution, Correction
from articles.rules.words import Change
from tests.readers.in_memory import Reader


def test_the_nearest_share_most_and_of_equals_the_newest_comes_first():
    assert related.nearest([1, 2, 3, 2], []) == [2, 3, 1]


def test_a_shared_source_counts_for_two_subjects_and_once():
    assert related.nearest([1, 2, 2, 2], [1, 1, 1, 1]) == [2, 1]


def test_nothing_shared_is_nothing_beside():
    assert related.nearest([], []) == []


@pytest.fixture
def publish(make_story, now):
    def publish(headline, hours, edition=None, said_by=None, **written):
        said = [Attribution(source=said_by, words="Two years of building,")] if said_by else []
        story = make_story(edition, headline=headline, attributions=said, **written)
        publishing.import_version(story, live_from=now - timedelta(hours=hours), by=None)
        return story.publications.live().get()

    return publish


def beside(client, version):
    text = client.get(version.get_absolute_url()).content.decode()
    _text, _, section = text.partition('<section class="related"')
    return [link["href"] for link in Reader(section.partition("</section>")[0]).all("a")]


def test_a_story_leads_on_to_what_shares_its_tags_and_sources(client, publish, union):
    read = publish("Read", 1, tags=["Ports", "Pay"], said_by=union)
    both = publish("Both", 9, tags=["Ports", "Pay"])
    one = publish("One", 5, tags=["Pay"])
    told = publish("Told", 9, tags=["Ports"], said_by=union)
    publish("None", 2, tags=["Weather"])
    assert beside(client, read) == [story.get_absolute_url() for story in (told, both, one)]


def test_a_story_that_shares_nothing_has_no_such_section(client, publish):
    publish("Other", 2, tags=["Weather"])
    assert beside(client, publish("Read", 1, tags=["Ports"])) == []


def test_a_source_who_speaks_in_both_editions_leads_to_this_one_alone(client, publish, arabic, union):
    read = publish("Read", 1, said_by=union)
    publish("اقرأ", 2, edition=arabic, said_by=union)
    assert beside(client, read) == []


def test_what_was_withdrawn_and_what_is_to_come_is_not_beside(client, publish, make_story, soon):
    read = publish("Read", 1, tags=["Ports"])
    gone = publish("Gone", 2, tags=["Ports"])
    publishing.withdraw(gone.story, by=None, reason="Wrong.")
    coming = make_story(headline="Coming", tags=["Ports"])
    publishing.publish(coming, revision=coming.version, by=None, at=soon)
    assert beside(client, read) == []


@pytest.mark.parametrize(("kind", "is_first"), [("apology", True), ("retraction", True), ("correction", False)])
def test_a_grave_correction_stands_before_the_text(client, make_story, now, kind, is_first):
    story = make_story()
    correction = Correction(kind=kind, wrong="It said so.", right="It is not so.")
    publishing.import_version(story, live_from=now, by=None, change=Change.CORRECTION, correction=correction)
    text = client.get(story.publications.live().get().get_absolute_url()).content.decode()
    assert (text.index("It is not so.") < text.index('class="text"')) is is_first
