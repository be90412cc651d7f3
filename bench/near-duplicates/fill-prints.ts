import type { Pool } from '@muster/postgres'

/**
 * Fills up the prints of a month to a number of them. Each has every fiftieth key of a captured one, as reports of
 * the same matter share some, and is of no use besides.
 */
export async function fillPrints(pool: Pool, size: number): Promise<void> {
  const { rows } = await pool.query<{ count: number }>('select count(*)::int as count from text_prints')
  await pool.query(
    `with captured as materialized (
       select row_number() over () as n, band_keys from text_prints order by nth limit 1000),
     added as (
       insert into text_prints (article_id, report_id, published_at, captured_at, print, band_keys)
       select gen_random_uuid(), 'filled-' || filled.n, '2024-11-04', '2024-11-04',
              (select string_agg(sha256(int4send((filled.n * 31 + part)::int)), '') from generate_series(1, 25) part)
                || substr(sha256(int4send(filled.n)), 1, 4),
              (select array_agg(case when random() < 0.02 then key else (random() * 4294967295 - 2147483648)::int end)
                 from unnest(band_keys) key)
         from generate_series($1::int + 1, $2::int) filled(n)
         join captured on captured.n = filled.n % (select count(*) from captured) + 1
       returning article_id, band_keys)
     insert into text_print_keys (key, article_id)
     select distinct unnest(band_keys) as key, article_id from added order by key, article_id`,
    [rows[0]?.count ?? 0, size],
  )
  await pool.query('vacuum analyze')
}
