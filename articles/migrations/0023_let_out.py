"""Events know their transaction, and photos whether they were let out. The portraits of those who have a byline that
readers see, or will see, are seen today: they are let out. Others wait for somebody who may publish."""

from django.db import migrations, models

LET_OUT = """
    UPDATE articles_photo SET is_let_out = true WHERE id IN (
        SELECT portrait_id FROM articles_contributor r
        WHERE EXISTS (SELECT FROM articles_publishedbyline b WHERE b.contributor_id = r.id))
"""


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0022_advertisements_and_imported_withdrawals"),
    ]

    operations = [
        migrations.AddField(
            model_name="event", name="recorded_in", field=models.BigIntegerField(db_default=0, editable=False)
        ),
        migrations.AddField(
            model_name="photo",
            name="is_let_out",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="Whoever may publish lets it out, here or by choosing it as somebody’s portrait.",
                verbose_name="readers may see it as a portrait",
            ),
        ),
        migrations.RunSQL(LET_OUT, migrations.RunSQL.noop),
        migrations.AlterModelOptions(
            name="edition",
            options={
                "ordering": ["position", "pk"],
                "permissions": [("keep_edition", "Can set language, time zone, default and place of editions")],
                "verbose_name": "edition",
                "verbose_name_plural": "editions",
            },
        ),
        migrations.AlterModelOptions(
            name="photo",
            options={
                "ordering": ["-pk"],
                "permissions": [("change_public_photo", "Can change photos that readers see, and let them out")],
                "verbose_name": "photo",
                "verbose_name_plural": "photos",
            },
        ),
    ]
