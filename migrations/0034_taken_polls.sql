-- Up Migration
-- A feed is polled by one poller at a time, however long that takes: its right ends when it gives it up, or some
-- seconds after it was renewed last.
create table taken_polls (
  feed_id uuid primary key references feeds (id),
  taken_by uuid not null,                                -- one poll; what it found is written down only while it has the right
  until timestamptz not null
);
