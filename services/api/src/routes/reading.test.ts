import { articleGone, articleStream } from '@muster/articles'
import { append } from '@muster/event-store'
import { deterministicId } from '@muster/runtime'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenApi, openApi } from '../testing/open-api.ts'
import { project, report } from '../testing/report.ts'

type Claim = {
  id: string
  quote: string
  span: { start: number; end: number }
  counts?: boolean
  speaksFor?: string
}
type Page = Record<'articles' | 'claims' | 'estimates' | 'feeds', { id: string }[]> & { next: string | null }

const TEN = 'Seoul’s spy agency said 10,000 North Korean troops are in Russia.'
const TWELVE = 'The Pentagon said 12,000 North Korean troops are in Kursk.'
const LATER = 'Seoul’s spy agency now says 11,000 North Korean troops are in Russia.'
const PART = 'Of them 500 are officers, a source said.'
const DENIAL = 'Pyongyang denied that 12,000 troops were sent.'
const SOON = 'Kyiv expects 15,000 North Korean troops in Russia.'

let api: OpenApi
let ids: Record<
  'ten' | 'twelve' | 'later' | 'part' | 'denial' | 'soon',
  { articleId: string; claimId: string }
>

beforeAll(async () => {
  api = await openApi()
  const { pool } = api
  const nis = { source: 'Seoul’s spy agency', origin: 'NIS' }
  ids = {
    ten: await report(pool, {
      outlet: 'a',
      text: TEN,
      quote: '10,000',
      at: '2024-10-20T00:00:00Z',
      claim: nis,
    }),
    twelve: await report(pool, {
      outlet: 'b',
      text: TWELVE,
      quote: '12,000',
      at: '2024-10-21T00:00:00Z',
      claim: { low: 12_000, high: null, qualifier: 'at_least', origin: 'Pentagon', placeIds: ['RU-KRS'] },
    }),
    later: await report(pool, {
      outlet: 'c',
      text: LATER,
      quote: '11,000',
      at: '2024-10-22T00:00:00Z',
      claim: { ...nis, low: 11_000, high: 11_000 },
    }),
    part: await report(pool, {
      outlet: 'd',
      text: PART,
      quote: '500',
      at: '2024-10-23T00:00:00Z',
      claim: { low: 500, high: 500, extent: 'part' },
    }),
    denial: await report(pool, {
      outlet: 'e',
      text: DENIAL,
      quote: '12,000',
      at: '2024-10-24T00:00:00Z',
      claim: { low: 12_000, high: 12_000, status: 'denied', origin: 'PRK' },
    }),
    soon: await report(pool, {
      outlet: 'f',
      text: SOON,
      quote: '15,000',
      at: '2024-10-25T00:00:00Z',
      claim: { low: 15_000, high: 15_000, status: 'expected' },
    }),
  }
})
afterAll(() => api.close())

/** Follows `next` to the end and answers with the ids page by page. */
async function follow(
  list: 'articles' | 'claims' | 'feeds',
  parameter: 'before' | 'after',
): Promise<string[][]> {
  const pages: string[][] = []
  let cursor = ''
  for (;;) {
    const { body } = await api.call<Page>('GET', `/v1/${list}?limit=4${cursor}`)
    pages.push(body[list].map(({ id }) => id))
    if (body.next === null) return pages
    cursor = `&${parameter}=${body.next}`
  }
}

test('articles come newest first, in pages without a gap or a repeat', async () => {
  const { ten, twelve, later, part, denial, soon } = ids
  expect(await follow('articles', 'before')).toEqual([
    [soon.articleId, denial.articleId, part.articleId, later.articleId],
    [twelve.articleId, ten.articleId],
  ])
})

test('claims come newest first, in pages without a gap or a repeat', async () => {
  const { ten, twelve, later, part, denial, soon } = ids
  expect(await follow('claims', 'before')).toEqual([
    [soon.claimId, denial.claimId, part.claimId, later.claimId],
    [twelve.claimId, ten.claimId],
  ])
})

test('feeds come in pages without a gap or a repeat', async () => {
  const [first = [], second = []] = await follow('feeds', 'after')
  expect([first.length, second.length]).toEqual([4, 2])
  expect([...first, ...second]).toEqual([...new Set([...first, ...second])].sort())
})

