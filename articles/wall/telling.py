"""The triggers of the readers' tables, made from what readers may know: whatever changes a page of theirs says who did
it, and ends what is kept of their pages.

At commit each compares what readers have of a row, now or once what is scheduled begins, before and after. Where that
differs, `page_changed` is called: it raises the generation, and asks for an event of the same transaction. A command
declares its transaction instead (`articles.actions.declaring`), and raises the generation by each statement on one of
their tables. See docs/decisions/0040 and 0059.
"""

from articles.models import Edition, Story
from articles.models.event import Table
from articles.wall import generation
from articles.wall.shown import NOW

COMMAND = "newsroom.command"
RULE = "change_has_an_event"
EVENTS = "articles_event"
# An event of this transaction. By its number and its time: after a restore elsewhere, numbers come again.
OURS = """e.at >= transaction_timestamp() AND e.recorded_in = pg_current_xact_id()::text::bigint
        AND e.by_id IS NOT NULL"""

COMMON = f"""
CREATE FUNCTION {{schema}}.new_event() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    NEW.recorded_in := pg_current_xact_id()::text::bigint;
    RETURN NEW;
END $$;

CREATE FUNCTION {{schema}}.was_told(of_what text, its_row bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
    CASE of_what
    WHEN 'any' THEN
        RETURN EXISTS (SELECT FROM {EVENTS} e WHERE {OURS});
    WHEN 'story' THEN
        RETURN EXISTS (SELECT FROM {EVENTS} e WHERE e.story_id = its_row AND {OURS});
    WHEN 'in edition' THEN
        RETURN EXISTS (SELECT FROM {EVENTS} e WHERE e.edition_id = its_row AND {OURS});
    ELSE
        -- Of the row itself, or of one that is part of it by now.
        RETURN EXISTS (SELECT FROM {EVENTS} e WHERE e."table" = of_what AND e."row" = its_row AND {OURS})
            OR of_what = 'tag' AND EXISTS (
                SELECT FROM articles_tag m JOIN {EVENTS} e ON e."table" = of_what AND e."row" = m.id
                WHERE m.merged_into_id = its_row AND {OURS})
            OR of_what = 'section' AND EXISTS (
                SELECT FROM articles_section m JOIN {EVENTS} e ON e."table" = of_what AND e."row" = m.id
                WHERE m.merged_into_id = its_row AND {OURS});
    END CASE;
END $$;

-- The one place that knows that what readers have has changed.
CREATE FUNCTION {{schema}}.page_changed(of_what text[], its_rows bigint[], is_seen boolean) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM {{schema}}.readers_see_another(is_seen);
    FOR place IN 1 .. array_length(of_what, 1) LOOP
        IF its_rows[place] IS NOT NULL AND {{schema}}.was_told(of_what[place], its_rows[place]) THEN
            RETURN;
        END IF;
    END LOOP;
    PERFORM refuse('{RULE}', 'what readers see changes with an event that says who, or by a declared command');
END $$;

CREATE FUNCTION {{schema}}.emptied() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM refuse('{RULE}', 'no table that readers see is emptied but by a declared command');
    RETURN NULL;
END $$;

-- A command that is declared tells it once by itself, for each of its statements.
CREATE FUNCTION {{schema}}.command_changes() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM {{schema}}.readers_see_another(true);
    RETURN NULL;
END $$;

CREATE TRIGGER new_event BEFORE INSERT ON public.{EVENTS} FOR EACH ROW EXECUTE FUNCTION {{schema}}.new_event();
ALTER TABLE public.{EVENTS} ENABLE ALWAYS TRIGGER new_event;
"""

UNDECLARED = f"(coalesce(current_setting('{COMMAND}', true), '') = '')"

