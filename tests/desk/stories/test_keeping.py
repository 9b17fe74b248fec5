"""What is typed is kept on the server, for whoever typed it alone, until it is saved or let go."""

import json

import pytest
from django.db import connection
from django.db.models import F
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.actions import erasing, keeping, stories
from articles.models import Contributor, Event, Revision, Story, Unsaved, drafts
from tests.desk.forms import form_of, row
from tests.desk.keeping import KEEP, LET_GO, Tab, offers, take_back
from tests.desk.stories.form import ADD, attribution, change

pytestmark = pytest.mark.django_db


def test_what_is_typed_is_kept_and_is_no_revision_and_no_event(tab):
    before = Event.objects.count()
    answer = tab.type(headline="Half a")
    assert (answer.status_code, list(answer.json())) == (200, ["at"])
    tab.type(headline="Half a sentence")
    kept = Unsaved.objects.get()
    assert (kept.story, kept.version, kept.turn) == (tab.story, 1, 2)
    assert dict(kept.fields)["headline"] == "Half a sentence"
    assert (Revision.objects.count(), Event.objects.count()) == (1, before)
    assert Story.objects.get().headline == "Saved"


def test_it_is_offered_with_its_moment_its_fields_and_its_words_and_taken_back(tab, desk):
    tab.type(headline="Saved and more", body="<p>Four words were typed.</p>", note="ask")
    (offer,) = offers(desk, tab.story)
    assert set(offer.differs) == {"Headline", "Text", "Note for the desk"}
    page = desk.get(change(tab.story)).content.decode()
    assert "You typed here until" in page
    assert "It differs in: " in page
    assert form_of(desk.get(change(tab.story)))["headline"] == "Saved"
    back = take_back(desk, tab.story)
    assert form_of(back)["headline"] == "Saved and more"
    assert "Four words were typed." in form_of(back)["body"]
    assert "It is not saved yet" in back.content.decode()
    assert "to be put right" not in back.content.decode()
    assert Story.objects.get().headline == "Saved"


def test_words_that_are_new_and_gone_are_counted(desk, chief, make_story):
    tab = Tab(desk, chief, make_story(body="<p>One two three four.</p>", headline="A"))
    tab.type(body="<p>One two five six seven four.</p>")
    (offer,) = offers(desk, tab.story)
    assert (offer.new, offer.gone) == (3, 1)
    tab.type(body="<p>One two three. Four?</p>", headline="A B")
    (offer,) = offers(desk, tab.story)
    assert (offer.new, offer.gone) == (2, 1), "Four for four, and B: a mark is no word"


def test_rows_whose_numbers_alone_are_others_do_not_differ_and_those_in_another_order_do(desk, chief, make_story, lina):
    omar = Contributor.objects.create(slug="omar", name="Omar Said")
    story = make_story(bylines=[lina, omar])
    story.bylines.update(position=F("position") + 3)
    tab = Tab(desk, chief, story)
    tab.type(headline="Other", **{"bylines-0-position": "0", "bylines-1-position": "1"})
    assert offers(desk, story)[0].differs == ("Headline",)
    tab.type(headline="Other", **{"bylines-0-position": "1", "bylines-1-position": "0"})
    assert offers(desk, story)[0].differs == ("Headline", "Bylines")


def test_all_rows_come_back_and_are_saved_with_it(tab, desk, union, lina):
    added = {"bylines-TOTAL_FORMS": 1} | row("bylines", 0, contributor=lina.pk, position="0")
    added |= {"attributions-TOTAL_FORMS": 1} | attribution(0, union, "Two years of building,", note="on tape")
    tab.type(tags="Ports, Pay", **added)
    back = form_of(take_back(desk, tab.story))
    assert (back["attributions-0-note"], back["bylines-0-contributor"]) == ("on tape", str(lina.pk))
    assert desk.post(change(tab.story), back | {"_continue": "1"}).status_code == 302
    story = Story.objects.get()
    assert [each.contributor for each in story.bylines.all()] == [lina]
    assert story.attributions.get().note == "on tape"
    assert [str(tag) for tag in story.tags.all()] == ["Ports", "Pay"]
    assert not offers(desk, story)
    assert Unsaved.objects.get().typed == ""


