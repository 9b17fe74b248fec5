"""Several stories at once: each is saved by itself, and one that is refused does not stop the others."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from articles.actions import stories
from articles.models import Event, Publication, Section, Story, drafts
from tests.desk.forms import form_of

LIST = "/admin/articles/story/"


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def at(name):
    return reverse(f"admin:articles_story_bulk_{name}")


def choose(client, name, *chosen, narrowed=""):
    """Tick stories in the list and press Go: the page that asks."""
    sent = {"action": name.replace("-", "_"), "_selected_action": [story.pk for story in chosen]}
    return client.post(f"{LIST}{narrowed}", sent, follow=True)


def press(client, page, **typed):
    address = page.redirect_chain[-1][0]
    return client.post(address, form_of(page) | typed)


def messages_of(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def field(edition):
    return f"of_{edition.pk}"


def test_a_section_is_set_on_each_with_a_revision_and_an_event(desk, english, make_story, live_story, editor):
    draft = make_story()
    world = Section.objects.get(slug="world")
    page = choose(desk, "section", draft, live_story, narrowed="?kind__exact=news")
    html = page.content.decode()
    assert "2 stories" in html
    assert "One of them is live" in html
    response = press(desk, page, **{field(english): world.pk})
    assert response.url == f"{LIST}?kind__exact=news"
    assert {story.section for story in Story.objects.all()} == {world}
    assert [event.by for event in Event.objects.filter(verb="revised")] == [editor, editor]
    assert Publication.objects.live().get().section.slug == "economy", "readers see no change"
    assert "2 stories were changed." in messages_of(response)[0]


def test_another_field_that_somebody_saved_meanwhile_is_kept(desk, english, make_story):
    one = make_story(headline="One")
    page = choose(desk, "add-tags", one)
    stories.revise(one, drafts.with_changes(one, headline="One, saved meanwhile", tags=["Cranes"]), version=1, by=None)
    press(desk, page, **{field(english): "Ports, Pay"})
    one.refresh_from_db()
    assert (one.headline, sorted(one.tags.names())) == ("One, saved meanwhile", ["Cranes", "Pay", "Ports"])


def test_one_whose_section_somebody_changed_meanwhile_is_refused_and_the_others_go_on(desk, english, make_story):
    one, other = make_story(headline="One"), make_story(headline="Other")
    page, world = choose(desk, "section", one, other), english.sections.get(slug="world")
    letters = english.sections.create(name="Letters", slug="letters")
    stories.revise(one, drafts.with_changes(one, section=letters), version=1, by=None)
    response = press(desk, page, **{field(english): world.pk})
    assert {story.headline: story.section for story in Story.objects.all()} == {"One": letters, "Other": world}
    assert "One</bdi></a>: Someone else has saved this story" in messages_of(response)[-1]


def test_tags_are_added_to_those_that_are_there_in_any_spelling(desk, english, make_story):
    tagged, bare = make_story(tags=["Ports", "Wheat"]), make_story()
    response = press(desk, choose(desk, "add-tags", tagged, bare), **{field(english): "PORTS"})
    assert sorted(tagged.tags.names()) == ["Ports", "Wheat"]
    assert list(bare.tags.names()) == ["Ports"]
    tagged.refresh_from_db()
    assert tagged.version == 1, "what was so already is not saved"
    assert "1 story was so already." in messages_of(response)


def test_tags_are_taken_off(desk, english, make_story):
    one, other = make_story(tags=["Ports", "Wheat"]), make_story(tags=["Pay"])
    page = choose(desk, "remove-tags", one, other)
    press(desk, page, **{field(english): [one.tags.get(key="ports").pk, other.tags.get(key="pay").pk]})
    assert list(one.tags.names()) == ["Wheat"]
    assert not other.tags.exists()


def test_where_no_story_has_a_tag_nothing_is_asked(desk, make_story):
    page = choose(desk, "remove-tags", make_story())
    assert page.request["PATH_INFO"] == LIST
    assert "None of them has a tag." in page.content.decode()


def test_stories_of_two_editions_are_asked_of_apart(desk, english, arabic, make_story):
    one, other = make_story(), make_story(arabic)
    page = choose(desk, "section", one, other)
    assert arabic.name in page.content.decode()
    press(desk, page, **{field(english): "", field(arabic): arabic.sections.get().pk})
    press(desk, choose(desk, "section", one, other), **{field(english): arabic.sections.get().pk})
    one.refresh_from_db()
    assert one.section.edition == english


def test_nothing_chosen_is_said(desk, english, make_story):
    page = choose(desk, "section", make_story())
    assert "Choose something first." in press(desk, page).content.decode()
    assert desk.get(at("section")).url == LIST
    for seen in ("", "nonsense", "1:x", "9" * 30 + ":1", "999:1"):
        assert desk.post(at("section"), {"seen": seen}).url == LIST
    assert desk.get(at("section"), {"back": "//elsewhere.example"}).url.startswith(LIST)


@pytest.mark.parametrize("name", ["section", "add-tags", "remove-tags"])
@pytest.mark.parametrize("who", ["administrator", "nobody"])
def test_who_may_not_write_is_neither_offered_it_nor_heard(client, request, english, make_story, name, who):
    client.force_login(request.getfixturevalue(who))
    story = make_story()
    assert client.get(at(name), {"pk": story.pk}).status_code == 403
    forced = client.post(at(name), {"seen": f"{story.pk}:1", field(english): "Ports"})
    assert forced.status_code == 403
    assert f'value="{name.replace("-", "_")}"' not in client.get(LIST).content.decode()
    assert (Event.objects.count(), Story.objects.get().version) == (1, 1)
