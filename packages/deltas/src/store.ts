import type { Estimate } from '@muster/estimates'
import { copyLines, type Db, type Transaction, textField, timeFields } from '@muster/postgres'
import type { Delta } from './delta.ts'
import { estimateText } from './estimate-text.ts'
import { type PackedBefore, packBefore, unpackBefore } from './packed-before.ts'

const COLUMNS = `position, ordinal, topic, place, basis, kind, claim_status as "claimStatus", before, after,
  claim_id as "claimId", article_id as "articleId", cause, published_at as "publishedAt", recorded_at as "recordedAt", replayed`

/** A delta as it is stored. */
type DeltaRow = Omit<Delta, 'before'> & { before: PackedBefore | null }

/** The id of the table of claims, which is another one after a rebuild. */
export async function findClaimsTable(tx: Transaction): Promise<number | null> {
  const { rows } = await tx.query<{ id: number }>(`select 'claims'::regclass::oid as id`)
  return rows[0]?.id ?? null
}

/** Stores deltas, each when it comes. */
export async function insertDeltas(tx: Transaction, deltas: Iterable<Delta>): Promise<void> {
  await copyLines(
    tx,
    `deltas (position, ordinal, topic, place, basis, kind, claim_status, before, after, claim_id, article_id, cause,
       published_at, recorded_at, replayed)`,
    linesOf(deltas),
  )
}

/** Only topics and places are words of others; the rest holds nothing to escape, but for names in JSON. */
function* linesOf(deltas: Iterable<Delta>): Generator<string> {
  const [publishedAt, recordedAt] = [timeFields(), timeFields()]
  for (const delta of deltas) {
    const { before, after } = delta
    const series = `${textField(delta.topic)}\t${textField(delta.place)}\t${delta.basis}`
    const estimates = `${textField(toText(before, after))}\t${textField(after && estimateText(after))}`
    const claim = `${delta.claimId}\t${delta.articleId}\t${delta.cause}`
    const times = `${publishedAt(delta.publishedAt)}\t${recordedAt(delta.recordedAt)}`
    yield `${delta.position}\t${delta.ordinal}\t${series}\t${delta.kind}\t${delta.claimStatus}\t${estimates}\t${claim}\t${times}\t${delta.replayed}\n`
  }
}

function toText(before: Estimate | null, after: Estimate | null): string | null {
  if (!before) return null
  return after ? packBefore(before, after) : estimateText(before)
}

/** Which deltas to read; absent parts do not filter. */
export type DeltaFilter = {
  topic?: string | undefined
  place?: string | undefined
  kind?: string | undefined
}

/** Deltas after a place in their sequence, up to and with a position. */
export async function findDeltasBetween(
  db: Db,
  after: { position: number; ordinal: number },
  through: number,
  limit: number,
  filter: DeltaFilter = {},
): Promise<Delta[]> {
  const { rows } = await db.query<DeltaRow>(
    `select ${COLUMNS} from deltas
      where (position, ordinal) > ($1, $2) and position <= $3
        and ($5::text is null or topic = $5)
        and ($6::text is null or place = $6)
        and ($7::text is null or kind = $7)
      order by position, ordinal limit $4`,
    [after.position, after.ordinal, through, limit, filter.topic, filter.place, filter.kind],
  )
  return rows.map(toDelta)
}

function toDelta(row: DeltaRow): Delta {
  const { before, after } = row
  return { ...row, before: before && after ? unpackBefore(before, after) : (before as Estimate | null) }
}

/** The digest of the event at a position, which a cursor carries to know its own log again. */
export async function findEventDigest(db: Db, position: number): Promise<Buffer | null> {
  const { rows } = await db.query<{ digest: Buffer }>(`select digest from events where position = $1`, [
    position,
  ])
  return rows[0]?.digest ?? null
}
