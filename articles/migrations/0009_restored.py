"""A verb for restoring an earlier revision."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0008_archive_calendar"),
    ]

    operations = [
        migrations.AlterField(
            model_name="event",
            name="verb",
            field=models.CharField(
                choices=[
                    ("started", "started"),
                    ("revised", "revised"),
                    ("restored", "restored"),
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
    ]
