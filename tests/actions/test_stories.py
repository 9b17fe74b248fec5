"""Starting, revising and pairing stories at the desk."""

import pytest

from articles.actions import publishing, stories
from articles.actions.refusals import MovedOn, NotAllowed, Refused
from articles.models import Attribution, Event, Revision, Story, Tag, drafts

pytestmark = pytest.mark.django_db


def test_a_new_story_is_its_first_revision(make_story, reporter):
    story = make_story(by=reporter)
    assert (story.version, story.revisions.get().by) == (1, reporter)


def test_a_save_over_a_newer_one_is_refused_and_loses_neither(make_story):
    story = make_story()
    stories.revise(story, drafts.with_changes(story, headline="Mine"), version=1, by=None)
    with pytest.raises(MovedOn):
        stories.revise(story, drafts.with_changes(story, headline="Yours"), version=1, by=None)
    story.refresh_from_db()
    assert (story.headline, story.version) == ("Mine", 2)


def test_a_revision_keeps_text_bylines_tags_and_attributions(make_story, lina, union):
    said = Attribution(source=union, words="Two years of building,")
    story = make_story(bylines=[lina], tags=["Ports"], attributions=[said])
    state = Revision.objects.get().state
    assert state["headline"] == story.headline
    assert state["bylines"] == [lina.pk]
    assert state["tags"] == [Tag.objects.get().pk]
    assert state["attributions"][0]["words"] == "Two years of building,"


def test_what_is_not_given_stays(make_story, lina):
    story = make_story(bylines=[lina], tags=["Ports"])
    stories.revise(story, drafts.with_changes(story, headline="New"), version=1, by=None)
    assert story.bylines.count() == 1
    assert [tag.name for tag in story.tags.all()] == ["Ports"]


def test_a_sibling_shares_the_family_and_takes_sections_and_tags_of_its_own_edition(make_story, arabic, lina):
    story = make_story(bylines=[lina], tags=["Ports"])
    twin = Tag.objects.create(name="موانئ", key="موانئ", slug="موانئ", language="ar", family=Tag.objects.get().family)
    sibling = stories.start_sibling(story, edition=arabic, by=None)
    assert sibling.family == story.family
    assert sibling.section == arabic.sections.get()
    assert list(sibling.tags.all()) == [twin]
    assert list(story.siblings()) == [sibling]


def test_a_story_has_one_sibling_in_an_edition(make_story, arabic):
    story = make_story()
    stories.start_sibling(story, edition=arabic, by=None)
    with pytest.raises(Refused):
        stories.start_sibling(story, edition=arabic, by=None)


def test_those_without_a_role_write_nothing(english, nobody, administrator, make_story):
    for by in (nobody, administrator):
        with pytest.raises(NotAllowed):
            stories.start(drafts.new(english, headline="x"), by=by)
        with pytest.raises(NotAllowed):
            stories.revise(make_story(), drafts.with_changes(make_story(), headline="x"), version=1, by=by)


def test_reporters_and_copy_editors_write(english, reporter, copy_editor):
    story = stories.start(drafts.new(english, headline="x"), by=reporter)
    stories.revise(story, drafts.with_changes(story, headline="y"), version=1, by=copy_editor)
    assert list(Event.objects.order_by("pk").values_list("by__username", flat=True)) == ["reporter", "copy"]


def test_the_desk_never_touches_what_readers_see(live_story):
    stories.revise(
        live_story,
        drafts.with_changes(live_story, headline="x", body="<p>x</p>", tags=[], bylines=[], attributions=[]),
        version=1,
        by=None,
    )
    version = live_story.publications.get()
    assert version.headline == "Dockers reject pay offer"
    assert version.publishedtags.count() == 2
    assert version.statements.count() == 1


def test_a_story_that_was_published_cannot_be_deleted(live_story):
    with pytest.raises(Exception, match="protected"):
        Story.objects.get(pk=live_story.pk).delete()
    assert publishing.Publication.objects.exists()
