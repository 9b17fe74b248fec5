"""The guard of the record, in the database. The SQL beside this file is as fixed as the migration."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).with_suffix(".sql").read_text()


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
