import django.contrib.postgres.indexes
from django.db import migrations

import articles.models.photos

# In any text that was ever cleaned, a photo is written so (articles/figures.py).
MADE = """
CREATE FUNCTION photos_in(body text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY(SELECT DISTINCT (regexp_matches(body, '<figure data-photo="([^"]+)">', 'g'))[1])
"""


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0012_tag_families"),
    ]

    operations = [
        migrations.RunSQL(MADE, "DROP FUNCTION photos_in(text)"),
        migrations.AddIndex(
            model_name="story",
            index=django.contrib.postgres.indexes.GinIndex(
                articles.models.photos.PhotosIn("body"), name="story_by_photo_in_text"
            ),
        ),
    ]
