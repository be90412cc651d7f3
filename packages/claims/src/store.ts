import type { Db, Transaction } from '@muster/postgres'
import type { Claim } from './claim.ts'
import type { ClaimRecorded } from './events.ts'
import { topicOf } from './topic-of.ts'

const COLUMNS = `id, article_id as "articleId", snapshot_hash as "snapshotHash", span_start as start, span_end as "end",
  low, high, qualifier, unit, item, predicate, actor, places, place_ids as "placeIds", status, extent, source, origin,
  to_char(effective_date, 'YYYY-MM-DD') as "effectiveDate", confidence, topic, outlet,
  published_at as "publishedAt", recorded_at as "recordedAt", position, withdrawn_at as "withdrawnAt"`

/**
 * Projects a recorded claim. Recorded again from a revised text it keeps its place in the order of recording,
 * and what does not make its identity is as it was recorded last.
 */
export async function saveClaim(
  tx: Transaction,
  claim: ClaimRecorded,
  recordedAt: Date,
  position: number,
): Promise<Claim> {
  const { rows } = await tx.query<Claim>(
    `insert into claims (id, article_id, snapshot_hash, span_start, span_end, low, high, qualifier, unit, item, predicate,
       actor, places, place_ids, status, extent, source, origin, effective_date, confidence, topic, outlet,
       published_at, recorded_at, position)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)
     on conflict (id) do update set snapshot_hash = excluded.snapshot_hash, span_start = excluded.span_start,
       span_end = excluded.span_end, qualifier = excluded.qualifier, places = excluded.places, source = excluded.source,
       effective_date = excluded.effective_date, confidence = excluded.confidence, withdrawn_at = null
     returning ${COLUMNS}`,
    [
      claim.claimId,
      claim.articleId,
      claim.snapshotHash,
      claim.start,
      claim.end,
      claim.low,
      claim.high,
      claim.qualifier,
      claim.unit,
      claim.item,
      claim.predicate,
      claim.actor,
      claim.places,
      claim.placeIds,
      claim.status,
      claim.extent,
      claim.source,
      claim.origin,
      claim.effectiveDate,
      claim.confidence,
      topicOf(claim),
      claim.outlet,
      claim.publishedAt,
      recordedAt,
      position,
    ],
  )
  return rows[0] as Claim
}

/** Projects a withdrawal; null when there is no such claim. */
export async function withdrawClaim(tx: Transaction, id: string, at: Date): Promise<Claim | null> {
  const { rows } = await tx.query<Claim>(
    `update claims set withdrawn_at = $2 where id = $1 and withdrawn_at is null returning ${COLUMNS}`,
    [id, at],
  )
  return rows[0] ?? null
}

/** One claim, live or withdrawn, or null. */
export async function findClaim(db: Db, id: string): Promise<Claim | null> {
  const [claim] = await findClaimsByIds(db, [id])
  return claim ?? null
}

/** Claims by id, in the order of recording. */
export async function findClaimsByIds(db: Db, ids: string[]): Promise<Claim[]> {
  const { rows } = await db.query<Claim>(
    `select ${COLUMNS} from claims where id = any($1) order by position, span_start`,
    [ids],
  )
  return rows
}

/** The live claims of a topic, in the order of recording. */
export async function findTopicClaims(db: Db, topic: string): Promise<Claim[]> {
  const { rows } = await db.query<Claim>(
    `select ${COLUMNS} from claims where topic = $1 and withdrawn_at is null order by position`,
    [topic],
  )
  return rows
}

/** The live claims of an article, in the order of its text. */
export async function findArticleClaims(db: Db, articleId: string): Promise<Claim[]> {
  const { rows } = await db.query<Claim>(
    `select ${COLUMNS} from claims where article_id = $1 and withdrawn_at is null order by span_start, position`,
    [articleId],
  )
  return rows
}

/** A topic, a place (or null for overall), and the statuses that count. */
export type SeriesFilter = { topic: string; place: string | null; statuses: string[] }

/** The live total claims of a series of at most 90 days before its newest, in the order of recording. */
export async function findSeriesClaims(db: Db, { topic, place, statuses }: SeriesFilter): Promise<Claim[]> {
  const { rows } = await db.query<Claim>(
    `with series as (
       select *, max(published_at) over () as newest from claims
        where topic = $1 and withdrawn_at is null and extent = 'total' and status = any($3)
          and ($2::text is null or place_ids @> array[$2]))
     select ${COLUMNS} from series where published_at >= newest - interval '90 days' order by position`,
    [topic, place, statuses],
  )
  return rows
}

/** Which claims to list; absent parts do not filter. */
export type ClaimFilter = {
  topic?: string | undefined
  place?: string | undefined
  status?: string | undefined
  articleId?: string | undefined
  before?: number | undefined
}

/** Live claims that fit a filter, the newest recorded first. */
export async function findClaims(db: Db, filter: ClaimFilter, limit: number): Promise<Claim[]> {
  const { rows } = await db.query<Claim>(
    `select ${COLUMNS} from claims
      where withdrawn_at is null
        and ($1::text is null or topic = $1)
        and ($2::text is null or place_ids @> array[$2])
        and ($3::text is null or status = $3)
        and ($4::uuid is null or article_id = $4)
        and ($5::bigint is null or position < $5)
      order by position desc limit $6`,
    [filter.topic, filter.place, filter.status, filter.articleId, filter.before, limit],
  )
  return rows
}