def test_a_story_that_is_not_saved_yet_is_offered_where_one_begins_and_on_the_first_page(desk, chief, english):
    tab = Tab(desk, chief)
    tab.type(edition=english.pk, headline="Never saved", body="<p>x</p>")
    assert "Never saved" in desk.get("/admin/").content.decode()
    back = take_back(desk)
    assert form_of(back)["headline"] == "Never saved"
    assert desk.post(ADD, form_of(back) | {"_continue": "1"}).status_code == 302
    assert Story.objects.get().headline == "Never saved"
    assert not offers(desk)
    assert "kept" not in [each["name"] for each in desk.get("/admin/").context["columns"][0]]


def test_several_stories_that_are_not_saved_yet_are_kept_apart(desk, chief):
    for name in ("One", "Two"):
        Tab(desk, chief).type(headline=name)
    assert {offer.headline for offer in offers(desk)} == {"One", "Two"}


def test_an_empty_new_page_is_nothing_to_offer(desk, chief):
    Tab(desk, chief).type(headline="")
    assert not offers(desk)


@pytest.mark.parametrize("way", ["save", "save what is the same", "let go"])
def test_it_goes_when_it_is_saved_or_let_go(tab, desk, way):
    tab.type(headline="Typed")
    if way == "let go":
        sent = form_of(desk.get(change(tab.story)))
        desk.post(LET_GO, {"story": tab.story.pk, "_seen": Unsaved.objects.get().seen} | {"csrf": sent.get("x", "")})
    else:
        tab.save(**({} if way == "save" else {"headline": "Saved"}))
    assert not offers(desk, tab.story)
    assert Unsaved.objects.get().typed == ""


def test_what_arrives_after_the_save_does_not_come_back(tab, desk):
    tab.type(headline="Typed")
    late = tab.told(turn=tab.turn + 1)
    tab.turn += 1
    tab.save(headline="Typed and saved")
    assert desk.post(KEEP, json.dumps(late), content_type="application/json").status_code == 200
    assert Unsaved.objects.get().typed == ""
    tab.fields["version"] = "2"
    assert tab.type(headline="Typed on").status_code == 200
    assert dict(Unsaved.objects.get().fields)["headline"] == "Typed on"


def test_what_arrives_late_does_not_write_over_what_is_newer(tab):
    tab.type(headline="One")
    tab.type(headline="Two")
    tab.typed["headline"] = "One"
    assert tab.send(turn=1).status_code == 200
    assert dict(Unsaved.objects.get().fields)["headline"] == "Two"


def test_a_second_tab_is_told_and_does_not_overwrite(tab, desk, chief):
    other = Tab(desk, chief, tab.story)
    tab.type(headline="In the first")
    told = other.type(headline="In the second")
    assert told.status_code == 409
    assert "another window" in told.json()["said"]
    assert dict(Unsaved.objects.get().fields)["headline"] == "In the first"
    assert tab.type(headline="In the first still").status_code == 200
    other.save(note="saved in the second")
    assert dict(Unsaved.objects.get().fields)["headline"] == "In the first still", "what another tab holds stays"


def test_whoever_has_taken_it_back_goes_on_and_the_first_tab_is_told(tab, desk, chief):
    tab.type(headline="In the first")
    other = Tab(desk, chief, tab.story)
    other.seen = form_of(take_back(desk, tab.story))["_seen"]
    assert other.type(headline="In the second").status_code == 200
    assert tab.type(headline="In the first again").status_code == 409


