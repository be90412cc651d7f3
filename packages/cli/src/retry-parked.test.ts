import { randomUUID } from 'node:crypto'
import { append, defineEvent, findParkedEvents, readStream } from '@muster/event-store'
import { createPool } from '@muster/postgres'
import { freshDatabase, quiet } from '@muster/testing'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { parkedTable } from './parked-table.ts'
import { retryParked } from './retry-parked.ts'

const NOW = new Date('2024-10-23T12:00:00Z')
const Odd = defineEvent('Odd', v.strictObject({}))

test('a retry puts what a projection set aside into the log, and tells what alerts owe at once', async () => {
  const pool = createPool(await freshDatabase(), 'test', quiet)
  await append(pool, randomUUID(), [
    { stream: 's-1', expected: 'none', events: [{ type: Odd, data: {}, occurredAt: NOW }] },
  ])
  await pool.query(
    `insert into parked_events (projection, position, error, parked_at)
     values ('estimates', 1, 'Error: odd', $1), ('alerts', 1, 'Error: odder', $1)`,
    [NOW],
  )
  const parked = await findParkedEvents(pool)
  expect(parkedTable(parked)).toContain('2024-10-23T12:00')
  expect(
    parked.map(({ reader, position, type, streamId, reason }) => [reader, position, type, streamId, reason]),
  ).toEqual([
    ['alerts', 1, 'Odd', 's-1', 'Error: odder'],
    ['estimates', 1, 'Odd', 's-1', 'Error: odd'],
  ])
  expect(await retryParked(pool, parked, NOW)).toEqual([
    { reader: 'alerts', position: 1, outcome: { kind: 'told', alerts: 0 } },
    { reader: 'estimates', position: 1, outcome: { kind: 'taken-up', position: 2 } },
  ])
  expect((await readStream(pool, 'taken-up-estimates')).map(({ data }) => data)).toEqual([
    { reader: 'estimates', position: 1 },
  ])
  expect((await findParkedEvents(pool)).map(({ reader }) => reader)).toEqual(['estimates'])
  await pool.end()
})

test('nothing set aside is said in a line', () => {
  expect(parkedTable([])).toBe('No event is set aside.')
})
