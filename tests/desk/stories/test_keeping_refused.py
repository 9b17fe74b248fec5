"""What is sent to be kept and is not: what no form sends, what is too much, what comes from whoever may not write."""

import json

import pytest
from django.test import Client

from articles.actions import keeping
from articles.models import Unsaved
from tests.desk.forms import form_of
from tests.desk.keeping import KEEP, Tab, take_back
from tests.desk.stories.form import change

pytestmark = pytest.mark.django_db


NONSENSE = [
    "", "{", "[]", "null", "7", '"x"', "[" * 100_000, "{}", '{"by": 1}', b"\xff\xfe", '{"fields": [["a", "b"]]}',
]  # fmt: skip


@pytest.mark.parametrize("body", NONSENSE, ids=range(len(NONSENSE)))
def test_what_no_form_sends_is_not_kept(desk, body):
    assert desk.post(KEEP, body, content_type="application/json").status_code == 400
    assert not Unsaved.objects.exists()


WRONG = [
    {"fields": "x"}, {"fields": [["a"]]}, {"fields": [["a", 1]]}, {"fields": [["a", None]]}, {"fields": {"a": "b"}},
    {"fields": [["n" * 300, "x"]]}, {"fields": [["a", "b"]] * 10_001}, {"tab": ""}, {"tab": "x"}, {"tab": 7},
    {"turn": 0}, {"turn": -1}, {"turn": "1"}, {"turn": 1.5}, {"turn": True}, {"turn": 10**30}, {"version": -1},
    {"version": 10**12}, {"version": None}, {"story": "1"}, {"story": 0}, {"story": 10**30}, {"story": True},
    {"seen": "x"}, {"seen": f"{'a' * 32}:{'9' * 30}"}, {"family": "<b>"}, {"by": "1"},
]  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG, ids=range(len(WRONG)))
def test_what_is_out_of_shape_is_not_kept(tab, wrong):
    tab.turn = 1
    assert tab.send(**wrong).status_code == 400
    assert not Unsaved.objects.exists()


@pytest.mark.parametrize("typed", ["\x00", "a\x00b", "\ud800", "\udc00\ud800", "\u202e", "\uffff"])
def test_what_no_column_can_hold_is_kept_as_far_as_a_page_can_show_it(tab, desk, typed):
    answer = tab.client.post(
        KEEP, json.dumps(tab.told(turn=1, fields=[["headline", f"A {typed} B"], ["version", "1"]])), "application/json"
    )
    assert answer.status_code == 200
    shown = take_back(desk, tab.story).content.decode()
    assert "A " in shown
    assert "\x00" not in shown


def test_what_is_more_than_three_stories_is_not_kept_and_that_is_said(tab):
    answer = tab.type(body="x" * 1_000_000)
    assert (answer.status_code, "more than can be kept" in answer.json()["said"]) == (422, True)
    assert not Unsaved.objects.exists()


def test_a_story_that_is_not_there_is_not_typed_in(tab):
    tab.turn = 1
    assert tab.send(story=tab.story.pk + 1000).status_code == 422
    assert not Unsaved.objects.exists()


def test_what_comes_at_once_after_the_last_is_put_off(tab):
    tab.type(headline="One")
    tab.turn += 1
    assert tab.send().status_code == 429


def test_somebody_types_in_so_many_stories_and_no_more(tab, monkeypatch, desk, chief, make_story):
    monkeypatch.setattr(keeping, "MOST_ROWS", 2)
    tab.type(headline="One")
    Tab(desk, chief, make_story()).type(headline="Two")
    third = Tab(desk, chief, make_story()).type(headline="Three")
    assert (third.status_code, "too many stories" in third.json()["said"]) == (422, True)
    assert tab.type(headline="One more word").status_code == 200


@pytest.mark.parametrize("how", ["no role", "withdrawn login", "logged out", "somebody else"])
def test_whoever_may_not_write_keeps_nothing(tab, desk, chief, editor, how):
    tab.type(headline="Before")
    if how == "no role":
        chief.groups.clear()
    elif how == "withdrawn login":
        chief.is_active = False
        chief.save()
    elif how == "logged out":
        desk.logout()
    else:
        desk.force_login(editor)
    assert tab.type(headline="After").status_code == 403
    assert dict(Unsaved.objects.get().fields)["headline"] == "Before"


def test_another_site_cannot_send_it(chief, make_story):
    client = Client(enforce_csrf_checks=True)
    client.force_login(chief)
    tab = Tab(client, chief, make_story())
    assert tab.type(headline="Forged").status_code == 403
    token = {"X-CSRFToken": form_of(tab.shown)["csrfmiddlewaretoken"]}
    assert client.post(KEEP, json.dumps(tab.told()), "application/json", headers=token).status_code == 200


def test_what_is_sent_as_a_form_is_no_draft(desk):
    assert desk.post(KEEP, {"headline": "Typed"}).status_code == 400


def test_a_draft_with_a_table_that_is_too_large_does_not_keep_its_author_out(desk, chief, make_story):
    tab = Tab(desk, chief, make_story())
    tab.type(body="<table><tr><th>Budget</th></tr><tr><td>Ministry</td></tr><tr>" + "<td>1</td>" * 13 + "</tr></table>")
    assert desk.get(change(tab.story)).status_code == 200
