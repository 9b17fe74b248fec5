"""From the form of a story to the last question: what is typed goes out, and the question says as what."""

import pytest

from articles.models import Attribution, Publication
from tests.desk.forms import fill
from tests.desk.stories.buttons import LATER, at, errors_of, messages_of, press
from tests.desk.stories.form import change


def test_a_live_story_offers_to_publish_what_is_typed_to_those_who_may_type(client, desk, live_story, reporter):
    names = [button["name"] for button in desk.get(change(live_story)).context["buttons"]]
    assert names[:4] == ["preview", "publish", "schedule", "correct"]
    typed = fill(desk, change(live_story), headline="Dockers accept", _then="publish")
    assert typed.url == at(live_story, "publish", revision=2)
    client.force_login(reporter)
    assert "publish" not in [button["name"] for button in client.get(change(live_story)).context["buttons"]]


@pytest.mark.parametrize("name", ["publish", "schedule", "correct"])
def test_a_live_story_into_which_nothing_was_typed_has_nothing_to_publish(desk, live_story, name):
    response = fill(desk, change(live_story), _then=name)
    assert response.url == change(live_story)
    assert "there is nothing to publish" in messages_of(response)
    assert Publication.objects.count() == 1


def test_the_last_question_shows_what_readers_get_and_what_warns(desk, make_story, union):
    said = Attribution(source=union, words="Nobody asked us.")
    story = make_story(kind="interview", body="<p>She said: “Nobody asked us.”</p>", attributions=[said])
    page = desk.get(at(story, "publish"))
    expected_address = page.context["address"]
    for each in (story.headline, story.section.name, story.edition.name, expected_address):
        assert f"{each}</" in page.text
    assert [finding.field for _place, finding in page.context["findings"]] == ["bylines"]
    assert f"{change(story)}#bylines-group" in page.text
    assert "called off" not in page.text
    press(desk, story, "publish")
    assert Publication.objects.get().get_absolute_url() == expected_address


def test_the_address_is_shown_in_the_letters_that_it_is_made_of(desk, make_story, arabic):
    story = make_story(arabic, headline="عمال المرفأ يرفضون العرض")
    assert "عمال-المرفأ-يرفضون-العرض/</bdi>" in desk.get(at(story, "publish")).text


def test_the_last_question_says_that_a_schedule_is_called_off_where_there_is_one(desk, make_story):
    story = make_story()
    press(desk, story, "schedule", at=LATER)
    assert "What was scheduled is called off." in desk.get(at(story, "publish")).text


def test_no_place_on_the_front_page_is_chosen_at_first(desk, live_story):
    refused = press(desk, live_story, "place")
    assert "required" in errors_of(refused)
    assert not live_story.placements.exists()


def test_what_stops_and_what_advises_differ_in_words_and_the_button_is_off_where_something_stops(desk, make_story):
    advised = desk.get(at(make_story(kind="interview"), "publish")).text
    assert "<b>Advises</b>" in advised
    assert "You may go on all the same." in advised
    assert 'value="Publish now">' in advised
    stopped = desk.get(at(make_story(headline=""), "publish")).text
    assert "<b>Stops</b>" in stopped
    assert 'value="Publish now" disabled>' in stopped


def test_a_moment_that_is_still_to_be_named_leaves_the_button_on(desk, make_story):
    page = desk.get(at(make_story(headline=""), "schedule")).text
    assert "<b>Stops</b>" in page
    assert "You may go on" not in page
    assert 'value="Schedule">' in page


def test_what_is_said_of_a_save_is_seen_whatever_part_of_the_page_the_address_named(desk, make_story):
    story = make_story()
    assert 'action="#said"' in desk.get(change(story)).text
    assert 'action="#said"' in desk.get(at(story, "publish")).text
    press(desk, story, "publish")
    assert '<div id="said" role="status" tabindex="-1">' in desk.get(change(story)).text
