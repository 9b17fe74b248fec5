"""A credit may be written otherwise in another language. What is published already keeps the one that it has."""

from django.db import migrations

import articles.models.fields


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0017_tags_by_the_alphabet"),
    ]

    operations = [
        migrations.AddField(
            model_name="phototext",
            name="credit",
            field=articles.models.fields.LineField(
                blank=True,
                default="",
                help_text="Where it is written otherwise. Left empty, the photo’s own stands.",
                max_length=160,
                verbose_name="credit in this language",
            ),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="phototext",
            name="folded",
            field=articles.models.fields.FoldedField(default="", editable=False, of=("alt_text", "caption", "credit")),
        ),
    ]
