-- Up Migration
drop function append_events(uuid[], text[], int[], bigint[], int[], int[], int[], uuid[], text[], smallint[], jsonb[], jsonb[], timestamptz[], bytea[]);

-- Appends made together: append k has the key p_keys[k] and the next p_sizes[k] of the events. The events are one JSON
-- array, and their digests one string of bytes, because an array of a thousand values costs more to read than the rows to
-- write. All are made or none. One append that was made before answers as then; among several it is an error, and so is
-- one wrong version among them: each is then to be asked for by itself.
create function append_events(p_keys uuid[], p_sizes int[],
    p_streams text[], p_expected bigint[], p_counts int[], p_events jsonb, p_digests bytea)
  returns table (first_position bigint, last_position bigint, duplicate boolean)
  language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  n int := jsonb_array_length(p_events);
  k int := cardinality(p_keys);
  v_bad text; v_base bigint[]; v_last bigint; v_at timestamptz; v_hash bytea; v_digest bytea; v_done int := 0;
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
  select array_agg(b.version - u.through order by u.ord),  -- event i of its stream gets this plus i as its version
         string_agg(format('%s: expected %s, is at %s', u.stream_id, u.expected, b.version - u.n), '; ')
           filter (where b.version - u.n <> u.expected)
    into v_base, v_bad
    from (select *, sum(c.n) over (order by c.ord) as through
            from unnest(p_streams, p_expected, p_counts) with ordinality as c(stream_id, expected, n, ord)) u
    join bumped b on b.stream_id = u.stream_id;
  -- Looked for after the streams are held: whoever made the same append before has committed by now. Among several
  -- the primary key finds it.
  if k = 1 then
    select * into earlier from appends a where a.key = p_keys[1];
    if found then
      if earlier.digest <> sha256(p_digests) then
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
    v_digest := sha256(substr(p_digests, v_done * 32 + 1, p_sizes[i] * 32));
    v_done := v_done + p_sizes[i];
    first_position := v_last + 1;
    last_position := v_last + p_sizes[i];
    v_last := last_position;
    v_hash := sha256(v_hash || int8send(first_position) || int8send(last_position) || v_digest);
    insert into appends values (p_keys[i], first_position, last_position, v_digest, v_hash, v_at);
    duplicate := false;
    return next;
  end loop;
  update event_log set position = v_last, recorded_at = v_at, hash = v_hash;
  insert into events (position, stream_id, version, event_id, type, schema_version, data, metadata, occurred_at, recorded_at, digest)
  select v_last - n + e.i, p_streams[e.part], v_base[e.part] + e.i, e.id, e.type, e.version, e.data, e.metadata, e.at,
         v_at, substr(p_digests, (e.i * 32 - 31)::int, 32)
    from rows from (jsonb_to_recordset(p_events)
      as (part int, id uuid, type text, "schemaVersion" smallint, data jsonb, metadata jsonb, "occurredAt" timestamptz))
      with ordinality as e(part, id, type, version, data, metadata, at, i);
end $$;
