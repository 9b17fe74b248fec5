"""Where the words of each statement are written in its version's text, found for what was published before."""

from itertools import groupby
from operator import attrgetter

from django.db import migrations, models

from articles.models.guard import apply_guard
from articles.text import written
from articles.text.written import Sought

# The newest. In the others a page is marked by finding, and `due day` finds them while the paper is read.
MOST = 20_000
BATCH = 500
# Whether the guard lets it. Where its file has changed since, it is a later migration that brings the one that does.
LETS = """
    SELECT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'articles_statement'::regclass AND tgname = 'guard_row'
                   AND pg_get_triggerdef(oid) LIKE '%passage_start%')
"""


def find_places(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(LETS)
        (lets,) = cursor.fetchone()
    if not lets:
        return
    versions, statements = (apps.get_model("articles", name).objects for name in ("publication", "statement"))
    newest = list(versions.filter(erasure=None).order_by("-pk").values_list("pk", flat=True)[:MOST])
    for first in range(0, len(newest), BATCH):
        bodies = dict(versions.filter(pk__in=newest[first : first + BATCH]).values_list("pk", "body"))
        rows = list(statements.filter(publication__in=bodies).order_by("publication"))
        for version, its in groupby(rows, attrgetter("publication_id")):
            put(bodies[version], list(its))
        statements.bulk_update(rows, ["passage_start", "passage_end"])


def put(body, rows):
    numbers = written.numbers(body, [Sought(row.words, row.occurrence) for row in rows])
    for row, (start, end) in zip(rows, numbers, strict=True):
        row.passage_start, row.passage_end = start, end


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0043_moments"),
    ]

    operations = [
        migrations.AddField(
            model_name="statement",
            name="passage_start",
            field=models.PositiveIntegerField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="statement",
            name="passage_end",
            field=models.PositiveIntegerField(editable=False, null=True),
        ),
        migrations.AddIndex(
            model_name="statement",
            index=models.Index(
                condition=models.Q(("passage_start", None)), fields=["publication"], name="statement_not_looked_for"
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("passage_end", None), ("passage_start", None)),
                    models.Q(
                        ("passage_end__isnull", False),
                        ("passage_start__isnull", False),
                        models.Q(
                            ("passage_start__lt", models.F("passage_end")),
                            models.Q(("passage_end", 0), ("passage_start", 0)),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="statement_passage_has_two_ends",
            ),
        ),
        apply_guard("27417db81cfe82eb297120c9dad61f192a015fbaee1d34e14f98e390c76a24db"),
        migrations.RunPython(find_places, migrations.RunPython.noop),
    ]
