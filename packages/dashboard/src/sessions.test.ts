import { expect, test } from 'vitest'
import type { OperatorKey, Operators } from './operators.ts'
import { createSessions } from './sessions.ts'

const ID = '3b1f8a52-6f0e-4c1e-9b57-2f7d1f6a9c01'
const OTHER = '9d2e4c11-1111-4c1e-9b57-2f7d1f6a9c02'
const NOON = new Date('2024-10-23T12:00:00Z')
const operatorsWith = (...known: OperatorKey[]): Operators => ({
  byKey: async () => null,
  byId: async (id) => known.find((operator) => operator.id === id) ?? null,
})
const operator = { id: ID, secret: Buffer.from('a') }
const sessions = createSessions(operatorsWith(operator, { id: OTHER, secret: Buffer.from('b') }))
const session = sessions.open(operator, NOON)

test('a session lasts twelve hours', async () => {
  expect(await sessions.find(session, new Date('2024-10-23T23:59:59Z'))).toEqual(operator)
  expect(await sessions.find(session, new Date('2024-10-24T00:00:00Z'))).toBeNull()
})

test('another process knows it, as long as the key is the same', async () => {
  expect(await createSessions(operatorsWith(operator)).find(session, NOON)).toEqual(operator)
  const changed = { id: ID, secret: Buffer.from('c') }
  expect(await createSessions(operatorsWith(changed)).find(session, NOON)).toBeNull()
  expect(await createSessions(operatorsWith()).find(session, NOON)).toBeNull()
})

test.each([
  ['nothing', undefined],
  ['an empty text', ''],
  ['one without a signature', `${ID}.1729728000`],
  ['one with a later end', session.replace('1729728000', '1999999999')],
  ['one of another key', session.replace(ID, OTHER)],
  ['one cut short', session.slice(0, -1)],
])('%s is no session', async (_what, text) => {
  expect(await sessions.find(text, NOON)).toBeNull()
})
