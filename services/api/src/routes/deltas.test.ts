import { renewLogId } from '@muster/event-store'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenApi, openApi } from '../testing/open-api.ts'
import { report } from '../testing/report.ts'

type Deltas = { deltas: { id: string; kind: string; place: string }[]; next: string; more: boolean }

let api: OpenApi
let fromNowAtStart: string
const get = async (query: string) => (await api.call<Deltas>('GET', `/v1/deltas?${query}`)).body

async function tell(outlet: string, thousands: number, at: string): Promise<void> {
  await report(api.pool, {
    outlet,
    text: `There are ${thousands},000 troops, says ${outlet}.`,
    quote: `${thousands},000`,
    at,
    claim: { low: thousands * 1000, high: thousands * 1000 },
  })
}

beforeAll(async () => {
  api = await openApi()
  fromNowAtStart = (await get('from=now')).next
  await tell('a', 10, '2024-10-20T00:00:00Z')
  await tell('b', 12, '2024-10-21T00:00:00Z')
})
afterAll(() => api.close())

const KINDS = [
  ['first', '*'],
  ['first', 'RU'],
  ['contested', '*'],
  ['contested', 'RU'],
]

test('from the start come all deltas in order, with ids that are position and index', async () => {
  const { deltas, more } = await get('from=start')
  expect(deltas.map(({ kind, place }) => [kind, place])).toEqual(KINDS)
  const [first = '', second] = deltas.map(({ id }) => id)
  expect(first).toMatch(/^\d+-0$/)
  expect(second).toBe(first.replace('-0', '-1'))
  expect(more).toBe(false)
})

test('a delta tells before and after and what caused it', async () => {
  const { deltas } = await get('kind=contested&place=*')
  expect(deltas).toMatchObject([
    {
      topic: 'PRK.personnel.deployed',
      place: '*',
      basis: 'estimate',
      kind: 'contested',
      before: { best: 10_000, origins: ['outlet:a'], newestPublishedAt: '2024-10-20T00:00:00.000Z' },
      after: { best: 11_000, low: 10_000, high: 12_000, contested: true, articles: 2 },
      cause: 'claim-recorded',
      claimStatus: 'actual',
      publishedAt: '2024-10-21T00:00:00.000Z',
    },
  ])
})

test('following next one by one gives each delta once, and then those that come later', async () => {
  const seen: string[][] = []
  let page = await get('limit=1')
  while (page.deltas.length > 0) {
    seen.push(...page.deltas.map(({ kind, place }) => [kind, place]))
    page = await get(`limit=1&after=${page.next}`)
  }
  expect(seen).toEqual(KINDS)
  expect(page.more).toBe(false)
  await tell('c', 12, '2024-10-22T00:00:00Z')
  const later = await get(`after=${page.next}`)
  expect(later.deltas.map(({ kind, place }) => [kind, place])).toEqual([
    ['raised', '*'],
    ['raised', 'RU'],
  ])
  expect((await get(`after=${later.next}`)).deltas).toEqual([])
})

test('a cursor of a moment gives what came after it', async () => {
  expect((await get(`after=${fromNowAtStart}&limit=2`)).deltas.map(({ kind }) => kind)).toEqual([
    'first',
    'first',
  ])
  expect((await get('from=now')).deltas).toEqual([])
})

test('a cursor amid the deltas of one event loses none while they are built anew', async () => {
  const { deltas, next } = await get('limit=1')
  const moveTo = (position: number) =>
    api.pool.query(
      `update projections p set position = $1 from projections before
      where p.name = 'estimates' and before.name = p.name returning before.position`,
      [position],
    )
  const { rows } = await moveTo(0)
  const meanwhile = await get(`after=${next}`)
  expect(meanwhile).toEqual({ deltas: [], next, more: false })
  await moveTo(rows[0].position)
  const [following] = (await get(`after=${meanwhile.next}&limit=1`)).deltas
  expect(following?.id).toBe(deltas[0]?.id.replace('-0', '-1'))
})

test('a filter moves the cursor on as well', async () => {
  const { deltas, next } = await get('topic=RUS.personnel.deployed')
  expect(deltas).toEqual([])
  expect((await get(`after=${next}`)).deltas).toEqual([])
})

test('a cursor of another log is told apart from rubbish, and says what to do', async () => {
  const other = await openApi()
  // Test databases are copies of one template.
  await renewLogId(other.pool)
  const { next } = (await other.call<Deltas>('GET', '/v1/deltas?from=now')).body
  await other.close()
  const { status, body } = await api.call('GET', `/v1/deltas?after=${next}`)
  expect(status).toBe(409)
  expect(body).toMatchObject({
    type: 'urn:muster:problem:cursor-diverged',
    detail: 'this log does not hold what the cursor stands on; start again with from=start',
  })
})

test('a cursor of a past that another took the place of is refused, though the log has the same id', async () => {
  // As a copy that went on by itself after its original was lost: both are copies of one template.
  const lost = await openApi()
  await report(lost.pool, { outlet: 'x', text: '900 troops', quote: '900', at: '2024-10-20T00:00:00Z' })
  const { next } = (await lost.call<Deltas>('GET', '/v1/deltas')).body
  await lost.close()
  const { status, body } = await api.call('GET', `/v1/deltas?after=${next}`)
  expect([status, body.type]).toEqual([409, 'urn:muster:problem:cursor-diverged'])
})

test('a cursor whose events were archived since is too old, and what to do instead works', async () => {
  const own = await openApi()
  await report(own.pool, { outlet: 'a', text: '10,000 troops', quote: '10,000', at: '2024-10-20T00:00:00Z' })
  const page = async (query: string) => (await own.call<Deltas>('GET', `/v1/deltas?${query}`)).body
  const { next } = await page('limit=1')
  const all = await page('from=start')
  const { rows } = await own.pool.query('select position from event_log')
  const head: number = rows[0].position
  await own.pool.query('alter table events detach partition events_0')
  await own.pool.query(`insert into archived_partitions values (1, $1, 'events.jsonl.gz', 'x')`, [head])
  const { status, body } = await own.call('GET', `/v1/deltas?after=${next}`)
  expect([status, body]).toMatchObject([
    410,
    {
      type: 'urn:muster:problem:cursor-too-old',
      detail: `the events up to ${head}, where the cursor stands, are in an archive; take the estimates from /v1/estimates and go on with from=now, or read every delta again with from=start`,
    },
  ])
  const seen: unknown[] = []
  for (let at = await page('limit=1'); at.deltas.length > 0; at = await page(`limit=1&after=${at.next}`)) {
    seen.push(...at.deltas)
  }
  expect(seen).toEqual(all.deltas)
  expect(await page(`after=${(await page('from=now')).next}`)).toMatchObject({ deltas: [] })
  expect((await own.call<{ estimates: unknown[] }>('GET', '/v1/estimates')).body.estimates).toHaveLength(2)
  await own.close()
})
