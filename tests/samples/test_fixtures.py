"""The invented newspaper in `fixtures/`: it loads, holds together, and could be published as it stands."""

from datetime import UTC, datetime
from functools import cache

import pytest
import yaml
from django.conf import settings
from django.core.management import call_command
from PIL import Image

from articles import text
from articles.models import Edition, Story, drafts
from articles.rules.origins import Origin
from articles.rules.readiness import findings
from articles.rules.words import Change, CorrectionKind, Kind, SourceKind, Terms
from articles.samples.demo import SPAN, span
from articles.text import figures, folding, passages, quotations

FIXTURES = settings.FIXTURE_DIRS[0]
# What stories stand on is loaded before them.
SHARED = sorted(FIXTURES.glob("*.yaml"))
STORIES = sorted(FIXTURES.glob("stories/*/*.yaml"))
PLAN = yaml.safe_load((FIXTURES / "demo/plan.yaml").read_text())
ENTRIES = PLAN["stories"]

each_story = pytest.mark.parametrize("path", STORIES, ids=lambda path: f"{path.parent.name}-{path.stem}")
each_file = pytest.mark.parametrize("path", SHARED + STORIES, ids=lambda path: f"{path.parent.name}-{path.stem}")
each_entry = pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: "-".join(entry["story"]))


@cache
def rows(path):
    return yaml.safe_load(path.read_text())


def fields(model, paths=(*SHARED, *STORIES)):
    """The fields of each row of a model, as they stand in the files."""
    return [row["fields"] for path in paths for row in rows(path) if row["model"] == f"articles.{model}"]


def story_file(name):
    language, family = name
    return FIXTURES / "stories" / language / f"{family}.yaml"


def is_live(entry):
    return entry.get("publish", "").startswith("-") and "withdraw" not in entry


def unowned(body, said):
    """The quotations in `body` that are no attribution's."""
    owned = {passages.find(body, each["words"]) for each in said if each["kind"] == "quotation"}
    found = quotations.quotations(body)
    return [each.words for each in found if passages.find(body, each.words, each.occurrence) not in owned]


def misplaced(body, said):
    """The words of attributions that do not stand in `body`."""
    return [each["words"] for each in said if not passages.find(body, each["words"])]


# The files


@pytest.mark.django_db
def test_it_loads_and_every_story_may_go_out_as_it_stands():
    call_command("loaddata", *map(str, SHARED + STORIES), verbosity=0)
    counts = {edition.language: edition.stories.count() for edition in Edition.objects.all()}
    assert counts["en"] >= 12
    assert counts["ar"] >= 28
    for story in Story.objects.all():
        assert findings(drafts.of_story(story).facts(), datetime.now(UTC)) == [], story


@each_file
def test_a_file_names_rows_as_people_do(path):
    assert all(set(row) == {"model", "fields"} for row in rows(path))
    assert not any({"version", "created_at", "changed_at"} & set(row["fields"]) for row in rows(path))


@each_story
def test_a_file_holds_one_story_and_what_belongs_to_it(path):
    name = [path.parent.name, path.stem]
    story, *others = rows(path)
    assert [*story["fields"]["edition"], story["fields"]["family"]] == name
    assert all(row["fields"].get("story", row["fields"].get("content_object")) == name for row in others)
    assert {"articles.byline", "articles.storytag"} < {row["model"] for row in others}


@each_story
def test_a_text_is_as_it_will_be_stored(path):
    """A line for each paragraph, and nothing that cleaning would change: what a person edits is what readers get."""
    body = rows(path)[0]["fields"]["body"]
    assert text.clean(body) == body.replace("\n", "")
    assert 150 <= text.word_count(body) <= 700


@each_story
def test_every_quotation_is_owned_and_every_statement_is_in_the_text(path):
    body, said = rows(path)[0]["fields"]["body"], fields("attribution", [path])
    assert said
    assert unowned(body, said) == []
    assert misplaced(body, said) == []


@each_story
def test_positions_count_from_one(path):
    """They are part of the natural key: a second one of the same number would overwrite the first."""
    for model in ("attribution", "byline"):
        positions = [each["position"] for each in fields(model, [path])]
        assert positions == list(range(1, len(positions) + 1))


# The paper


def test_the_editions_are_siblings():
    families = {
        language: {each["family"] for each in fields("section") if each["edition"] == [language]}
        for language in ("en", "ar")
    }
    assert len(families["en"]) == 9
    assert families["en"] == families["ar"]
    stories = {
        language: {each["family"] for each in fields("story") if each["edition"] == [language]}
        for language in ("en", "ar")
    }
    assert len(stories["en"] & stories["ar"]) >= 14


def test_each_edition_says_what_it_is():
    pages = [each["edition"][0] for each in fields("page")]
    assert min(pages.count("en"), pages.count("ar")) >= 5


def test_each_topic_says_what_it_is_about():
    assert [tag["name"] for tag in fields("tag") if not tag.get("about", "").endswith(".")] == []


def test_tags_that_are_siblings_are_of_one_kind():
    kinds = {}
    for tag in fields("tag"):
        kinds.setdefault(tag["family"], []).append((tag["language"], tag["kind"]))
    pairs = [pair for pair in kinds.values() if len(pair) > 1]
    assert len(pairs) >= 10
    assert all(
        {language for language, _kind in pair} == {"en", "ar"} and len({kind for _l, kind in pair}) == 1
        for pair in pairs
    )


def test_every_kind_of_story_and_of_source_is_there():
    assert {each["kind"] for each in fields("story")} == set(Kind)
    assert {each["kind"] for each in fields("source")} == set(SourceKind)


