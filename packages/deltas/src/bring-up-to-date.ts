import { claimOfEvent } from '@muster/claims'
import { readStream, type StoredEvent } from '@muster/event-store'
import type { Transaction } from '@muster/postgres'

/** What is to be applied to articles, and what to claims. */
type Work = { articleEvents: StoredEvent[]; claimEvents: StoredEvent[] }

/**
 * An event that is taken up after it was set aside comes late: its article went on without it. Of a claim that was
 * spoken of since, it says nothing any more; an article that it brings gets what came after it as well.
 */
export async function bringUpToDate(tx: Transaction, events: StoredEvent[]): Promise<Work> {
  if (events.every(({ original }) => original === undefined)) {
    return { articleEvents: events, claimEvents: events }
  }
  const articleEvents: StoredEvent[] = []
  const claimEvents: StoredEvent[] = []
  for (const event of events) {
    const later = await findLater(tx, event)
    articleEvents.push(event, ...later)
    const claimId = claimOfEvent(event)
    if (claimId === null || later.every((each) => claimOfEvent(each) !== claimId)) claimEvents.push(event)
  }
  return { articleEvents, claimEvents }
}

/** The events of its stream between its own place and the one where it is taken up. */
async function findLater(tx: Transaction, { streamId, position, original }: StoredEvent) {
  if (original === undefined) return []
  const stream = await readStream(tx, streamId)
  return stream.filter((event) => event.position > original && event.position < position)
}
