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
  const events: StoredEvent[] = []
  for (;;) {
    const after = events.at(-1)?.position ?? 0
    const page = await findStreamEvents(db, streamId, { after, seen: events.length, limit: PAGE })
    events.push(...page)
    if (page.length < PAGE) break
  }
  if (!kept && events[0]?.version !== 1 && (await findStreamVersion(db, streamId)) > 0) {
    throw new LogArchivedError(`the first events of ${streamId} are in an archive`)
  }
  return events
}
