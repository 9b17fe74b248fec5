"""The tags of a story come in the order in which they were typed. Nothing changes in the database."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0015_lifted_waits"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="storytag",
            options={
                "ordering": ["pk"],
                "verbose_name": "tag of a story",
                "verbose_name_plural": "tags of stories",
            },
        ),
    ]
