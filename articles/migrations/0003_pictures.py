"""What is made of photos, portraits, and the photos in published texts, guarded as all of the record is."""

from pathlib import Path

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

GUARD = Path(__file__).with_suffix(".sql").read_text()


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_guard")]
    operations = [
        migrations.AddField(
            model_name="contributor",
            name="portrait",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="portrayed",
                to="articles.photo",
                verbose_name="portrait",
            ),
        ),
        migrations.AddField(
            model_name="photo",
            name="made_as",
            field=models.CharField(blank=True, editable=False, max_length=32, verbose_name="mark of what was made"),
        ),
        migrations.AddField(
            model_name="photo",
            name="widths",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.PositiveSmallIntegerField(),
                default=list,
                editable=False,
                size=None,
                verbose_name="widths",
            ),
        ),
        migrations.CreateModel(
            name="PublishedPhoto",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("first_live_at", models.DateTimeField(verbose_name="first live at")),
                ("alt_text", models.CharField(blank=True, max_length=300, verbose_name="alternative text")),
                ("caption", models.CharField(blank=True, max_length=400, verbose_name="caption")),
                ("credit", models.CharField(blank=True, max_length=160, verbose_name="credit")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                (
                    "photo",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="published_photos",
                        to="articles.photo",
                    ),
                ),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="articles.publication",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="articles.story"
                    ),
                ),
            ],
            options={
                "verbose_name": "published photo",
                "verbose_name_plural": "published photos",
                "ordering": ["position", "pk"],
                "indexes": [
                    models.Index(fields=["photo", "-first_live_at", "-story"], name="publishedphoto_list"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("publication", "photo"), name="publishedphoto_shows_one_once"),
                ],
            },
        ),
        migrations.RunSQL(GUARD, migrations.RunSQL.noop),
    ]
