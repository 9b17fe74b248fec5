"""The right of reply: who was asked, what they answered, and the sentence that the text may have."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from articles.actions import erasing, locking, replies
from articles.actions.refusals import NotAllowed, Refused
from articles.admin.stories.replies import for_the_text
from articles.models import Attribution, Event, Reply, Source
from tests.desk.stories.form import change

pytestmark = pytest.mark.django_db
NEW = {"asked": "The port", "subject": "It hid the report.", "how": "By telephone", "asked_at": "2020-05-04T10:00"}


def page(story):
    return reverse("admin:articles_story_replies", args=[story.pk])


@pytest.fixture
def ask(live_story, now):
    def asked(**more):
        said = {"subject": "It hid the report.", "asked": "The port", "how": "By telephone"}
        return replies.ask(live_story, **{"by": None, "asked_at": now - timedelta(hours=3)} | said | more)

    return asked


def test_it_is_written_down_beside_the_story_without_a_script(desk, live_story, chief):
    assert page(live_story) in desk.get(change(live_story)).content.decode()
    told = desk.post(page(live_story), NEW | {"until_at": "2020-05-04T18:00"}, follow=True).content.decode()
    assert "It hid the report." in told
    reply = Reply.objects.get()
    # The clocks of London, an hour ahead of UTC in May.
    assert f"{reply.asked_at:%H:%M} {reply.until_at:%H:%M}" == "09:00 17:00"
    assert reply.entered_by == chief
    assert "1 asked · 1 has not answered" in desk.get(change(live_story)).content.decode()


def test_an_answer_is_written_down_and_may_be_put_right(desk, live_story, ask, chief):
    reply = ask()
    for answer in ("No.", "No, never."):
        desk.post(page(live_story), {"reply": reply.pk, "answer": answer})
    assert (Reply.objects.get().answer, Reply.objects.get().answered_by) == ("No, never.", chief)
    desk.post(page(live_story), {"reply": reply.pk, "answer": " "})
    assert Reply.objects.get().answer == "No, never."


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"asked": " "}, "Say who was asked"),
        ({"subject": "\u200b"}, "Say who was asked"),
        ({"how": ""}, "Say who was asked"),
    ],
)
def test_who_what_and_how_are_said(ask, more, said):
    with pytest.raises(Refused, match=said):
        ask(**more)


def test_they_are_asked_before_now_and_before_they_answer(ask, now):
    with pytest.raises(Refused, match="not come yet"):
        ask(asked_at=now + timedelta(days=1))
    with pytest.raises(Refused, match="asked first"):
        ask(until_at=now - timedelta(days=1))


def test_a_refusal_keeps_what_was_typed(desk, live_story):
    told = desk.post(page(live_story), NEW | {"until_at": "2019-05-04T18:00"}).content.decode()
    assert "They are asked first, and answer after that." in told
    assert 'value="The port"' in told
    assert not Reply.objects.exists()


def test_whoever_reads_only_writes_nothing(client, administrator, reporter, nobody, live_story, ask):
    reply = ask()
    client.force_login(administrator)
    assert "It hid the report." in client.get(page(live_story)).content.decode()
    assert client.post(page(live_story), NEW).status_code == 403
    assert client.post(page(live_story), {"reply": reply.pk, "answer": "No."}).status_code == 403
    client.force_login(nobody)
    assert client.get(page(live_story)).status_code == 403
    for person in (administrator, nobody):
        with pytest.raises(NotAllowed):
            replies.note(reply, by=person, answer="No.")
    assert replies.note(reply, by=reporter, answer="No.").answered_by == reporter


@pytest.mark.parametrize("key", ["", "x", "9" * 30, "0"])
def test_an_answer_to_nothing_is_not_found(desk, live_story, key):
    assert desk.post(page(live_story), {"reply": key, "answer": "No."}).status_code == 404


def test_no_answer_is_written_into_another_storys_request(desk, live_story, make_story, ask):
    reply = ask()
    assert desk.post(page(make_story()), {"reply": reply.pk, "answer": "No."}).status_code == 404


def test_a_name_that_one_source_has_is_that_source(ask, union, make_story):
    assert ask(asked="dockers’ UNION").source == union
    Source.objects.create(slug="other", name="Dockers’ Union")
    assert ask(asked="Dockers’ Union").source is None
    Source.objects.create(slug="protected-1", name="An official", protected_in=make_story())
    assert ask(asked="An official").source is None


def test_the_sentence_follows_what_came_of_it(ask, now):
    reply = ask(until_at=now - timedelta(hours=1))
    at = reply.until_at.astimezone(reply.story.edition.zone)
    by = f"{at.day} {at:%B %Y, %H:%M}"
    assert for_the_text(reply, now) == f"The port did not respond to a request for comment by {by}."
    waiting = ask(until_at=now + timedelta(hours=1))
    assert for_the_text(waiting, now).startswith("The port had not responded")
    assert for_the_text(replies.note(reply, by=None, answer="No,\nnever."), now) == "The port said: “No, never.”"
    declined = replies.note(waiting, by=None, answer="", has_declined=True)
    assert for_the_text(declined, now) == "The port declined to comment."


def test_it_is_in_the_language_and_by_the_name_of_the_edition(make_story, arabic, union, now):
    union.names.create(language="ar", name="نقابة عمال الموانئ")
    story = make_story(arabic, body="<p>«عامان»</p>", attributions=[Attribution(source=union, words="عامان")])
    said = {"subject": "أخفت التقرير", "asked": "Dockers’ Union", "how": "بالهاتف"}
    asked_at, until_at = now - timedelta(hours=3), now - timedelta(hours=1)
    reply = replies.ask(story, by=None, asked_at=asked_at, until_at=until_at, **said)
    told = for_the_text(reply, now)
    assert "نقابة عمال الموانئ" in told
    assert "respond" not in told
    assert re.search("[٠-٩]", told)
    assert not re.search("[0-9]", told)


def test_each_leaves_an_event_that_repeats_nothing_of_it(live_story, ask, chief):
    replies.note(ask(by=chief), by=chief, answer="No.")
    events = Event.objects.filter(story=live_story, by=chief).order_by("pk")
    assert [(each.verb, each.note) for each in events] == [("asked for comment", ""), ("comment noted", "")]


def test_erasing_takes_it_all(live_story, ask, chief, editor):
    ask()
    erasing.erase(live_story, by=chief, agreed_by=editor, reason="A court")
    assert not Reply.objects.exists()


def test_the_database_keeps_what_the_code_promises(ask):
    rows = Reply.objects.filter(pk=ask().pk)
    early, now = locking.clock() - timedelta(days=9), locking.clock()
    for wrong in (
        {"subject": ""},
        {"until_at": early},
        {"answer": "No.", "answered_at": None},
        {"answered_at": now, "answer": "", "has_declined": False},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**wrong)
