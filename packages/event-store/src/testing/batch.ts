import type { Db } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import * as v from 'valibot'
import { append, defineEvent } from '../index.ts'

const Written = defineEvent('Written', v.strictObject({ batch: v.number(), n: v.number() }))
const AT = new Date('2024-10-23T00:00:00Z')

/** How many events a batch has. */
export const BATCH = 40

/** Appends the batch of a number to a stream of its own, under a key of its own. */
export function appendBatch(db: Db, batch: number, key = 'batch') {
  const events = Array.from({ length: BATCH }, (_, n) => ({
    type: Written,
    data: { batch, n },
    occurredAt: AT,
  }))
  return append(db, deterministicId(key, batch), [{ stream: `${key}-${batch}`, expected: 'none', events }])
}
