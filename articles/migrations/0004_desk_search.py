"""What stories and names are found by at the desk."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models

from articles import text
from articles.models import fields
from articles.text import search

BATCH = 500
NAMED = ("Source", "SourceName", "Contributor", "ContributorName", "Tag")


def index(apps, schema_editor):
    """What is there already, by the rules of the day."""
    words = apps.get_model("articles", "StoryWords")
    stories = apps.get_model("articles", "Story").objects.select_related("edition").order_by("pk")
    for batch in _batches(stories):
        words.objects.bulk_create(words(story=story, vector=_vector(story)) for story in batch)
    for name in NAMED:
        model = apps.get_model("articles", name)
        for batch in _batches(model.objects.order_by("pk")):
            model.objects.bulk_update(batch, ["found_by"])


def _vector(story):
    parts = [
        ("A", story.headline),
        ("B", f"{story.kicker} {story.standfirst}"),
        ("C", f"{story.lead_caption} {story.dateline}"),
        ("D", text.plain(story.body)),
    ]
    return search.vector(parts, story.edition.language)


def _batches(rows):
    last = 0
    while batch := list(rows.filter(pk__gt=last)[:BATCH]):
        yield batch
        last = batch[-1].pk


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_pictures")]
    operations = [
        migrations.CreateModel(
            name="StoryWords",
            fields=[
                (
                    "story",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="words",
                        serialize=False,
                        to="articles.story",
                    ),
                ),
                ("vector", django.contrib.postgres.search.SearchVectorField(verbose_name="search vector")),
            ],
            options={
                "verbose_name": "words of a story",
                "verbose_name_plural": "words of stories",
            },
        ),
        migrations.AddField(
            model_name="contributor",
            name="found_by",
            field=fields.NamesField(default="", editable=False, of=("name", "slug"), verbose_name="found by"),
        ),
        migrations.AddField(
            model_name="contributorname",
            name="found_by",
            field=fields.NamesField(default="", editable=False, of=("name",), verbose_name="found by"),
        ),
        migrations.AddField(
            model_name="source",
            name="found_by",
            field=fields.NamesField(default="", editable=False, of=("name", "slug"), verbose_name="found by"),
        ),
        migrations.AddField(
            model_name="sourcename",
            name="found_by",
            field=fields.NamesField(default="", editable=False, of=("name",), verbose_name="found by"),
        ),
        migrations.AddField(
            model_name="tag",
            name="found_by",
            field=fields.NamesField(default="", editable=False, of=("name", "slug"), verbose_name="found by"),
        ),
        migrations.AddIndex(
            model_name="contributor",
            index=models.Index(fields=["name", "id"], name="contributor_by_name"),
        ),
        migrations.AddIndex(
            model_name="contributor",
            index=django.contrib.postgres.indexes.GinIndex(fields=["found_by"], name="contributor_by_words"),
        ),
        migrations.AddIndex(
            model_name="contributorname",
            index=django.contrib.postgres.indexes.GinIndex(fields=["found_by"], name="contributorname_by_words"),
        ),
        migrations.AddIndex(
            model_name="source",
            index=models.Index(fields=["name", "id"], name="source_by_name"),
        ),
        migrations.AddIndex(
            model_name="source",
            index=django.contrib.postgres.indexes.GinIndex(fields=["found_by"], name="source_by_words"),
        ),
        migrations.AddIndex(
            model_name="sourcename",
            index=django.contrib.postgres.indexes.GinIndex(fields=["found_by"], name="sourcename_by_words"),
        ),
        migrations.AddIndex(
            model_name="story",
            index=models.Index(fields=["section", "-changed_at", "-id"], name="story_by_section_and_change"),
        ),
        migrations.AddIndex(
            model_name="story",
            index=models.Index(fields=["kind", "-changed_at", "-id"], name="story_by_kind_and_change"),
        ),
        migrations.AddIndex(
            model_name="story",
            index=models.Index(fields=["stage", "-changed_at", "-id"], name="story_by_stage_and_change"),
        ),
        migrations.AddIndex(
            model_name="story",
            index=models.Index(fields=["slug"], name="story_by_slug", opclasses=["varchar_pattern_ops"]),
        ),
        migrations.AddIndex(
            model_name="tag",
            index=models.Index(fields=["name", "id"], name="tag_by_name"),
        ),
        migrations.AddIndex(
            model_name="tag",
            index=django.contrib.postgres.indexes.GinIndex(fields=["found_by"], name="tag_by_words"),
        ),
        migrations.AddIndex(
            model_name="storywords",
            index=django.contrib.postgres.indexes.GinIndex(fields=["vector"], name="storywords_by_word"),
        ),
        migrations.AddIndex(model_name="event", index=models.Index(fields=["-at", "-id"], name="event_by_time")),
        migrations.AddIndex(model_name="event", index=models.Index(fields=["by", "-at", "-id"], name="event_by_whom")),
        migrations.AddIndex(
            model_name="event", index=models.Index(fields=["verb", "-at", "-id"], name="event_by_verb")
        ),
        migrations.AddIndex(model_name="story", index=models.Index(fields=["id", "version"], name="story_by_version")),
        migrations.AddIndex(
            model_name="publication",
            index=models.Index(
                fields=["story"],
                include=["revision", "live_from", "live_until", "is_withheld"],
                name="publication_standings",
            ),
        ),
        migrations.RunPython(index, migrations.RunPython.noop),
    ]
