-- Up Migration
-- What every poll came to, kept for 30 days; and the sums of each feed and day, which stay.
create table feed_polls (
  feed_id uuid not null,
  polled_at timestamptz not null,
  outcome text not null,
  reason text,                                           -- why it failed, by name
  detail text,
  http_status int,
  is_push boolean not null default false,
  fetched int not null default 0,
  new int not null default 0,
  known int not null default 0,
  changed int not null default 0,
  filtered int not null default 0,
  failed int not null default 0,
  drops jsonb not null default '[]',                     -- entries filtered or failed, each with its reason
  next_poll_at timestamptz not null,
  primary key (feed_id, polled_at),
  check (fetched = new + known + changed + filtered + failed)
) partition by range (polled_at);
create table feed_polls_other partition of feed_polls default;

-- A partition a day, a week ahead; those of more than 30 days ago go.
create function keep_poll_partitions(p_now timestamptz) returns void language plpgsql as $$
declare
  today constant date := (p_now at time zone 'UTC')::date;
  part text;
  day date;
begin
  perform pg_advisory_xact_lock(727005);
  for day in select generate_series(today, today + 7, interval '1 day')::date loop
    part := format('feed_polls_%s', to_char(day, 'YYYYMMDD'));
    continue when to_regclass(part) is not null
      or exists (select from feed_polls_other where polled_at >= day::timestamp at time zone 'UTC'
                                                 and polled_at < (day + 1)::timestamp at time zone 'UTC');
    execute format('create table %I partition of feed_polls for values from (%L) to (%L)',
      part, day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC');
  end loop;
  for part in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
               where i.inhparent = 'feed_polls'::regclass and c.relname ~ '^feed_polls_\d{8}$'
                 and to_date(right(c.relname, 8), 'YYYYMMDD') < today - 30 loop
    execute format('drop table %I', part);
  end loop;
  delete from feed_polls_other where polled_at < p_now - interval '30 days';
end $$;
select keep_poll_partitions(now());

create table feed_days (
  day date not null,                                     -- in UTC
  feed_id uuid not null,
  polls int not null,
  answered int not null,
  throttled int not null,
  broken int not null,
  fetched bigint not null,
  new int not null,
  known bigint not null,
  changed int not null,
  filtered bigint not null,
  failed int not null,
  primary key (day, feed_id),
  check (polls = answered + throttled + broken),
  check (fetched = new + known + changed + filtered + failed)
);
