-- Up Migration
-- Keeps a print unless one that was kept after the last that its owner has seen shares a key with it: then it answers
-- with those. In one call, because all other captures wait until the lock is let go.
create function keep_print(
  p_article uuid, p_report text, p_published timestamptz, p_captured timestamptz, p_print bytea, p_keys int[],
  p_seen bigint, p_from timestamptz, p_to timestamptz
) returns table (nth bigint, report_id text, print bytea) language plpgsql as $$
begin
  perform pg_advisory_xact_lock(727003);
  return query
    select p.nth, p.report_id, p.print from text_prints p
     where p.nth > p_seen and p.band_keys && p_keys and p.published_at between p_from and p_to
     order by p.nth;
  if not found then
    insert into text_prints (article_id, report_id, published_at, captured_at, print, band_keys)
    values (p_article, p_report, p_published, p_captured, p_print, p_keys) on conflict (article_id) do nothing;
  end if;
end $$;
