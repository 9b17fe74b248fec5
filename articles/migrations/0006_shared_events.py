"""shared_events"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("articles", "0005_desk_language")]
    operations = []
