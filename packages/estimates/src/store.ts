import type { Db, Transaction } from '@muster/postgres'
import type { Estimate } from './estimate.ts'
import type { Basis, Series } from './revise-estimates.ts'

const ESTIMATE_COLUMNS = `low, best, high, low_open as "lowOpen", high_open as "highOpen", contested,
  origins, outlets, articles, newest_published_at as "newestPublishedAt", claim_ids as "claimIds"`

/** An estimate as it is listed: its series, and the position of the event that last changed it. */
export type StoredEstimate = Series & { basis: Basis; position: number } & Estimate

/** The stored estimate of a series, or null. */
export async function findStoredEstimate(
  db: Db,
  { topic, place }: Series,
  basis: Basis,
): Promise<Estimate | null> {
  const { rows } = await db.query<Estimate>(
    `select ${ESTIMATE_COLUMNS} from estimates where topic = $1 and place = $2 and basis = $3`,
    [topic, place, basis],
  )
  return rows[0] ?? null
}

/** Stores the estimate of a series in place of the one before. */
export async function saveEstimate(
  tx: Transaction,
  { topic, place }: Series,
  basis: Basis,
  estimate: Estimate,
  position: number,
): Promise<void> {
  await tx.query(
    `insert into estimates (topic, place, basis, low, best, high, low_open, high_open, contested, origins, outlets,
       articles, newest_published_at, claim_ids, position)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict (topic, place, basis) do update set low = excluded.low, best = excluded.best, high = excluded.high,
       low_open = excluded.low_open, high_open = excluded.high_open, contested = excluded.contested,
       origins = excluded.origins, outlets = excluded.outlets, articles = excluded.articles,
       newest_published_at = excluded.newest_published_at, claim_ids = excluded.claim_ids, position = excluded.position`,
    [
      topic,
      place,
      basis,
      estimate.low,
      estimate.best,
      estimate.high,
      estimate.lowOpen,
      estimate.highOpen,
      estimate.contested,
      estimate.origins,
      estimate.outlets,
      estimate.articles,
      estimate.newestPublishedAt,
      estimate.claimIds,
      position,
    ],
  )
}

/** Removes the estimate of a series that no claim is left for. */
export async function deleteEstimate(tx: Transaction, { topic, place }: Series, basis: Basis): Promise<void> {
  await tx.query(`delete from estimates where topic = $1 and place = $2 and basis = $3`, [
    topic,
    place,
    basis,
  ])
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
