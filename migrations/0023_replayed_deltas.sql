-- Up Migration
-- Deltas that come from reading old articles anew raise no alert.
alter table deltas add column replayed boolean not null default false;
