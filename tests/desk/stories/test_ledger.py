"""The ledger: a row for each statement, in the order of the text, and who might own what nobody owns."""

import pytest
from django.urls import reverse

from articles.models import Attribution, Event, Source, SourceTitle, Verb, drafts
from articles.text.ledger import ledger

TWO = "<p>“We asked for rest,” the guild said. “And got none.”</p>"
THREE = "<p>“First,” she said.</p><p>“Second,” he said. “Third,” they said.</p>"


def ask(client, body, *rows, **more):
    asked = {"body": body, "words": [words for words, _nth in rows], "occurrence": [nth for _words, nth in rows]}
    return client.post(reverse("admin:articles_story_ledger"), asked | more).json()


def test_the_ledger_and_the_list_count_the_same(desk):
    told = ask(desk, TWO, ("got none", 1))
    assert told["found"] == [True]
    assert [each["words"] for each in told["unowned"]] == ["We asked for rest,"]
    assert told["head"] == "2 quotations · 1 owned · 1 open"


def test_rows_stand_in_the_order_of_the_text_whatever_the_order_in_which_they_were_entered(desk):
    told = ask(desk, THREE, ("Third,", 1), ("nowhere", 1), ("First,", 1))
    assert told["order"] == [["row", 2], ["open", 0], ["row", 0], ["row", 1]]
    assert [place and place[3] for place in told["places"]] == ["First,", "Second,", "Third,", None]


def test_a_place_is_told_as_it_is_written_there(desk):
    told = ask(desk, "<p>He said “It’s <em>no</em> use” twice.</p>", ("it’s NO use", 1))
    assert told["places"] == [[0, 9, 20, "It’s no use"]]


def test_a_text_without_quotations_says_so(desk):
    assert ask(desk, "<p>Rain.</p>")["head"] == "No quotations"


def test_a_text_of_more_quotations_than_are_proposed_for_is_answered_all_the_same(desk):
    told = ask(desk, "".join(f"<p>“We waited {number} days,” she said.</p>" for number in range(250)))
    assert (len(told["unowned"]), told["unowned"][0]["proposals"] != [], told["unowned"][-1]["proposals"]) == (
        250, False, []
    )  # fmt: skip


def test_whoever_may_not_see_stories_is_told_nothing(client, nobody):
    client.force_login(nobody)
    assert client.post(reverse("admin:articles_story_ledger"), {"body": TWO}).status_code == 403


def test_a_save_puts_statements_into_the_order_of_the_text_and_readers_count_so(make_story, union):
    said = [Attribution(source=union, words=words) for words in ("Third,", "nowhere", "First,")]
    story = make_story(body=THREE, attributions=said)
    assert [row.words for row in drafts.of_story(story).attributions] == ["First,", "Third,", "nowhere"]
    places = ledger(story.body, [(row.words, 1) for row in story.attributions.all()]).places
    assert [place is None for place in places] == [False, False, True]


# A source that a row proposes as new


def make(client, **asked):
    return client.post(reverse("admin:articles_story_source"), {"language": "en", "kind": "person"} | asked)


def test_one_key_makes_a_source_with_its_title_and_an_event(desk, chief):
    answer = make(desk, name="Maren Toll", title="secretary of the union")
    source = Source.objects.get(pk=answer.json()["id"])
    assert (source.name, source.slug, source.kind) == ("Maren Toll", "maren-toll", "person")
    assert [(each.language, each.title) for each in SourceTitle.objects.filter(source=source)] == [
        ("en", "secretary of the union")
    ]
    event = Event.objects.get(table="source", row=source.pk)
    assert (event.verb, event.by) == (Verb.MADE, chief)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"name": ""}, "Write a name."),
        ({"name": " \u202e "}, "Write a name."),
        ({"name": "dockers' union"}, "There is a source called"),
    ],
)
def test_nobody_and_somebody_who_is_there_are_not_made(desk, union, asked, said):
    before = Source.objects.count()
    answer = make(desk, **asked)
    assert (answer.status_code, Source.objects.count()) == (409, before)
    assert said in answer.json()["said"]


def test_two_people_of_the_same_slug_have_one_each(desk):
    made = [make(desk, name=name).json()["id"] for name in ("C Club", "C++ Club")]
    assert len({Source.objects.get(pk=pk).slug for pk in made}) == len(made) == 2


def test_a_name_that_is_too_long_is_cut_and_an_unknown_kind_is_a_person(desk):
    source = Source.objects.get(pk=make(desk, name="x" * 5000, kind="ship").json()["id"])
    assert (len(source.name), source.kind) == (160, "person")


@pytest.mark.parametrize(
    ("day", "title"),
    [
        ("2020-05-01", "mayor"),
        ("2024-01-01", "minister"),
        ("2024-01-02", "then minister"),
        ("1999-01-01", ""),
        ("nonsense", "then minister"),
    ],
)
def test_the_capacity_that_is_proposed_is_the_title_of_the_day_or_the_last_that_had_ended(desk, union, day, title):
    SourceTitle.objects.create(source=union, language="en", title="mayor", from_on="2019-01-01", until_on="2021-12-31")
    SourceTitle.objects.create(
        source=union, language="en", title="minister", from_on="2022-01-01", until_on="2024-01-01"
    )
    SourceTitle.objects.create(source=union, language="ar", title="وزير", from_on="2022-01-01")
    asked = {"id": union.pk, "language": "en", "on": day}
    assert desk.get(reverse("admin:articles_story_source"), asked).json() == {"title": title}


@pytest.mark.parametrize(
    "asked", [{}, {"id": "x"}, {"id": 10**30}, {"id": 7, "language": "en-GB" * 9}, {"on": "2026-13-99"}]
)
def test_what_asks_of_nobody_is_told_nothing(desk, asked):
    assert desk.get(reverse("admin:articles_story_source"), asked).json() == {"title": ""}


def test_whoever_may_not_make_sources_makes_none(client, nobody):
    client.force_login(nobody)
    assert make(client, name="Somebody").status_code == 403
    assert client.get(reverse("admin:articles_story_source")).status_code == 403


def test_whoever_bears_no_title_any_more_is_proposed_with_the_last_one(desk):
    source = Source.objects.create(slug="idris-valcourt", name="Idris Valcourt")
    source.titles.create(language="en", title="mayor", until_on="2013-05-31")
    source.titles.create(language="en", title="minister", until_on="2024-01-01")

    def proposed():
        told = ask(desk, "<p>“We asked for rest,” Idris Valcourt said.</p>", language="en")
        return told["unowned"][0]["proposals"][0][0]

    assert (proposed()["id"], proposed()["title"]) == (source.pk, "then minister")
    source.titles.create(language="en", title="envoy")
    assert proposed()["title"] == "envoy"
