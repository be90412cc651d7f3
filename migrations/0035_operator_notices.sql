-- Up Migration
-- Events about feeds that the operator's webhook has not taken: tried again by a schedule, then passed over.
create table operator_notices (
  position bigint primary key,                           -- of the event
  attempts int not null,
  error text not null,                                   -- of the last attempt
  attempted_at timestamptz not null,
  next_attempt_at timestamptz                            -- null: given up
);
create index operator_notices_given_up on operator_notices (attempted_at) where next_attempt_at is null;
