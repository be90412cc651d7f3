import { copyLines, type Db, listField, type Transaction, textField, timeFields } from '@muster/postgres'
import type { Claim } from './claim.ts'

const COLUMNS = `id, article_id as "articleId", snapshot_hash as "snapshotHash", report_id as "reportId",
  span_start as start, span_end as "end", low, high, qualifier, unit, item, predicate, actor, places,
  place_ids as "placeIds", status, extent, source, origin, to_char(effective_date, 'YYYY-MM-DD') as "effectiveDate",
  confidence, topic, outlet, published_at as "publishedAt", recorded_at as "recordedAt", position,
  from_position as "fromPosition", until_position as "untilPosition", withdrawn_at as "withdrawnAt"`

/** Stores what claims say from a position of the log on. */
export async function insertClaims(tx: Transaction, claims: Claim[]): Promise<void> {
  await copyLines(
    tx,
    `claims (id, article_id, snapshot_hash, report_id, span_start, span_end, low, high, qualifier, unit, item,
       predicate, actor, places, place_ids, status, extent, source, origin, effective_date, confidence, topic, outlet,
       published_at, recorded_at, position, from_position, until_position, withdrawn_at)`,
    linesOf(claims),
  )
}

/** Each is made when it is sent. */
function* linesOf(claims: Claim[]): Generator<string> {
  const [publishedAt, recordedAt, withdrawnAt] = [timeFields(), timeFields(), timeFields()]
  for (const claim of claims) {
    const { id, articleId, snapshotHash, reportId, start, end, low, high, qualifier, unit } = claim
    const { predicate, status, extent, effectiveDate, confidence, untilPosition } = claim
    const place = `${id}\t${articleId}\t${snapshotHash}\t${reportId}\t${start}\t${end}`
    const number = `${low ?? NULL}\t${high ?? NULL}\t${qualifier}\t${unit}\t${textField(claim.item)}`
    const who = `${predicate}\t${textField(claim.actor)}\t${listField(claim.places)}\t${listField(claim.placeIds)}`
    const source = `${status}\t${extent}\t${textField(claim.source)}\t${textField(claim.origin)}`
    const rest = `${effectiveDate ?? NULL}\t${confidence}\t${textField(claim.topic)}\t${textField(claim.outlet)}`
    const times = `${publishedAt(claim.publishedAt)}\t${recordedAt(claim.recordedAt)}`
    const positions = `${claim.position}\t${claim.fromPosition}\t${untilPosition ?? NULL}`
    yield `${place}\t${number}\t${who}\t${source}\t${rest}\t${times}\t${positions}\t${withdrawnAt(claim.withdrawnAt)}\n`
  }
}

const NULL = '\\N'

/** Stores until where claims said what they said. */
export async function endClaims(
  tx: Transaction,
  claims: Pick<Claim, 'id' | 'fromPosition' | 'untilPosition' | 'withdrawnAt'>[],
): Promise<void> {
  if (claims.length === 0) return
  await tx.query(
    `update claims c set until_position = e."untilPosition", withdrawn_at = e."withdrawnAt"
       from json_to_recordset($1) as e(id uuid, "fromPosition" bigint, "untilPosition" bigint, "withdrawnAt" timestamptz)
      where c.id = e.id and c.from_position = e."fromPosition"`,
    [JSON.stringify(claims)],
  )
}

/** One claim, live or withdrawn, or null. */
export async function findClaim(db: Db, id: string): Promise<Claim | null> {
  const [claim] = await findClaimsByIds(db, [id])
  return claim ?? null
}

/** What claims said last, live or withdrawn, in the order of recording. */
export async function findClaimsByIds(db: Db, ids: string[]): Promise<Claim[]> {
  if (ids.length === 0) return []
  const { rows } = await db.query<Claim>(
    `select * from (
       select distinct on (id) ${COLUMNS} from claims where id = any($1) order by id, from_position desc) last
      order by position, start`,
    [ids],
  )
  return rows
}

/** The live claims of topics, in the order of recording. */
export async function findTopicClaims(db: Db, topics: string[]): Promise<Claim[]> {
  const { rows } = await db.query<Claim>(
    `select ${COLUMNS} from claims where topic = any($1) and until_position is null order by position`,
    [topics],
  )
  return rows
}

/** All that claims ever said of which some was of this topic, in the order of the log. */
export async function findTopicHistory(db: Db, topic: string): Promise<Claim[]> {
  const { rows } = await db.query<Claim>(
    `select ${COLUMNS} from claims where id in (select id from claims where topic = $1) order by from_position`,
    [topic],
  )
  return rows
}

/** What the claims of a topic said at a position of the log, of those published up to an instant (null: all). */
export async function findTopicClaimsAt(
  db: Db,
  topic: string,
  position: number,
  publishedUntil: Date | null,
): Promise<Claim[]> {
  const { rows } = await db.query<Claim>(
    `select ${COLUMNS} from claims
      where topic = $1 and from_position <= $2 and (until_position is null or until_position > $2)
        and ($3::timestamptz is null or published_at <= $3)
      order by position`,
    [topic, position, publishedUntil],
  )
  // What came later was not known then.
  return rows.map((claim) => ({ ...claim, untilPosition: null, withdrawnAt: null }))
}

/** The live claims of an article, in the order of its text. */
export async function findArticleClaims(db: Db, articleId: string): Promise<Claim[]> {
  const { rows } = await db.query<Claim>(
    `select ${COLUMNS} from claims where article_id = $1 and until_position is null order by span_start, position`,
    [articleId],
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
      where until_position is null
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
