-- Up Migration
-- The event log: gapless positions handed out in commit order, so that a reader can never step over a late commit.

create table event_log (                                 -- one row: the head of the log
  one boolean primary key default true check (one),
  log_id uuid not null default gen_random_uuid(),        -- a restored copy must get a new one
  position bigint not null default 0,
  recorded_at timestamptz not null default '-infinity',
  hash bytea not null default '\x00'
) with (fillfactor = 10);
insert into event_log default values;

create table streams (
  stream_id text primary key,
  version bigint not null check (version >= 0)
) with (fillfactor = 70);

create table appends (                                   -- one row an append: idempotency key and tamper chain
  key uuid primary key,
  first_position bigint not null,
  last_position bigint not null,
  digest bytea not null,                                 -- sha256 of the digests of its events
  hash bytea not null,                                   -- sha256(previous hash || first || last || digest)
  recorded_at timestamptz not null
);
create index appends_last_position on appends (last_position);

create table events (
  position bigint not null,
  stream_id text not null,
  version bigint not null,
  event_id uuid not null,
  type text not null,
  schema_version smallint not null,
  data jsonb not null,
  metadata jsonb not null,
  occurred_at timestamptz not null,                      -- valid time: when the world said so
  recorded_at timestamptz not null,                      -- system time: never decreases with position
  digest bytea not null,
  primary key (position)
) partition by range (position);
create index events_stream on events (stream_id, version);

-- Partitions of ten million events (about ten gigabytes), always one ahead of the head.
create function forbid_rewrite() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'ES005';
end $$;

-- A trigger on each row reaches the partitions; those on statements do not, so each partition gets its own.
create trigger rows_are_append_only before update or delete on events
  for each row execute function forbid_rewrite();
create trigger events_are_append_only before update or delete or truncate on events
  for each statement execute function forbid_rewrite();
create trigger appends_are_append_only before update or delete or truncate on appends
  for each statement execute function forbid_rewrite();

create function ensure_event_partitions() returns void language plpgsql as $$
declare
  size constant bigint := 10000000;
  part bigint;
  head bigint := (select position from event_log);
begin
  perform pg_advisory_xact_lock(727002);
  for part in select generate_series(head / size, head / size + 1) loop
    continue when to_regclass(format('events_%s', part)) is not null;
    execute format('create table events_%s partition of events for values from (%s) to (%s)',
      part, part * size, (part + 1) * size);
    execute format('create trigger events_are_append_only before truncate on events_%s
      for each statement execute function forbid_rewrite()', part);
  end loop;
end $$;
select ensure_event_partitions();

create function append_events(p_key uuid, p_streams text[], p_expected bigint[], p_counts int[],
    p_stream_index int[], p_ordinal int[], p_ids uuid[], p_types text[], p_schema_versions smallint[],
    p_data jsonb[], p_metadata jsonb[], p_occurred timestamptz[], p_digests bytea[])
  returns table (first_position bigint, last_position bigint, duplicate boolean, base_versions bigint[])
  language plpgsql as $$
declare
  n int := cardinality(p_ids);
  v_bad text; v_base bigint[]; v_last bigint; v_at timestamptz; v_hash bytea;
  v_digest bytea := (select sha256(string_agg(x, ''::bytea order by o)) from unnest(p_digests) with ordinality u(x, o));
  earlier appends;
begin
  if n > 0 is not true then
    raise exception 'an append needs at least one event' using errcode = 'ES003';
  end if;
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'an append needs READ COMMITTED' using errcode = 'ES004';
  end if;
  select * into earlier from appends a where a.key = p_key;
  if found then
    if earlier.digest <> v_digest then
      raise exception 'append key % was used for other events', p_key using errcode = 'ES002';
    end if;
    return query select earlier.first_position, earlier.last_position, true, null::bigint[];
    return;
  end if;
  with bumped as (
    insert into streams as s (stream_id, version)
      select u.stream_id, u.n from unnest(p_streams, p_counts) as u(stream_id, n) order by u.stream_id  -- one lock order
      on conflict (stream_id) do update set version = s.version + excluded.version
      returning s.stream_id, s.version)
  select array_agg(b.version - u.n order by u.ord),
         string_agg(format('%s: expected %s, is at %s', u.stream_id, u.expected, b.version - u.n), '; ')
           filter (where b.version - u.n <> u.expected)
    into v_base, v_bad
    from unnest(p_streams, p_expected, p_counts) with ordinality as u(stream_id, expected, n, ord)
    join bumped b on b.stream_id = u.stream_id;
  if v_bad is not null then
    -- The rival may have been this very append: its answer is then the answer.
    select * into earlier from appends a where a.key = p_key;
    if found and earlier.digest = v_digest then
      raise exception 'append % was made by another process' , p_key using errcode = 'ES006';
    end if;
    raise exception 'wrong expected version' using errcode = 'ES001', detail = v_bad;
  end if;
  if cardinality(v_base) <> cardinality(p_streams) then
    raise exception 'an append names a stream once' using errcode = 'ES003';
  end if;
  perform pg_advisory_xact_lock(727001);                 -- from here on commit order is position order
  update event_log l set position = l.position + n, recorded_at = greatest(l.recorded_at, clock_timestamp()),
      hash = sha256(l.hash || int8send(l.position + 1) || int8send(l.position + n) || v_digest)
    returning l.position, l.recorded_at, l.hash into v_last, v_at, v_hash;
  insert into appends values (p_key, v_last - n + 1, v_last, v_digest, v_hash, v_at);
  insert into events (position, stream_id, version, event_id, type, schema_version, data, metadata, occurred_at, recorded_at, digest)
  select v_last - n + e.i, p_streams[e.si], v_base[e.si] + e.k, e.id, e.t, e.sv, e.d, e.m, e.oc, v_at, e.dg
    from unnest(p_stream_index, p_ordinal, p_ids, p_types, p_schema_versions, p_data, p_metadata, p_occurred, p_digests)
      with ordinality as e(si, k, id, t, sv, d, m, oc, dg, i);
  return query select v_last - n + 1, v_last, false, v_base;
end $$;

create table projections (
  name text primary key,
  position bigint not null default 0,
  updated_at timestamptz not null default now()
);

create table parked_events (                             -- events that a projection could not apply, set aside
  projection text not null,
  position bigint not null,
  error text not null,
  parked_at timestamptz not null default now(),
  primary key (projection, position)
);
