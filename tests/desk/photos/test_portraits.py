"""A photo is public, or it is not: nobody's portrait opens one that no publisher let out. Asked over the wall."""

import pytest
from django.urls import reverse

from articles.actions import photos, picturing, publishing
from articles.actions.refusals import Refused
from articles.models import Contributor, Event, Photo, Story
from articles.pictures.renditions import FORMS
from tests.conftest import member
from tests.desk.forms import form_of
from tests.desk.photos.pictures import quay

pytestmark = [
    pytest.mark.django_db(transaction=True, databases=["default", "readers"]),
    pytest.mark.usefixtures("behind_the_wall"),
]


@pytest.fixture
def paper(make_story, chief, lina, soon):
    """A photo of a live story, one that was let out as a portrait, one of a scheduled story."""
    portrait = a_photo("portrait")
    Contributor.objects.filter(pk=lina.pk).update(portrait=portrait)
    photos.choose_as_portrait(portrait, by=chief)
    publishing.publish(make_story(lead_photo=a_photo("public"), slug="quay", bylines=[lina]), revision=1, by=chief)
    publishing.publish(make_story(lead_photo=a_photo("later"), slug="later"), revision=1, by=chief, at=soon)


def a_photo(slug):
    photo = Photo.objects.create(slug=slug, image=quay(), credit="Sami Idris")
    photo.texts.create(language="en", alt_text="A quay", caption="A quay.")
    picturing.make(photo)
    return Photo.objects.get(pk=photo.pk)


@pytest.fixture
def reporters_desk(client, reporter):
    client.force_login(reporter)
    return client


def page_of(row):
    return reverse(f"admin:articles_{row._meta.model_name}_change", args=[row.pk])


def raw(client, photo):
    """What readers get at each of the photo's own addresses."""
    paths = [photo.address(width, form) for width in photo.widths for form in FORMS] + [photo.card_address]
    return {client.get(path).status_code for path in paths}


@pytest.fixture
def drafted(paper):
    return a_photo("drafted")


def choose(client, contributor, photo):
    sent = form_of(client.get(page_of(contributor)))
    return client.post(page_of(contributor), sent | {"portrait": photo.pk, "_continue": "1"}, follow=True)


def new_writer():
    return Contributor.objects.create(slug="noor", name="Noor")


def publish_with(make_story, contributor, by):
    publishing.publish(make_story(headline="New", slug="new", bylines=[contributor]), revision=1, by=by)


def test_a_reporter_chooses_no_photo_that_readers_do_not_see(reporters_desk, drafted, make_story, chief):
    noor = new_writer()
    answer = choose(reporters_desk, noor, drafted)
    assert "Readers do not see this photo: it becomes a portrait when an editor or the chief chooses it." in (
        answer.content.decode()
    )
    assert Contributor.objects.get(pk=noor.pk).portrait is None
    publish_with(make_story, noor, chief)
    assert raw(reporters_desk, drafted) == {404}


def test_a_photo_that_nobody_let_out_stays_shut_whatever_a_row_says(paper, client, drafted, make_story, chief):
    """Were it written past the desk: the wall opens no portrait by itself."""
    noor = new_writer()
    Contributor.objects.filter(pk=noor.pk).update(portrait=drafted)
    publish_with(make_story, noor, chief)
    assert raw(client, drafted) == {404}
    assert client.get("/contributors/noor/").status_code == 200
    assert "/photos/" not in client.get("/contributors/noor/").content.decode()


@pytest.mark.parametrize("slug", ["public", "portrait"])
def test_a_reporter_chooses_a_photo_that_readers_see_or_that_was_let_out(reporters_desk, paper, slug):
    noor = new_writer()
    choose(reporters_desk, noor, Photo.objects.get(slug=slug))
    assert Contributor.objects.get(pk=noor.pk).portrait.slug == slug


def test_what_is_only_scheduled_is_no_photo_for_a_reporters_portrait(reporters_desk, paper):
    choose(reporters_desk, new_writer(), Photo.objects.get(slug="later"))
    assert Contributor.objects.get(slug="noor").portrait is None


@pytest.mark.parametrize("who", ["editor", "chief"])
def test_whoever_may_publish_lets_a_photo_out_by_choosing_it(client, drafted, make_story, who):
    by = member(f"second {who}", who)
    client.force_login(by)
    noor = new_writer()
    choose(client, noor, drafted)
    assert raw(client, drafted) == {404}
    publish_with(make_story, noor, by)
    assert raw(client, drafted) == {200}
    told = Event.objects.of_row(drafted).values_list("by__username", "fields")
    assert list(told) == [(by.username, "is_let_out")]


def test_a_photo_is_let_out_and_taken_back_on_its_own_page_too(client, editor, reporter, drafted, make_story):
    noor = new_writer()
    Contributor.objects.filter(pk=noor.pk).update(portrait=drafted)
    publish_with(make_story, noor, editor)
    client.force_login(reporter)
    assert "is_let_out" not in form_of(client.get(page_of(drafted)))
    client.post(page_of(drafted), form_of(client.get(page_of(drafted))) | {"is_let_out": "on"})
    assert raw(client, drafted) == {404}
    client.force_login(editor)
    client.post(page_of(drafted), form_of(client.get(page_of(drafted))) | {"is_let_out": "on"})
    assert raw(client, drafted) == {200}
    sent = form_of(client.get(page_of(drafted)))
    del sent["is_let_out"]
    client.post(page_of(drafted), sent)
    assert raw(client, drafted) == {404}


def test_a_portrait_that_its_only_story_opened_is_shut_with_it(client, paper, chief, reporters_desk, make_story):
    noor, public = new_writer(), Photo.objects.get(slug="public")
    choose(reporters_desk, noor, public)
    publish_with(make_story, noor, chief)
    assert raw(client, public) == {200}
    publishing.withdraw(Story.objects.get(slug="quay"), by=chief, reason="Wrong")
    assert raw(client, public) == {404}
    assert client.get("/contributors/noor/").status_code == 200


def test_two_publishers_who_choose_at_once_leave_it_let_out_once(paper, drafted, chief, editor):
    for by in (chief, editor, chief):
        photos.choose_as_portrait(drafted, by=by)
    assert Event.objects.of_row(drafted).count() == 1


@pytest.mark.parametrize("who", ["reporter", "copy", "admin", None])
def test_the_action_itself_asks_who_lets_out(drafted, who):
    with pytest.raises(Refused):
        photos.choose_as_portrait(drafted, by=member("somebody", who))
    assert not Photo.objects.get(pk=drafted.pk).is_let_out
