import { readClaimChanges } from '@muster/claims'
import { createTopicBooks, type EstimateChange } from '@muster/estimates'
import type { NewEvent, StoredEvent } from '@muster/event-store'
import { type Pool, withTransaction } from '@muster/postgres'

/** A copy of the estimates in memory, to which events can be shown that are not in the log. */
export type Shadow = {
  show(articleId: string, events: NewEvent[]): Promise<void>
  /** What all that was shown makes of each estimate, from before the first event to after the last. */
  changes(): EstimateChange[]
}

/** Events come after the head of the log, where a claim that is new would stand. */
export function createShadow(pool: Pool, head: number, now: Date): Shadow {
  // Topics stay open to the end: closing one would forget what was shown of it.
  const books = createTopicBooks({ mostClaims: Number.POSITIVE_INFINITY })
  const series = new Map<string, EstimateChange>()
  let position = head
  return {
    async show(articleId, events) {
      const stored = events.map((event) => toStored(articleId, event, ++position, now))
      const changes = await withTransaction(pool, async (tx) => {
        const read = await readClaimChanges(tx, stored)
        await books.open(tx, read)
        return read.flatMap((change) => books.fold(change))
      })
      for (const change of changes) {
        const key = `${change.topic} ${change.place} ${change.basis}`
        series.set(key, { ...change, before: (series.get(key) ?? change).before })
      }
    },
    changes: () => [...series.values()].filter(isChanged),
  }
}

function toStored(articleId: string, event: NewEvent, position: number, now: Date): StoredEvent {
  const { type, data, metadata = {}, occurredAt } = event
  const { name, version: schemaVersion } = type
  const place = { position, streamId: articleId, version: position }
  return { ...place, type: name, schemaVersion, data, metadata, occurredAt, recordedAt: now }
}

const isChanged = ({ before, after }: EstimateChange): boolean =>
  JSON.stringify(before) !== JSON.stringify(after)
