"""The ledger of one edition begins with what the other says."""

import pytest
from django.urls import reverse

from articles.actions import stories
from articles.models import Attribution, NotCarried, Source, Story, drafts
from tests.desk.forms import form_of
from tests.desk.stories.form import change

BODY = "<p>“We wait,” Toll said. “We read,” Hesse said. The guild counted 26 ships.</p>"


@pytest.fixture
def toll(db):
    source = Source.objects.create(slug="toll", name="Maren Toll")
    source.names.create(language="ar", name="مارين تول")
    source.titles.create(language="ar", title="الأمينة العامة")
    return source


@pytest.fixture
def english_story(make_story, toll, union):
    hesse = Source.objects.create(slug="hesse", name="Lukan Hesse")
    said = [("We wait,", toll), ("We read,", hesse)]
    rows = [Attribution(source=source, words=words, terms="background") for words, source in said]
    figure = Attribution(source=union, words="The guild counted 26 ships", kind="paraphrase")
    return make_story(body=BODY, attributions=[*rows, figure])


@pytest.fixture
def arabic_story(english_story, arabic, reporter):
    return stories.start_sibling(english_story, edition=arabic, by=reporter)


def ask(client, story, **typed):
    """What the ledger answers of a story as its form is, but for `typed`."""
    sent = form_of(client.get(change(story))) | {"of": story.pk, "language": "ar"} | typed
    return client.post(reverse("admin:articles_story_ledger"), sent).json()


def write(story, body, *said):
    rows = [Attribution(source=source, words=words, carries=list(carries)) for words, source, *carries in said]
    draft = drafts.with_changes(story, body=body, attributions=rows)
    return stories.revise(story, draft, version=Story.objects.get(pk=story.pk).version, by=None)


def test_the_other_editions_statements_come_first_each_with_its_owner_by_the_name_and_title_of_this_language(
    copy_desk, arabic_story, english_story, toll
):
    (told,) = ask(copy_desk, arabic_story)["siblings"]
    assert (told["language"], told["dir"]) == ("en", "ltr")
    assert [each["words"] for each in told["statements"]] == ["We wait,", "We read,", "The guild counted 26 ships"]
    first = told["statements"][0]
    assert first["owners"] == [
        {"id": toll.pk, "name": "مارين تول", "title": "الأمينة العامة", "kind": "person", "is_new": False}
    ]
    assert (first["terms"], first["kind"], first["key"]) == (
        "background", "quotation", english_story.attributions.first().pk,
    )  # fmt: skip
    assert "0 of 3 as in English" in told["head"]
    assert "مارين تول" in told["head"]


def test_what_is_found_in_this_text_is_not_asked_for_any_more(copy_desk, arabic_story, toll):
    write(arabic_story, "<p>قالت تول: «ننتظر».</p>", ("ننتظر", toll))
    (told,) = ask(copy_desk, arabic_story)["siblings"]
    assert [each["words"] for each in told["statements"]] == ["We read,", "The guild counted 26 ships"]


def test_a_row_that_is_typed_and_not_saved_counts(copy_desk, arabic_story, english_story, toll, union):
    new = {"words": "ننتظر", "source": toll.pk, "kind": "quotation", "terms": "record", "occurrence": 1}
    key = english_story.attributions.last().pk
    typed = {f"attributions-0-{name}": value for name, value in new.items()}
    body = {"body": "<p>قالت تول: «ننتظر».</p>", "attributions-TOTAL_FORMS": 1}
    (told,) = ask(copy_desk, arabic_story, **typed, **body)["siblings"]
    assert [each["words"] for each in told["statements"]] == ["We read,", "The guild counted 26 ships"]
    (told,) = ask(copy_desk, arabic_story, **typed, **body, **{"attributions-0-carries": f"{key} x -1"})["siblings"]
    assert [each["words"] for each in told["statements"]] == ["We wait,", "We read,"]


