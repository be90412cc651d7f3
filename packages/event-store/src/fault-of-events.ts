import { createHash } from 'node:crypto'
import { factsOfEvent } from './facts-of-event.ts'

/** What a link of the chain is made of: one append. */
export type AppendRecord = { first: number; last: number; digest: Buffer; hash: Buffer; recordedAt: Date }

/** An event with what its digest is made of. */
export type DigestedEvent = {
  position: number
  streamId: string
  type: string
  schemaVersion: number
  data: unknown
  occurredAt: Date
  recordedAt: Date
  digest: Buffer
}

/** What is wrong with the events of an append; null when they are those that were appended. */
export function faultOfEvents(
  { first, last, digest, recordedAt }: AppendRecord,
  events: DigestedEvent[],
): string | null {
  if (events.length !== last - first + 1) return `of events ${first} to ${last}, ${events.length} are there`
  const edited = events.find(
    ({ streamId, ...event }) => !sha256(factsOfEvent(streamId, event)).equals(event.digest),
  )
  if (edited) return `event ${edited.position} was edited`
  if (!sha256(...events.map((event) => event.digest)).equals(digest)) {
    return `events ${first} to ${last} are not those that were appended`
  }
  const moved = events.find((event) => event.recordedAt.getTime() !== recordedAt.getTime())
  return moved ? `event ${moved.position} has another time than its append` : null
}

/** The SHA-256 of parts, one after another. */
export function sha256(...parts: (Buffer | string)[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
