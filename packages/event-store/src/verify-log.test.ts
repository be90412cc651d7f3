import { createPool, type Pool } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import { freshDatabase, quiet } from '@muster/testing'
import * as v from 'valibot'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { append, defineEvent, verifyLog } from './index.ts'

const AT = new Date('2024-10-23T00:00:00.123Z')
const Noted = defineEvent('Noted', v.looseObject({}))
let pool: Pool

beforeAll(async () => {
  pool = createPool(await freshDatabase(), 'test', quiet, 1)
  for (const [index, data] of [[{ n: 1 }, { n: 2 }], [{ n: 3 }], [{ n: 4 }, { n: 5 }]].entries()) {
    const events = data.map((each) => ({ type: Noted, data: each, occurredAt: AT }))
    await append(pool, deterministicId('noted', index), [{ stream: `s-${index}`, expected: 'none', events }])
  }
  await pool.query('set session_replication_role = replica')
})
beforeEach(() => pool.query('begin'))
afterAll(() => pool.end())

test('a log that nobody touched is intact and has a hash', async () => {
  const verified = await verifyLog(pool)
  expect(verified).toMatchObject({ kind: 'intact', position: 5, archived: 0 })
  expect((verified as { hash: string }).hash).toMatch(/^[0-9a-f]{64}$/)
  await pool.query('rollback')
})

test.each([
  ['an edited event', `update events set data = '{"n": 9}' where position = 4`, 4, 'event 4 was edited'],
  [
    'an event under another date',
    `update events set occurred_at = now() where position = 2`,
    1,
    'event 2 was edited',
  ],
  ['a removed event', 'delete from events where position = 3', 3, 'of events 3 to 3, 0 are there'],
  ['a removed last event', 'delete from events where position = 5', 4, 'of events 4 to 5, 1 are there'],
  [
    'two events that changed places',
    'update events set position = case position when 4 then 5000001 else 4 end where position in (4, 5); update events set position = 5 where position = 5000001',
    4,
    'events 4 to 5 are not those that were appended',
  ],
  [
    'an event with another time',
    `update events set recorded_at = now() where position = 1`,
    1,
    'event 1 has another time than its append',
  ],
  [
    'an append with another digest',
    `update appends set digest = 'x' where first_position = 3`,
    3,
    'the chain of hashes is broken',
  ],
  [
    'a removed append',
    'delete from appends where first_position = 1',
    1,
    'an append is missing: the next begins at 3',
  ],
  [
    'the end cut off',
    'delete from appends where first_position = 4',
    4,
    'the appends from here on are missing',
  ],
  ['a head of another log', `update event_log set hash = 'x'`, 5, 'the log does not end where its head says'],
])('%s is found', async (_, tampering, position, reason) => {
  await pool.query(tampering)
  expect(await verifyLog(pool)).toEqual({ kind: 'broken', position, reason })
  await pool.query('rollback')
})

test('numbers, texts and keys of every kind are the same after the database has had them', async () => {
  const data = {
    z: 1e21,
    a: -0,
    tiny: 5e-324,
    third: 1 / 3,
    text: 'Köln “”  😀',
    nested: [null, { b: 1, a: 2 }],
  }
  await append(pool, deterministicId('noted', 'odd'), [
    { stream: 'odd', expected: 'none', events: [{ type: Noted, data, occurredAt: AT }] },
  ])
  expect(await verifyLog(pool)).toMatchObject({ kind: 'intact', position: 6 })
  await pool.query('rollback')
})
