"""The invented newspaper in `fixtures/`: it loads, holds together, and could be published as it stands."""

import re
from datetime import UTC, date, datetime, timedelta
from functools import cache

import pytest
import yaml
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from PIL import Image

from articles import folding, passages, text
from articles.models import Edition, Photo, Section, Source, Story, Tag
from articles.readiness import findings
from articles.words import Change, CorrectionKind, Kind, SourceKind, StatementKind, Terms

FIXTURES = settings.FIXTURE_DIRS[0]
# What stories stand on is loaded before them.
SHARED = sorted(FIXTURES.glob("*.yaml"))
STORIES = sorted(FIXTURES.glob("stories/*/*.yaml"))
PLAN = yaml.safe_load((FIXTURES / "demo/plan.yaml").read_text())
SPAN = re.compile(r"[+-]?[0-9]+[mhd]")


@cache
def rows(path):
    return yaml.safe_load(path.read_text())


@pytest.fixture(scope="module")
def paper(django_db_setup, django_db_blocker):
    """Loaded once, as it takes seconds; the tests only read it."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("loaddata", *map(str, SHARED + STORIES), verbosity=0)
        yield
        transaction.set_rollback(True)


def families(model, language):
    return set(model.objects.filter(edition__language=language).values_list("family", flat=True))


def shared_tags(language):
    """Family and kind of the tags that both languages have."""
    other = Tag.objects.exclude(language=language).values("family")
    return set(Tag.objects.filter(language=language, family__in=other).values_list("family", "kind"))


def with_edit(values, edit):
    """The story's fields as they are after an edit of the plan."""
    for name, value in edit.items():
        if isinstance(value, dict):
            assert values[name].count(value["replace"]) == 1, f"{value['replace']} in {name}"
            value = values[name].replace(value["replace"], value["with"])
        values = values | {name: value}
    return values


def edits_of(entry):
    """All the edits of one entry of the plan, in the order in which they are made."""
    later = [*entry.get("then", ()), *filter(None, [entry.get("correct"), entry.get("unpublished")])]
    return [each["edit"] for each in later]


def unowned(story, body):
    """The quotations in `body` that no attribution of the story covers."""
    said = story.attributions.filter(kind=StatementKind.QUOTATION)
    owned = {passages.find(body, each.words, each.occurrence) for each in said}
    found = passages.quotations(body)
    return [each.words for each in found if passages.find(body, each.words, each.occurrence) not in owned]


def misplaced(story, body):
    """The words of attributions that do not stand in `body`."""
    said = story.attributions.all()
    return [each.words for each in said if not passages.find(body, each.words, each.occurrence)]


# The files


@pytest.mark.parametrize("path", SHARED + STORIES, ids=lambda path: path.stem)
def test_a_fixture_names_rows_as_people_do(path):
    assert all(set(row) == {"model", "fields"} for row in rows(path))
    assert not any({"version", "created_at", "changed_at"} & set(row["fields"]) for row in rows(path))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_file_holds_one_story_and_what_belongs_to_it(path):
    name = [path.parent.name, path.stem]
    story, *others = rows(path)
    assert [*story["fields"]["edition"], story["fields"]["family"]] == name
    assert all(row["fields"].get("story", row["fields"].get("content_object")) == name for row in others)


