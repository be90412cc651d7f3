-- Up Migration
-- Several appends in one call, each with its key and its link of the hash chain; where the events of a stream
-- begin; partitions that are made without stopping anybody, and archived.

alter table event_log add column partition_size bigint not null default 10000000;  -- fixed before the first event
alter table streams add column first_position bigint not null default 1;           -- no event of the stream is below
update streams s set first_position = e.first
  from (select stream_id, min(position) as first from events group by stream_id) e where e.stream_id = s.stream_id;

-- By position, which is the order of versions too: with it the partitions of a stream are searched one by one.
create index events_stream_position on events (stream_id, position);
drop index events_stream;

create table archived_partitions (                       -- stretches of the log that are in files now
  first_position bigint primary key,
  last_position bigint not null,
  file text not null,
  sha256 text not null,                                  -- of the file, hex
  archived_at timestamptz not null default now()
);

-- A partition is made as a table and then attached, which lets everybody read and append meanwhile; "create table
-- ... partition of" would make all of them wait behind the longest query.
create or replace function ensure_event_partitions() returns void language plpgsql as $$
declare
  size bigint; head bigint; part bigint;
begin
  perform pg_advisory_xact_lock(727002);
  select partition_size, position into size, head from event_log;
  for part in select generate_series(head / size, head / size + 2) loop
    continue when to_regclass(format('events_%s', part)) is not null;
    execute format('create table events_%s (like events including defaults including constraints including indexes)', part);
    execute format('alter table events attach partition events_%s for values from (%s) to (%s)',
      part, part * size, (part + 1) * size);
    execute format('create trigger events_are_append_only before truncate on events_%s
      for each statement execute function forbid_rewrite()', part);
  end loop;
end $$;
select ensure_event_partitions();

drop function append_events(uuid, text[], bigint[], int[], int[], int[], uuid[], text[], smallint[], jsonb[], jsonb[], timestamptz[], bytea[]);

-- Appends made together: append k has the key p_keys[k], the streams i with p_append_of_stream[i] = k, and their
-- events. All are made or none. One append that was made before answers as then; among several it is an error, and
-- so is one wrong version among them: each is then to be asked for by itself.
create function append_events(p_keys uuid[],
    p_streams text[], p_append_of_stream int[], p_expected bigint[], p_counts int[],
    p_stream_index int[], p_ordinal int[], p_ids uuid[], p_types text[], p_schema_versions smallint[],
    p_data jsonb[], p_metadata jsonb[], p_occurred timestamptz[], p_digests bytea[])
  returns table (first_position bigint, last_position bigint, duplicate boolean)
  language plpgsql as $$
declare
  n int := cardinality(p_ids);
  k int := cardinality(p_keys);
  v_bad text; v_base bigint[]; v_last bigint; v_at timestamptz; v_hash bytea;
  v_digests bytea[]; v_counts int[];
  earlier appends;
begin
  if n > 0 is not true then
    raise exception 'an append needs at least one event' using errcode = 'ES003';
  end if;
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'an append needs READ COMMITTED, not %', current_setting('transaction_isolation') using errcode = 'ES004';
  end if;
  with bumped as (
    insert into streams as s (stream_id, version, first_position)
      select u.stream_id, u.n, l.position + 1 from unnest(p_streams, p_counts) as u(stream_id, n), event_log l
       order by u.stream_id                              -- one lock order
      on conflict (stream_id) do update set version = s.version + excluded.version
      returning s.stream_id, s.version)
  select array_agg(b.version - u.n order by u.ord),
         string_agg(format('%s: expected %s, is at %s', u.stream_id, u.expected, b.version - u.n), '; ')
           filter (where b.version - u.n <> u.expected)
    into v_base, v_bad
    from unnest(p_streams, p_expected, p_counts) with ordinality as u(stream_id, expected, n, ord)
    join bumped b on b.stream_id = u.stream_id;
  select array_agg(d.digest order by d.append), array_agg(d.n order by d.append) into v_digests, v_counts
    from (select p_append_of_stream[e.si] as append, sha256(string_agg(e.digest, ''::bytea order by e.ord)) as digest,
                 count(*)::int as n
            from unnest(p_stream_index, p_digests) with ordinality as e(si, digest, ord) group by 1) d;
  -- Looked for after the streams are held: whoever made the same append before has committed by now. Among several
  -- the primary key finds it.
  if k = 1 then
    select * into earlier from appends a where a.key = p_keys[1];
    if found then
      if earlier.digest <> v_digests[1] then
        raise exception 'append key % was used for other events', earlier.key using errcode = 'ES002';
      end if;
      update streams s set version = s.version - u.n from unnest(p_streams, p_counts) as u(stream_id, n)
       where s.stream_id = u.stream_id;
      return query select earlier.first_position, earlier.last_position, true;
      return;
    end if;
  end if;
  if v_bad is not null then
    raise exception 'wrong expected version' using errcode = 'ES001', detail = v_bad;
  end if;
  perform pg_advisory_xact_lock(727001);                 -- from here on commit order is position order
  select l.position, l.hash, greatest(l.recorded_at, clock_timestamp()) into v_last, v_hash, v_at from event_log l;
  for i in 1..k loop
    v_hash := sha256(v_hash || int8send(v_last + 1) || int8send(v_last + v_counts[i]) || v_digests[i]);
    insert into appends values (p_keys[i], v_last + 1, v_last + v_counts[i], v_digests[i], v_hash, v_at);
    first_position := v_last + 1;
    v_last := v_last + v_counts[i];
    last_position := v_last;
    duplicate := false;
    return next;
  end loop;
  update event_log set position = v_last, recorded_at = v_at, hash = v_hash;
  insert into events (position, stream_id, version, event_id, type, schema_version, data, metadata, occurred_at, recorded_at, digest)
  select v_last - n + e.i, p_streams[e.si], v_base[e.si] + e.k, e.id, e.t, e.sv, e.d, e.m, e.oc, v_at, e.dg
    from unnest(p_stream_index, p_ordinal, p_ids, p_types, p_schema_versions, p_data, p_metadata, p_occurred, p_digests)
      with ordinality as e(si, k, id, t, sv, d, m, oc, dg, i);
end $$;
