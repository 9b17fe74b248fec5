"""Where stories stand: slugs, days, and renaming."""

from datetime import timedelta

import pytest

from articles.actions import publishing, stories
from articles.actions.refusals import Refused
from articles.models import Address, drafts
from articles.rules.words import Change

pytestmark = pytest.mark.django_db


def test_the_address_is_of_the_day_of_first_publication_in_the_editions_zone(make_story, now):
    at = (now + timedelta(days=2)).replace(hour=23, minute=30, month=7, year=now.year + 1, day=1)
    version = publishing.publish(make_story(), revision=1, by=None, at=at)
    assert version.day.isoformat() == f"{now.year + 1}-07-02"  # London is an hour ahead of UTC in summer


def test_two_stories_of_one_day_never_share_a_slug(make_story):
    slugs = [publishing.publish(make_story(), revision=1, by=None).slug for _ in range(3)]
    assert slugs == ["dockers-reject-pay-offer", "dockers-reject-pay-offer-2", "dockers-reject-pay-offer-3"]


def test_a_slug_is_in_the_headlines_own_script(arabic, make_story):
    version = publishing.publish(make_story(arabic, headline="إضـراب في المينــاء ٢٠٢٦"), revision=1, by=None)
    assert "ـ" not in version.slug
    assert version.slug.endswith("2026")
    assert any("\u0600" <= letter <= "\u06ff" for letter in version.slug)


def test_a_headline_of_signs_alone_still_gets_an_address(make_story):
    story = make_story(headline="!!!")
    assert publishing.publish(story, revision=1, by=None).slug == f"story-{story.pk}"


def test_a_published_slug_is_fixed(live_story):
    with pytest.raises(Refused):
        stories.revise(live_story, drafts.with_changes(live_story, slug="another"), version=1, by=None)


def test_renaming_leaves_an_address_and_the_text_as_readers_have_it(live_story):
    stories.revise(live_story, drafts.with_changes(live_story, headline="Not out yet"), version=1, by=None)
    version = publishing.rename(live_story, slug="Pay Talks", by=None)
    assert (version.slug, version.headline, version.change) == ("pay-talks", "Dockers reject pay offer", Change.MINOR)
    assert set(Address.objects.values_list("slug", flat=True)) == {"dockers-reject-pay-offer", "pay-talks"}
    assert version.statements.count() == 1


def test_renaming_to_another_storys_address_is_refused(live_story, make_story):
    other = make_story(headline="Pay talks")
    publishing.publish(other, revision=1, by=None)
    with pytest.raises(Refused):
        publishing.rename(live_story, slug="pay-talks", by=None)


def test_a_change_of_time_zone_leaves_addresses_and_stories_can_still_be_corrected(make_story, english):
    story = make_story()
    first = publishing.publish(story, revision=1, by=None)
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        english.time_zone = zone
        english.save()
        story = stories.revise(story, drafts.with_changes(story, standfirst=zone), version=story.version or 1, by=None)
        version = publishing.correct(story, revision=story.version, by=None, kind="correction", right="x")
        assert (version.day, version.slug) == (first.day, first.slug)