OF_A_TABLE = """
CREATE FUNCTION {schema}."{function}"() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    was jsonb;
    becomes jsonb;
    was_come jsonb;
    is_come jsonb;
BEGIN
    IF TG_OP <> 'INSERT' THEN
        SELECT to_jsonb(r) INTO was FROM (SELECT {columns} FROM (SELECT OLD.*) t WHERE {rows}) r;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        SELECT to_jsonb(r) INTO becomes FROM (SELECT {columns} FROM (SELECT NEW.*) t WHERE {rows}) r;
    END IF;
    IF was IS DISTINCT FROM becomes THEN
        -- Whether it is another now: of a time that is still ahead, only that it is.
        SELECT {come} INTO was_come FROM (SELECT OLD.*) t WHERE {rows_now};
        SELECT {come} INTO is_come FROM (SELECT NEW.*) t WHERE {rows_now};
        PERFORM {schema}.page_changed(ARRAY[{of_what}], ARRAY[{its_rows}]::bigint[],
            (was || was_come) IS DISTINCT FROM (becomes || is_come));
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER {trigger} AFTER INSERT OR UPDATE OR DELETE ON public."{table}"
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ({undeclared}) EXECUTE FUNCTION {schema}."{function}"();
CREATE TRIGGER {trigger}_emptied BEFORE TRUNCATE ON public."{table}"
    FOR EACH STATEMENT WHEN ({undeclared}) EXECUTE FUNCTION {schema}.emptied();
CREATE TRIGGER {trigger}_command AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON public."{table}"
    FOR EACH STATEMENT WHEN (NOT {undeclared}) EXECUTE FUNCTION {schema}.command_changes();
ALTER TABLE public."{table}" ENABLE ALWAYS TRIGGER {trigger};
ALTER TABLE public."{table}" ENABLE ALWAYS TRIGGER {trigger}_command;
ALTER TABLE public."{table}" ENABLE ALWAYS TRIGGER {trigger}_emptied;
"""


def statements(schema, tables):
    """The SQL that makes the functions and the triggers of `tables`: {model: what readers may know of it}."""
    yield generation.statements(schema, tables)
    yield COMMON.format(schema=schema)
    for model, shown in tables.items():
        yield _of_a_table(schema, model, shown)
    yield f"REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA {schema} FROM PUBLIC;"


def count(tables):
    """How many triggers there are, all told."""
    return 3 * len(tables) + 2


def _of_a_table(schema, model, shown):
    table = model._meta.db_table
    told = [(of_what, column) for of_what, column in _told_by(model, shown)]
    come = ", ".join(f"'{column}', coalesce(t.{column} <= {NOW}, false)" for column in shown.moments)
    return OF_A_TABLE.format(
        schema=schema,
        table=table,
        function=f"change_of_{table}",
        trigger=RULE,
        undeclared=UNDECLARED,
        columns=", ".join(
            _column(shown, field) for field in model._meta.concrete_fields if field.column in shown.columns
        ),
        rows=shown.rows_ever,
        rows_now=shown.rows,
        come=f"jsonb_build_object({come})",
        of_what=", ".join(f"'{of_what}'" for of_what, _column in told for _row in ("OLD", "NEW")),
        its_rows=", ".join(f"{row}.{column}" if column else "0" for _what, column in told for row in ("OLD", "NEW")),
    )


def _column(shown, field):
    """A column as readers have it of a row that they see."""
    return shown.column(field) if field.column in shown.if_paged else f't."{field.column}"'


def _told_by(model, shown):
    """Whose events tell of a change of a row: the row's own; else those of the story, or of the row, that it hangs on.
    Another app's rows have no events of their own: any tells."""
    name = model._meta.model_name
    if model._meta.app_label != Story._meta.app_label:
        return [("any", "")]
    if name in Table.values:
        return [(name, "id")]
    keys = [field for field in model._meta.concrete_fields if field.many_to_one]
    of_story = [("story", field.column) for field in keys if field.related_model is Story]
    moved = [field for field in keys if not of_story or hasattr(field.related_model, "merged_into")]
    rows = [(field.related_model._meta.model_name, field.column) for field in moved]
    editions = [
        ("in edition", field.column)
        for field in keys
        if field.related_model is Edition and field.column in shown.told_by
    ]
    return [*of_story, *((what, column) for what, column in rows if what in Table.values), *editions]
