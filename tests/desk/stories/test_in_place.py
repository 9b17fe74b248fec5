"""A save in place: one form, one save, and an answer that says all that the page has to show otherwise."""

import re

import pytest

from articles.actions import publishing, stories
from articles.models import Attribution, Contributor, Story, User, drafts
from tests.desk.forms import form_of, row
from tests.desk.stories.form import ADD, attribution, change

pytestmark = pytest.mark.django_db
AS_A_SCRIPT = {"Accept": "application/json"}


def save(client, story, **typed):
    sent = form_of(client.get(change(story))) | {"_continue": "1"} | typed
    return client.post(change(story), sent, headers=AS_A_SCRIPT)


def test_it_says_when_as_which_revision_and_where_the_story_stands(desk, live_story):
    answer = save(desk, live_story, headline="Dockers accept").json()
    assert (answer["is_saved"], answer["version"]) == (True, 2)
    assert answer["state"].startswith("Saved ")
    assert answer["state"].endswith(" · revision 2")
    assert "Live, with changes not out" in answer["standing"]
    assert 'value="publish"' in answer["buttons"]
    assert "restore/?revision=1" in answer["told"]
    assert (answer["values"], answer["is_all"]) == ({}, True)
    assert "message" not in str(desk.get(change(live_story)).context["messages"]._loaded_data)


def test_it_names_the_rows_that_it_has_made(desk, make_story, union, lina):
    story = make_story(attributions=[Attribution(source=union, words="Two years of building,")])
    added = {"attributions-TOTAL_FORMS": 3, "bylines-TOTAL_FORMS": 1}
    added |= attribution(1, union, "gone at once", DELETE="on") | attribution(2, union, "not one line")
    answer = save(desk, story, **added, **row("bylines", 0, contributor=lina.pk, position="0")).json()
    first, second = story.attributions.all()
    assert answer["ids"] == {
        "attributions-0": first.pk,
        "attributions-2": second.pk,
        "bylines-0": story.bylines.get().pk,
    }
    assert answer["is_all"]


def test_the_page_that_was_brought_up_to_date_saves_nothing_more_and_nothing_twice(desk, make_story, union, lina):
    story = make_story(attributions=[Attribution(source=union, words="Two years of building,")])
    sent = form_of(desk.get(change(story))) | {"_continue": "1", "attributions-TOTAL_FORMS": 2}
    sent |= attribution(1, union, "not one line") | row("attributions", 0, DELETE="on")
    answer = desk.post(change(story), sent, headers=AS_A_SCRIPT).json()
    sent |= {f"{line}-id": key for line, key in answer["ids"].items()} | row("attributions", 0, id="")
    sent |= {"version": answer["version"], "attributions-INITIAL_FORMS": 1} | answer["values"]
    again = desk.post(change(story), sent, headers=AS_A_SCRIPT).json()
    assert (again["is_saved"], again["version"], again["is_new"]) == (True, 2, False)
    desk.post(change(story), sent | row("attributions", 1, capacity="Chair"))
    assert [(each.words, each.capacity) for each in story.attributions.all()] == [("not one line", "Chair")]


def test_what_the_house_has_put_right_is_brought(desk, make_story):
    answer = save(desk, make_story(), headline="Two  spaces\u00a0here ", tags="ports, Ports , pay").json()
    assert "headline" not in answer["values"] or answer["values"]["headline"] == Story.objects.get().headline
    assert answer["is_all"]


def test_what_others_have_saved_is_brought_and_lines_of_theirs_ask_for_the_page(desk, make_story, lina):
    story = make_story(standfirst="")
    sent = form_of(desk.get(change(story))) | {"_continue": "1", "headline": "Mine"}
    stories.revise(story, drafts.with_changes(story, standfirst="Theirs"), version=1, by=None)
    answer = desk.post(change(story), sent, headers=AS_A_SCRIPT).json()
    assert (answer["values"], answer["is_all"]) == ({"standfirst": "Theirs"}, True)
    sent |= {"version": answer["version"], "standfirst": "Theirs", "headline": "Mine again"}
    story.refresh_from_db()
    stories.revise(story, drafts.with_changes(story, bylines=[lina]), version=story.version, by=None)
    answer = desk.post(change(story), sent, headers=AS_A_SCRIPT).json()
    assert not answer["is_all"]
    assert story.bylines.count() == 1


