"""Restoring an earlier revision, and finding it in the history."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages

from articles.actions import erasing, merging, publishing, stories
from articles.actions.refusals import MovedOn, NotAllowed, Refused
from articles.models import Attribution, Event, Revision, Source, Story, Tag, drafts
from tests.desk.forms import fill, form_of
from tests.desk.stories.buttons import at
from tests.desk.stories.form import change

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, reporter):
    client.force_login(reporter)
    return client


def restore(story, revision=1, version=2, by=None):
    return stories.restore(story, revision=revision, version=version, by=by)


def without_keys(state):
    return state | {"attributions": [{**each, "position": 0} for each in state["attributions"]]}


# The action


def test_what_is_restored_is_a_new_revision_that_has_what_the_old_one_had(story, reporter):
    restored = restore(story, by=reporter)
    states = dict(story.revisions.values_list("number", "state"))
    assert restored.version == 3
    assert without_keys(states[3]) == without_keys(states[1])
    event = Event.objects.first()
    assert (event.verb, event.by, event.revision, event.note) == ("restored", reporter, 3, "From revision 1.")


def test_readers_see_nothing_of_it(live_story):
    stories.revise(live_story, drafts.with_changes(live_story, headline="Changed"), version=1, by=None)
    publishing.publish(live_story, revision=2, by=None)
    restore(live_story)
    assert live_story.publications.live().get().headline == "Changed"


def test_a_restoring_over_a_newer_save_is_refused(story):
    stories.revise(story, drafts.with_changes(story, headline="Meanwhile"), version=2, by=None)
    with pytest.raises(MovedOn):
        restore(story)
    assert Story.objects.get().headline == "Meanwhile"


@pytest.mark.parametrize("who", ["nobody", "administrator"])
def test_who_may_not_write_may_not_restore(story, who, request):
    with pytest.raises(NotAllowed):
        restore(story, by=request.getfixturevalue(who))
    assert story.revisions.count() == 2


@pytest.mark.parametrize("who", ["reporter", "copy_editor", "editor", "chief"])
def test_who_writes_restores(story, who, request):
    assert restore(story, by=request.getfixturevalue(who)).version == 3


def test_what_was_merged_comes_back_as_its_survivor_once(story, english):
    ports, pay = (Tag.objects.named(name, "en") for name in ("Ports", "Pay"))
    merging.merge_tags(ports, into=pay, by=None)
    world = english.sections.get(slug="world")
    merging.merge_sections(english.sections.get(slug="economy"), into=world, by=None)
    restored = restore(story)
    assert list(restored.tags.all()) == [pay]
    assert restored.section == world


def test_what_is_no_more_stays_away(story):
    state = Revision.objects.get(number=1).state
    state["tags"].append(10**6)
    state["attributions"].append(state["attributions"][0] | {"source_id": 10**6})
    Revision.objects.filter(number=1).update(state=state | {"lead_photo": 10**6})
    restored = restore(story)
    assert (restored.tags.count(), restored.attributions.count(), restored.lead_photo) == (2, 1, None)


def test_a_protected_source_comes_back_with_its_story(make_story):
    story = make_story()
    hidden = Source.objects.create(slug="an-official", name="an official", protected_in=story)
    said = Attribution(source=hidden, words="Two years of building,", terms="unattributed")
    stories.revise(story, drafts.with_changes(story, attributions=[said]), version=1, by=None)
    stories.revise(story, drafts.with_changes(story, attributions=[]), version=2, by=None)
    assert restore(story, revision=2, version=3).attributions.get().source == hidden


def test_an_erased_revision_cannot_be_restored(story, chief, editor):
    publishing.publish(
        stories.revise(story, drafts.with_changes(story, body="<p>y</p>"), version=2, by=None), revision=3, by=None
    )
    erasing.erase(story, by=chief, agreed_by=editor, reason="a court")
    version = Story.objects.get().version
    with pytest.raises(Refused, match="erased"):
        restore(story, version=version)
    assert Story.objects.get().body == ""


def test_a_revision_that_there_never_was_is_refused(story):
    with pytest.raises(Refused):
        restore(story, revision=9)


def test_nobody_lifts_an_embargo_by_restoring_who_may_not_lift_one(story, reporter, editor, soon):
    stories.revise(story, drafts.with_changes(story, embargo_until=soon), version=2, by=None)
    assert restore(story, version=3, by=reporter).embargo_until == soon
    assert restore(story, version=4, by=editor).embargo_until is None


def test_an_embargo_that_comes_back_calls_off_what_would_break_it(make_story, soon):
    story = make_story(embargo_until=soon + timedelta(hours=1))
    stories.revise(story, drafts.with_changes(story, embargo_until=None), version=1, by=None)
    publishing.publish(story, revision=2, by=None, at=soon)
    restore(story)
    assert not story.publications.exists()
    assert "called off" in Event.objects.first().note


def test_the_address_of_a_published_story_stays(make_story):
    story = make_story(slug="first-thought")
    stories.revise(story, drafts.with_changes(story, slug="second-thought"), version=1, by=None)
    publishing.publish(story, revision=2, by=None)
    assert restore(story).slug == "second-thought"


# At the desk


def test_the_page_says_what_will_change_and_what_stays_and_then_does_it(desk, story, reporter, soon):
    stories.revise(story, drafts.with_changes(story, embargo_until=soon), version=2, by=None)
    page = desk.get(at(story, "restore", revision=1))
    text = page.content.decode()
    assert "The embargo stays as it is" in text
    assert "<del>Another</del>" in text
    response = desk.post(at(story, "restore"), form_of(page))
    assert response.url == change(story)
    story.refresh_from_db()
    assert (story.version, story.headline) == (4, "Dockers reject pay offer")
    assert "Undo" in " ".join(map(str, get_messages(response.wsgi_request)))


def test_a_stale_page_is_refused_and_shows_what_would_change_now(desk, story):
    sent = form_of(desk.get(at(story, "restore", revision=1)))
    stories.revise(story, drafts.with_changes(story, headline="Meanwhile"), version=2, by=None)
    refused = desk.post(at(story, "restore"), sent)
    assert "Someone else has saved this story" in refused.content.decode()
    assert "<del>Meanwhile</del>" in refused.content.decode()
    assert story.revisions.count() == 3
    assert form_of(refused)["version"] == "3"


def test_what_is_the_same_offers_nothing_to_press(desk, story):
    assert "revision" not in form_of(desk.get(at(story, "restore", revision=2)))


def test_the_history_has_each_event_and_revision_in_words(desk, story, reporter):
    fill(desk, change(story), headline="Third", tags="Ports")
    publishing.publish(story, revision=3, by=None)
    restore(story, version=3, by=reporter)
    page = desk.get(at(story, "history")).content.decode()
    for sentence in (
        "Started the story: revision 1.",
        "Saved revision 3.",
        "Changed: headline, tags.",
        "Published revision 3.",
        "Address: ",
        "Restored an earlier revision as revision 4.",
        "From revision 1.",
    ):
        assert sentence in page, sentence
    assert page.count('name="from"') == 4


def test_the_address_is_of_the_publication_and_not_of_who_saves_next(desk, story, soon):
    publishing.publish(story, revision=2, by=None, at=soon)
    publishing.call_off(story, by=None)
    fill(desk, change(story), headline="Third")
    publishing.publish(story, revision=3, by=None)
    fill(desk, change(story), note="Fourth")
    happened = desk.get(at(story, "history")).context["happenings"]
    changed = {each.revision: each.changed for each in happened if each.revision}
    assert (changed[3], changed[4]) == ("headline", "note for the desk")
    assert [each.note for each in happened if each.said == "Published revision 3."] == ["Address: third"]
    compared = desk.get(at(story, "compare", to=4)).context["differences"]
    assert [each.name for each in compared] == ["note"]


def test_the_history_is_paged_and_misses_nothing(desk, story, django_assert_max_num_queries):
    placed = [Event(verb="placed", story=story, at=story.changed_at) for _n in range(90)]
    Event.objects.bulk_create(placed)
    seen, address = [], at(story, "history")
    while address:
        with django_assert_max_num_queries(20):
            page = desk.get(address)
        seen += page.context["happenings"]
        older = page.context["older"]
        address = older and at(story, "history", before=older)
    assert len(seen) == 92
    assert {each.revision for each in seen} == {None, 1, 2}
    assert desk.get(at(story, "history", before="nonsense")).status_code == 200


def test_a_revision_without_an_event_stands_in_the_history_too(desk, story):
    Revision.objects.create(story=story, number=7, state={"headline": "x"}, saved_at=story.changed_at)
    assert "Saved revision 7." in desk.get(at(story, "history")).content.decode()
