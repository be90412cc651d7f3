-- Up Migration
-- For the filters of lists; each list is read a page at a time in the order of its index.
create index claims_places on claims using gin (place_ids);
create index claims_newest_of_topic on claims (topic, position) where withdrawn_at is null;
create index claims_newest_of_status on claims (status, position) where withdrawn_at is null;
create index estimates_actor on estimates (split_part(topic, '.', 1), topic, place, basis);
create index deltas_topic on deltas (topic, position, ordinal);
create index deltas_kind on deltas (kind, position, ordinal);
create index subscriptions_owner on subscriptions (owner, id);

-- Cursors carry milliseconds: with a finer time, pages would repeat or skip what was made within one.
alter table deliveries alter column created_at type timestamptz(3);
create index deliveries_newest on deliveries (created_at, id);
create index deliveries_dead on deliveries (created_at, id) where status = 'dead';
