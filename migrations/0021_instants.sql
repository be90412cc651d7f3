-- Up Migration
-- Finds the position that the log had reached at an instant.
create index appends_recorded_at on appends (recorded_at, last_position);
