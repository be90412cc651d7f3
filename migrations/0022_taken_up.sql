-- Up Migration
-- An event that was set aside can be tried again: where in the log that was last done; 0: only in its own place.
alter table parked_events add column tried_at bigint not null default 0;
