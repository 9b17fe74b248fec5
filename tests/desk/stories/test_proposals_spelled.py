"""A name in a text that is spelled otherwise than its source, or in the other script, is proposed as that source."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Source, SourceName, Story


def told(client, body, **more):
    answer = client.post(reverse("admin:articles_story_ledger"), {"body": body, "language": "en"} | more)
    return [each["proposals"] for each in answer.json()["unowned"]]


def proposed(client, name, sentence="{} said: “It is full.”"):
    """Who is proposed for what somebody of a name says, in the order of the row: names, and which are new."""
    return [(each[0]["name"], each[0]["is_new"]) for each in told(client, f"<p>{sentence.format(name)}</p>")[0]]


def person(name, *others, slug, kind="person"):
    source = Source.objects.create(slug=slug, name=name, kind=kind)
    SourceName.objects.bulk_create(SourceName(source=source, language=language, name=each) for language, each in others)
    return source


@pytest.fixture
def kassem(db):
    return person("Kassem Haddad", slug="kassem-haddad")


@pytest.mark.parametrize("name", ["Qassem Haddad", "Qasim al-Haddad", "Kasem Hadad"])
def test_one_who_is_spelled_otherwise_comes_first_and_new_is_the_second(desk, kassem, name):
    assert proposed(desk, name) == [("Kassem Haddad", False), (name, True)]


@pytest.mark.parametrize("is_made_in_arabic", [True, False])
def test_one_is_found_across_the_scripts(desk, is_made_in_arabic):
    stands, named, sentence = "Kassem Haddad", "قاسم حداد", "قال {}: «امتلأت»."
    if is_made_in_arabic:
        stands, named, sentence = named, stands, "{} said: “It is full.”"
    person(stands, slug="kassem")
    assert proposed(desk, named, sentence) == [(stands, False), (named, True)]


def test_one_who_is_called_exactly_so_is_surely_meant_and_nobody_is_new(desk, kassem):
    assert proposed(desk, "Kassem Haddad") == [("Kassem Haddad", False)]


def test_a_name_of_a_source_in_any_language_is_one_of_its_spellings(desk):
    source = person("Q. Haddad", ("ar", "قاسم حداد"), slug="q-haddad")
    first = told(desk, "<p>Kassem Haddad said: “It is full.”</p>")[0][0][0]
    assert (first["id"], first["is_alike"]) == (source.pk, True)


def test_two_who_share_a_name_are_both_asked_about_before_anybody_is_made(desk, kassem):
    person("Kassem Haddad", slug="another")
    assert [is_new for _name, is_new in proposed(desk, "Kassem Haddad")] == [False, False, True]


@pytest.mark.parametrize("name", ["Karim Haddad", "Kassem Hadidi", "Emil Rask", "Haddad"])
def test_nobody_is_taken_for_another(desk, kassem, name):
    assert proposed(desk, name) == [(name, True)]


@pytest.mark.parametrize("kind", ["organisation", "document"])
def test_a_person_is_no_house_and_no_paper(desk, kind):
    person("Kassem Haddad", slug="it", kind=kind)
    assert proposed(desk, "Qassem Haddad") == [("Qassem Haddad", True)]


def test_a_source_that_is_protected_elsewhere_is_not_told(desk, make_story, kassem):
    kassem.protected_in = Story.objects.get(pk=make_story().pk)
    kassem.save()
    assert proposed(desk, "Qassem Haddad") == [("Qassem Haddad", True)]


def test_two_jointly_are_proposed_as_who_is_there_before_both_are_new(desk, kassem):
    owners = told(desk, "<p>Qassem Haddad and Emil Rask said: “It is full.”</p>")[0]
    assert [[each["name"] for each in jointly] for jointly in owners[:2]] == [
        ["Kassem Haddad", "Emil Rask"],
        ["Qassem Haddad", "Emil Rask"],
    ]


def test_the_better_place_is_kept_where_one_is_proposed_twice(desk, kassem):
    body = "<p>Kassem Haddad said: “It is full.” Emil Rask left. “It leaks,” Haddad said.</p>"
    assert told(desk, body)[1][0][0]["name"] == "Kassem Haddad"


def test_many_names_are_one_question(desk, kassem):
    def queries(count):
        names = ["Qassem Haddad", *(f"Emil {letter * 3}sk" for letter in "abcdefghijklmnopqrst")]
        body = "".join(f"<p>{name} said: “It is full.”</p>" for name in names[:count])
        with CaptureQueriesContext(connection) as captured:
            assert told(desk, body)[0][0][0]["name"] == "Kassem Haddad"
        return len(captured)

    queries(1)
    assert queries(20) == queries(2)
