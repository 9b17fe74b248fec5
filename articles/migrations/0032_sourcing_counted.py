"""A story keeps where its statements come from, counted, so that lists show it without a look at any."""

from django.db import migrations, models

# As `articles.rules.sourcing_line` counts them.
COUNT = """
    UPDATE articles_story SET named_count = found.named, document_count = found.documents, wire_count = found.wires,
        unnamed_count = found.unnamed, unverified_count = found.unverified
    FROM (
        SELECT story_id,
            count(*) FILTER (WHERE what = 'named') AS named, count(*) FILTER (WHERE what = 'document') AS documents,
            count(*) FILTER (WHERE what = 'wire') AS wires, count(*) FILTER (WHERE what = 'unnamed') AS unnamed,
            count(*) FILTER (WHERE check_made IN ('', 'none')) AS unverified
        FROM (
            SELECT a.story_id, a.check_made, CASE
                WHEN s.protected_in_id IS NOT NULL THEN 'unnamed'
                WHEN a.kind = 'wire' OR s.kind = 'agency' THEN 'wire'
                WHEN s.kind IN ('document', 'dataset') THEN 'document'
                ELSE 'named' END AS what
            FROM articles_attribution a JOIN articles_source s ON s.id = a.source_id
        ) each GROUP BY story_id
    ) found WHERE found.story_id = articles_story.id
"""


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0031_verified_words"),
    ]

    operations = [
        migrations.AddField(
            model_name="story",
            name="document_count",
            field=models.PositiveIntegerField(db_default=0, default=0, editable=False, verbose_name="documents"),
        ),
        migrations.AddField(
            model_name="story",
            name="named_count",
            field=models.PositiveIntegerField(db_default=0, default=0, editable=False, verbose_name="named"),
        ),
        migrations.AddField(
            model_name="story",
            name="unnamed_count",
            field=models.PositiveIntegerField(db_default=0, default=0, editable=False, verbose_name="unnamed"),
        ),
        migrations.AddField(
            model_name="story",
            name="unverified_count",
            field=models.PositiveIntegerField(db_default=0, default=0, editable=False, verbose_name="not verified"),
        ),
        migrations.AddField(
            model_name="story",
            name="wire_count",
            field=models.PositiveIntegerField(db_default=0, default=0, editable=False, verbose_name="wires"),
        ),
        migrations.RunSQL(COUNT, migrations.RunSQL.noop),
    ]
