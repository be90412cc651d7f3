import { markExtracted } from '@muster/articles'
import type { StoredEvent } from '@muster/event-store'
import type { Transaction } from '@muster/postgres'
import { articleExtracted } from './events.ts'

/** Projects that articles were read; ignores all other events. */
export async function applyExtractions(tx: Transaction, events: StoredEvent[]): Promise<void> {
  const read = events.flatMap((event) => {
    const data = articleExtracted.read(event)
    return data ? [{ ...data, recordedAt: event.recordedAt }] : []
  })
  await markExtracted(tx, [...new Map(read.map((data) => [data.articleId, data])).values()])
}