def test_each_picture_says_that_it_is_drawn():
    photos = fields("photo")
    assert len(photos) > 50
    assert {photo.get("origin") for photo in photos} == {Origin.ILLUSTRATION}


def test_slugs_are_as_the_desk_would_make_them():
    for model in ("section", "story", "tag", "page"):
        for each in fields(model):
            assert folding.slug(each["slug"], fallback="x") == each["slug"]


def test_nothing_on_the_shelves_is_unused():
    assert {each["slug"] for each in fields("source")} == {each["source"][0] for each in fields("attribution")}
    shown = {each["lead_photo"][0] for each in fields("story") if "lead_photo" in each}
    shown |= {slug for each in fields("story") for slug in figures.slugs(each["body"])}
    shown |= {each["portrait"][0] for each in fields("contributor")}
    assert {each["slug"] for each in fields("photo")} == shown
    assert {each["slug"] for each in fields("contributor")} == {each["contributor"][0] for each in fields("byline")}
    assert {(each["language"], each["name"]) for each in fields("tag")} == {
        tuple(each["tag"]) for each in fields("storytag")
    }


def test_an_open_source_is_named_in_every_language_that_quotes_it():
    names = {(each["source"][0], each["language"]) for each in fields("sourcename")}
    protected = {each["slug"] for each in fields("source") if "protected_in" in each}
    quoted = {(each["source"][0], each["story"][0]) for each in fields("attribution")}
    assert {(source, language) for source, language in quoted if source not in protected} <= names


def test_a_protected_source_speaks_unnamed_and_in_its_own_story_only():
    protected = {each["slug"]: each["protected_in"] for each in fields("source") if "protected_in" in each}
    assert len(protected) >= 3
    for said in fields("attribution"):
        is_protected = said["source"][0] in protected
        assert is_protected != Terms(said["terms"]).may_be_named
        assert not is_protected or protected[said["source"][0]] == said["story"]


def test_pictures_are_there_light_and_described_in_both_languages():
    described = [
        (each["photo"][0], each["language"]) for each in fields("phototext") if each["alt_text"] and each["caption"]
    ]
    for photo in fields("photo"):
        file = FIXTURES / photo["image"]
        with Image.open(file) as picture:
            assert picture.size == (photo["width"], photo["height"])
            assert picture.size == ((640, 640) if photo["slug"].startswith("portrait-") else (1600, 900))
        assert file.stat().st_size < 60_000
        assert {(photo["slug"], "en"), (photo["slug"], "ar")} <= set(described)


# The plan


def test_the_plan_names_every_story_once():
    names = [tuple(entry["story"]) for entry in ENTRIES]
    assert sorted(names) == sorted((*each["edition"], each["family"]) for each in fields("story"))


def test_the_plan_shows_everything_that_can_happen_to_a_story():
    assert sum(map(is_live, ENTRIES)) >= 15
    assert sum(entry.get("publish", "").startswith("+") for entry in ENTRIES) >= 2
    assert any("publish" not in entry for entry in ENTRIES)
    assert any("withdraw" in entry for entry in ENTRIES)
    assert sum("correct" in entry for entry in ENTRIES) >= 2
    assert any("unpublished" in entry for entry in ENTRIES)
    assert any(len(entry.get("then", ())) > 1 for entry in ENTRIES)


@each_entry
def test_an_entry_is_written_in_the_words_that_the_plan_explains(entry):
    assert set(entry) <= {"story", "publish", "then", "correct", "withdraw", "unpublished"}
    later = [*entry.get("then", ()), *filter(None, [entry.get("correct"), entry.get("withdraw")])]
    assert all(SPAN.fullmatch(each) for each in [entry.get("publish", "0h"), *(each["after"] for each in later)])
    assert all(each["change"] in {Change.UPDATE, Change.MINOR} for each in entry.get("then", ()))
    assert "correct" not in entry or entry["correct"]["kind"] in set(CorrectionKind)


@each_entry
def test_the_edits_of_an_entry_fit_and_leave_every_statement_in_the_text(entry):
    path = story_file(entry["story"])
    story, said = rows(path)[0]["fields"], fields("attribution", [path])
    later = [*entry.get("then", ()), *filter(None, [entry.get("correct"), entry.get("unpublished")])]
    for each in later:
        assert set(each["edit"]) <= {*Story.WRITTEN, "attributions"}
        story = edited(story, each["edit"])
        if added := each["edit"].get("attributions"):
            said = [row for row in said if passages.find(story["body"], row["words"])] + added
        assert unowned(story["body"], said) == []
        assert misplaced(story["body"], said) == []


def edited(story, edit):
    changed = dict(edit)
    changed.pop("attributions", None)
    for name, value in edit.items():
        if isinstance(value, dict):
            assert story[name].count(value["replace"]) == 1, value["replace"]
            changed[name] = story[name].replace(value["replace"], value["with"])
    return story | changed


@each_entry
def test_nothing_was_said_after_it_was_published(entry):
    published_at = datetime.combine(PLAN["written_on"], datetime.min.time()) + span(entry.get("publish", "+0h"))
    said = fields("attribution", [story_file(entry["story"])])
    assert max(each["obtained_on"] for each in said) <= published_at.date()


def test_front_pages_lead_with_stories_that_are_live():
    slots = [(place["edition"], place["slot"]) for place in PLAN["placements"]]
    assert len(slots) == len(set(slots))
    live = {tuple(entry["story"]) for entry in ENTRIES if is_live(entry)}
    assert {(place["edition"], place["story"]) for place in PLAN["placements"]} <= live
