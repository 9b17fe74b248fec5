"""Who added a photo, and its words in their one spelling, so that the library can be searched in either language."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import articles.models.fields


def fold(apps, schema_editor):
    for name in ("Photo", "PhotoText"):
        for row in apps.get_model("articles", name).objects.iterator():
            row.save(update_fields=["folded"])


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_shared_events")]
    operations = [
        migrations.AddField(
            model_name="photo",
            name="added_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="photos",
                to=settings.AUTH_USER_MODEL,
                verbose_name="added by",
            ),
        ),
        migrations.AddField(
            model_name="photo",
            name="folded",
            field=articles.models.fields.FoldedField(default="", editable=False, of=("slug", "credit")),
        ),
        migrations.AddField(
            model_name="phototext",
            name="folded",
            field=articles.models.fields.FoldedField(default="", editable=False, of=("alt_text", "caption")),
        ),
        migrations.RunPython(fold, migrations.RunPython.noop),
    ]
