-- One index for both: tickets of a priority by their update, and all tickets by priority. The
-- latter needs every column in one direction, or a page of it sorts a quarter of the table.
DROP INDEX ticket_by_priority;
CREATE INDEX ticket_by_priority ON ticket (priority, updated_at, id);
