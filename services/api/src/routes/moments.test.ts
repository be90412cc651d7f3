import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenApi, openApi } from '../testing/open-api.ts'
import { report } from '../testing/report.ts'

type Numbers = { low: number; best: number; high: number; articles: number }
type Series = { estimate: { numbers: Numbers; claims: { quote: string; counts: boolean }[] } | null }
type History = {
  changes: {
    position: number
    recordedAt: string
    kind: string | null
    before: Numbers | null
    after: Numbers | null
    cause: string
    claim: { quote: string }
  }[]
  next: string | null
}

const TOPIC = '/v1/estimates/PRK.personnel.deployed'
const NIS = { source: 'Seoul’s spy agency', origin: 'kor-nis' }
const told = (outlet: string, at: string, quote: string, n: number) => ({
  outlet,
  at,
  quote,
  text: `Seoul’s spy agency said on ${at} that ${quote} soldiers are in Russia.`,
  claim: { ...NIS, low: n, high: n },
})

let api: OpenApi
beforeAll(async () => {
  api = await openApi()
  await report(api.pool, told('a', '2024-10-23T00:00:00Z', '3,000', 3000))
  await report(api.pool, told('b', '2024-11-04T00:00:00Z', '11,000', 11_000))
  // Published first, recorded last.
  await report(api.pool, told('c', '2024-10-18T00:00:00Z', '1,500', 1500))
})
afterAll(() => api.close())

const bestAt = async (query: string) =>
  (await api.call<Series>('GET', `${TOPIC}?${query}`)).body.estimate?.numbers.best ?? null

async function recordedAt(n: number): Promise<string> {
  const { rows } = await api.pool.query<{ at: Date }>(
    `select recorded_at as at from events where type = 'ClaimRecorded' order by position limit 1 offset $1`,
    [n],
  )
  return rows[0]?.at.toISOString() ?? ''
}

test('as of an instant, an estimate rests on what was published until then', async () => {
  expect(await bestAt('as_of=2024-10-18T00:00:00Z')).toBe(1500)
  expect(await bestAt('as_of=2024-10-23T00:00:00Z')).toBe(3000)
  expect(await bestAt('as_of=2024-11-03T23:59:59Z')).toBe(3000)
  expect(await bestAt('as_of=2024-11-04T00:00:00Z')).toBe(11_000)
  expect((await api.call('GET', `${TOPIC}?as_of=2024-10-17T23:59:59Z`)).status).toBe(404)
})

test('known at an instant, it rests on what was recorded until then', async () => {
  expect(await bestAt(`known_at=${await recordedAt(0)}`)).toBe(3000)
  expect(await bestAt(`known_at=${await recordedAt(1)}`)).toBe(11_000)
  expect((await api.call('GET', `${TOPIC}?known_at=2024-10-17T23:59:59Z`)).status).toBe(404)
})

test('both together answer what was known then of that time', async () => {
  expect(await bestAt(`as_of=2024-10-20T00:00:00Z&known_at=${await recordedAt(2)}`)).toBe(1500)
  const { status } = await api.call(
    'GET',
    `${TOPIC}?as_of=2024-10-20T00:00:00Z&known_at=${await recordedAt(1)}`,
  )
  expect(status).toBe(404)
})

test('what is no instant is refused by name', async () => {
  const { status, body } = await api.call<{ errors: unknown[] }>('GET', `${TOPIC}?as_of=yesterday`)
  expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining('as_of')])
})

test('the history tells every change with its cause, also those that are no delta', async () => {
  const { body } = await api.call<History>('GET', `${TOPIC}/history`)
  expect(
    body.changes.map(({ kind, cause, claim, before, after }) => [
      kind,
      cause,
      claim.quote,
      before?.best ?? null,
      after?.best ?? null,
    ]),
  ).toEqual([
    ['first', 'claim-recorded', '3,000', null, 3000],
    ['raised', 'claim-recorded', '11,000', 3000, 11_000],
    [null, 'claim-recorded', '1,500', 11_000, 11_000],
  ])
  expect(body.changes.map((change) => change.recordedAt)).toEqual(
    await Promise.all([0, 1, 2].map(recordedAt)),
  )
  expect(body.next).toBeNull()
})

test('the history comes in pages', async () => {
  const first = (await api.call<History>('GET', `${TOPIC}/history?limit=2`)).body
  const rest = (await api.call<History>('GET', `${TOPIC}/history?limit=2&after=${first.next}`)).body
  expect([...first.changes, ...rest.changes].map(({ claim }) => claim.quote)).toEqual([
    '3,000',
    '11,000',
    '1,500',
  ])
  expect(rest.next).toBeNull()
})
