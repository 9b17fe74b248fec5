"""Whose wait it is and from where, so that it can be lifted; and events of that."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0014_kinds_are_lists"),
    ]

    operations = [
        migrations.AddField(
            model_name="tries",
            name="account",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="tries",
            name="address",
            field=models.CharField(blank=True, max_length=50, verbose_name="from"),
        ),
        migrations.AlterField(
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
                    ("user", "account"),
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
                    ("lifted", "lifted a wait"),
                ],
                max_length=20,
                verbose_name="what",
            ),
        ),
    ]
