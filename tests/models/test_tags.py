"""Subjects: one folded key, one address, and merging."""

import pytest
from django.db import IntegrityError, transaction

from articles.actions import merging, publishing
from articles.actions.refusals import NotAllowed, Refused
from articles.models import Address, Publication, PublishedTag, StoryTag, Tag

pytestmark = pytest.mark.django_db


def tag(name, language="en"):
    return Tag.objects.named_or_new(name, language)


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("أحمد", "احمد", "ar"),
        ("Gaza", "gaza", "en"),
        ("غزّة", "غزة", "ar"),
        ("مسؤول", "مسئول", "ar"),
        ("هيئة", "هيأة", "ar"),
        ("Hawaiʻi", "Hawaii", "en"),
        ("U.S.", "US", "en"),
    ],
)
def test_two_spellings_of_one_name_are_one_tag(one, other, language):
    assert tag(one, language) == tag(other, language)


@pytest.mark.parametrize("second", ["GAZA", "“Gaza”", "G'aza"])
def test_the_database_refuses_a_second_spelling(second):
    tag("Gaza")
    with pytest.raises(IntegrityError), transaction.atomic():
        Tag.objects.create(name=second, key=second, slug="gaza-2", language="en")


def test_a_story_that_is_given_one_meaning_twice_has_it_once(make_story, arabic):
    story = make_story(arabic, tags=["مسؤول", "سياسة", "مسئول"])
    assert [row.name for row in story.tags.all()] == ["مسؤول", "سياسة"]


def test_the_same_word_in_two_languages_is_two_tags():
    assert tag("Sport", "en") != tag("Sport", "ar")


def test_c_and_its_kin_are_three_tags_with_three_readable_slugs():
    assert [tag(name).slug for name in ("C", "C++", "C#")] == ["c", "c-plus-plus", "c-sharp"]


def test_signs_alone_still_make_a_tag_with_an_address():
    assert tag("!!!").slug == "tag"


def test_a_story_takes_tags_as_they_are_typed(make_story):
    story = make_story(tags=["West Bank", "west  bank", "Grain"])
    assert [row.name for row in story.tags.all()] == ["West Bank", "Grain"]


@pytest.fixture
def two_tags(live_story):
    return Tag.objects.get(key="ports"), tag("Harbours")


def test_merging_moves_stories_and_forwards_the_address(two_tags, chief, english):
    ports, harbours = two_tags
    merging.merge_tags(ports, into=harbours, by=chief)
    assert PublishedTag.objects.filter(tag=harbours).count() == 1
    assert StoryTag.objects.filter(tag=harbours).count() == 1
    assert Address.objects.get(tag=harbours).slug == "ports"


def test_the_old_name_finds_the_survivor(two_tags):
    ports, harbours = two_tags
    merging.merge_tags(ports, into=harbours, by=None)
    assert tag("ports") == harbours


def test_where_both_stood_one_remains(live_story):
    ports, pay = Tag.objects.get(key="ports"), Tag.objects.get(key="pay")
    merging.merge_tags(ports, into=pay, by=None)
    assert list(PublishedTag.objects.values_list("tag__name", flat=True)) == ["Pay"]
    assert list(StoryTag.objects.values_list("tag__name", flat=True)) == ["Pay"]


def test_merging_on_still_takes_one_step(two_tags):
    ports, harbours = two_tags
    quays = tag("Quays")
    merging.merge_tags(ports, into=harbours, by=None)
    merging.merge_tags(harbours, into=quays, by=None)
    ports.refresh_from_db()
    assert ports.merged_into == quays
    assert set(Address.objects.filter(tag=quays).values_list("slug", flat=True)) == {"ports", "harbours"}


def test_merging_leaves_the_hash_of_what_was_published(two_tags):
    before = Publication.objects.get().content_hash
    merging.merge_tags(*two_tags[:1], into=two_tags[1], by=None)
    assert Publication.objects.get().content_hash == before


def test_a_merged_tag_is_not_merged_again(two_tags):
    ports, harbours = two_tags
    merging.merge_tags(ports, into=harbours, by=None)
    for one, other in ((ports, tag("Quays")), (harbours, ports), (harbours, harbours)):
        with pytest.raises(Refused):
            merging.merge_tags(one, into=other, by=None)


def test_tags_of_two_languages_stay_apart():
    with pytest.raises(Refused):
        merging.merge_tags(tag("Sport", "en"), into=tag("رياضة", "ar"), by=None)


def test_only_a_chief_merges(two_tags, editor):
    with pytest.raises(NotAllowed):
        merging.merge_tags(two_tags[0], into=two_tags[1], by=editor)


def test_merging_sections_moves_everything_and_forwards(live_story, english, chief):
    economy, world = english.sections.get(slug="economy"), english.sections.get(slug="world")
    merging.merge_sections(economy, into=world, by=chief)
    live_story.refresh_from_db()
    assert (live_story.section, Publication.objects.get().section) == (world, world)
    assert Address.objects.get(section=world).slug == "economy"
    publishing.rename(live_story, slug="again", by=None)