@pytest.mark.parametrize("path", STORIES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_text_is_as_it_will_be_stored(path):
    """One line a paragraph, and nothing that cleaning would change: what a person edits is what readers get."""
    body = rows(path)[0]["fields"]["body"]
    assert text.clean(body) == body.replace("\n", "")
    assert 190 <= text.word_count(body) <= 450


def test_positions_of_statements_are_unique_in_their_story():
    """They are part of the natural key: a second one would overwrite the first."""
    for path in STORIES:
        positions = [row["fields"]["position"] for row in rows(path) if row["model"] == "articles.attribution"]
        assert positions == list(range(1, len(positions) + 1)), path.name


def test_pictures_are_there_and_light(paper):
    for photo in Photo.objects.all():
        file = FIXTURES / str(photo.image)
        with Image.open(file) as picture:
            assert picture.size == (photo.width, photo.height) == (1600, 900)
        assert file.stat().st_size < 60_000
        assert {each.language for each in photo.texts.all() if each.alt_text and each.caption} == {"en", "ar"}


# The paper


@pytest.mark.parametrize(("language", "count"), [("en", 12), ("ar", 8)])
def test_an_edition_has_its_sections_its_pages_and_its_stories(paper, language, count):
    edition = Edition.objects.get(language=language)
    assert edition.sections.count() == 9
    assert edition.pages.count() >= 5
    assert edition.stories.count() == count


def test_editions_are_siblings_of_each_other(paper):
    assert families(Section, "en") == families(Section, "ar")
    assert len(families(Story, "en") & families(Story, "ar")) == 4
    assert {kind for _family, kind in shared_tags("en")} >= {"place", "topic", "person", "organisation"}
    assert shared_tags("en") == shared_tags("ar")


def test_every_kind_of_story_and_of_source_is_there(paper):
    assert set(Story.objects.values_list("kind", flat=True)) == set(Kind) - {Kind.SPONSORED}
    assert set(Source.objects.values_list("kind", flat=True)) == set(SourceKind)


def test_slugs_are_as_the_desk_would_make_them(paper):
    for model in (Section, Story, Tag):
        for slug in model.objects.values_list("slug", flat=True):
            assert folding.slug(slug, fallback="x") == slug


def test_every_story_has_bylines_and_tags_of_its_language(paper):
    for story in Story.objects.select_related("edition"):
        language = story.edition.language
        assert story.bylines.exists(), story
        assert {link.tag.language for link in story.story_tags.all()} == {language}
        assert all(each.contributor.names.filter(language=language).exists() for each in story.bylines.all())


def test_every_story_may_go_out_as_it_stands(paper):
    for story in Story.objects.all():
        assert findings(story.facts(), datetime.now(UTC)) == [], story


def test_every_quotation_is_owned_and_every_statement_is_in_the_text(paper):
    for story in Story.objects.all():
        assert unowned(story, story.body) == [], story
        assert misplaced(story, story.body) == [], story


def test_an_open_source_is_named_in_the_language_that_quotes_it(paper):
    for story in Story.objects.select_related("edition"):
        for said in story.attributions.filter(source__protected_in=None):
            assert said.source.names.filter(language=story.edition.language).exists(), said.source


def test_a_protected_source_speaks_in_its_own_story_only(paper):
    protected = Source.objects.exclude(protected_in=None)
    assert protected.count() >= 3
    for source in protected:
        said = source.attributions.all()
        assert {each.story_id for each in said} == {source.protected_in_id}
        assert not any(Terms(each.terms).may_be_named for each in said)


# The plan


def named(name):
    return Story.objects.get_by_natural_key(*name)


def test_the_plan_names_every_story_once(paper):
    names = [tuple(entry["story"]) for entry in PLAN["stories"]]
    assert len(names) == len(set(names))
    assert {named(name).pk for name in names} == set(Story.objects.values_list("pk", flat=True))


def test_the_plan_shows_everything_that_can_happen_to_a_story():
    live = [entry for entry in PLAN["stories"] if str(entry.get("publish", "")).startswith("-")]
    scheduled = [entry for entry in PLAN["stories"] if str(entry.get("publish", "")).startswith("+")]
    drafts = [entry for entry in PLAN["stories"] if "publish" not in entry]
    assert len(live) >= 16
    assert len(scheduled) >= 2
    assert drafts
    assert sum("withdraw" in entry for entry in live) >= 1
    assert sum("correct" in entry for entry in live) >= 2
    assert sum("unpublished" in entry for entry in live) >= 1
    assert any(len(entry.get("then", ())) > 1 for entry in live)


def test_the_plan_is_written_in_the_words_that_its_head_explains():
    for entry in PLAN["stories"]:
        assert set(entry) <= {"story", "publish", "then", "correct", "withdraw", "unpublished"}
        later = [*entry.get("then", ()), *filter(None, [entry.get("correct"), entry.get("withdraw")])]
        assert all(SPAN.fullmatch(span) for span in [entry.get("publish", "0h"), *(each["after"] for each in later)])
        assert all(each["change"] in {Change.UPDATE, Change.MINOR} for each in entry.get("then", ()))
        assert "correct" not in entry or entry["correct"]["kind"] in CorrectionKind


def test_edits_of_the_plan_fit_and_leave_every_statement_in_the_text(paper):
    for entry in PLAN["stories"]:
        story = named(entry["story"])
        values = {name: getattr(story, name) for name in Story.WRITTEN}
        for edit in edits_of(entry):
            assert set(edit) <= set(Story.WRITTEN)
            values = with_edit(values, edit)
            assert unowned(story, values["body"]) == []
            assert misplaced(story, values["body"]) == []


def test_nothing_was_said_after_it_was_published(paper):
    written_on = PLAN["written_on"]
    for entry in PLAN["stories"]:
        said = [each.obtained_on for each in named(entry["story"]).attributions.all() if each.obtained_on]
        assert max(said, default=date.min) <= published_on(entry, written_on), entry["story"]


def published_on(entry, written_on):
    sign, count, unit = re.fullmatch(r"([+-])([0-9]+)([mhd])", entry.get("publish", "+0h")).groups()
    hours = int(count) * {"m": 1 / 60, "h": 1, "d": 24}[unit] * (-1 if sign == "-" else 1)
    return (datetime.combine(written_on, datetime.min.time()) + timedelta(hours=hours)).date()


def test_placements_lead_with_stories_that_are_live():
    live = {tuple(entry["story"]) for entry in PLAN["stories"] if str(entry.get("publish", "")).startswith("-")}
    withdrawn = {tuple(entry["story"]) for entry in PLAN["stories"] if "withdraw" in entry}
    places = [(place["edition"], place["slot"]) for place in PLAN["placements"]]
    assert len(places) == len(set(places))
    assert {(place["edition"], place["story"]) for place in PLAN["placements"]} <= live - withdrawn
