"""Two people at once: one wins, one is told, nothing is doubled."""

from concurrent.futures import ThreadPoolExecutor, wait
from functools import partial

import pytest
from django.db import IntegrityError, transaction

from articles.actions import merging, placing, publishing, stories
from articles.models import Address, Event, Placement, Publication, Revision, Tag, drafts
from tests.proofs import tries
from tests.racing import at_once, refusals

pytestmark = pytest.mark.django_db(transaction=True)


def publish_twice(make_story, number):
    story = make_story(headline=f"Race {number}")
    results = at_once(*[partial(publishing.publish, story, revision=1, by=None)] * 2)
    assert len(refusals(results)) == 1, results
    assert story.publications.count() == 1
    assert Event.objects.filter(story=story, verb="published").count() == 1
    return story


def test_two_who_publish_at_once(make_story):
    publish_twice(make_story, 1)


@pytest.mark.prove
def test_two_who_publish_at_once_again_and_again(make_story, proof):
    def race(number):
        story = publish_twice(make_story, number)
        stories.revise(story, drafts.with_changes(story, headline=f"Race {number} again"), version=1, by=None)
        results = at_once(
            partial(publishing.publish, story, revision=2, by=None),
            partial(publishing.publish, story, revision=2, by=None),
            partial(publishing.publish, story, revision=2, by=None),
        )
        assert len(refusals(results)) == 2
        assert [version.live_until is None for version in story.publications.order_by("number")] == [False, True]

    proof.hold(race, range(tries(sample=40, full=200)))


@pytest.mark.prove
def test_one_saves_while_another_publishes(make_story, proof):
    def race(number):
        story = make_story(headline=f"Seen {number}")
        at_once(
            partial(publishing.publish, story, revision=1, by=None),
            partial(stories.revise, story, drafts.with_changes(story, headline="Not seen"), version=1, by=None),
        )
        assert set(story.publications.values_list("headline", flat=True)) <= {f"Seen {number}"}

    proof.hold(race, range(tries(sample=25, full=100)))


@pytest.mark.prove
def test_one_withdraws_while_another_publishes(make_story, proof):
    def race(number):
        story = make_story(headline=f"Race {number}")
        publishing.publish(story, revision=1, by=None)
        stories.revise(story, drafts.with_changes(story, headline="Again"), version=1, by=None)
        at_once(
            partial(publishing.publish, story, revision=2, by=None),
            partial(publishing.withdraw, story, by=None, reason="It was wrong."),
        )
        is_live = story.publications.live().exists()
        assert is_live != story.withdrawals.filter(lifted_at=None).exists()

    proof.hold(race, range(tries(sample=25, full=100)))


def save_at_once(make_story, writers, number):
    story = make_story(headline=f"Save {number}")
    results = at_once(
        *[
            lambda name=name: stories.revise(
                story, drafts.with_changes(story, headline=f"Writer {name}"), version=1, by=None
            )
            for name in range(writers)
        ]
    )
    assert len(refusals(results)) == writers - 1
    assert Revision.objects.filter(story=story).count() == 2


def test_of_many_saves_over_one_version_one_is_kept_and_the_rest_are_told(make_story):
    save_at_once(make_story, 6, 1)


@pytest.mark.prove
def test_of_many_saves_one_is_kept_again_and_again(make_story, proof):
    proof.hold(partial(save_at_once, make_story, 4), range(tries(sample=25, full=100)))


def test_two_stories_that_want_one_address_at_once(make_story):
    first, second = make_story(), make_story()
    at_once(*[lambda story=story: publishing.publish(story, revision=1, by=None) for story in (first, second)])
    slugs = sorted(Address.objects.values_list("slug", flat=True))
    assert slugs == ["dockers-reject-pay-offer", "dockers-reject-pay-offer-2"]


def test_a_tag_typed_by_two_at_once_is_one(english):
    results = at_once(*[lambda: Tag.objects.named_or_new("Grain", "en")] * 6)
    assert len({tag.pk for tag in results}) == 1