def test_a_tie_is_saved_with_the_form_and_stays_when_it_is_saved_again(copy_desk, arabic_story, english_story, toll):
    key = english_story.attributions.first().pk
    write(arabic_story, "<p>قالت تول: «ننتظر».</p>", ("ننتظر", toll))
    sent = form_of(copy_desk.get(change(arabic_story)))
    copy_desk.post(change(arabic_story), sent | {"attributions-0-carries": str(key)})
    assert arabic_story.attributions.get().carries == [key]
    sent = form_of(copy_desk.get(change(arabic_story)))
    copy_desk.post(change(arabic_story), sent | {"note": "x"})
    assert arabic_story.attributions.get().carries == [key]


def test_who_is_protected_there_is_nobody_here_and_no_more_than_a_label(copy_desk, arabic_story, english_story):
    source = Source.objects.create(slug="p", name="An official", protected_in=english_story)
    write(english_story, BODY, ("We wait,", source))
    (told,) = ask(copy_desk, arabic_story)["siblings"]
    (owner,) = told["statements"][0]["owners"]
    assert (owner["id"], owner["name"], owner["kind"]) == ("", "An official", "unnamed")


def test_the_other_edition_hears_of_what_this_one_adds_and_what_is_anothers_here(
    copy_desk, arabic_story, english_story, toll, union
):
    keys = [row.pk for row in english_story.attributions.all()]
    body = "<p>«ننتظر». «نقرأ». ٢٦ سفينة. «زيادة».</p>"
    hesse = english_story.attributions.all()[1].source
    write(arabic_story, body, ("ننتظر", union, keys[0]), ("نقرأ", hesse), ("٢٦ سفينة", union), ("زيادة", toll))
    (told,) = ask(copy_desk, english_story, language="en")["siblings"]
    assert [each["words"] for each in told["statements"]] == ["زيادة"]
    found = ask(copy_desk, english_story, language="en")["findings"]
    assert "belongs to" in found
    form = copy_desk.get(change(arabic_story)).content.decode()
    assert "does not say this" in form
    assert "and here to" in form


def test_it_advises_and_stops_nothing(arabic_story, copy_desk, english_story):
    found = [each for _place, each in copy_desk.get(change(arabic_story)).context["findings"]]
    siblings = [each for each in found if each.field == "siblings"]
    assert siblings
    assert not any(each.blocks for each in siblings)


def test_one_that_is_let_go_is_told_as_such_with_who_did_it(copy_desk, copy_editor, arabic_story, english_story):
    key = english_story.attributions.first().pk
    page = reverse("admin:articles_story_not-carried", args=[arabic_story.pk])
    assert copy_desk.post(page, {"statement": key}, headers={"accept": "application/json"}).status_code == 200
    (told,) = ask(copy_desk, arabic_story)["siblings"]
    assert told["let_go"] == [{"key": key, "words": "We wait,", "by": str(copy_editor)}]
    assert key not in [each["key"] for each in told["statements"]]
    assert "0 of 2" in told["head"]
    again = copy_desk.post(page, {"statement": key}, headers={"accept": "application/json"})
    assert (again.status_code, "already" in again.json()["said"]) == (409, True)
    back = reverse("admin:articles_story_to-carry", args=[arabic_story.pk])
    assert copy_desk.post(back, {"statement": key}).status_code == 302
    assert not NotCarried.objects.exists()
    assert copy_desk.get(page).status_code == 405
    assert copy_desk.post(page, {"statement": "x" * 99}, headers={"accept": "application/json"}).status_code == 409


def test_a_spiked_sibling_and_a_story_without_one_ask_for_nothing(copy_desk, arabic_story, english_story, make_story):
    Story.objects.filter(pk=english_story.pk).update(stage="spiked")
    assert ask(copy_desk, arabic_story)["siblings"] == []
    assert ask(copy_desk, make_story())["siblings"] == []


def test_what_the_sibling_does_without_is_told_to_nobody_any_more(desk, arabic_story, english_story):
    def advised():
        found = desk.get(change(english_story)).context["findings"]
        return [each.message for _place, each in found if each.field == "siblings"]

    hesse, figure = english_story.attributions.all()[1:]
    write(arabic_story, "<p>«ننتظر».</p>", ("ننتظر", english_story.attributions.first().source))
    assert "2 statements" in advised()[0]
    for row in (hesse, figure):
        desk.post(reverse("admin:articles_story_not-carried", args=[arabic_story.pk]), {"statement": row.pk})
    assert advised() == []
