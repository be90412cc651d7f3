import { articleStream, latestCapture, readSnapshots } from '@muster/articles'
import { append, type NewEvent, readStream } from '@muster/event-store'
import type { Db } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import { type ClaimEdits, claimEdits } from './claim-edits.ts'
import { articleExtracted } from './events.ts'
import { toEvents } from './extract-article.ts'
import { liveClaims } from './live-claims.ts'
import { type Extractor, readArticle } from './read-article.ts'

/**
 * What an extractor would make of an article today: `edits` of its claims, and the events of them, marked as a
 * replay; none when all claims are as they were. `unread` is left to the extraction worker.
 */
export type Rereading =
  | { kind: 'reread'; articleId: string; text: string; edits: ClaimEdits; after: number; events: NewEvent[] }
  | { kind: 'unread' | 'text-taken-down' }

/**
 * Reads the present text of an article that was read before; stores nothing. Its claims stay of the report that they
 * are of, whatever is known of reports now. Throws what readArticle throws.
 */
export async function rereadArticle(
  db: Db,
  extractor: Extractor,
  articleId: string,
  now: Date,
): Promise<Rereading> {
  const stream = await readStream(db, articleStream(articleId))
  const capture = latestCapture(stream)
  const isRead = stream.some((each) => each.version > (capture?.version ?? 0) && articleExtracted.read(each))
  if (!capture || !isRead) return { kind: 'unread' }
  const live = liveClaims(stream)
  const [claim] = live.values()
  const reading = await readArticle(db, extractor, {
    ...capture,
    reportId: claim?.reportId ?? capture.reportId,
  })
  if (reading.kind !== 'read') return reading
  const { texts } = await readSnapshots(
    db,
    [...live.values()].map(({ snapshotHash }) => snapshotHash),
  )
  const edits = claimEdits(live, reading, texts)
  const isChanged = [edits.recorded, edits.revised, edits.withdrawn].some((each) => each.length > 0)
  const replay = { ...reading, notes: { ...reading.notes, replay: true } }
  const events = isChanged ? toEvents(replay, edits, now) : []
  return { kind: 'reread', articleId, text: reading.text, edits, after: stream.length, events }
}

/**
 * Appends what a rereading makes of an article. Throws WrongExpectedVersionError when something happened to the
 * article meanwhile.
 */
export async function appendRereading(
  db: Db,
  { articleId, after, events }: Extract<Rereading, { kind: 'reread' }>,
): Promise<void> {
  if (events.length === 0) return
  const stream = articleStream(articleId)
  const digest = JSON.stringify(events.map(({ type, data }) => [type.name, data]))
  await append(db, deterministicId('append', 'replay', articleId, after, digest), [
    { stream, expected: after, events },
  ])
}
