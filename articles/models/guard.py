"""The guard of the record: its SQL, whole, in the file beside this one, and how a migration applies it.

See docs/decisions/0027."""

import hashlib
from pathlib import Path

from django.db import migrations

SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
DIGEST = hashlib.sha256(SQL.encode()).hexdigest()


def apply_guard(digest):
    """The operation by which a migration applies the file, as it was when that migration was written.

    The file may have changed since. Then a later migration applies it, and this one does nothing: what the file says by
    then may be of tables that come only later. Nothing is undone on the way back: the stricter guard stays.
    """
    return migrations.RunSQL(SQL if digest == DIGEST else migrations.RunSQL.noop, migrations.RunSQL.noop)
