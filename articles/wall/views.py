"""The wall between desk and readers: their role, their schema, its views, and the way there.

The role has rights to nothing but the views, which are named as the tables are, so that the same models and querysets
read through them. What they show is said in `articles.wall.shown`. See docs/decisions/0003."""

import hashlib

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.db import ProgrammingError, connections, transaction

from articles import doors
from articles.wall import telling

SCHEMA = "readers"
# A dump carries the schema with its mark, but neither the role nor what the database itself grants.
STANDS = """
    SELECT FROM pg_roles AS reader, to_regnamespace(%(schema)s) AS wall
    WHERE rolname = %(role)s AND obj_description(wall::oid, 'pg_namespace') = %(mark)s
    AND has_schema_privilege(reader.oid, wall, 'USAGE') AND NOT has_schema_privilege(reader.oid, 'public', 'USAGE')
    AND NOT has_database_privilege(reader.oid, current_database(), 'TEMPORARY')
    AND NOT EXISTS (
        SELECT FROM pg_class AS view
        WHERE relnamespace = wall AND NOT has_table_privilege(reader.oid, view.oid, 'SELECT')
    )
    AND %(triggers)s = (
        SELECT count(*) FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid
        WHERE pronamespace = wall AND tgenabled = 'A'
    )
"""


def raise_wall():
    """Make the readers' role, schema and views as `doors.SHOWN` has them. Does nothing where they already are."""
    connection = connections["default"]
    tables = {model: shown for model, shown in shown_tables().items() if _is_there(model)}
    wanted = _definition(tables)
    mark = f"wall {hashlib.sha256(wanted.encode()).hexdigest()}"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('the wall'))")
        if not _stands(cursor, mark, telling.count(tables)):
            _make_role(cursor)
            cursor.execute(wanted)
            cursor.execute(f"COMMENT ON SCHEMA {SCHEMA} IS '{mark}'")


def lower_wall():
    """Drop the views and the triggers, so that a migration may change the columns that they name, and what it likes of
    the rows: it is a command of ours."""
    with connections["default"].cursor() as cursor:
        cursor.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")


def _stands(cursor, mark, triggers):
    """Whether schema, role, rights and triggers are there."""
    cursor.execute(STANDS, {"schema": SCHEMA, "role": role(), "mark": mark, "triggers": triggers})
    return cursor.fetchone() is not None


def _definition(tables):
    """The SQL that makes the schema, its views and its triggers, and grants nothing else."""
    connection = connections["default"]
    name = connection.ops.quote_name(role())
    database = connection.ops.quote_name(connection.settings_dict["NAME"])
    views = [_view(model, shown) for model, shown in tables.items()]
    return "\n".join(
        [
            f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE;",
            f"CREATE SCHEMA {SCHEMA};",
            *views,
            *telling.statements(SCHEMA, tables),
            f"REVOKE CREATE, TEMPORARY ON DATABASE {database} FROM PUBLIC;",
            "REVOKE ALL ON SCHEMA public FROM PUBLIC;",
            f"GRANT USAGE ON SCHEMA {SCHEMA} TO {name};",
            f"GRANT SELECT ON ALL TABLES IN SCHEMA {SCHEMA} TO {name};",
        ]
    )


def shown_tables():
    """{model: what readers may know of it}. An app says it of its own tables alone, and once."""
    tables = {}
    for app, (model, shown) in doors.SHOWN.by_app():
        if _owner(model) != app or model in tables:
            raise ImproperlyConfigured(f"The app “{app}” may not say what readers know of {model._meta.label}.")
        tables[model] = shown
    return tables


def _owner(model):
    """The app whose table it is, whatever model looks at it: a proxy, say, or one that is not managed."""
    owners = {each._meta.app_label for each in apps.get_models() if each._meta.db_table == model._meta.db_table}
    return owners.pop() if len(owners) == 1 else None


def _is_there(model):
    """Another app's table may not be made yet, or be gone already: its migration raises the wall again. A table of
    ours that is missing is a fault, and no wall stands without it."""
    if model._meta.app_label == "articles":
        return True
    return model._meta.db_table in connections["default"].introspection.table_names()


def _view(model, shown):
    table = model._meta.db_table
    columns = ", ".join(shown.column(field) for field in model._meta.concrete_fields)
    return f'CREATE VIEW {SCHEMA}."{table}" AS SELECT {columns} FROM public."{table}" t WHERE {shown.rows};'


def role():
    """The name of the readers' role."""
    return connections["readers"].settings_dict["USER"]


def _make_role(cursor):
    """Make the role where it is missing."""
    cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role()])
    if cursor.fetchone():
        return
    try:
        _write_role(cursor, "CREATE")
    except ProgrammingError as error:
        raise ImproperlyConfigured(
            f"The readers' role is missing and this database login may not make it. Have an administrator run"
            f' CREATE ROLE "{role()}" LOGIN PASSWORD …; and set READERS_DATABASE_URL.'
        ) from error


def set_password():
    """Give the readers' role the password that the settings have: after SECRET_KEY has changed, say."""
    with connections["default"].cursor() as cursor:
        _write_role(cursor, "ALTER")


def _write_role(cursor, verb):
    """CREATE or ALTER the role. Its password leaves us hashed: statements may be logged."""
    name, password = role(), connections["readers"].settings_dict["PASSWORD"]
    hashed = cursor.connection.pgconn.encrypt_password(password.encode(), name.encode(), b"scram-sha-256").decode()
    cursor.execute(f"{verb} ROLE {connections['default'].ops.quote_name(name)} LOGIN PASSWORD '{hashed}'")
