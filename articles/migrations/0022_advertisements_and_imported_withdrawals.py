"""The days of a calendar are counted without advertisements; and an import may bring a withdrawal with its own day."""

from django.db import migrations, models

from articles.models.guard import apply_guard


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0021_open_verbs"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="publication", name="publication_by_day"),
        migrations.AddIndex(
            model_name="publication",
            index=models.Index(
                fields=["edition", "day"],
                include=("live_from", "live_until", "is_withheld", "kind"),
                name="publication_by_day",
            ),
        ),
        migrations.AddField(
            model_name="withdrawal",
            name="is_import",
            field=models.BooleanField(default=False, verbose_name="is an import"),
        ),
        apply_guard("91a5570afa29828d670181f4b486364f7ad14e6099bb30a7e9e470481f3c4a0a"),
    ]
