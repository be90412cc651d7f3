import { headOfLog, projectionPosition, readAll, type StoredEvent, withCheckpoint } from '@muster/event-store'
import type { Pool } from '@muster/postgres'
import type { Logger } from '@muster/runtime'
import { NOTICE_TYPES, type NoticeFailure, type Sending, sendNotice } from './send-notice.ts'
import { deleteNotice, findNotice, saveNotice } from './store.ts'

type Telling = Sending & { logger: Logger }

const NAME = 'feed-troubles'
const LIMIT = 1_000
/** In seconds; the last attempt comes some 18 hours after the first, so that a night's outage loses nothing. */
const PAUSES = [10, 60, 300, 1_800, 7_200, 18_000, 36_000]

/**
 * Tells the operator what happened to feeds, each event at least once and in order: one that is not taken is sent again
 * before those after it, with growing pauses. One that is refused as it is (HTTP 422 and the like), or was not taken for
 * 18 hours, is given up, which is written down, and the next is told. What had happened before anybody wanted to be
 * told is left out.
 */
export async function tellOperator(telling: Telling): Promise<'again' | 'rest'> {
  const { pool } = telling
  const after = await projectionPosition(pool, NAME)
  if (after === 0) {
    await moveTo(pool, after, (await headOfLog(pool)).position)
    return 'rest'
  }
  const { events, through } = await readAll(pool, { after, limit: LIMIT, types: Object.keys(NOTICE_TYPES) })
  for (const event of events) {
    if ((await tell(telling, event)) === 'waits') {
      await moveTo(pool, after, event.position - 1)
      return 'rest'
    }
  }
  await moveTo(pool, after, through)
  return through - after === LIMIT ? 'again' : 'rest'
}

async function moveTo(pool: Pool, after: number, position: number): Promise<void> {
  // Whoever else told meanwhile has moved it already.
  await withCheckpoint(pool, NAME, async (_tx, present) => ({
    position: present === after ? position : present,
  }))
}

async function tell(telling: Telling, event: StoredEvent): Promise<'over' | 'waits'> {
  const { pool, now } = telling
  const before = await findNotice(pool, event.position)
  if (before?.nextAttemptAt === null) return 'over'
  if (before?.nextAttemptAt && before.nextAttemptAt > now) return 'waits'
  const failure = await sendNotice(telling, event)
  if (failure) return putOff(telling, event, failure, (before?.attempts ?? 0) + 1)
  if (before) await deleteNotice(pool, event.position)
  return 'over'
}

async function putOff(
  { pool, logger, now }: Telling,
  { type, position }: StoredEvent,
  { error, isFinal }: NoticeFailure,
  attempts: number,
): Promise<'over' | 'waits'> {
  const pause = isFinal ? undefined : PAUSES[attempts - 1]
  const nextAttemptAt = pause === undefined ? null : new Date(now.getTime() + 1_000 * pause)
  await saveNotice(pool, { position, attempts, error, attemptedAt: now, nextAttemptAt })
  const facts = { event: type, position, attempts, reason: error }
  if (nextAttemptAt) logger.warn({ ...facts, nextAttemptAt }, 'operator not told')
  else logger.error(facts, 'operator not told, event given up')
  return nextAttemptAt ? 'waits' : 'over'
}
