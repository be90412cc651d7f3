import type { Transaction } from '@muster/postgres'
import type { StoredEvent } from './event.ts'
import { eventTakenUp, takenUpStream } from './event-taken-up.ts'
import { readStream } from './read-stream.ts'
import type { Projection } from './run-projection.ts'
import { deleteParkedEvent, findEventAt, insertParkedEvent } from './store.ts'

/**
 * Events as a projection is to do them. One that was set aside and taken up again is done where it was taken up last,
 * under the position and the time of that, and nowhere else: so a rebuild that could have done it in its own place
 * gives the same ids all the same.
 */
export async function inOrderOfWork(
  tx: Transaction,
  { name, reader = name }: Pick<Projection, 'name' | 'reader'>,
  events: StoredEvent[],
): Promise<StoredEvent[]> {
  const places = await findPlaces(tx, reader)
  if (places.size === 0) return events
  const work: StoredEvent[] = []
  for (const event of events) {
    const { position } = event
    const place = places.get(position)
    const original = eventTakenUp.read(event)?.position ?? position
    if (place) await insertParkedEvent(tx, { name, position }, `taken up again at ${place}`)
    else if (original === position || places.get(original) !== position) work.push(event)
    else if (await deleteParkedEvent(tx, name, original)) work.push(await movedTo(tx, event, original))
  }
  return work
}

/** Where each event was taken up last. */
async function findPlaces(tx: Transaction, reader: string): Promise<Map<number, number>> {
  // Nothing is archived that a reader has still to do.
  const events = await readStream(tx, takenUpStream(reader), { kept: true })
  return new Map(
    events.flatMap((event) => {
      const data = eventTakenUp.read(event)
      return data ? [[data.position, event.position] as const] : []
    }),
  )
}

async function movedTo(
  tx: Transaction,
  { position, recordedAt }: StoredEvent,
  original: number,
): Promise<StoredEvent> {
  return { ...(await findEventAt(tx, original)), position, recordedAt, original }
}
