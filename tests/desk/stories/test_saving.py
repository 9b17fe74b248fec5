"""Saving a story at the desk: no update is lost, and nothing that was typed."""

import re

from articles.actions import erasing, merging, publishing, stories
from articles.models import Attribution, Story, drafts, standing
from tests.desk.forms import errors_of, fill, form_of, row
from tests.desk.stories.form import change


def test_saving_makes_a_revision_and_an_event(copy_desk, copy_editor, make_story):
    story = make_story()
    fill(copy_desk, change(story), headline="Dockers accept")
    story.refresh_from_db()
    assert (story.version, story.headline) == (2, "Dockers accept")
    assert story.revisions.get(number=2).by == copy_editor
    assert list(story.events.values_list("verb", "revision")) == [("revised", 2), ("started", 1)]


def test_saving_what_was_only_looked_at_changes_nothing(copy_desk, live_story):
    live_story.refresh_from_db()
    stories.revise(
        live_story,
        drafts.with_changes(live_story, body="<p>One</p>\n<p>Two “Two years of building,”</p>", tags=["a, b"]),
        version=1,
        by=None,
    )
    version = Story.objects.get().version
    fill(copy_desk, change(live_story))
    assert Story.objects.get().version == version


def test_a_change_of_a_tag_or_an_attribution_alone_is_a_change(copy_desk, live_story):
    fill(copy_desk, change(live_story), tags="Ports")
    assert Story.objects.get().version == 2
    fill(copy_desk, change(live_story), **row("attributions", 0, capacity="Chair"))
    assert Story.objects.get().version == 3
    assert live_story.attributions.get().capacity == "Chair"


def test_tags_in_another_order_are_a_change_that_readers_will_see(copy_desk, live_story):
    fill(copy_desk, change(live_story), tags="Pay, Ports")
    assert Story.objects.get().version == 2
    version = publishing.publish(live_story, revision=2, by=None)
    assert [row.tag.name for row in version.publishedtags.order_by("position")] == ["Pay", "Ports"]


def test_readers_see_nothing_of_a_save(copy_desk, live_story):
    response = fill(copy_desk, change(live_story), headline="Not out yet")
    assert live_story.publications.get().headline == "Dockers reject pay offer"
    page = copy_desk.get(response.url).content.decode()
    assert "Live, with changes not out" in page
    assert "They do not see what has been changed since" in page


def test_a_save_over_a_newer_one_is_refused_and_both_texts_are_shown(copy_desk, make_story):
    story = make_story()
    sent = form_of(copy_desk.get(change(story)))
    stories.revise(story, drafts.with_changes(story, headline="Saved by another", tags=["Theirs"]), version=1, by=None)
    response = copy_desk.post(
        change(story), sent | {"headline": "Typed by me", "body": "<p>My text</p>", "tags": "Mine"}
    )
    assert response.status_code == 409
    assert "Someone else has saved this story" in str(errors_of(response))
    page = re.sub("</?mark>", "", response.content.decode())
    for words in ("Saved by another", "Typed by me", "My text", "Theirs", "Mine"):
        assert words in page
    assert [label for label, _who, _paragraphs in response.context["moved_on"]] == ["Headline"]
    assert form_of(response)["headline"] == "Typed by me"
    story.refresh_from_db()
    assert (story.version, story.headline) == (2, "Saved by another")


def test_whoever_has_seen_both_texts_may_save(copy_desk, make_story):
    story = make_story()
    sent = form_of(copy_desk.get(change(story)))
    stories.revise(story, drafts.with_changes(story, headline="Saved by another"), version=1, by=None)
    refused = copy_desk.post(change(story), sent | {"headline": "Typed by me"})
    copy_desk.post(change(story), form_of(refused) | {"headline": "Agreed by both"})
    story.refresh_from_db()
    assert (story.version, story.headline) == (3, "Agreed by both")


def test_a_form_without_its_version_is_refused(copy_desk, make_story):
    story = make_story()
    sent = form_of(copy_desk.get(change(story))) | {"headline": "Forced"}
    for version in ("", "nonsense", "0", "-1", "99999999999999999999"):
        copy_desk.post(change(story), sent | {"version": version})
        story.refresh_from_db()
        assert story.version == 1, version


