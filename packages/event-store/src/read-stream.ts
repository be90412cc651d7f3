import type { Db } from '@muster/postgres'
import type { StoredEvent } from './event.ts'
import { findStreamEvents } from './store.ts'

const PAGE = 500

/** All events of a stream in order; none when nobody wrote to it. */
export async function readStream(db: Db, streamId: string): Promise<StoredEvent[]> {
  const events: StoredEvent[] = []
  for (;;) {
    const page = await findStreamEvents(db, streamId, events.length, PAGE)
    events.push(...page)
    if (page.length < PAGE) return events
  }
}
