"""Words may stand above a text alone, in its headline, standfirst or caption: such a statement has the occurrence 0."""

from django.db import migrations, models


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
        migrations.RemoveConstraint(model_name="statement", name="statement_occurs_at_least_once"),
    ]
