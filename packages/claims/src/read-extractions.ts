import type { Extraction } from '@muster/articles'
import type { StoredEvent } from '@muster/event-store'
import { articleExtracted } from './events.ts'

/** Which texts of articles were read, of each the last; events of other things tell of none. */
export function readExtractions(events: StoredEvent[]): Extraction[] {
  const last = new Map<string, Extraction>()
  for (const event of events) {
    const data = articleExtracted.read(event)
    if (data) last.set(data.articleId, { ...data, recordedAt: event.recordedAt })
  }
  return [...last.values()]
}
