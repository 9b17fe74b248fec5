"""The form that each version's hash was made in, 1 for all so far; and the guard, from the file that has it whole."""

from django.db import migrations, models

from articles.models.guard import apply_guard


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0018_credits_by_language"),
    ]

    operations = [
        migrations.AddField(
            model_name="publication",
            name="canonical_form",
            # Not an UPDATE, which the guard would refuse: the database reads it into the rows that are there.
            field=models.PositiveSmallIntegerField(db_default=1),
        ),
        apply_guard("4558002e35521b40d3e72742dd59f3de2c39d2c7dbdb490e0fac6fc662d3347a"),
    ]
