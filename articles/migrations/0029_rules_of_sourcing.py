"""Sections say how grave the rules of sourcing are, and each version knows how many of its quotations nobody owns."""

import django.db.models.deletion
from django.db import migrations, models

from articles.models.guard import apply_guard


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0028_unsaved_drafts"),
    ]

    operations = [
        migrations.CreateModel(
            name="SectionRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "rule",
                    models.CharField(
                        choices=[
                            ("unowned", "A quotation that nobody owns"),
                            ("changed", "Words that have changed since they were verified"),
                            ("dropped", "What a source says to readers, and no longer says in this version"),
                            ("figure", "A figure in the headline or the first two paragraphs with no source beside it"),
                            ("one source", "One source only"),
                            ("unnamed", "Unnamed sources only"),
                            ("one organisation", "One organisation only"),
                        ],
                        max_length=20,
                        verbose_name="rule",
                    ),
                ),
                (
                    "severity",
                    models.CharField(
                        choices=[("blocks", "Stops"), ("advises", "Advises"), ("silent", "Is silent")],
                        max_length=10,
                        verbose_name="severity",
                    ),
                ),
            ],
            options={
                "verbose_name": "rule of sourcing",
                "verbose_name_plural": "rules of sourcing",
                "ordering": ["pk"],
            },
        ),
        migrations.AlterModelOptions(
            name="story",
            options={
                "ordering": ["-changed_at", "-pk"],
                "permissions": [
                    ("publish_story", "Can publish and schedule stories"),
                    ("withdraw_story", "Can withdraw stories"),
                    ("correct_story", "Can publish corrections"),
                    ("erase_story", "Can ask to erase a story for good"),
                    ("agree_to_erase_story", "Can agree to erase a story for good"),
                    ("rename_story", "Can change the address of published stories"),
                    ("place_story", "Can arrange front pages"),
                    ("override_gate", "Can publish what a rule of sourcing stops"),
                ],
                "verbose_name": "story",
                "verbose_name_plural": "stories",
            },
        ),
        migrations.AddField(
            model_name="publication",
            name="unowned_count",
            field=models.PositiveIntegerField(editable=False, null=True, verbose_name="quotations that nobody owns"),
        ),
        migrations.AddIndex(
            model_name="publication",
            index=models.Index(
                condition=models.Q(("unowned_count__gt", 0)), fields=["story"], name="publication_not_owned"
            ),
        ),
        migrations.AddField(
            model_name="sectionrule",
            name="section",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="sourcing_rules",
                to="articles.section",
                verbose_name="section",
            ),
        ),
        migrations.AddConstraint(
            model_name="sectionrule",
            constraint=models.UniqueConstraint(
                fields=("section", "rule"),
                name="sectionrule_is_set_once",
                violation_error_message="The section has this rule already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sectionrule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "rule__in",
                        ["unowned", "changed", "dropped", "figure", "one source", "unnamed", "one organisation"],
                    ),
                    ("severity__in", ["blocks", "advises", "silent"]),
                ),
                name="sectionrule_is_a_rule_and_a_severity",
            ),
        ),
        apply_guard("36ca29a88e6e5783096f8399f6e4e992e9a2067bb05b5c8c054f4620c2f93cbf"),
    ]
