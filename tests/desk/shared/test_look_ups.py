"""Look-ups of what stories share: who and what is found by what is typed, and what may be chosen."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Attribution, Contributor, Source, SourceName, Tag, searching
from tests.desk.forms import lookup


def test_a_source_is_found_by_any_of_its_names(desk, union):
    union.names.create(language="ar", name="نقابة عمال الموانئ")
    for typed in ("الموانئ", "موانى", "docker"):
        (found,) = lookup(desk, "attribution", "source", typed)
        assert found == "\u2068Dockers’ Union\u2069 · \u2068Organisation\u2069 · \u2068نقابة عمال الموانئ\u2069"


def test_a_protected_source_is_found_from_its_own_story_alone(desk, live_story, make_story):
    Source.objects.create(slug="official", name="a port official", protected_in=live_story)
    assert lookup(desk, "attribution", "source", "official", story=live_story.pk) == ["a port official"]
    assert lookup(desk, "attribution", "source", "official", story=make_story().pk) == []
    assert lookup(desk, "attribution", "source", "official") == []
    assert lookup(desk, "attribution", "source", "official", story="nonsense") == []


def test_look_ups_offer_what_may_be_chosen(desk):
    ports, docks = (Tag.objects.named_or_new(name, "en") for name in ("Ports", "Docks"))
    Tag.objects.named_or_new("موانئ", "ar")
    offered = {
        asked: {
            each.split(" ·")[0].strip("\u2068\u2069")
            for each in lookup(desk, "tag", "merged_into", "", **{asked: ports.pk})
        }
        for asked in ("sibling_of", "merged_from")
    }
    assert offered == {"sibling_of": {"موانئ"}, "merged_from": {docks.name}}


@pytest.mark.parametrize("pk", ["x", "0", "9" * 30])
def test_a_look_up_for_no_row_does_not_break(desk, pk):
    assert lookup(desk, "tag", "merged_into", "", sibling_of=pk, merged_from=pk) == []


@pytest.mark.parametrize(
    "asked", [{"term": "\x00"}, {"field_name": "nonsense"}, {"model_name": "nonsense"}, {"page": "x"}]
)
def test_a_look_up_of_nonsense_does_not_break(desk, asked):
    usual = {"app_label": "articles", "model_name": "attribution", "field_name": "source", "term": ""}
    assert desk.get("/admin/autocomplete/", usual | asked).status_code in (403, 404)


# In any spelling


def names(client, model, field, typed):
    return [text.partition(" · ")[0].strip("\u2068\u2069") for text in lookup(client, model, field, typed)]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("أحمد سرّان", "احمد"),
        ("أحمد سرّان", "سران أح"),
        ("نقابة الموانئ", "موانئ"),
        ("نقابة الموانئ", "المـــوانئ"),
        ("Éloïse D’Arvay", "eloise"),
        ("Éloïse D’Arvay", "ARV"),
        ("Dockers’ Union", "uni dock"),
        ("C++", "c++"),
    ],
)
def test_a_name_is_found_in_any_spelling_by_the_beginning_of_its_words(desk, name, typed):
    Source.objects.create(slug="other", name="Something Else")
    Source.objects.create(slug="one", name=name)
    assert names(desk, "attribution", "source", typed) == [name]
    Contributor.objects.create(slug="one", name="By-line").names.create(language="ar", name=name)
    assert names(desk, "byline", "contributor", typed) == ["By-line"]
    Tag.objects.named_or_new(name, "ar")
    assert names(desk, "storytag", "tag", typed) == [name]


def test_what_is_called_so_comes_before_what_has_it_in_its_name(desk):
    for number, name in enumerate(["The Port", "Port Authority", "Air and Port", "Port", "Sea"]):
        Source.objects.create(slug=f"s{number}", name=name)
    assert names(desk, "attribution", "source", "port") == ["Port", "Port Authority", "Air and Port", "The Port"]


def test_a_look_up_asks_as_much_for_twenty_as_for_one(desk):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            lookup(desk, "attribution", "source", "port")
        return len(queries)

    def add(number):
        source = Source.objects.create(slug=f"s{number}", name=f"Port {number}")
        source.names.create(language="ar", name=f"ميناء {number}")
        source.titles.create(language="en", title="Harbour master")

    add(0)
    of_one = asked()
    for number in range(1, 30):
        add(number)
    assert asked() == of_one


def test_a_protected_source_narrows_no_list_by_name(desk, make_story, live_story):
    official = Source.objects.create(slug="protected-1", name="a port official", protected_in=live_story)
    Attribution.objects.create(story=live_story, source=official, words="x")
    assert names(desk, "attribution", "source", "official") == []


# In another spelling, and in either script


@pytest.mark.parametrize("typed", ["Kassem Hareeri", "قاسم الحريري", "Kass", "Hariri, Qasim"])
def test_a_person_is_found_by_the_usual_spellings_and_in_either_script(desk, typed):
    Source.objects.create(slug="q", name="Qasim al-Hariri")
    Contributor.objects.create(slug="q", name="Qasim al-Hariri")
    assert names(desk, "attribution", "source", typed) == ["Qasim al-Hariri"]
    assert names(desk, "byline", "contributor", typed) == ["Qasim al-Hariri"]


def test_who_is_spelled_otherwise_comes_last_and_is_asked_about(desk):
    for slug, name in (("a", "Abbas Qasim"), ("b", "Kassem Hariri"), ("c", "Qasim"), ("d", "Qasim Hariri")):
        Source.objects.create(slug=slug, name=name)
    asked = {"app_label": "articles", "model_name": "attribution", "field_name": "source", "term": "qasim"}
    found = desk.get("/admin/autocomplete/", asked).json()["results"]
    assert [(each["name"], each.get("isAlike", False)) for each in found] == [
        ("Qasim", False),
        ("Qasim Hariri", False),
        ("Abbas Qasim", False),
        ("Kassem Hariri", True),
    ]


def test_another_name_is_not_offered(desk):
    Source.objects.create(slug="s", name="سمر ورّال")
    assert names(desk, "attribution", "source", "Samir") == []
    assert names(desk, "attribution", "source", "Samar") == ["سمر ورّال"]


def test_tags_are_found_as_they_are_spelled(desk):
    Tag.objects.named_or_new("Qasim", "en")
    assert lookup(desk, "storytag", "tag", "Kassem") == []


@pytest.mark.django_db
def test_without_a_script_a_spelling_takes_nobody():
    """What is typed there is taken, and not asked about."""
    Source.objects.create(slug="q", name="Qasim al-Hariri")
    assert not searching.named(Source.objects.all(), "Kassem", (SourceName, "source_id"))
    assert searching.offered(Source.objects.all(), "Kassem", (SourceName, "source_id"))


def test_the_list_of_sources_is_searched_so_too(desk):
    Source.objects.create(slug="q", name="Qasim al-Hariri")
    assert "Qasim al-Hariri" in desk.get("/admin/articles/source/", {"q": "قاسم"}).content.decode()


def test_who_was_there_before_is_found_by_spellings_once_migrated(desk):
    source = Source.objects.create(slug="q", name="Qasim al-Hariri")
    Source.objects.update(found_by="")
    assert names(desk, "attribution", "source", "Kassem") == []
    migration = import_module("articles.migrations.0038_spellings_of_names")
    migration.write_keys(apps, None)
    assert names(desk, "attribution", "source", "Kassem") == [source.name]
