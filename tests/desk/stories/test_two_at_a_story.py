"""Two at one story: what each has touched is kept, the same words are asked, and a script is told as a person is."""

import pytest

from articles.actions import merging, stories
from articles.models import Attribution, Contributor, Section, Story, drafts
from tests.desk.forms import errors_of, fill, form_of, row
from tests.desk.stories.form import attribution, change

BODY = "<p>The union asked for two years of rest and the port said no.</p><p>Nothing moved on the quay.</p>"
SCRIPT = {"Accept": "application/json"}


@pytest.fixture
def omar(db):
    return Contributor.objects.create(slug="omar", name="Omar Said")


@pytest.fixture
def story(make_story, union, lina):
    said = Attribution(source=union, words="two years of rest")
    return make_story(body=BODY, tags=["Ports", "Pay"], bylines=[lina], attributions=[said])


@pytest.fixture
def opened(copy_desk, story):
    """The story's form, opened by the copy desk on its first version."""
    return form_of(copy_desk.get(change(story))) | {"_continue": "1"}


def theirs(story, by, **changes):
    return stories.revise(story, drafts.with_changes(story, **changes), version=1, by=by)


def send(client, story, sent, **typed):
    response = client.post(change(story), sent | typed)
    assert response.status_code == 302, errors_of(response)
    story.refresh_from_db()
    return client.get(response.url).content.decode()


def test_an_untouched_field_takes_the_newer_value_and_the_message_says_from_whom(copy_desk, story, opened, editor):
    theirs(story, editor, standfirst="By the editor", stage="ready")
    page = send(copy_desk, story, opened, headline="By copy")
    assert (story.headline, story.standfirst, story.stage) == ("By copy", "By the editor", "ready")
    assert "Taken over from what was saved meanwhile: Stage (\u2068editor\u2069, " in page
    assert "Standfirst (\u2068editor\u2069, " in page


def test_two_paragraphs_and_different_words_of_one(copy_desk, story, opened, editor):
    theirs(story, editor, body=BODY.replace("quay", "pier").replace("two", "three"))
    send(copy_desk, story, opened, body=BODY.replace("no.", "yes."))
    assert story.body == BODY.replace("quay", "pier").replace("two", "three").replace("no.", "yes.")


@pytest.mark.parametrize("cells", [["Name one", "Name two"], ["Name one two three", "x" * 400]])
def test_a_table_that_nobody_touched_stays_a_table(copy_desk, make_story, editor, cells):
    table = "<table><tbody>" + "".join(f"<tr><td>{cell}</td></tr>" for cell in cells) + "</tbody></table>"
    story = make_story(body=f"<p>The one first here.</p>{table}<p>The last is two.</p>")
    opened = form_of(copy_desk.get(change(story)))
    theirs(story, editor, body=story.body.replace("one first", "one second"))
    send(copy_desk, story, opened, body=story.body.replace("is two", "is three"))
    assert Story.objects.get().body == f"<p>The one second here.</p>{table}<p>The last is three.</p>"


def test_bylines_and_tags_have_what_either_added(copy_desk, story, opened, editor, lina, omar):
    theirs(story, editor, bylines=[omar, lina], tags=["Ports", "Pay", "Strikes"])
    third = Contributor.objects.create(slug="third", name="Third")
    added = {"bylines-TOTAL_FORMS": 2} | row("bylines", 1, contributor=third.pk, position="1")
    send(copy_desk, story, opened | added, tags="Ports, Cranes")
    assert [byline.contributor for byline in story.bylines.all()] == [omar, lina, third]
    assert [tag.name for tag in story.tags.all()] == ["Ports", "Strikes", "Cranes"]


def test_rows_of_others_are_kept_and_rows_that_others_removed_stay_away(copy_desk, story, opened, editor, union):
    theirs(story, editor, attributions=[Attribution(source=union, words="Nothing moved")])
    send(copy_desk, story, opened, headline="By copy")
    assert list(story.attributions.values_list("words", flat=True)) == ["Nothing moved"]


