-- When tables that change rarely last changed. Nodes remember what stands in them and ask, once a
-- transaction, whether it still does. A stamp is drawn anew with every change: one that was rolled
-- back never comes again, and a change made with any tool is noticed.
CREATE TABLE platform.stamp (
  table_name text PRIMARY KEY,
  value      uuid NOT NULL
);

CREATE FUNCTION platform.draw_stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE platform.stamp SET value = gen_random_uuid()
  WHERE table_name = TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME;
  RETURN NULL;
END $$;

-- What a module's migration calls for a table of its own that may be remembered.
CREATE FUNCTION platform.stamp_changes(in_schema text, of_table text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO platform.stamp VALUES (in_schema || '.' || of_table, gen_random_uuid());
  EXECUTE format(
    'CREATE TRIGGER stamp AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I.%I'
    ' FOR EACH STATEMENT EXECUTE FUNCTION platform.draw_stamp()', in_schema, of_table);
END $$;

-- All of them in one row: one question is enough for everything that is remembered.
CREATE VIEW platform.stamps AS
SELECT 1 AS id, jsonb_object_agg(table_name, value) AS by_table FROM platform.stamp;
