"""People are found by the usual spellings of their names, in either script: the keys, for who is there already."""

from django.db import migrations

import articles.models.fields

BATCH = 500
OF = {
    "source": ("name", "slug"),
    "sourcename": ("name",),
    "contributor": ("name", "slug"),
    "contributorname": ("name",),
}


def write_keys(apps, schema_editor):
    """By the rules of the day. Nothing that readers see is touched, and no index is new: the column has one."""
    for name in OF:
        rows = apps.get_model("articles", name).objects.order_by("pk")
        last = 0
        while batch := list(rows.filter(pk__gt=last)[:BATCH]):
            rows.bulk_update(batch, ["found_by"])
            last = batch[-1].pk


def found_by(of):
    return articles.models.fields.PeopleField(default="", editable=False, of=of, verbose_name="found by")


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0037_replies"),
    ]

    operations = [
        *(migrations.AlterField(model_name=name, name="found_by", field=found_by(of)) for name, of in OF.items()),
        migrations.RunPython(write_keys, migrations.RunPython.noop),
    ]
