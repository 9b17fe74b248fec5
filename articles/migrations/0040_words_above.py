"""Words may stand above a text alone, in its headline, standfirst or caption: such a statement has the occurrence 0."""

from django.db import migrations, models


def leave_the_lines_above(apps, schema_editor):
    """On the way back: what stood above the text alone stands in it, or nowhere."""
    apps.get_model("articles", "attribution").objects.filter(occurrence=0).update(occurrence=1)
    apps.get_model("articles", "noquotation").objects.filter(occurrence=0).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0039_statements_of_siblings"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="attribution", name="attribution_has_words"),
        migrations.AddConstraint(
            model_name="attribution",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True),
                name="attribution_has_words",
                violation_error_message="A statement has words.",
            ),
        ),
        migrations.RemoveConstraint(model_name="noquotation", name="noquotation_has_words"),
        migrations.AddConstraint(
            model_name="noquotation",
            constraint=models.CheckConstraint(
                condition=models.Q(("key", ""), _negated=True), name="noquotation_has_words"
            ),
        ),
        # What was published stays: on the way back those that are there already are not looked at.
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.RemoveConstraint(model_name="statement", name="statement_occurs_at_least_once"),
            ],
            database_operations=[
                migrations.RunSQL(
                    "ALTER TABLE articles_statement DROP CONSTRAINT statement_occurs_at_least_once",
                    "ALTER TABLE articles_statement ADD CONSTRAINT statement_occurs_at_least_once"
                    " CHECK (occurrence >= 1) NOT VALID",
                ),
            ],
        ),
        migrations.RunPython(migrations.RunPython.noop, leave_the_lines_above),
    ]
