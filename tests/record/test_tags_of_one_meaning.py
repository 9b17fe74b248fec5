"""Tags that were two and mean one: what the migration makes of them, with rows that readers have."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from articles.actions import merging, publishing, stories
from articles.models import Address, Event, Publication, PublishedTag, StoryTag, Tag, drafts
from articles.text import folding

migration = import_module("articles.migrations.0026_tags_of_one_meaning")
pytestmark = pytest.mark.django_db
CONSTRAINT = "tag_of_one_meaning_is_one"


@pytest.fixture
def of_old():
    """Makes a tag as it was made before one meaning was one tag: by its folded name."""

    def make(name, language="ar", kind="topic", **written):
        with connection.cursor() as cursor:
            cursor.execute(f"DROP INDEX IF EXISTS {CONSTRAINT}")
        slug = Tag.objects.free_slug(name, language)
        tag = Tag.objects.create(name=name, key=name, slug=slug, language=language, kind=kind, **written)
        with connection.cursor() as cursor:
            cursor.execute("UPDATE articles_tag SET key = %s WHERE id = %s", [folding.key(name), tag.pk])
        return tag

    return make


def migrate():
    """The step that touches rows and, when what it wrote has been checked as at its end, the constraint after it."""
    with connection.schema_editor() as editor:
        migration.make_one(apps, editor)
        connection.check_constraints()
        editor.execute(f"DROP INDEX IF EXISTS {CONSTRAINT}")
        constraint = next(each for each in Tag._meta.constraints if each.name == CONSTRAINT)
        editor.add_constraint(Tag, constraint)


def publish(make_story, edition, *tags):
    story = make_story(edition, tags=list(tags))
    publishing.publish(story, revision=1, by=None)
    return story


def test_the_one_with_more_stories_stays_and_the_other_forwards(make_story, arabic, of_old):
    few, many = of_old("شئون البلد"), of_old("شؤون البلد")
    publish(make_story, arabic, few)
    for _time in range(2):
        publish(make_story, arabic, many)
    hashes = list(Publication.objects.order_by("pk").values_list("content_hash", flat=True))
    migrate()
    few.refresh_from_db()
    assert (few.merged_into, Tag.objects.get(pk=many.pk).merged_into) == (many, None)
    assert PublishedTag.objects.filter(tag=many).count() == StoryTag.objects.filter(tag=many).count() == 3
    assert Address.objects.get(tag=many).slug == few.slug == "شئون-البلد"
    assert Tag.objects.get(pk=many.pk).slug == "شؤون-البلد"
    assert list(Publication.objects.order_by("pk").values_list("content_hash", flat=True)) == hashes
    event = Event.objects.get(verb="merged")
    assert (event.table, event.row, event.by, event.note) == ("tag", few.pk, None, "شئون البلد → شؤون البلد")


def test_a_story_that_had_both_has_one_in_its_record_too(make_story, arabic, of_old, now):
    one, other = of_old("هيئة"), of_old("هيأة")
    story = publish(make_story, arabic, one, other)
    stories.revise(story, drafts.with_changes(story, headline="غير ذلك"), version=1, by=None)
    publishing.publish(story, revision=2, by=None, at=now.replace(year=now.year + 1))
    migrate()
    assert [row.tag for row in PublishedTag.objects.order_by("pk")] == [one, one]
    assert [row.tag for row in StoryTag.objects.all()] == [one]
    assert list(story.tags.all()) == [one]


def test_two_of_different_kinds_stay_two_and_each_is_found_as_it_is_spelled(of_old):
    topic, office = of_old("شؤون"), of_old("شئون", kind="organisation")
    migrate()
    assert not Event.objects.exists()
    assert Tag.objects.named("شؤون", "ar") == topic
    assert Tag.objects.named("شئون", "ar") == office
    assert Tag.objects.get_by_natural_key("ar", "شئون") == topic


def test_the_same_in_two_languages_stays_two(of_old):
    of_old("U.S.", "en")
    of_old("US", "ar")
    migrate()
    assert Tag.objects.filter(merged_into=None).count() == 2


def test_one_that_was_merged_before_stays_what_the_chief_made_it(of_old, chief, arabic):
    merged, survivor, living = of_old("شئون"), of_old("سياسة"), of_old("شؤون")
    merging.merge_tags(merged, into=survivor, by=chief)
    migrate()
    assert Tag.objects.named("شئون", "ar") == survivor
    assert Tag.objects.named("شؤون", "ar") == living


def test_what_was_merged_into_the_one_follows(of_old, chief, arabic, make_story):
    earlier, few, many = of_old("إدارة"), of_old("مسئول"), of_old("مسؤول")
    merging.merge_tags(earlier, into=few, by=chief)
    publish(make_story, arabic, many)
    migrate()
    assert {tag.merged_into for tag in (Tag.objects.get(pk=row.pk) for row in (earlier, few))} == {many}
    assert set(Address.objects.filter(tag=many).values_list("slug", flat=True)) == {"إدارة", "مسئول"}


def test_a_sibling_of_the_other_language_stays_a_sibling(of_old, make_story, english):
    one, other = of_old("U.S.", "en"), of_old("US", "en")
    publish(make_story, english, other)
    arabic = of_old("الولايات المتحدة", family=one.family)
    migrate()
    assert Tag.objects.get(pk=other.pk).family == arabic.family
    assert Tag.objects.get(pk=one.pk).family != arabic.family


def test_nothing_else_is_changed_but_the_keys(of_old):
    tags = [of_old(name, "en") for name in ("Al-Shabaab", "St. John’s", "C++", "!!!")]
    migrate()
    assert [Tag.objects.get(pk=tag.pk).key for tag in tags] == ["al shabaab", "st johns", "c++", "!!!"]
    assert [Tag.objects.get(pk=tag.pk).slug for tag in tags] == [tag.slug for tag in tags]