test('a last page that is full has no next', async () => {
  const { body } = await api.call<Page>('GET', '/v1/articles?limit=6')
  expect([body.articles.length, body.next]).toEqual([6, null])
})

test('an article comes with its text and its claims, whose spans give their quotes', async () => {
  const { body } = await api.call<{ article: object; text: string; claims: Claim[] }>(
    'GET',
    `/v1/articles/${ids.ten.articleId}`,
  )
  expect(body.text).toBe(TEN)
  expect(body.article).toMatchObject({
    id: ids.ten.articleId,
    outlet: 'a',
    publishedAt: '2024-10-20T00:00:00.000Z',
    publishedBasis: 'stated',
    extractedAt: null,
  })
  expect(body.claims).toMatchObject([{ id: ids.ten.claimId, span: { start: 24, end: 30 }, quote: '10,000' }])
  expect(body.text.slice(24, 30)).toBe('10,000')
})

test('a claim shows every field', async () => {
  const { body } = await api.call('GET', `/v1/claims/${ids.ten.claimId}`)
  expect(body).toEqual({
    id: ids.ten.claimId,
    articleId: ids.ten.articleId,
    snapshotHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    span: { start: 24, end: 30 },
    quote: '10,000',
    textRemovedAt: null,
    low: 10_000,
    high: 10_000,
    qualifier: 'exact',
    unit: 'personnel',
    item: 'troops',
    predicate: 'deployed',
    actor: 'PRK',
    places: ['Russia'],
    placeIds: ['RU'],
    status: 'actual',
    extent: 'total',
    source: 'Seoul’s spy agency',
    origin: 'NIS',
    effectiveDate: null,
    confidence: 0.9,
    topic: 'PRK.personnel.deployed',
    outlet: 'a',
    publishedAt: '2024-10-20T00:00:00.000Z',
    recordedAt: expect.stringMatching(/^\d{4}-.*Z$/),
    withdrawnAt: null,
  })
})

test.each([
  ['topic=PRK.personnel.deployed', ['soon', 'denial', 'part', 'later', 'twelve', 'ten']],
  ['topic=PRK.personnel', []],
  ['place=RU-KRS', ['twelve']],
  ['status=denied', ['denial']],
  ['place=RU&status=expected', ['soon']],
  ['place=*&status=expected', ['soon']],
] as const)('claims by %s', async (query, expected) => {
  const { body } = await api.call<Page>('GET', `/v1/claims?${query}`)
  expect(body.claims.map(({ id }) => id)).toEqual(expected.map((name) => ids[name].claimId))
})

test('claims by article', async () => {
  const { body } = await api.call<Page>('GET', `/v1/claims?article=${ids.part.articleId}`)
  expect(body.claims.map(({ id }) => id)).toEqual([ids.part.claimId])
})

test('estimates are listed by topic, place and basis, in pages', async () => {
  type Estimates = { estimates: { place: string; basis: string; best: number }[]; next: string | null }
  const first = (await api.call<Estimates>('GET', '/v1/estimates?limit=3')).body
  const second = (await api.call<Estimates>('GET', `/v1/estimates?limit=3&after=${first.next}`)).body
  expect(
    [...first.estimates, ...second.estimates].map(({ place, basis, best }) => [place, basis, best]),
  ).toEqual([
    ['*', 'estimate', 11_500],
    ['*', 'outlook', 15_000],
    ['RU', 'estimate', 11_000],
    ['RU', 'outlook', 15_000],
    ['RU-KRS', 'estimate', 12_000],
  ])
  expect([first.estimates.length, second.next]).toEqual([3, null])
})

test('estimates by actor, place and basis', async () => {
  const { body } = await api.call<Page>('GET', '/v1/estimates?actor=PRK&place=*&basis=outlook')
  expect(body.estimates).toMatchObject([{ topic: 'PRK.personnel.deployed', place: '*', basis: 'outlook' }])
  expect((await api.call<Page>('GET', '/v1/estimates?actor=RUS')).body.estimates).toEqual([])
})

