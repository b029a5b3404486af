ALTER TABLE sample.thing ADD COLUMN name text; SELECT pg_sleep(0.2);
