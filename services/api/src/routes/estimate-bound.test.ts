import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenApi, openApi } from '../testing/open-api.ts'
import { report } from '../testing/report.ts'

type Listed = { total: number; claims: { id: string; quote: string | null; counts: boolean }[] }
type Series = { estimate: Listed; parts: Listed; denied: Listed }

let api: OpenApi
let first: string
beforeAll(async () => {
  api = await openApi()
  const { claimId } = await report(api.pool, {
    outlet: 'a',
    text: 'There are 10,000 troops.',
    quote: '10,000',
    at: '2024-10-20T00:00:00Z',
  })
  first = claimId
  // 250 further claims of each kind, of one origin; those of the whole are later than the first one.
  await api.pool.query(
    `insert into claims select (jsonb_populate_record(c, jsonb_build_object(
         'id', gen_random_uuid(), 'span_start', c.span_start + n * 3 + k, 'origin', 'NIS', 'position', c.position + n,
         'status', (array['actual', 'actual', 'denied'])[k], 'extent', (array['total', 'part', 'total'])[k],
         'published_at', c.published_at + n * interval '1 minute'))).*
       from claims c, generate_series(1, 250) n, generate_series(1, 3) k`,
  )
})
afterAll(() => api.close())

test('of a series of many claims come those that speak, the newest hundred others and how many there are', async () => {
  const { body } = await api.call<Series>('GET', '/v1/estimates/PRK.personnel.deployed')
  const { estimate, parts, denied } = body
  expect([estimate.total, parts.total, denied.total]).toEqual([251, 250, 250])
  expect([estimate.claims.length, parts.claims.length, denied.claims.length]).toEqual([102, 100, 100])
  expect(estimate.claims.map(({ counts }) => counts).indexOf(false)).toBe(2)
  expect(estimate.claims[1]).toMatchObject({ id: first, quote: '10,000', counts: true })
})
