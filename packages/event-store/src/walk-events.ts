import type { Db } from '@muster/postgres'
import { type Archive, eventOfRow, readArchive } from './archive/read-archive.ts'
import type { AppendRecord, DigestedEvent } from './fault-of-events.ts'
import { findEventsBetween } from './store.ts'

const PAGE = 1_000

/** Goes through events in order, append by append. */
export type EventWalk = {
  /** The events up to the end of an append that were not taken before. */
  take(append: Pick<AppendRecord, 'last'>): Promise<DigestedEvent[]>
}

/** Goes through pages of events, of which one is held at a time. */
export function walkEvents(pages: AsyncIterator<DigestedEvent[]>): EventWalk {
  let held: DigestedEvent[] = []
  return {
    async take({ last }) {
      for (let done = false; !done && (held.at(-1)?.position ?? 0) < last; ) {
        const next = await pages.next()
        done = next.done === true
        if (!next.done) held = [...held, ...next.value]
      }
      const end = held.findIndex(({ position }) => position > last)
      return held.splice(0, end === -1 ? held.length : end)
    },
  }
}

/** The events of archives, which are in a folder. */
export async function* pagesOfArchives(folder: string, archives: Archive[]): AsyncGenerator<DigestedEvent[]> {
  for (const archive of archives) {
    for await (const rows of readArchive(folder, archive)) yield rows.map(eventOfRow)
  }
}

/** The events in the database after a position, up to and with another. */
export async function* pagesOfTable(db: Db, from: number, through: number): AsyncGenerator<DigestedEvent[]> {
  for (let after = from; after < through; after += PAGE) {
    yield await findEventsBetween(db, after, Math.min(after + PAGE, through))
  }
}