def test_one_row_of_the_attributions_is_made_one_field_by_field(copy_desk, story, opened, editor):
    [said] = story.attributions.all()
    said.capacity, said.verified_by = "Secretary", editor
    theirs(story, editor, attributions=[said])
    send(copy_desk, story, opened, **row("attributions", 0, note="by telephone"))
    assert story.attributions.values_list("capacity", "note", "verified_by").get() == (
        "Secretary", "by telephone", editor.pk,
    )  # fmt: skip


def test_who_had_verified_a_row_may_have_changed_since(copy_desk, story, editor, chief):
    [said] = story.attributions.all()
    said.verified_by = chief
    theirs(story, editor, attributions=[said])
    opened = form_of(copy_desk.get(change(story))) | {"_continue": "1"}
    [said] = story.attributions.all()
    said.verified_by = None
    stories.revise(story, drafts.with_changes(story, attributions=[said]), version=2, by=editor)
    send(copy_desk, story, opened, headline="By copy")
    assert story.attributions.get().verified_by is None


def test_a_row_that_was_changed_and_that_another_removed_is_asked_and_stays_on_the_form(
    copy_desk, story, opened, editor
):
    theirs(story, editor, attributions=[])
    response = copy_desk.post(change(story), opened | row("attributions", 0, words="two long years of rest"))
    assert response.status_code == 409
    assert [label for label, _who, _paragraphs in response.context["moved_on"]] == ["Attributions"]
    send(copy_desk, story, form_of(response))
    assert story.attributions.get().words == "two long years of rest"


def test_the_same_words_are_asked_with_who_and_when_and_a_second_press_writes_no_emptiness(
    copy_desk, story, opened, editor
):
    theirs(story, editor, standfirst="By the editor", body=BODY.replace("two", "three"))
    typed = {"body": BODY.replace("two", "four").replace("quay", "pier"), "kicker": "Ports"}
    response = copy_desk.post(change(story), opened | typed)
    assert response.status_code == 409
    [(label, who, paragraphs)] = response.context["moved_on"]
    assert (label, who.partition(",")[0]) == ("Text", "\u2068editor\u2069")
    assert {piece.text for paragraph in paragraphs for piece in paragraph.pieces} >= {"three", "four"}
    held = form_of(response)
    assert (held["standfirst"], held["kicker"], held["version"]) == ("By the editor", "Ports", "2")
    send(copy_desk, story, held)
    assert (story.standfirst, story.body) == ("By the editor", typed["body"])


def test_what_i_saved_in_another_window_is_mine(copy_desk, story, opened, copy_editor):
    theirs(story, copy_editor, headline="By me")
    response = copy_desk.post(change(story), opened | {"headline": "By me again"})
    [(_label, who, _paragraphs)] = response.context["moved_on"]
    assert who.startswith("you, in another window, ")


@pytest.mark.parametrize(
    ("name", "mine", "others"),
    [
        ("stage", "copy", "ready"), ("kind", "opinion", "analysis"), ("dateline", "Tyre", "Sidon"),
        ("slug", "mine", "theirs"), ("note", "Mine", "Theirs"), ("lead_caption", "Mine", "Theirs"),
        ("embargo_until", "2090-01-01T12:00", "2091-01-01T12:00"),
    ],
)  # fmt: skip
def test_each_field_is_asked_and_the_form_holds_mine(copy_desk, client, story, opened, name, mine, others):
    fill(client, change(story), **{name: others})
    response = copy_desk.post(change(story), opened | {name: mine})
    assert response.status_code == 409
    assert len(response.context["moved_on"]) == 1
    assert form_of(response)[name].startswith(mine)


def test_a_section_that_was_merged_since_the_form_was_opened_is_its_survivor(copy_desk, story, opened, english):
    merging.merge_sections(story.section, into=Section.objects.get(edition=english, slug="world"), by=None)
    send(copy_desk, story, opened, headline="By copy")
    assert (story.headline, story.section.slug) == ("By copy", "world")


def test_a_form_that_is_sent_twice_saves_once(copy_desk, story, opened):
    send(copy_desk, story, opened, headline="By copy", tags="Ports, New")
    send(copy_desk, story, opened, headline="By copy", tags="Ports, New")
    assert (story.version, story.revisions.count()) == (2, 2)