def test_what_was_refused_is_said_by_field(desk, make_story):
    story = make_story()
    answer = save(desk, story, kicker="k" * 61, **row("attributions", 0))
    assert answer.status_code == 422
    told = answer.json()
    assert [each["at"] for each in told["refused"]] == ["id_kicker"]
    assert told["refused"][0]["label"] == "Kicker"


def test_what_both_have_typed_is_told_with_all_that_the_form_would_hold(desk, make_story):
    story = make_story(headline="Saved")
    sent = form_of(desk.get(change(story))) | {"_continue": "1", "headline": "Mine"}
    stories.revise(story, drafts.with_changes(story, headline="Theirs", note="theirs"), version=1, by=None)
    answer = desk.post(change(story), sent, headers=AS_A_SCRIPT)
    assert answer.status_code == 409
    told = answer.json()
    assert "Theirs" in told["both"]
    assert (told["form"]["headline"], told["form"]["note"], told["form"]["version"]) == (["Mine"], ["theirs"], ["2"])


def test_a_new_story_says_where_it_is_from_now_on(desk, english):
    sent = form_of(desk.get(ADD)) | {"_continue": "1", "edition": english.pk, "headline": "New"}
    answer = desk.post(ADD, sent, headers=AS_A_SCRIPT).json()
    story = Story.objects.get()
    assert (answer["address"], answer["story"]) == (change(story), story.pk)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("headline", ["New <b> & fair", "السعر +964 770", ""])
def test_what_stands_around_the_form_is_what_its_page_has_when_it_is_loaded(desk, chief, english, headline, language):
    User.objects.filter(pk=chief.pk).update(desk_language=language)
    sent = form_of(desk.get(ADD)) | {"_continue": "1", "edition": english.pk, "headline": headline}
    around = desk.post(ADD, sent, headers=AS_A_SCRIPT).json()["around"]
    page = desk.get(change(Story.objects.get())).content.decode()
    for pattern in (r"<title>.*?</title>", r'<div class="breadcrumbs">.*?</div>', r"<h1>.*?</h1>", r"/\d+/history/"):
        assert _found(pattern, around) == _found(pattern, page), pattern


def _found(pattern, html):
    return " ".join(re.search(pattern, html, re.DOTALL)[0].split())


def test_a_login_that_is_lost_is_answered_with_the_page_that_keeps_what_was_typed(desk, make_story):
    story = make_story()
    sent = form_of(desk.get(change(story))) | {"_continue": "1", "headline": "Typed"}
    desk.logout()
    answer = desk.post(change(story), sent, headers=AS_A_SCRIPT)
    assert (answer.status_code, answer.json()["login"]) == (403, "/admin/login/")
    # So the page sends it once more as a page does.
    assert "Nothing you typed is lost" in desk.post(change(story), sent).content.decode()


def test_without_a_script_it_is_answered_as_ever(desk, make_story):
    story = make_story()
    sent = form_of(desk.get(change(story))) | {"_continue": "1", "headline": "Typed"}
    assert desk.post(change(story), sent).status_code == 302
    assert desk.post(change(story), sent | {"headline": "x" * 300, "version": "2"}).status_code == 200


def test_two_lines_of_one_name_and_a_story_that_is_out_are_no_trouble(desk, live_story, lina):
    other = Contributor.objects.create(slug="lina-2", name="Lina Hasko")
    added = {"bylines-TOTAL_FORMS": 2} | row("bylines", 1, contributor=other.pk, position="1")
    answer = save(desk, live_story, **added).json()
    assert len(answer["ids"]) == 3
    publishing.publish(live_story, revision=2, by=None)
    assert "Live" in save(desk, live_story).json()["standing"]


def test_a_row_that_moves_up_for_one_that_is_gone_is_not_taken_away_by_its_box(desk, make_story, union):
    words = ("Two years of building,", "not one line")
    story = make_story(attributions=[Attribution(source=union, words=each) for each in words])
    sent = form_of(desk.get(change(story))) | {"_continue": "1"} | row("attributions", 0, DELETE="on")
    stories.revise(
        story, drafts.with_changes(story, attributions=[story.attributions.get(words=words[1])]), version=1, by=None
    )
    desk.post(change(story), sent | {"headline": "On"})
    assert [each.words for each in story.attributions.all()] == [words[1]]
