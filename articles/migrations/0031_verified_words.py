"""An attribution keeps the words that were verified, where others stand in their place since."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0030_no_quotations"),
    ]

    operations = [
        migrations.AddField(
            model_name="attribution",
            name="verified_words",
            field=models.TextField(
                blank=True, db_default="", default="", editable=False, verbose_name="words as verified"
            ),
        ),
    ]