test('an estimate shows the claims behind it and which of them count for which origin', async () => {
  type Traced = { numbers: object; claims: Claim[] }
  type Listed = { total: number; claims: Claim[] }
  type Series = { estimate: Traced; outlook: Traced; parts: Listed; denied: Listed }
  const { body } = await api.call<Series>('GET', '/v1/estimates/PRK.personnel.deployed')
  expect(body.estimate.numbers).toEqual({
    low: 11_000,
    best: 11_500,
    high: 12_000,
    lowOpen: false,
    highOpen: true,
    contested: true,
    origins: ['NIS', 'Pentagon'],
    outlets: ['a', 'b', 'c'],
    articles: 3,
    newestPublishedAt: '2024-10-22T00:00:00.000Z',
    claimIds: [ids.twelve.claimId, ids.later.claimId].sort(),
  })
  expect(body.estimate.claims.map(({ quote, speaksFor, counts }) => [quote, speaksFor, counts])).toEqual([
    ['11,000', 'NIS', true],
    ['12,000', 'Pentagon', true],
    ['10,000', 'NIS', false],
  ])
  expect(body.outlook.claims).toMatchObject([{ quote: '15,000', speaksFor: 'outlet:f', counts: true }])
  expect(body.parts).toMatchObject({ total: 1, claims: [{ quote: '500' }] })
  expect(body.denied).toMatchObject({ total: 1, claims: [{ quote: '12,000', status: 'denied' }] })
})

test('an estimate of one place rests on the claims that name it', async () => {
  const { body } = await api.call('GET', '/v1/estimates/PRK.personnel.deployed?place=RU-KRS')
  expect(body).toMatchObject({
    place: 'RU-KRS',
    estimate: { numbers: { low: 12_000, best: 12_000, high: 12_000, highOpen: true } },
    outlook: null,
    parts: { total: 0, claims: [] },
    denied: { total: 0, claims: [] },
  })
})

test('where a text was taken down, its claims stand without their words', async () => {
  const taken = await report(api.pool, {
    outlet: 'g',
    text: 'About 40 tanks were lost.',
    quote: '40 tanks',
    at: '2024-10-26T00:00:00Z',
    claim: { low: 40, high: 40, unit: 'materiel', item: 'tank', predicate: 'lost', actor: 'RUS' },
  })
  await api.pool.query(`delete from snapshots where text like '%tanks%'`)
  const { body } = await api.call('GET', `/v1/articles/${taken.articleId}`)
  expect(body).toMatchObject({ text: null, claims: [{ quote: null, low: 40, topic: 'RUS.tank.lost' }] })
})

test('a text that is no longer the one that was read costs its own words only', async () => {
  const [broken, sound] = [
    { outlet: 'h', text: 'Some 70 ships were sunk.', quote: '70 ships', at: '2024-10-27T00:00:00Z' },
    { outlet: 'i', text: 'Some 80 ships were sunk.', quote: '80 ships', at: '2024-10-28T00:00:00Z' },
  ]
  const claim = { unit: 'materiel', item: 'ship', predicate: 'lost', actor: 'RUS' } as const
  const { articleId } = await report(api.pool, { ...broken, claim })
  await report(api.pool, { ...sound, claim })
  await api.pool.query(`update snapshots set text = 'Some 90 ships were sunk.' where text like '%70 ships%'`)
  const claims = await api.call('GET', '/v1/claims?topic=RUS.ship.lost')
  expect([claims.status, claims.body]).toMatchObject([
    200,
    { claims: [{ quote: '80 ships' }, { quote: null }] },
  ])
  const article = await api.call('GET', `/v1/articles/${articleId}`)
  expect([article.status, article.body]).toMatchObject([200, { text: null, claims: [{ quote: null }] }])
})

test('an article whose page is gone says so, and whose text it has; its claims and estimates stand', async () => {
  const at = new Date('2024-10-25T00:00:00Z')
  const { articleId, claimId } = ids.twelve
  const estimates = async () => (await api.call<Page>('GET', '/v1/estimates')).body.estimates
  const before = await estimates()
  const events = [{ type: articleGone, data: { articleId, status: 410 }, occurredAt: at }]
  const part = { stream: articleStream(articleId), expected: 'any' as const, events }
  await append(api.pool, deterministicId('append', 'gone'), [part])
  await project(api.pool)
  const { body } = await api.call<{ article: object; claims: Claim[] }>('GET', `/v1/articles/${articleId}`)
  expect(body.article).toMatchObject({ goneAt: at.toISOString(), textBasis: 'feed', pageFailure: null })
  expect(body.claims.map(({ id }) => id)).toEqual([claimId])
  expect(await estimates()).toEqual(before)
})
