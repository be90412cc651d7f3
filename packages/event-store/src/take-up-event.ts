import { type Pool, withTransaction } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import { append } from './append.ts'
import { eventTakenUp, takenUpStream } from './event-taken-up.ts'
import { readStream } from './read-stream.ts'
import { takeParkedEvent } from './store.ts'

/** `under-way`: it was taken up before, and the reader has not come to that yet. */
export type TakeUpResult =
  | { kind: 'taken-up'; position: number }
  | { kind: 'under-way'; position: number }
  | { kind: 'not-set-aside' }

/**
 * Has a projection try an event again that it had set aside: appends EventTakenUp, at whose position the projection
 * will do it. Until then, and when it fails again, it stays set aside.
 */
export async function takeUpEvent(
  pool: Pool,
  reader: string,
  position: number,
  now: Date,
): Promise<TakeUpResult> {
  return withTransaction(pool, async (tx) => {
    const parked = await takeParkedEvent(tx, reader, position)
    if (!parked) return { kind: 'not-set-aside' }
    // Nothing is archived that a reader has still to do.
    const earlier = await readStream(tx, takenUpStream(reader), { kept: true })
    const last = earlier.findLast((event) => eventTakenUp.read(event)?.position === position)
    if (last && last.position > parked.triedAt) return { kind: 'under-way', position: last.position }
    const { first } = await append(
      tx,
      deterministicId('append', 'taken-up', reader, position, last?.position ?? 0),
      [
        {
          stream: takenUpStream(reader),
          expected: 'any',
          events: [{ type: eventTakenUp, data: { reader, position }, occurredAt: now }],
        },
      ],
    )
    return { kind: 'taken-up', position: first }
  })
}