def test_what_was_typed_meanwhile_is_not_let_go(tab, desk):
    tab.type(headline="One")
    seen = Unsaved.objects.get().seen
    tab.type(headline="Two")
    desk.post(LET_GO, {"story": tab.story.pk, "_seen": seen})
    assert dict(Unsaved.objects.get().fields)["headline"] == "Two"


def test_a_form_that_is_refused_goes_on_keeping(tab, desk):
    tab.type(headline="Typed")
    refused = tab.save(embargo_until="nonsense")
    assert refused.status_code in (200, 400)
    again = Tab(desk, tab.user, tab.story)
    again.seen = form_of(refused)["_seen"]
    assert again.type(headline="Typed on").status_code == 200


def test_it_is_an_offer_to_nobody_else(tab, desk, editor, make_story):
    tab.type(headline="Mine alone")
    other = Client()
    other.force_login(editor)
    kept = Unsaved.objects.get()
    assert not offers(other, tab.story)
    for address in (f"{change(tab.story)}?kept={kept.pk}", f"{ADD}?kept={kept.pk}"):
        assert "Mine alone" not in other.get(address).content.decode()
    other.post(LET_GO, {"story": tab.story.pk, "_seen": kept.seen})
    assert Unsaved.objects.get().typed
    theirs = Tab(other, editor, tab.story)
    assert theirs.type(headline="Theirs").status_code == 200
    assert Unsaved.objects.count() == 2
    another = make_story()
    assert "Mine alone" not in desk.get(f"{change(another)}?kept={kept.pk}").content.decode()


@pytest.mark.parametrize("kept", ["", "0", "-1", "x", "9" * 40, "²", "1%00"])
def test_a_number_that_is_none_takes_nothing_back(tab, desk, kept):
    tab.type(headline="Typed")
    assert "Typed" not in form_of(desk.get(f"{change(tab.story)}?kept={kept}")).get("headline", "")


def test_taking_back_saves_nothing_though_the_address_asks_for_it(tab, desk):
    tab.type(headline="Typed")
    kept = Unsaved.objects.get()
    desk.get(f"{change(tab.story)}?kept={kept.pk}&_save=1&_continue=1")
    assert Story.objects.get().version == 1


def test_it_goes_with_an_erasure_and_what_arrives_later_is_refused(tab, desk, chief, editor):
    tab.type(headline="Typed")
    erasing.erase(tab.story, by=chief, agreed_by=editor, reason="A court.")
    assert not Unsaved.objects.exists()
    late = tab.type(headline="Typed on")
    assert (late.status_code, "erased" in late.json()["said"]) == (422, True)
    assert not Unsaved.objects.exists()


def test_if_the_story_moved_on_what_is_offered_is_what_was_typed(tab, desk):
    tab.type(headline="Typed")
    stories.revise(tab.story, drafts.with_changes(tab.story, standfirst="Theirs"), version=1, by=None)
    (offer,) = offers(desk, tab.story)
    assert [label.lower() for label in offer.differs] == ["headline"]


def test_thirty_days_after_the_last_key_it_is_forgotten(tab, make_story, desk, chief, now):
    tab.type(headline="Old")
    Tab(desk, chief, make_story()).type(headline="Young")
    rows = Unsaved.objects.order_by("pk")
    Unsaved.objects.filter(pk=rows[0].pk).update(kept_at=now - keeping.KEPT_FOR)
    Unsaved.objects.filter(pk=rows[1].pk).update(kept_at=now - keeping.KEPT_FOR * 0.99)
    keeping.sweep()
    assert dict(Unsaved.objects.get().fields)["headline"] == "Young"


def test_keeping_takes_one_statement_beside_those_that_say_who_asks(tab):
    tab.type(headline="One")
    with CaptureQueriesContext(connection) as asked:
        tab.type(headline="One word")
    # The first makes what is kept older.
    told = [each["sql"] for each in asked if "SAVEPOINT" not in each["sql"]][1:]
    assert sum("articles_unsaved" in sql for sql in told) == 1
    assert len(told) <= 5
