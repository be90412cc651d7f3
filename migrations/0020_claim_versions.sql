-- Up Migration
-- A claim keeps a row for each thing it said and from when to when, in positions of the log: so that it can be asked
-- what was known at any moment. The row without an end is what it says now.
alter table claims add column report_id text;            -- articles with nearly the same text are one report
alter table claims add column from_position bigint;
alter table claims add column until_position bigint;
update claims set report_id = snapshot_hash, from_position = position;
update claims c set until_position = e.position from events e
 where c.withdrawn_at is not null and e.type = 'ClaimWithdrawn' and e.data->>'claimId' = c.id::text;
alter table claims alter column report_id set not null;
alter table claims alter column from_position set not null;
alter table claims drop constraint claims_pkey;
alter table claims add primary key (id, from_position);

drop index claims_topic;
drop index claims_newest_of_topic;
drop index claims_newest_of_status;
create index claims_of_topic on claims (topic, from_position);
create index claims_newest_of_topic on claims (topic, position) where until_position is null;
create index claims_newest_of_status on claims (status, position) where until_position is null;

alter table deltas drop constraint deltas_cause_check;
alter table deltas add constraint deltas_cause_check
  check (cause in ('claim-recorded', 'claim-revised', 'claim-withdrawn'));
