"""Events of what stories share, and how often somebody has tried to log in."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0005_desk_language"),
    ]

    operations = [
        migrations.CreateModel(
            name="Tries",
            fields=[
                ("key", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("count", models.PositiveIntegerField(verbose_name="tries")),
                ("until", models.DateTimeField(db_index=True, verbose_name="until")),
            ],
            options={
                "verbose_name": "tries to log in",
                "verbose_name_plural": "tries to log in",
                "default_permissions": (),
            },
        ),
        migrations.AlterModelOptions(
            name="contributor",
            options={
                "ordering": ["name"],
                "permissions": [("change_public_contributor", "Can change contributors whom readers have seen")],
                "verbose_name": "contributor",
                "verbose_name_plural": "contributors",
            },
        ),
        migrations.AlterModelOptions(
            name="source",
            options={
                "ordering": ["name"],
                "permissions": [("change_public_source", "Can change sources that readers have seen")],
                "verbose_name": "source",
                "verbose_name_plural": "sources",
            },
        ),
        migrations.AlterModelOptions(
            name="tag",
            options={
                "ordering": ["name"],
                "permissions": [
                    ("merge_tag", "Can merge tags"),
                    ("change_public_tag", "Can change tags that readers have seen"),
                ],
                "verbose_name": "tag",
                "verbose_name_plural": "tags",
            },
        ),
        migrations.AddField(
            model_name="event",
            name="fields",
            field=models.CharField(blank=True, max_length=400, verbose_name="fields"),
        ),
        migrations.AddField(
            model_name="event",
            name="row",
            field=models.BigIntegerField(null=True, verbose_name="row"),
        ),
        migrations.AddField(
            model_name="event",
            name="table",
            field=models.CharField(
                blank=True,
                choices=[
                    ("tag", "tag"),
                    ("source", "source"),
                    ("contributor", "contributor"),
                    ("photo", "photo"),
                    ("section", "section"),
                    ("edition", "edition"),
                    ("page", "page"),
                ],
                max_length=40,
                verbose_name="table",
            ),
        ),
        migrations.AlterField(
            model_name="event",
            name="verb",
            field=models.CharField(
                choices=[
                    ("started", "started"),
                    ("revised", "revised"),
                    ("published", "published"),
                    ("scheduled", "scheduled"),
                    ("called off", "called off"),
                    ("withdrawn", "withdrawn"),
                    ("erased", "erased"),
                    ("renamed", "renamed"),
                    ("corrected", "corrected"),
                    ("placed", "placed"),
                    ("taken off", "taken off the front page"),
                    ("merged", "merged"),
                    ("imported", "imported"),
                    ("made", "made"),
                    ("changed", "changed"),
                ],
                max_length=20,
                verbose_name="what",
            ),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(
                condition=models.Q(("table", ""), _negated=True), fields=["table", "row", "-at"], name="event_by_row"
            ),
        ),
    ]
