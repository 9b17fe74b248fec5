-- The guard of the record, whole. What has been said in public can be closed and withheld, and nothing else.
-- Each refusal bears the name of its rule as a constraint's name; none repeats a row's text.
-- Triggers are ENABLE ALWAYS: no session variable switches them off.
-- The tables that a function asks are ours, whatever the caller's search_path puts before them: each has its own.
--
-- Whoever changes this file adds a migration that applies it again (guard.py, beside it). A trigger that is no longer
-- here is gone after that; a function that is no longer here is dropped by a line of its own.

DO $$
DECLARE
    trigger record;
BEGIN
    FOR trigger IN SELECT tgname, tgrelid FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
                   WHERE relnamespace = 'public'::regnamespace AND relname LIKE 'articles\_%'
                   AND tgname LIKE 'guard\_%' AND NOT tgisinternal LOOP
        EXECUTE format('DROP TRIGGER %I ON %s', trigger.tgname, trigger.tgrelid::regclass);
    END LOOP;
END $$;

CREATE OR REPLACE FUNCTION refuse(rule text, why text) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = rule, MESSAGE = rule || ': ' || why;
END $$;

-- An end that is open or still ahead may move, but never to before the changing transaction began.
CREATE OR REPLACE FUNCTION refuse_end(rule text, was timestamptz, becomes timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF was IS DISTINCT FROM becomes
       AND (was <= clock_timestamp() OR NOT isfinite(becomes) OR becomes < transaction_timestamp()) THEN
        PERFORM refuse(rule, 'a period that has ended stays as it is, and none ends in the past');
    END IF;
END $$;

CREATE OR REPLACE FUNCTION guard_nothing_goes() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM refuse(TG_TABLE_NAME || '_is_record', 'it may not be ' || lower(TG_OP) || 'd');
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION guard_new_publication() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    story articles_story;
    section articles_section;
    earlier articles_publication;
BEGIN
    NEW.recorded_at := clock_timestamp();
    NEW.recorded_in := pg_current_xact_id()::text::bigint;
    IF NOT isfinite(NEW.live_from) OR NOT isfinite(NEW.live_until) THEN
        PERFORM refuse('publication_period_is_record', 'a period begins and ends on days that a calendar has');
    END IF;
    IF NEW.live_from < transaction_timestamp() AND NOT NEW.is_import THEN
        PERFORM refuse('publication_never_dates_back', 'only a marked import may begin in the past');
    END IF;
    SELECT * INTO story FROM articles_story WHERE id = NEW.story_id;
    IF NOT FOUND THEN
        PERFORM refuse('publication_has_a_story', 'there is no such story');
    END IF;
    IF NEW.live_from < story.embargo_until THEN
        PERFORM refuse('publication_waits_for_its_embargo', 'the story is under embargo');
    END IF;
    -- FOR KEY SHARE waits for a merge of the section that has not ended yet.
    SELECT * INTO section FROM articles_section WHERE id = NEW.section_id FOR KEY SHARE;
    IF story.edition_id <> NEW.edition_id OR section.edition_id IS DISTINCT FROM NEW.edition_id THEN
        PERFORM refuse('publication_stays_in_its_edition', 'story, section and publication are of one edition');
    ELSIF section.merged_into_id IS NOT NULL THEN
        PERFORM refuse('publication_section_was_not_merged', 'its section is part of another by now');
    END IF;
    IF NOT EXISTS (SELECT 1 FROM articles_address a WHERE a.story_id = NEW.story_id AND a.edition_id = NEW.edition_id
                   AND a.day = NEW.day AND a.slug = NEW.slug) THEN
        PERFORM refuse('publication_has_its_own_address', 'the story has not taken this address');
    END IF;
    SELECT * INTO earlier FROM articles_publication p
        WHERE p.story_id = NEW.story_id AND p.number < NEW.number ORDER BY p.number DESC LIMIT 1;
    IF earlier.id IS NULL THEN
        IF NEW.number <> 1 OR NEW.previous_hash <> '' OR NEW.first_live_at <> NEW.live_from THEN
            PERFORM refuse('publication_chain_is_whole', 'a first version is number 1 and follows none');
        END IF;
    ELSIF NEW.number <> earlier.number + 1 OR NEW.previous_hash <> earlier.content_hash
       OR NEW.first_live_at <> earlier.first_live_at OR NEW.day <> earlier.day OR NEW.live_from < earlier.live_from THEN
        PERFORM refuse('publication_chain_is_whole', 'a version carries on from the one before it');
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION guard_changed_publication() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    may_move text[] := ARRAY['live_until', 'is_withheld', 'section_id', 'vector'];
    text_columns text[] := TG_ARGV[0]::text[];
BEGIN
    IF OLD.erasure_id IS NULL AND NEW.erasure_id IS NOT NULL THEN
        IF NOT EXISTS (SELECT 1 FROM articles_erasure e WHERE e.id = NEW.erasure_id AND e.story_id = NEW.story_id)
           OR EXISTS (SELECT 1 FROM jsonb_each_text(to_jsonb(NEW)) v WHERE v.key = ANY (text_columns) AND v.value <> '')
           OR NEW.vector <> ''::tsvector THEN
            PERFORM refuse('publication_is_erased_whole', 'erasing empties every text, by an erasure of its story');
        END IF;
        may_move := may_move || 'erasure_id'::text || text_columns;
    ELSIF OLD.erasure_id IS NOT NULL THEN
        may_move := ARRAY['section_id'];
    END IF;
    -- The desk's own count of a version from before it was counted: once.
    IF OLD.unowned_count IS NULL THEN
        may_move := may_move || 'unowned_count'::text;
    END IF;
    IF (to_jsonb(OLD) - may_move) <> (to_jsonb(NEW) - may_move) THEN
        PERFORM refuse('publication_is_record', 'a published version is never changed: publish another');
    END IF;
    PERFORM refuse_end('publication_period_is_record', OLD.live_until, NEW.live_until);
    IF OLD.section_id <> NEW.section_id AND NOT EXISTS (
        SELECT 1 FROM articles_section s WHERE s.id = OLD.section_id AND s.merged_into_id = NEW.section_id) THEN
        PERFORM refuse('publication_moves_only_by_a_merge', 'its section was not merged into that one');
    END IF;
    RETURN NEW;
END $$;

-- Called twice for each deletion: at once, and again at commit, so that no version that has meanwhile begun is lost.
CREATE OR REPLACE FUNCTION guard_deleted_publication() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF OLD.live_from <= clock_timestamp() THEN
        PERFORM refuse('publication_is_record', 'it has begun, and can no longer be called off');
    END IF;
    RETURN OLD;
END $$;

CREATE OR REPLACE FUNCTION guard_what_hangs_on_it() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    parent articles_publication;
    text_columns text[] := TG_ARGV[0]::text[];
    -- What can be found anew in what stays, as where words are written in a text.
    found_columns text[] := TG_ARGV[1]::text[];
    was jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
    becomes jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
BEGIN
    SELECT * INTO parent FROM articles_publication WHERE id = (coalesce(was, becomes) ->> 'publication_id')::bigint;
    IF TG_OP = 'INSERT' THEN
        -- Both: after a restore into another cluster, the number of a transaction may come again.
        IF parent.id IS NULL OR parent.recorded_in <> pg_current_xact_id()::text::bigint
           OR parent.recorded_at < transaction_timestamp() OR parent.story_id <> (becomes ->> 'story_id')::bigint
           OR parent.first_live_at <> coalesce((becomes ->> 'first_live_at')::timestamptz, parent.first_live_at)
           OR parent.live_from <> coalesce((becomes ->> 'at')::timestamptz, parent.live_from) THEN
            PERFORM refuse(TG_TABLE_NAME || '_is_record', 'it is written with its version, and never added to it');
        END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE' THEN
        IF parent.live_from > clock_timestamp() IS NOT TRUE THEN
            PERFORM refuse(TG_TABLE_NAME || '_is_record', 'its version has begun');
        END IF;
        RETURN OLD;
    END IF;
    -- They are found, and not taken away.
    IF parent.erasure_id IS NULL AND (was - found_columns) = (becomes - found_columns)
       AND jsonb_strip_nulls(becomes) ?& found_columns THEN
        RETURN NEW;
    END IF;
    IF parent.erasure_id IS NULL OR (was - text_columns) <> (becomes - text_columns)
       OR EXISTS (SELECT 1 FROM jsonb_each_text(becomes) v WHERE v.key = ANY (text_columns) AND v.value <> '') THEN
        PERFORM refuse(TG_TABLE_NAME || '_is_record', 'what was published is never changed');
    END IF;
    RETURN NEW;
END $$;

-- A merge re-points a version's tag, or drops it where the version bears the survivor already.
CREATE OR REPLACE FUNCTION guard_published_tag() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    survivor bigint;
    begun boolean;
BEGIN
    IF TG_OP = 'INSERT' THEN
        SELECT merged_into_id INTO survivor FROM articles_tag WHERE id = NEW.tag_id FOR KEY SHARE;
        IF survivor IS NOT NULL THEN
            PERFORM refuse('publishedtag_was_not_merged', 'its tag is part of another by now');
        END IF;
        RETURN NEW;
    END IF;
    SELECT merged_into_id INTO survivor FROM articles_tag WHERE id = OLD.tag_id;
    SELECT live_from <= clock_timestamp() INTO begun FROM articles_publication WHERE id = OLD.publication_id;
    begun := coalesce(begun, true);
    IF TG_OP = 'UPDATE' THEN
        IF (to_jsonb(OLD) - 'tag_id') <> (to_jsonb(NEW) - 'tag_id') OR NEW.tag_id IS DISTINCT FROM survivor THEN
            PERFORM refuse('publishedtag_moves_only_by_a_merge', 'its tag was not merged into that one');
        END IF;
        RETURN NEW;
    END IF;
    IF begun AND NOT EXISTS (SELECT 1 FROM articles_publishedtag t
                             WHERE t.publication_id = OLD.publication_id AND t.tag_id = survivor) THEN
        PERFORM refuse('articles_publishedtag_is_record', 'its version has begun');
    END IF;
    RETURN OLD;
END $$;

-- Whoever may not be named is a protected source, and a protected source belongs to one story.
CREATE OR REPLACE FUNCTION guard_named_source() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    owner bigint;
BEGIN
    SELECT protected_in_id INTO owner FROM articles_source WHERE id = NEW.source_id;
    IF NOT FOUND THEN
        PERFORM refuse('statement_has_a_source', 'there is no such source');
    END IF;
    IF owner <> NEW.story_id THEN
        PERFORM refuse('statement_protected_source_is_of_its_story', 'it is protected in another story');
    ELSIF owner IS NULL AND NEW.terms <> 'record' THEN
        PERFORM refuse('statement_not_to_be_named_is_protected', 'only a protected source may go unnamed');
    END IF;
    RETURN NEW;
END $$;

-- A withdrawal of the past comes with the import of the version that it ends, and in no other way.
CREATE OR REPLACE FUNCTION guard_withdrawal() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    last articles_publication;
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NOT NEW.is_import AND NEW.at < transaction_timestamp() THEN
            PERFORM refuse('withdrawal_never_dates_back', 'it begins when it is made');
        ELSIF NEW.is_import THEN
            SELECT * INTO last FROM articles_publication p WHERE p.story_id = NEW.story_id ORDER BY p.number DESC LIMIT 1;
            IF (last.is_import AND last.recorded_in = pg_current_xact_id()::text::bigint
                AND last.recorded_at >= transaction_timestamp() AND last.live_until = NEW.at
                AND NEW.at <= transaction_timestamp() AND NEW.lifted_at IS NULL) IS NOT TRUE THEN
                PERFORM refuse('withdrawal_comes_with_its_import', 'it ends a version that is imported with it');
            END IF;
        END IF;
        RETURN NEW;
    ELSIF (to_jsonb(OLD) - ARRAY['lifted_at', 'reason']) <> (to_jsonb(NEW) - ARRAY['lifted_at', 'reason'])
       OR (OLD.reason <> NEW.reason
           AND NOT EXISTS (SELECT 1 FROM articles_erasure e WHERE e.story_id = OLD.story_id AND e.at >= OLD.at)) THEN
        PERFORM refuse('withdrawal_is_record', 'it may be lifted, and nothing else but by an erasure');
    END IF;
    PERFORM refuse_end('withdrawal_is_record', OLD.lifted_at, NEW.lifted_at);
    RETURN NEW;
END $$;

-- What was noted of a story goes with its text.
CREATE OR REPLACE FUNCTION guard_event() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'DELETE' OR (to_jsonb(OLD) - 'note') <> (to_jsonb(NEW) - 'note') OR NEW.note <> ''
       OR NOT EXISTS (SELECT 1 FROM articles_erasure e WHERE e.story_id = OLD.story_id AND e.at >= OLD.at) THEN
        PERFORM refuse('articles_event_is_record', 'what was done was done');
    END IF;
    RETURN NEW;
END $$;

-- What was merged stays merged, into one of its own kind; what was merged into it follows.
CREATE OR REPLACE FUNCTION guard_merge() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    room text := TG_ARGV[0];
    survivor jsonb;
    was jsonb;
BEGIN
    EXECUTE format('SELECT to_jsonb(t) FROM %I t WHERE id = $1', TG_TABLE_NAME) INTO survivor USING NEW.merged_into_id;
    EXECUTE format('SELECT to_jsonb(t) FROM %I t WHERE id = $1', TG_TABLE_NAME) INTO was USING OLD.merged_into_id;
    IF survivor IS NULL OR survivor ->> 'merged_into_id' IS NOT NULL OR survivor -> room <> to_jsonb(NEW) -> room
       OR (was IS NOT NULL AND was -> 'merged_into_id' <> to_jsonb(NEW.merged_into_id)) THEN
        PERFORM refuse(TG_TABLE_NAME || '_stays_merged', 'it goes into one that was not merged, of its own kind, for good');
    END IF;
    RETURN NEW;
END $$;

-- A protected source has its label, and nothing else is written of it.
CREATE OR REPLACE FUNCTION guard_protected_source() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    its_source bigint := CASE WHEN TG_TABLE_NAME = 'articles_source' THEN (to_jsonb(NEW) ->> 'id')::bigint
                              ELSE (to_jsonb(NEW) ->> 'source_id')::bigint END;
BEGIN
    IF EXISTS (SELECT 1 FROM articles_sourcename WHERE source_id = its_source
               UNION ALL SELECT 1 FROM articles_sourcetitle WHERE source_id = its_source)
       AND EXISTS (SELECT 1 FROM articles_source WHERE id = its_source AND protected_in_id IS NOT NULL) THEN
        PERFORM refuse('source_protected_has_but_a_label', 'take its names and titles away first');
    END IF;
    RETURN NULL;
END $$;

-- A title is of an organisation or an agency that may be named, and what a title names stays one.
CREATE OR REPLACE FUNCTION guard_title() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    named bigint := CASE WHEN TG_TABLE_NAME = 'articles_source' THEN (to_jsonb(NEW) ->> 'id')::bigint
                         ELSE (to_jsonb(NEW) ->> 'organisation_id')::bigint END;
BEGIN
    IF EXISTS (SELECT 1 FROM articles_source WHERE id = named
               AND (kind NOT IN ('organisation', 'agency') OR protected_in_id IS NOT NULL))
       AND EXISTS (SELECT 1 FROM articles_sourcetitle WHERE organisation_id = named) THEN
        PERFORM refuse('sourcetitle_names_an_organisation', 'of its kind, and one that may be named');
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION guard_placement() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.live_from < transaction_timestamp() THEN
            PERFORM refuse('placement_never_dates_back', 'it begins when it is made, or later');
        END IF;
        RETURN NEW;
    ELSIF TG_OP = 'DELETE' THEN
        IF OLD.live_from <= clock_timestamp() THEN
            PERFORM refuse('placement_is_record', 'it has begun: close it');
        END IF;
        RETURN OLD;
    END IF;
    IF (to_jsonb(OLD) - 'live_until') <> (to_jsonb(NEW) - 'live_until') THEN
        PERFORM refuse('placement_is_record', 'it is closed, never edited');
    END IF;
    PERFORM refuse_end('placement_period_is_record', OLD.live_until, NEW.live_until);
    RETURN NEW;
END $$;

-- Old addresses forward for ever. Only a story that was never public gives its address back.
CREATE OR REPLACE FUNCTION guard_address() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.story_id IS NULL OR EXISTS (SELECT 1 FROM articles_publication p WHERE p.story_id = OLD.story_id) THEN
            PERFORM refuse('address_is_kept_for_ever', 'readers may have it');
        END IF;
        RETURN OLD;
    END IF;
    IF (to_jsonb(OLD) - ARRAY['tag_id', 'section_id']) <> (to_jsonb(NEW) - ARRAY['tag_id', 'section_id'])
       OR NOT coalesce(OLD.tag_id = NEW.tag_id
                       OR EXISTS (SELECT 1 FROM articles_tag t WHERE t.id = OLD.tag_id AND t.merged_into_id = NEW.tag_id),
                       OLD.tag_id IS NULL AND NEW.tag_id IS NULL)
       OR NOT coalesce(OLD.section_id = NEW.section_id
                       OR EXISTS (SELECT 1 FROM articles_section s
                                  WHERE s.id = OLD.section_id AND s.merged_into_id = NEW.section_id),
                       OLD.section_id IS NULL AND NEW.section_id IS NULL) THEN
        PERFORM refuse('address_is_kept_for_ever', 'it moves only when what it leads to is merged');
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER guard_insert BEFORE INSERT ON articles_publication FOR EACH ROW EXECUTE FUNCTION guard_new_publication();
CREATE TRIGGER guard_update BEFORE UPDATE ON articles_publication FOR EACH ROW EXECUTE FUNCTION guard_changed_publication(
    '{kicker,headline,standfirst,body,dateline,photo_alt,photo_caption,photo_credit}');
CREATE TRIGGER guard_delete BEFORE DELETE ON articles_publication FOR EACH ROW EXECUTE FUNCTION guard_deleted_publication();
CREATE CONSTRAINT TRIGGER guard_delete_at_commit AFTER DELETE ON articles_publication DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION guard_deleted_publication();

CREATE TRIGGER guard_row BEFORE INSERT OR UPDATE OR DELETE ON articles_publishedbyline
    FOR EACH ROW EXECUTE FUNCTION guard_what_hangs_on_it('{}');
CREATE TRIGGER guard_insert BEFORE INSERT ON articles_publishedtag
    FOR EACH ROW EXECUTE FUNCTION guard_what_hangs_on_it('{}');
CREATE TRIGGER guard_row BEFORE INSERT OR UPDATE OR DELETE ON articles_publishedtag
    FOR EACH ROW EXECUTE FUNCTION guard_published_tag();
CREATE TRIGGER guard_row BEFORE INSERT OR UPDATE OR DELETE ON articles_statement
    FOR EACH ROW EXECUTE FUNCTION guard_what_hangs_on_it(
        '{words,name,capacity,occasion,passage_start,passage_end}', '{passage_start,passage_end}');
CREATE TRIGGER guard_source BEFORE INSERT ON articles_statement
    FOR EACH ROW EXECUTE FUNCTION guard_named_source();
CREATE TRIGGER guard_row BEFORE INSERT OR UPDATE OR DELETE ON articles_correction
    FOR EACH ROW EXECUTE FUNCTION guard_what_hangs_on_it('{wrong,right}');
CREATE TRIGGER guard_row BEFORE INSERT OR UPDATE OR DELETE ON articles_publishedphoto
    FOR EACH ROW EXECUTE FUNCTION guard_what_hangs_on_it('{alt_text,caption,credit}');

CREATE TRIGGER guard_row BEFORE INSERT OR UPDATE ON articles_withdrawal FOR EACH ROW EXECUTE FUNCTION guard_withdrawal();
CREATE TRIGGER guard_delete BEFORE DELETE ON articles_withdrawal FOR EACH ROW EXECUTE FUNCTION guard_nothing_goes();
CREATE TRIGGER guard_row BEFORE INSERT OR UPDATE OR DELETE ON articles_placement
    FOR EACH ROW EXECUTE FUNCTION guard_placement();
CREATE TRIGGER guard_row BEFORE UPDATE OR DELETE ON articles_address FOR EACH ROW EXECUTE FUNCTION guard_address();
CREATE TRIGGER guard_row BEFORE UPDATE OR DELETE ON articles_erasure FOR EACH ROW EXECUTE FUNCTION guard_nothing_goes();
CREATE TRIGGER guard_row BEFORE UPDATE OR DELETE ON articles_event FOR EACH ROW EXECUTE FUNCTION guard_event();
CREATE TRIGGER guard_merge BEFORE UPDATE OF merged_into_id ON articles_tag FOR EACH ROW
    WHEN (OLD.merged_into_id IS DISTINCT FROM NEW.merged_into_id) EXECUTE FUNCTION guard_merge('language');
CREATE TRIGGER guard_merge BEFORE UPDATE OF merged_into_id ON articles_section FOR EACH ROW
    WHEN (OLD.merged_into_id IS DISTINCT FROM NEW.merged_into_id) EXECUTE FUNCTION guard_merge('edition_id');
CREATE TRIGGER guard_label AFTER INSERT OR UPDATE ON articles_sourcename
    FOR EACH ROW EXECUTE FUNCTION guard_protected_source();
CREATE TRIGGER guard_label AFTER INSERT OR UPDATE ON articles_sourcetitle
    FOR EACH ROW EXECUTE FUNCTION guard_protected_source();
CREATE TRIGGER guard_label AFTER UPDATE OF protected_in_id ON articles_source
    FOR EACH ROW EXECUTE FUNCTION guard_protected_source();
CREATE TRIGGER guard_title AFTER INSERT OR UPDATE ON articles_sourcetitle
    FOR EACH ROW EXECUTE FUNCTION guard_title();
CREATE TRIGGER guard_title AFTER UPDATE OF kind, protected_in_id ON articles_source
    FOR EACH ROW EXECUTE FUNCTION guard_title();

DO $$
DECLARE
    guarded text;
    trigger record;
BEGIN
    FOREACH guarded IN ARRAY ARRAY['publication', 'publishedbyline', 'publishedtag', 'publishedphoto', 'statement',
                                   'correction', 'withdrawal', 'erasure', 'event', 'placement', 'address'] LOOP
        EXECUTE format('CREATE TRIGGER guard_truncate BEFORE TRUNCATE ON articles_%s
                        FOR EACH STATEMENT EXECUTE FUNCTION guard_nothing_goes()', guarded);
    END LOOP;
    FOR trigger IN SELECT tgname, tgrelid FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
                   WHERE relnamespace = 'public'::regnamespace AND relname LIKE 'articles\_%'
                   AND tgname LIKE 'guard\_%' AND NOT tgisinternal LOOP
        EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', trigger.tgrelid::regclass, trigger.tgname);
    END LOOP;
END $$;
