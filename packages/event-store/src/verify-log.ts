import { createHash } from 'node:crypto'
import type { Db } from '@muster/postgres'
import { factsOfEvent } from './facts-of-event.ts'
import { findAppendsBetween, findArchivedThrough, findEventsBetween, getHead } from './store.ts'

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

/**
 * Whether the log is as it was written. `hash`, the end of the chain, tells later whether everything up to
 * `position` is still the same: whoever rewrites the whole chain cannot keep it. Events up to `archived` are in
 * files, and only their links were looked at.
 */
export type LogVerification =
  | { kind: 'intact'; position: number; hash: string; archived: number }
  | { kind: 'broken'; position: number; reason: string }

const PAGE = 200
const START = Buffer.from([0])

/**
 * Goes through the whole log and its hash chain. An event that was edited, removed, added or moved breaks it, at
 * the position that is answered. Metadata is not part of it. Articles' texts are not in the log: taking one down
 * breaks nothing.
 */
export async function verifyLog(db: Db): Promise<LogVerification> {
  // What is appended meanwhile is not looked at.
  const head = await getHead(db)
  const archived = await findArchivedThrough(db)
  let link: Pick<AppendRecord, 'last' | 'hash'> = { last: 0, hash: START }
  while (link.last < head.position) {
    const appends = await findAppendsBetween(db, link.last, head.position, PAGE)
    const from = Math.max(link.last, archived)
    const events = await findEventsBetween(db, from, appends.at(-1)?.last ?? from)
    for (const append of appends) {
      const own = takeEvents(events, append)
      const reason = faultOfLink(link, append) ?? (append.last > archived ? faultOfEvents(append, own) : null)
      if (reason) return { kind: 'broken', position: link.last + 1, reason }
      link = append
    }
    if (appends.length === 0) {
      return { kind: 'broken', position: link.last + 1, reason: 'the appends from here on are missing' }
    }
  }
  if (head.position > 0 && !head.hash.equals(link.hash)) {
    return { kind: 'broken', position: head.position, reason: 'the log does not end where its head says' }
  }
  return { kind: 'intact', position: head.position, hash: head.hash.toString('hex'), archived }
}

function takeEvents(events: DigestedEvent[], { last }: AppendRecord): DigestedEvent[] {
  const end = events.findIndex(({ position }) => position > last)
  return events.splice(0, end === -1 ? events.length : end)
}

function faultOfLink(before: Pick<AppendRecord, 'last' | 'hash'>, append: AppendRecord): string | null {
  if (append.first !== before.last + 1) return `an append is missing: the next begins at ${append.first}`
  const range = Buffer.alloc(16)
  range.writeBigInt64BE(BigInt(append.first), 0)
  range.writeBigInt64BE(BigInt(append.last), 8)
  const hash = sha256(before.hash, range, append.digest)
  return hash.equals(append.hash) ? null : 'the chain of hashes is broken'
}

function faultOfEvents({ first, last, digest, recordedAt }: AppendRecord, events: DigestedEvent[]) {
  if (events.length !== last - first + 1) return `of events ${first} to ${last}, ${events.length} are there`
  const edited = events.find((event) => !digestOf(event).equals(event.digest))
  if (edited) return `event ${edited.position} was edited`
  if (!sha256(...events.map((event) => event.digest)).equals(digest)) {
    return `events ${first} to ${last} are not those that were appended`
  }
  const moved = events.find((event) => event.recordedAt.getTime() !== recordedAt.getTime())
  return moved ? `event ${moved.position} has another time than its append` : null
}

function digestOf({ streamId, ...event }: DigestedEvent): Buffer {
  return sha256(factsOfEvent(streamId, event))
}

function sha256(...parts: (Buffer | string)[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