def test_an_attribution_that_another_has_removed_is_not_lost(copy_desk, make_story, union):
    story = make_story(attributions=[Attribution(source=union, words="Two years of building,")])
    sent = form_of(copy_desk.get(change(story)))
    stories.revise(
        story,
        drafts.with_changes(story, attributions=[Attribution(source=union, words="casual workers")]),
        version=1,
        by=None,
    )
    refused = copy_desk.post(change(story), sent | row("attributions", 0, capacity="Secretary"))
    assert "Someone else has saved" in str(errors_of(refused))
    assert "casual workers" in refused.content.decode()
    saved = copy_desk.post(change(story), form_of(refused) | {"_continue": "1"})
    assert saved.status_code == 302
    said = set(story.attributions.values_list("words", "capacity"))
    assert said == {("Two years of building,", "Secretary"), ("casual workers", "")}


def test_the_slug_of_a_published_story_is_read_only(copy_desk, live_story):
    page = copy_desk.get(change(live_story)).content.decode()
    assert 'name="slug"' not in page
    fill(copy_desk, change(live_story), slug="forced", headline="New")
    assert Story.objects.get().slug == "dockers-reject-pay-offer"


def test_a_slug_sent_after_the_story_went_out_is_not_taken(copy_desk, make_story):
    story = make_story()
    sent = form_of(copy_desk.get(change(story)))
    publishing.publish(story, revision=1, by=None)
    copy_desk.post(change(story), sent | {"slug": "another"})
    assert Story.objects.get().slug == "dockers-reject-pay-offer"


def test_a_save_leaves_alone_what_was_moved_meanwhile(copy_desk, make_story, english):
    story = make_story()
    sent = form_of(copy_desk.get(change(story))) | {"headline": "Typed"}
    merging.merge_sections(story.section, into=english.sections.get(slug="world"), by=None)
    world = str(english.sections.get(slug="world").pk)
    copy_desk.post(change(story), sent | {"section": world})
    story.refresh_from_db()
    assert (story.headline, story.section.slug) == ("Typed", "world")


def test_an_embargo_calls_off_what_was_scheduled(client, editor, make_story, soon):
    story = make_story()
    publishing.publish(story, revision=1, by=None, at=soon)
    client.force_login(editor)
    fill(client, change(story), embargo_until="2090-01-01T12:00")
    assert not story.publications.exists()


def test_who_may_not_publish_cannot_call_off_by_an_embargo_at_the_desk(copy_desk, make_story, soon):
    story = make_story()
    publishing.publish(story, revision=1, by=None, at=soon)
    response = fill(copy_desk, change(story), embargo_until="2090-01-01T12:00")
    assert "Your role does not allow this." in str(errors_of(response))
    assert story.publications.count() == 1
    story.refresh_from_db()
    assert (story.embargo_until, story.version) == (None, 1)


def test_who_may_not_publish_cannot_lift_an_embargo_at_the_desk(copy_desk, make_story, soon):
    story = make_story(embargo_until=soon)
    response = fill(copy_desk, change(story), embargo_until="")
    assert "Your role does not allow this." in str(errors_of(response))
    story.refresh_from_db()
    assert story.embargo_until == soon


def test_a_form_that_was_open_while_its_story_was_erased_never_brings_it_back(copy_desk, live_story, chief, editor):
    sent = form_of(copy_desk.get(change(live_story))) | {"standfirst": "Typed meanwhile"}
    erasing.erase(live_story, by=chief, agreed_by=editor, reason="A court.")
    first = copy_desk.post(change(live_story), sent)
    assert "has been erased" in str(errors_of(first))
    copy_desk.post(change(live_story), form_of(first))
    live_story.refresh_from_db()
    assert (live_story.headline, live_story.body, live_story.standfirst) == ("", "", "")


def test_a_story_written_anew_after_an_erasure_is_no_longer_called_erased(copy_desk, live_story, chief, editor):
    erasing.erase(live_story, by=chief, agreed_by=editor, reason="A court.")
    assert standing.again(live_story).standing == "erased"
    live_story.refresh_from_db()
    written = {"headline": "Anew", "body": "<p>Anew</p>"}
    story = stories.revise(live_story, drafts.with_changes(live_story, **written), version=live_story.version, by=None)
    publishing.publish(story, revision=story.version, by=None)
    publishing.withdraw(story, by=None, reason="It was wrong.")
    assert standing.again(story).standing == "withdrawn"


def test_an_embargo_to_the_microsecond_is_left_alone_by_a_save_of_something_else(copy_desk, make_story, soon):
    story = make_story(embargo_until=soon)
    response = fill(copy_desk, change(story), headline="Another headline")
    assert response.status_code == 302, errors_of(response)
    story.refresh_from_db()
    assert (story.headline, story.embargo_until) == ("Another headline", soon)
