"""desk_language"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("articles", "0004_desk_search")]
    operations = []
