-- Up Migration
-- Prints are kept some at a time: from here until the transaction ends nobody else keeps any, and what came after those
-- that the caller has seen is answered. One call, because the rows must be read after the lock is taken.
drop function keep_print(uuid, text, timestamptz, timestamptz, bytea, int[], bigint, timestamptz, timestamptz);
create function lock_prints(p_seen bigint)
  returns table (report_id text, print bytea, band_keys int[], published_at timestamptz) language plpgsql as $$
begin
  perform pg_advisory_xact_lock(727003);
  return query
    select p.report_id, p.print, p.band_keys, p.published_at from text_prints p
     where p.nth > p_seen
     order by p.nth;
end $$;
