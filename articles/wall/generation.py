"""The generation: one number of all that readers see. What is kept of their pages is kept under it, and ends with it.

It is raised once for each transaction that changes what they see, at its very end, so that two publications wait for
one another no longer than a commit. `telling` says when. No number is used twice, not after a restore either: it is
no less than the microseconds of the database's clock. See docs/decisions/0059.
"""

import time
from dataclasses import dataclass

from django.conf import settings
from django.db import connections

# Seconds: in each time zone midnight, with which the date on a page ends, is at such a quarter of an hour.
QUARTER = 15 * 60

TABLES = """
CREATE TABLE {schema}.generation (number bigint NOT NULL, at timestamptz NOT NULL);
INSERT INTO {schema}.generation VALUES ((extract(epoch FROM clock_timestamp()) * 1000000)::bigint, clock_timestamp());
CREATE TABLE {schema}.changing (xact xid8 NOT NULL, is_seen boolean NOT NULL, is_last boolean NOT NULL DEFAULT false);

-- The deferred trigger of the row that is written here is the last thing that its transaction does: it puts itself once
-- behind all checks that were waiting when it was its turn, so that nobody waits for those of a large import.
-- What is only ahead ends what is kept, and changes no date: that would tell that something has been scheduled.
CREATE FUNCTION {schema}.readers_see_another(is_seen boolean) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    ahead text := pg_current_xact_id()::text;
    seen text := ahead || ' is seen';
    said text := coalesce(current_setting('newsroom.changing', true), '');
BEGIN
    IF said <> seen AND (is_seen OR said <> ahead) THEN
        PERFORM set_config('newsroom.changing', CASE WHEN is_seen THEN seen ELSE ahead END, true);
        INSERT INTO {schema}.changing VALUES (pg_current_xact_id(), is_seen);
    END IF;
END $$;

CREATE FUNCTION {schema}.raise_generation() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT NEW.is_last THEN
        UPDATE {schema}.changing SET is_last = true WHERE xact = NEW.xact AND is_seen = NEW.is_seen;
        RETURN NULL;
    END IF;
    PERFORM set_config('newsroom.changing', '', true);
    DELETE FROM {schema}.changing WHERE xact = NEW.xact;
    UPDATE {schema}.generation SET at = CASE WHEN NEW.is_seen THEN clock_timestamp() ELSE at END,
        number = greatest(number + 1, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint);
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER raise_generation AFTER INSERT OR UPDATE ON {schema}.changing
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION {schema}.raise_generation();
ALTER TABLE {schema}.changing ENABLE ALWAYS TRIGGER raise_generation;

CREATE VIEW {schema}.generation_now AS SELECT number, at,
    (SELECT min(moment) FROM ({next}) m(moment)) AS next,
    (SELECT max(moment) FROM ({last}) m(moment)) AS last
FROM {schema}.generation;
"""
# No further than a generation reaches: the readers' role has no business with what is scheduled after it.
NEXT = f"""SELECT min({{column}}) FROM public."{{table}}"
    WHERE {{column}} > statement_timestamp() AND {{column}} <= statement_timestamp() + interval '{QUARTER} seconds'"""
LAST = 'SELECT max({column}) FROM public."{table}" WHERE {column} <= statement_timestamp()'
ASKED = """
SELECT number, extract(epoch FROM next - statement_timestamp())::float8, extract(epoch FROM greatest(at, last))::float8,
    extract(epoch FROM statement_timestamp())::float8
FROM readers.generation_now
"""


@dataclass(frozen=True)
class Generation:
    """What readers see, and until when. Times are of this host's steady clock, but for those that readers are told.

    `ends`: when a period begins or ends, or the date of a page, at the latest. `changed`: when the last of these was,
    in seconds since 1970 by the database's clock. `now`: what that said at the time `asked`.
    """

    number: int
    ends: float
    changed: float
    now: float
    asked: float


def statements(schema, tables):
    """The SQL of number, view and functions. `tables`: {model: what readers may know of it}."""
    moments = [(model._meta.db_table, column) for model, shown in tables.items() for column in shown.moments]
    each = {
        name: " UNION ALL ".join(sql.format(table=table, column=column) for table, column in moments)
        for name, sql in (("next", NEXT), ("last", LAST))
    }
    return TABLES.format(schema=schema, **each)


def current():
    """The generation that whoever asks next will see, or a later one. None where readers' pages share the desk's
    connection, which sees what is not committed: of that nothing is kept."""
    if settings.READERS_ALIAS == "default":
        return None
    asked = time.monotonic()
    with connections[settings.READERS_ALIAS].cursor() as cursor:
        cursor.execute(ASKED)
        found = cursor.fetchone()
    if found is None:  # A schema that came back without its rows: nothing is kept until the wall is made anew.
        return None
    number, following, changed, now = found
    quarter = now % QUARTER
    ends = asked + min(QUARTER - quarter, QUARTER if following is None else following)
    return Generation(number, ends, max(changed, now - quarter), now, asked)


def told():
    """As `current`, to whoever asks outside of a request: there nobody else gives the connection back to its pool."""
    try:
        return current()
    finally:
        if settings.READERS_ALIAS != "default":
            connections[settings.READERS_ALIAS].close()
