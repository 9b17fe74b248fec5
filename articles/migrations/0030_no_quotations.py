"""Words between quotation marks may be marked as no quotation."""

import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0029_rules_of_sourcing"),
    ]

    operations = [
        migrations.CreateModel(
            name="NoQuotation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("words", models.TextField(verbose_name="words")),
                ("key", models.TextField(editable=False, verbose_name="key")),
                ("occurrence", models.PositiveSmallIntegerField(default=1, verbose_name="occurrence")),
                ("at", models.DateTimeField(verbose_name="at")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="no_quotations",
                        to="articles.story",
                        verbose_name="story",
                    ),
                ),
            ],
            options={
                "verbose_name": "no quotation",
                "verbose_name_plural": "no quotations",
                "ordering": ["pk"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        models.F("story"),
                        models.F("occurrence"),
                        django.db.models.functions.text.MD5("key"),
                        name="noquotation_is_marked_once",
                        violation_error_message="Somebody has marked it already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("key", ""), _negated=True), ("occurrence__gte", 1)),
                        name="noquotation_has_words",
                    ),
                ],
            },
        ),
    ]
