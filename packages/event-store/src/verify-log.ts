import type { Db } from '@muster/postgres'
import { findArchives } from './archive/store.ts'
import { type AppendRecord, type DigestedEvent, faultOfEvents, sha256 } from './fault-of-events.ts'
import { findAppendsBetween, getHead } from './store.ts'
import { pagesOfArchives, pagesOfTable, walkEvents } from './walk-events.ts'

/**
 * Whether the log is as it was written. `hash`, the end of the chain, tells later whether everything up to
 * `position` is still the same: whoever rewrites the whole chain cannot keep it. Events up to `archived` are in
 * files; where nobody said where those are, only their links were looked at.
 */
export type LogVerification =
  | { kind: 'intact'; position: number; hash: string; archived: number }
  | { kind: 'broken'; position: number; reason: string }

type Link = Pick<AppendRecord, 'last' | 'hash'>

const PAGE = 200
const START: Link = { last: 0, hash: Buffer.from([0]) }

/**
 * Goes through the whole log and its hash chain, and through the files of its archives when `folder` says where they
 * are. An event that was edited, removed, added or moved breaks it, at the position that is answered. Metadata is not
 * part of it. Articles' texts are not in the log: taking one down breaks nothing. Throws ArchiveDamagedError.
 */
export async function verifyLog(db: Db, folder?: string): Promise<LogVerification> {
  // What is appended meanwhile is not looked at.
  const head = await getHead(db)
  const archives = await findArchives(db)
  const archived = archives.at(-1)?.last ?? 0
  const walk = walkEvents(pages())
  const from = folder === undefined ? archived : 0
  let link = START
  while (link.last < head.position) {
    const appends = await findAppendsBetween(db, link.last, head.position, PAGE)
    for (const append of appends) {
      const own = await walk.take(append)
      const reason = faultOfLink(link, append) ?? (append.first > from ? faultOfEvents(append, own) : null)
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

  async function* pages(): AsyncGenerator<DigestedEvent[]> {
    if (folder !== undefined) yield* pagesOfArchives(folder, archives)
    yield* pagesOfTable(db, archived, head.position)
  }
}

function faultOfLink(before: Link, append: AppendRecord): string | null {
  if (append.first !== before.last + 1) return `an append is missing: the next begins at ${append.first}`
  const range = Buffer.alloc(16)
  range.writeBigInt64BE(BigInt(append.first), 0)
  range.writeBigInt64BE(BigInt(append.last), 8)
  const hash = sha256(before.hash, range, append.digest)
  return hash.equals(append.hash) ? null : 'the chain of hashes is broken'
}
