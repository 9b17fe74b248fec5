"""The lists of topics are walked by their folded names."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0016_tags_in_order"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="tag", name="tag_by_kind"),
        migrations.AddIndex(
            model_name="tag", index=models.Index(fields=["language", "kind", "key"], name="tag_by_kind")
        ),
    ]
