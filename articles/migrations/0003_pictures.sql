-- A photo in a published text is written with its version, stays as it is, and is emptied only by an erasure.

CREATE TRIGGER guard_row BEFORE INSERT OR UPDATE OR DELETE ON articles_publishedphoto
    FOR EACH ROW EXECUTE FUNCTION guard_what_hangs_on_it('{alt_text,caption,credit}');
CREATE TRIGGER guard_truncate BEFORE TRUNCATE ON articles_publishedphoto
    FOR EACH STATEMENT EXECUTE FUNCTION guard_nothing_goes();
ALTER TABLE articles_publishedphoto ENABLE ALWAYS TRIGGER guard_row;
ALTER TABLE articles_publishedphoto ENABLE ALWAYS TRIGGER guard_truncate;
