"""The buttons of what is live: withdraw, rename, place, start a sibling, erase."""

import pytest

from articles.actions import publishing
from articles.models import Placement, Publication, Story, Withdrawal
from tests.desk.forms import form_of
from tests.desk.stories.buttons import at, errors_of, press, said
from tests.desk.stories.form import change


def row(story):
    return Story.objects.get(pk=story.pk)


# Withdrawing


def test_withdrawing_takes_the_story_from_readers_and_gives_them_the_reason(desk, live_story):
    response = press(desk, live_story, "withdraw", reason="It was not true.")
    assert not Publication.objects.live().exists()
    assert Withdrawal.objects.get().reason == "It was not true."
    assert "It was not true." in said(response)
    assert "Withdrawn" in desk.get(change(live_story)).content.decode()


def test_withdrawing_takes_a_reason(desk, live_story):
    for reason in ("", "  ", "x" * 3000, "\x00"):
        assert press(desk, live_story, "withdraw", reason=reason).status_code == 200
    assert Publication.objects.live().exists()


def test_a_second_click_on_withdraw_is_answered_kindly(desk, live_story):
    sent = form_of(desk.get(at(live_story, "withdraw"))) | {"reason": "Wrong"}
    desk.post(at(live_story, "withdraw"), sent)
    assert "Readers cannot see this story." in said(desk.post(at(live_story, "withdraw"), sent))
    assert Withdrawal.objects.count() == 1


def test_a_withdrawn_story_can_be_published_again(desk, changed_story):
    press(desk, changed_story, "withdraw", reason="Wrong")
    press(desk, changed_story, "publish")
    assert Publication.objects.live().get().headline == "Dockers accept"


# Renaming


def test_renaming_moves_the_address_and_says_the_new_one(desk, live_story):
    response = press(desk, live_story, "rename", slug="Dockers, again")
    version = Publication.objects.live().get()
    assert version.slug == "dockers-again"
    assert version.get_absolute_url() in said(response)


@pytest.mark.parametrize("slug", ["", "!!!", "x" * 300, "\x00", "dockers-reject-pay-offer"])
def test_a_slug_that_is_none_is_refused(desk, live_story, slug):
    assert press(desk, live_story, "rename", slug=slug).status_code == 200
    assert Publication.objects.count() == 1


def test_an_address_of_another_story_is_refused(desk, make_story, live_story):
    other = make_story(headline="Another")
    publishing.publish(other, revision=1, by=None)
    response = press(desk, other, "rename", slug="dockers-reject-pay-offer")
    assert "Another story of that day has this address." in errors_of(response)


# The front page


def test_a_story_is_placed_and_taken_off(desk, live_story):
    assert "Placed" in said(press(desk, live_story, "place", slot="2"))
    assert Placement.objects.get().slot == 2
    assert "Dockers reject pay offer" in desk.get(at(live_story, "place")).content.decode().split("<select")[1]
    press(desk, live_story, "take-off")
    assert not Placement.objects.filter(live_until=None).exists()


@pytest.mark.parametrize("slot", ["", "0", "13", "-1", "lead", "\x00"])
def test_a_place_that_is_none_is_refused(desk, live_story, slot):
    assert press(desk, live_story, "place", slot=slot).status_code == 200
    assert not Placement.objects.exists()


# Siblings


def test_a_sibling_is_started_and_opened(desk, live_story, arabic):
    page = desk.get(change(live_story)).content.decode()
    assert f"Start sibling in {arabic.name}" in page
    response = press(desk, live_story, "sibling", edition=arabic.pk)
    sibling = Story.objects.get(edition=arabic)
    assert (response.url, sibling.family) == (change(sibling), row(live_story).family)
    page = desk.get(change(live_story)).content.decode()
    assert "Start sibling" not in page
    assert change(sibling) in page


def test_a_second_sibling_is_refused_kindly(desk, live_story, arabic):
    sent = form_of(desk.get(at(live_story, "sibling", edition=arabic.pk)))
    assert sent["edition"] == str(arabic.pk)
    desk.post(at(live_story, "sibling"), sent)
    assert "has a sibling in that edition already" in said(desk.post(at(live_story, "sibling"), sent))
    assert Story.objects.count() == 2


# Erasing


@pytest.fixture
def agreed(editor):
    return {"reason": "Order of a court", "username": "editor", "password": "newsroom-demo"}


def test_erasing_takes_a_second_person_who_gives_their_password(desk, live_story, agreed):
    response = press(desk, live_story, "erase", **agreed)
    assert response.url == change(live_story)
    assert (row(live_story).headline, Publication.objects.get().body) == ("", "")
    assert "removed for good" in said(response)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"password": "wrong"}, "do not go together"),
        ({"username": "nobody-of-that-name"}, "do not go together"),
        ({"username": "chief"}, "Erasing takes two people"),
        ({"username": "reporter"}, "role does not allow"),
        ({"username": "nobody"}, "role does not allow"),
        ({"reason": " "}, "required"),
        ({"reason": "x" * 3000}, "at most 2000"),
        ({"username": "\x00"}, "Null characters"),
        ({"password": ""}, "required"),
    ],
)
def test_erasing_is_refused_without_a_second_person_and_a_reason(
    desk, live_story, agreed, reporter, nobody, wrong, sentence
):
    response = press(desk, live_story, "erase", **(agreed | wrong))
    assert sentence in errors_of(response)
    assert "newsroom-demo" not in response.content.decode()
    assert row(live_story).headline


def test_one_who_was_shut_out_cannot_agree(desk, live_story, agreed, editor):
    editor.is_active = False
    editor.save()
    assert "do not go together" in errors_of(press(desk, live_story, "erase", **agreed))
