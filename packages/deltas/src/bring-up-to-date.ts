import { articleExtracted, type ClaimRecorded, claimOfEvent } from '@muster/claims'
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
    if (!later.some((each) => replaces(each, event))) claimEvents.push(whereItStandsNow(event, later))
  }
  return { articleEvents, claimEvents }
}

/** The events of its stream between its own place and the one where it is taken up. */
async function findLater(tx: Transaction, { streamId, position, original }: StoredEvent) {
  if (original === undefined) return []
  const stream = await readStream(tx, streamId)
  return stream.filter((event) => event.position > original && event.position < position)
}

function replaces(later: StoredEvent, event: StoredEvent): boolean {
  const claimId = claimOfEvent(event)
  return claimId === null
    ? Boolean(articleExtracted.read(event) && articleExtracted.read(later))
    : claimOfEvent(later) === claimId
}

/** A claim that later texts of its article kept stands where the last of them has it. */
function whereItStandsNow(event: StoredEvent, later: StoredEvent[]): StoredEvent {
  const claimId = claimOfEvent(event)
  const places = later.flatMap((each) => {
    const extracted = articleExtracted.read(each)
    const kept = extracted?.kept.find((claim) => claim.claimId === claimId)
    return extracted && kept ? [{ ...kept, snapshotHash: extracted.snapshotHash }] : []
  })
  return places.length === 0
    ? event
    : { ...event, data: { ...(event.data as ClaimRecorded), ...places.at(-1) } }
}
