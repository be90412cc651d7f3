import type { Db, Transaction } from '@muster/postgres'
import type { Estimate } from './estimate.ts'
import type { Basis, Series } from './topic-book.ts'

const ESTIMATE_COLUMNS = `low, best, high, low_open as "lowOpen", high_open as "highOpen", contested,
  origins, outlets, articles, newest_published_at as "newestPublishedAt", claim_ids as "claimIds"`

/** An estimate as it is listed: its series, and the position of the event that last changed it. */
export type StoredEstimate = Series & { basis: Basis; position: number } & Estimate

/** Stores estimates in place of those before. */
export async function saveEstimates(tx: Transaction, estimates: StoredEstimate[]): Promise<void> {
  if (estimates.length === 0) return
  await tx.query(
    `insert into estimates (topic, place, basis, low, best, high, low_open, high_open, contested, origins, outlets,
       articles, newest_published_at, claim_ids, position)
     select topic, place, basis, low, best, high, "lowOpen", "highOpen", contested, origins, outlets,
       articles, "newestPublishedAt", "claimIds", position
       from json_to_recordset($1) as e(topic text, place text, basis text, low float8, best float8, high float8,
         "lowOpen" boolean, "highOpen" boolean, contested boolean, origins text[], outlets text[], articles int,
         "newestPublishedAt" timestamptz, "claimIds" uuid[], position bigint)
     on conflict (topic, place, basis) do update set low = excluded.low, best = excluded.best, high = excluded.high,
       low_open = excluded.low_open, high_open = excluded.high_open, contested = excluded.contested,
       origins = excluded.origins, outlets = excluded.outlets, articles = excluded.articles,
       newest_published_at = excluded.newest_published_at, claim_ids = excluded.claim_ids, position = excluded.position`,
    [JSON.stringify(estimates)],
  )
}

/** Removes the estimates of series that no claim is left for. */
export async function deleteEstimates(tx: Transaction, gone: (Series & { basis: Basis })[]): Promise<void> {
  if (gone.length === 0) return
  await tx.query(
    `delete from estimates e using json_to_recordset($1) as g(topic text, place text, basis text)
      where e.topic = g.topic and e.place = g.place and e.basis = g.basis`,
    [JSON.stringify(gone)],
  )
}

/** Which estimates to list; absent parts do not filter. `after` is the last series of the page before. */
export type EstimateFilter = {
  topic?: string | undefined
  actor?: string | undefined
  place?: string | undefined
  basis?: Basis | undefined
  after?: (Series & { basis: Basis }) | undefined
}

/** Estimates that fit a filter, by topic, place and basis. */
export async function findEstimates(
  db: Db,
  filter: EstimateFilter,
  limit: number,
): Promise<StoredEstimate[]> {
  const { topic, actor, place, basis, after } = filter
  const { rows } = await db.query<StoredEstimate>(
    `select topic, place, basis, position, ${ESTIMATE_COLUMNS} from estimates
      where ($1::text is null or topic = $1)
        and ($2::text is null or split_part(topic, '.', 1) = $2)
        and ($3::text is null or place = $3)
        and ($4::text is null or basis = $4)
        and ($5::text is null or (topic, place, basis) > ($5, $6, $7))
      order by topic, place, basis limit $8`,
    [topic, actor, place, basis, after?.topic, after?.place, after?.basis, limit],
  )
  return rows
}
