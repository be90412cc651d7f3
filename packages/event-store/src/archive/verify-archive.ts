import type { Db } from '@muster/postgres'
import { ArchiveDamagedError } from '../errors.ts'
import { faultOfEvents } from '../fault-of-events.ts'
import { findAppendsBetween } from '../store.ts'
import { pagesOfArchives, walkEvents } from '../walk-events.ts'
import type { Archive } from './read-archive.ts'

const PAGE = 200

/**
 * Reads an archive back and compares it with the chain of hashes, which stays in the database. Events of an append
 * that begins or ends outside of it are counted only. Throws ArchiveDamagedError.
 */
export async function verifyArchive(db: Db, folder: string, archive: Archive): Promise<void> {
  const { first, last, file } = archive
  const walk = walkEvents(pagesOfArchives(folder, [archive]))
  let count = 0
  for (let after = first - 1; ; ) {
    const appends = await findAppendsBetween(db, after, last, PAGE)
    for (const append of appends) {
      const events = await walk.take(append)
      const fault = append.first < first ? null : faultOfEvents(append, events)
      if (fault) throw new ArchiveDamagedError(`${file}: ${fault}`)
      count += events.length
      after = append.last
    }
    if (appends.length === 0) break
  }
  count += (await walk.take({ last })).length
  if (count === last - first + 1) return
  throw new ArchiveDamagedError(`${file}: of events ${first} to ${last}, ${count} are there`)
}
