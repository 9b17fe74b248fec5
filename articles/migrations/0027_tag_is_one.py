"""No two tags of one kind and language mean the same from now on. After the merges, in a transaction of its own: what they
wrote is checked when theirs ends."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0026_tags_of_one_meaning"),
    ]

    operations = [
        # The constraint's own index has the same columns, and of the rows those that are not merged.
        migrations.RemoveIndex(model_name="tag", name="tag_by_kind"),
        migrations.AddConstraint(
            model_name="tag",
            constraint=models.UniqueConstraint(
                condition=models.Q(("merged_into", None)),
                fields=("language", "kind", "key"),
                name="tag_of_one_meaning_is_one",
                violation_error_message="There is a tag of that name already.",
            ),
        ),
    ]