def test_two_tags_that_want_one_slug_at_once_get_two(english):
    results = at_once(
        *[lambda name=name: Tag.objects.named_or_new(name, "en") for name in ("Grain", "Grain!", "¿Grain", "Grain.")]
    )
    assert len({tag.slug for tag in results}) == len({tag.key for tag in results})


@pytest.mark.prove
def test_sections_and_tags_are_merged_while_stories_go_out(make_story, english, proof):
    """No deadlock, and nothing is left behind under what was merged."""

    def race(number):
        section = english.sections.create(name=f"Desk {number}", slug=f"desk-{number}")
        other = english.sections.create(name=f"Room {number}", slug=f"room-{number}")
        written = {"section": section, "tags": [f"Quay {number}", "Pay"]}
        several = [make_story(headline=f"Story {number} {name}", **written) for name in "abc"]
        quay, pay = Tag.objects.get(key=f"quay {number}"), Tag.objects.named_or_new(f"Port {number}", "en")
        at_once(
            partial(merging.merge_sections, section, into=other, by=None),
            partial(merging.merge_tags, quay, into=pay, by=None),
            *[partial(going_out, story) for story in several],
            partial(
                stories.revise, several[0], drafts.with_changes(several[0], tags=[f"Quay {number}"]), version=1, by=None
            ),
        )
        assert not Publication.objects.filter(section=section).exists()
        assert not Publication.objects.filter(publishedtags__tag=quay).exists()

    proof.hold(race, range(tries(sample=15, full=40)))


def going_out(story):
    """The guard refuses what would go out under a section that is being merged; the editor would press again."""
    try:
        return publishing.publish(story, revision=1, by=None)
    except IntegrityError as error:
        if "was_not_merged" not in str(error):
            raise


def test_one_places_a_story_while_another_publishes_it(make_story):
    for number in range(5):
        story = make_story(headline=f"Placed {number}")
        publishing.publish(story, revision=1, by=None)
        stories.revise(story, drafts.with_changes(story, headline=f"Placed {number} again"), version=1, by=None)
        results = at_once(
            partial(publishing.publish, story, revision=2, by=None),
            partial(placing.place, story, slot=1, by=None),
        )
        assert not refusals(results)


def test_two_who_type_the_same_new_tags_the_other_way_round(make_story):
    for number in range(5):
        names = [f"Tag {letter}{number}" for letter in "abcdef"]
        one, other = make_story(headline=f"One {number}"), make_story(headline=f"Other {number}")
        at_once(
            partial(stories.revise, one, drafts.with_changes(one, tags=names), version=1, by=None),
            partial(stories.revise, other, drafts.with_changes(other, tags=names[::-1]), version=1, by=None),
        )
        assert [tag.name for tag in other.tags.all()] == names[::-1]


def test_who_places_a_story_while_it_is_withdrawn_is_told(live_story):
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            publishing.withdraw(live_story, by=None, reason="It was wrong.")
            placing_it = pool.submit(at_once, partial(placing.place, live_story, slot=1, by=None))
            wait([placing_it], timeout=1)
        assert refusals(placing_it.result())
    assert not Placement.objects.exists()


def test_a_tag_that_is_merged_while_a_story_is_saved_with_it_is_its_survivor(make_story):
    story = make_story(tags=["Pay"])
    quay, port = (Tag.objects.named_or_new(name, "en") for name in ("Quay", "Port"))
    save = partial(stories.revise, story, drafts.with_changes(story, tags=["Quay", "Pay", "Port"]), version=1, by=None)
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            merging.merge_tags(quay, into=port, by=None)
            saving = pool.submit(at_once, save)
            wait([saving], timeout=1)
        assert not refusals(saving.result())
    assert [tag.name for tag in story.tags.all()] == ["Port", "Pay"]
    assert story.revisions.latest("number").state["tags"] == [tag.pk for tag in story.tags.all()]
