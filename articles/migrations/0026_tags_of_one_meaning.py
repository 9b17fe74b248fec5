"""Tags of one meaning become one: the one with more stories stays, the other forwards, and an event says so.

Two of different kinds stay two. Slugs stay; what was published moves from shelf to shelf, as a merge moves it.
"""

from collections import defaultdict

from django.db import migrations, models
from django.db.models.functions import Now

import articles.models.fields
from articles.text import subjects

BATCH = 500
KEY = articles.models.fields.KeyField(
    help_text="The one spelling of its meaning, made from the name.", max_length=100, verbose_name="key"
)


def make_one(apps, schema_editor):
    tags = apps.get_model("articles", "Tag").objects
    for same in _of_one_meaning(tags):
        survivor, *others = sorted(same, key=lambda tag: (-len(_stories(apps, tag)), tag.pk))
        for tag in others:
            _merge(apps, tag, survivor)
    _write_keys(tags)


def _of_one_meaning(tags):
    """The tags of each meaning that several have, of one kind and in one language."""
    of_meaning = defaultdict(list)
    for tag in tags.filter(merged_into=None).order_by("pk").only("name", "key", "language", "kind").iterator():
        of_meaning[tag.language, tag.kind, _key(tag)].append(tag.pk)
    for keys in of_meaning.values():
        if len(keys) > 1:
            yield list(tags.filter(pk__in=keys))


def _key(tag):
    return subjects.key(tag.name)[:100] or tag.key


def _stories(apps, tag):
    """The stories that have a tag, at the desk or with readers."""
    desk, record = apps.get_model("articles", "StoryTag"), apps.get_model("articles", "PublishedTag")
    at_desk = desk.objects.filter(tag=tag).values_list("content_object", flat=True)
    return {*at_desk, *record.objects.filter(tag=tag).values_list("story", flat=True)}


def _merge(apps, tag, into):
    """What `actions.merging.merge_tags` does, in the tables as they are now. First the mark, which the guard asks
    for."""
    tags, address = apps.get_model("articles", "Tag").objects, apps.get_model("articles", "Address").objects
    tags.filter(pk=tag.pk).update(merged_into=into)
    tags.filter(merged_into=tag).update(merged_into=into)
    for name, of in (("StoryTag", "content_object"), ("PublishedTag", "publication")):
        rows = apps.get_model("articles", name).objects.filter(tag=tag)
        twins = apps.get_model("articles", name).objects.filter(tag=into, **{of: models.OuterRef(of)})
        rows.filter(models.Exists(twins)).delete()
        rows.update(tag=into)
    address.filter(tag=tag).update(tag=into)
    editions = apps.get_model("articles", "Edition").objects.filter(language=tag.language)
    address.bulk_create(
        apps.get_model("articles", "Address")(edition=each, slug=tag.slug, tag=into) for each in editions
    )
    _keep_siblings(tags, tag, into)
    apps.get_model("articles", "Event").objects.create(
        verb="merged", at=Now(), table="tag", row=tag.pk, note=f"{tag.name} → {into.name}"
    )


def _keep_siblings(tags, tag, into):
    """What stood beside the one in other languages stands beside the other, where that has none."""
    families = dict(tags.filter(pk__in=[tag.pk, into.pk]).values_list("pk", "family"))
    living = tags.filter(merged_into=None).exclude(language=tag.language)
    if living.filter(family=families[tag.pk]).exists() and not living.filter(family=families[into.pk]).exists():
        tags.filter(pk=tag.pk).update(family=articles.models.fields.new_family())
        tags.filter(pk=into.pk).update(family=families[tag.pk])


def _write_keys(tags):
    """The keys, and what tags are looked up by, which is made of them too."""
    last = 0
    while batch := list(tags.filter(pk__gt=last).order_by("pk")[:BATCH]):
        for tag in batch:
            tag.key = _key(tag)
        tags.bulk_update(batch, ["key", "found_by"])
        last = batch[-1].pk


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0025_revision_rows"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="tag", name="tag_key_is_unique_in_its_language"),
        migrations.AddIndex(model_name="tag", index=models.Index(fields=["language", "key"], name="tag_by_key")),
        migrations.AlterField(model_name="tag", name="key", field=KEY),
        migrations.AlterField(
            model_name="tag",
            name="found_by",
            field=articles.models.fields.NamesField(
                default="", editable=False, of=("name", "slug", "key"), verbose_name="found by"
            ),
        ),
        migrations.RunPython(make_one, migrations.RunPython.noop),
    ]
