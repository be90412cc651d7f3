import type { Db } from '@muster/postgres'
import { LogArchivedError } from './errors.ts'
import type { StoredEvent } from './event.ts'
import { findStreamEvents, findStreamVersion } from './store.ts'

const PAGE = 500

/**
 * All events of a stream in order; none when nobody wrote to it. Throws LogArchivedError when some of them are no
 * longer in the database, unless `kept` asks for the others.
 */
export async function readStream(
  db: Db,
  streamId: string,
  { kept = false }: { kept?: boolean } = {},
): Promise<StoredEvent[]> {
  const events = await readPages(db, streamId)
  if (kept || events[0]?.version === 1 || (await findStreamVersion(db, streamId)) === 0) return events
  // Its first append may have been committed between the two looks.
  const present = await readPages(db, streamId)
  if (present[0]?.version === 1) return present
  throw new LogArchivedError(`the first events of ${streamId} are in an archive`)
}

async function readPages(db: Db, streamId: string): Promise<StoredEvent[]> {
  const events: StoredEvent[] = []
  for (;;) {
    const after = events.at(-1)?.position ?? 0
    const page = await findStreamEvents(db, streamId, { after, seen: events.length, limit: PAGE })
    events.push(...page)
    if (page.length < PAGE) return events
  }
}
