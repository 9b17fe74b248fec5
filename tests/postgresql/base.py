"""Between tests the record is emptied, which its triggers refuse: here alone they are disabled for it."""

from django.db import transaction
from django.db.backends.postgresql import operations

from newsroom.postgresql import base

# In the words of ALTER TABLE, by how the catalogue says that a trigger fires.
ENABLE = {"A": "ENABLE ALWAYS", "O": "ENABLE", "R": "ENABLE REPLICA"}
GUARDS = """
    SELECT tgrelid::regclass::text, quote_ident(tgname), tgenabled::text
    FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
    WHERE NOT tgisinternal AND tgenabled <> 'D' AND relname = ANY(%s) AND pg_table_is_visible(tgrelid)
"""


class DatabaseOperations(operations.DatabaseOperations):
    def sql_flush(self, style, tables, **options):
        self.flushed = list(tables)
        return super().sql_flush(style, tables, **options)

    def execute_sql_flush(self, sql_list):
        with transaction.atomic(using=self.connection.alias), self.connection.cursor() as cursor:
            cursor.execute(GUARDS, [self.flushed])
            guards = cursor.fetchall()
            for table, trigger, _ in guards:
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {trigger}")
            super().execute_sql_flush(sql_list)
            for table, trigger, state in guards:
                cursor.execute(f"ALTER TABLE {table} {ENABLE[state]} TRIGGER {trigger}")


class DatabaseWrapper(base.DatabaseWrapper):
    ops_class = DatabaseOperations
