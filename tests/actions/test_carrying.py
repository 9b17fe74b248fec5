"""A statement of the other edition that is not carried over."""

import pytest

from articles.actions import carrying, erasing, stories
from articles.actions.refusals import NotAllowed, Refused
from articles.models import Attribution, Event, NotCarried, Verb, drafts


@pytest.fixture
def pair(make_story, arabic, union):
    """An English story with one statement, and its Arabic sibling without any."""
    story = make_story(body="<p>“We wait,” she said.</p>", attributions=[Attribution(source=union, words="We wait,")])
    return story, stories.start_sibling(story, edition=arabic, by=None)


def test_somebody_says_so_and_takes_it_back(pair, reporter):
    story, sibling = pair
    statement = story.attributions.get()
    carrying.let_go(sibling, statement.pk, by=reporter)
    assert (NotCarried.objects.get().by, NotCarried.objects.get().story) == (reporter, sibling)
    carrying.take_back(sibling, statement.pk, by=reporter)
    assert not NotCarried.objects.exists()
    told = Event.objects.filter(story=sibling, verb__in=[Verb.NOT_CARRIED, Verb.TO_CARRY]).order_by("pk")
    assert [(event.verb, event.note, event.by) for event in told] == [
        # None of the words: they would outlive the story that they stand in.
        (Verb.NOT_CARRIED, "", reporter), (Verb.TO_CARRY, "", reporter),
    ]  # fmt: skip


def test_twice_and_without_cause_is_refused(pair, reporter):
    story, sibling = pair
    statement = story.attributions.get()
    with pytest.raises(Refused, match="Nobody has said"):
        carrying.take_back(sibling, statement.pk, by=reporter)
    carrying.let_go(sibling, statement.pk, by=reporter)
    with pytest.raises(Refused, match="already"):
        carrying.let_go(sibling, statement.pk, by=reporter)
    with pytest.raises(Refused, match="does not say this any more"):
        carrying.let_go(sibling, statement.pk + 1, by=reporter)


def test_a_statement_of_another_story_or_of_its_own_is_no_siblings(pair, make_story, union, reporter):
    other = make_story(attributions=[Attribution(source=union, words="x")])
    for statement in (other.attributions.get(), pair[0].attributions.get()):
        with pytest.raises(Refused):
            carrying.let_go(pair[0], statement.pk, by=reporter)


def test_whoever_may_not_write_stories_says_nothing(pair, nobody):
    with pytest.raises(NotAllowed):
        carrying.let_go(pair[1], pair[0].attributions.get().pk, by=nobody)


def test_it_is_gone_with_the_statement(pair, reporter):
    story, sibling = pair
    carrying.let_go(sibling, story.attributions.get().pk, by=reporter)
    stories.revise(story, drafts.with_changes(story, attributions=[]), version=story.version, by=reporter)
    assert not NotCarried.objects.exists()


def test_it_is_gone_with_the_text_of_its_story(pair, reporter, chief, editor):
    story, sibling = pair
    carrying.let_go(sibling, story.attributions.get().pk, by=reporter)
    erasing.erase(sibling, by=chief, agreed_by=editor, reason="A court.")
    assert not NotCarried.objects.exists()


def test_a_tie_stands_in_the_revision_and_comes_back_with_it(pair, union, reporter):
    story, sibling = pair
    key = story.attributions.get().pk
    said = Attribution(source=union, words="ننتظر", carries=[key])
    sibling = stories.revise(
        sibling,
        drafts.with_changes(sibling, body="<p>قالت: «ننتظر».</p>", attributions=[said]),
        version=sibling.version,
        by=reporter,
    )
    assert sibling.attributions.get().carries == [key]
    with_it = sibling.version
    sibling = stories.revise(
        sibling, drafts.with_changes(sibling, attributions=[]), version=sibling.version, by=reporter
    )
    restored = drafts.of_revision(sibling.revisions.get(number=with_it))
    assert [row.carries for row in restored.attributions] == [[key]]
