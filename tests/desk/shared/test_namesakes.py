"""Two of one name are told apart wherever one of them is chosen."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions import stories
from articles.models import Attribution, Contributor, Section, Source, User, drafts
from tests.desk.forms import form_of, lookup
from tests.desk.stories.buttons import at
from tests.desk.stories.form import change


@pytest.fixture
def twins(make_story):
    """Two contributors of one name; the second has written a story, and something is said of them."""
    one, other = (Contributor.objects.create(slug=slug, name="One Name") for slug in ("one-name", "one-name-2"))
    other.names.create(language="en", name="One Name", about="Economics")
    make_story(headline="Harvest fails", bylines=[other])
    return one, other


def test_two_contributors_of_one_name_are_two_lines_that_say_which(desk, twins, lina):
    said = lookup(desk, "byline", "contributor", "one", language="en")
    assert said == [
        "One Name · one-name",
        "One Name · \u2068Economics\u2069 · \u2068one-name-2\u2069 · \u2068Harvest fails\u2069",
    ]
    assert lookup(desk, "byline", "contributor", "lina", language="en") == ["Lina Hasko"]


@pytest.mark.parametrize("second", ["one name", "ONE  NAME", "One Náme"])
def test_another_spelling_reads_as_the_same_name(desk, second):
    Contributor.objects.create(slug="a", name="One Name")
    Contributor.objects.create(slug="b", name=second)
    assert {line.rpartition(" · ")[2] for line in lookup(desk, "byline", "contributor", "one")} == {"a", "b"}


def test_a_name_of_another_language_is_a_name_too(desk):
    Contributor.objects.create(slug="a", name="لينا هسكو")
    Contributor.objects.create(slug="b", name="Lina").names.create(language="ar", name="لينا هسكو")
    lines = lookup(desk, "byline", "contributor", "لينا", language="ar")
    assert len(set(lines)) == 2
    assert all(line.endswith((" · a", " · b")) for line in lines)


def test_two_sources_of_one_name_are_told_apart_and_a_protected_one_has_its_label_alone(desk, live_story, union):
    Source.objects.create(slug="union-2", name="Dockers’ Union", kind="organisation")
    Source.objects.create(slug="protected-1", name="Dockers’ Union", protected_in=live_story)
    lines = lookup(desk, "attribution", "source", "docker", story=live_story.pk)
    assert sorted(line.count("·") for line in lines) == [0, 2, 3]
    assert sum("union-2" in line for line in lines) == 1
    assert sum("dockers-union" in line and "Dockers reject pay offer" in line for line in lines) == 1
    assert not any("protected-1" in line for line in lines)


def test_what_was_chosen_says_which_one_it_is(desk, twins, make_story, union):
    other = Source.objects.create(slug="union-2", name="Dockers’ Union")
    said = Attribution(source=other, words="Two years of building,")
    story = make_story(bylines=[*twins], attributions=[said])
    page = desk.get(change(story)).content.decode()
    for slug in ("one-name", "one-name-2", "union-2"):
        assert f"· \u2068{slug}\u2069</option>" in page, slug
    refused = desk.post(change(story), form_of(desk.get(change(story))) | {"embargo_until": "soon"}).content.decode()
    assert "· \u2068one-name-2\u2069</option>" in refused


def test_what_was_chosen_is_saved_under_its_own_name(desk, twins, make_story):
    story = make_story(bylines=[*twins])
    desk.post(change(story), form_of(desk.get(change(story))) | {"kicker": "Ports"})
    assert set(Contributor.objects.values_list("name", flat=True)) == {"One Name"}
    assert [byline.contributor for byline in story.bylines.all()] == [*twins]


def test_the_last_question_names_which_one(desk, twins, make_story):
    page = desk.get(at(make_story(bylines=[*twins]), "publish")).content.decode()
    assert "one-name-2" in page


@pytest.mark.parametrize(("filtered", "row"), [("contributor", "twins"), ("source", "union")])
def test_a_filter_says_which_one_it_is(desk, twins, union, filtered, row):
    Source.objects.create(slug="union-2", name="Dockers’ Union")
    chosen = union if row == "union" else twins[1]
    page = desk.get("/admin/articles/story/", {filtered: chosen.pk}).content.decode()
    assert f"\u2068{chosen.slug}\u2069</option>" in page


def test_without_a_script_a_slug_says_whom_one_means(desk, twins, make_story):
    story = make_story()
    sent = form_of(desk.get(change(story))) | {"bylines-TOTAL_FORMS": 1, "bylines-0-contributor-called": "one-name-2"}
    assert desk.post(change(story), sent).status_code == 302
    assert [byline.contributor for byline in story.bylines.all()] == [twins[1]]


def test_sections_of_one_name_are_told_apart(desk, english, make_story):
    Section.objects.create(edition=english, name="World", slug="world-2", family="w2", position=3)
    page = desk.get(change(make_story())).content.decode()
    assert "World (world)" in page
    assert "World (world-2)" in page
    assert ">Economy<" in page
    listed = desk.get("/admin/articles/story/").content.decode()
    assert "(world-2)" in listed
    assert "\u2068The Meridian\u2069 · \u2068world-2\u2069" in lookup(desk, "section", "merged_into", "world")[1]


def test_two_of_the_staff_with_one_name_are_told_apart(desk, reporter, editor):
    User.objects.filter(pk__in=[reporter.pk, editor.pk]).update(first_name="Ann", last_name="Li")
    page = desk.get("/admin/articles/event/").content.decode()
    assert "Ann Li (reporter)" in page
    assert "Ann Li (editor)" in page


def test_what_tells_apart_costs_as_much_for_many_as_for_two(desk, twins):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            lookup(desk, "byline", "contributor", "one")
        return len(queries)

    of_two = asked()
    for number in range(15):
        Contributor.objects.create(slug=f"n{number}", name="One Name").names.create(language="ar", name="اسم")
    assert asked() == of_two


def test_a_comparison_tells_them_apart_too(desk, twins, make_story):
    story = make_story(bylines=[twins[0]])
    stories.revise(story, drafts.with_changes(story, bylines=[twins[1]]), version=1, by=None)
    assert "One Name (one-name-2)" in desk.get(at(story, "compare")).content.decode()