def test_a_form_whose_revision_is_not_there_is_refused_with_both_and_writes_no_emptiness(
    copy_desk, story, opened, editor
):
    theirs(story, editor, standfirst="By the editor")
    story.revisions.filter(number=1).delete()
    response = copy_desk.post(change(story), opened | {"headline": "By copy"})
    assert response.status_code == 409
    assert [label for label, _who, _paragraphs in response.context["moved_on"]] == ["Headline"]
    assert form_of(response)["standfirst"] == "By the editor"


def test_what_was_taken_over_is_looked_at_before_it_goes_out(client, editor, copy_editor, story):
    client.force_login(editor)
    opened = form_of(client.get(change(story)))
    theirs(story, copy_editor, standfirst="By copy")
    response = client.post(change(story), opened | {"headline": "By the editor", "_then": "publish"})
    assert response.url == change(story)
    page = client.get(response.url).content.decode()
    assert "Standfirst (\u2068copy\u2069, " in page
    assert "Look at it before it goes out." in page
    assert not story.publications.exists()


def test_an_invalid_form_over_a_newer_save_keeps_its_version_and_is_made_one_when_it_is_put_right(
    copy_desk, story, opened, editor
):
    theirs(story, editor, standfirst="By the editor")
    wrong = copy_desk.post(change(story), opened | {"embargo_until": "yesterday", "headline": "By copy"})
    assert wrong.status_code == 200
    assert form_of(wrong)["version"] == "1"
    send(copy_desk, story, form_of(wrong) | {"embargo_until": "", "_continue": "1"})
    assert (story.headline, story.standfirst) == ("By copy", "By the editor")


# Scripts


def test_a_script_is_told_what_was_saved_and_what_was_taken_over(copy_desk, story, opened, editor):
    theirs(story, editor, standfirst="By the editor")
    told = copy_desk.post(change(story), opened | {"headline": "By copy"}, headers=SCRIPT).json()
    assert (told["is_saved"], told["is_new"], told["version"], told["address"]) == (True, True, 3, change(story))
    assert [(each["field"], each["by"], each["is_yours"]) for each in told["taken"]] == [
        ("standfirst", "editor", False)
    ]
    assert "Taken over" not in copy_desk.get(change(story)).content.decode()


def test_a_script_is_told_what_is_asked_and_what_the_form_would_hold(copy_desk, story, opened, editor):
    theirs(story, editor, headline="By the editor", standfirst="By the editor")
    response = copy_desk.post(change(story), opened | {"headline": "By copy"}, headers=SCRIPT)
    told = response.json()
    assert (response.status_code, told["is_saved"], told["version"]) == (409, False, 2)
    [asked] = told["contested"]
    assert (asked["field"], asked["mine"], asked["theirs"], asked["by"]) == (
        "headline", "By copy", "By the editor", "editor",
    )  # fmt: skip
    assert asked["at"] == story.revisions.get(number=2).saved_at.isoformat()
    assert told["form"]["standfirst"] == ["By the editor"]
    assert "csrfmiddlewaretoken" not in told["form"]
    sent = {name: values[0] for name, values in told["form"].items() if values}
    assert copy_desk.post(change(story), sent, headers=SCRIPT).json()["version"] == 3
    assert Story.objects.values_list("headline", "standfirst").get() == ("By copy", "By the editor")


def test_a_script_is_told_which_field_is_to_be_put_right(copy_desk, story, opened, union):
    sent = opened | {"attributions-TOTAL_FORMS": 2} | attribution(1, union, "")
    response = copy_desk.post(change(story), sent | {"embargo_until": "yesterday"}, headers=SCRIPT)
    assert response.status_code == 422
    told = response.json()["refused"]
    assert [(each["at"], each["label"]) for each in told] == [
        ("id_embargo_until", "Embargo until"), ("id_attributions-1-words", "Attribution 2 · Words"),
    ]  # fmt: skip


def test_a_script_whose_login_has_ended_is_told_so_and_nothing_is_saved(client, story, opened):
    client.logout()
    response = client.post(change(story), opened | {"headline": "By copy"}, headers=SCRIPT)
    assert (response.status_code, response.json()["is_saved"]) == (403, False)
    assert Story.objects.get().version == 1
