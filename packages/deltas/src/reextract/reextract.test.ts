import { captureEntry } from '@muster/articles'
import { type Extractor, extractArticle } from '@muster/claims'
import { findEstimates } from '@muster/estimates'
import { headOfLog, runProjection } from '@muster/event-store'
import { extractClaims } from '@muster/extraction'
import { addFeed } from '@muster/feeds'
import { createPool, type Pool } from '@muster/postgres'
import { freshDatabase, quiet } from '@muster/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { endOf } from '../delta-cursor.ts'
import { createEstimatesProjection } from '../estimates-projection.ts'
import { findDeltasBetween } from '../store.ts'
import { reextract } from './reextract.ts'

const NOW = new Date('2024-11-10T00:00:00Z')
const OLD: Extractor = { version: 'rules-1', extract: extractClaims }
const SHELLS = 'North Korea supplied 9,000 artillery shells to Russia.'
let pool: Pool

beforeEach(async () => {
  pool = createPool(await freshDatabase(), 'test', quiet)
})
afterEach(() => pool.end())

/** An article by an outlet of its own, read with the old extractor. */
async function publish(day: string, text: string, extractor = OLD): Promise<string> {
  const at = new Date(`${day}T12:00:00Z`)
  const { feed } = await addFeed(pool, { url: `https://a.example/${day}`, outlet: `A ${day}` }, at)
  const entry = {
    id: `https://a.example/${day}/1`,
    link: null,
    title: null,
    text,
    publishedAt: at,
    outlet: null,
  }
  const captured = await captureEntry(pool, feed, entry, at)
  if (captured.kind === 'empty') throw new Error('an article needs a text')
  await extractArticle(pool, extractor, captured.articleId, at)
  await project()
  return captured.articleId
}

async function project(): Promise<void> {
  const projection = createEstimatesProjection()
  while ((await runProjection(pool, projection, quiet)).events > 0);
}

/** An extractor that finds deaths where the old one finds deployments, misses Kenya, and finds shells. */
const NEW: Extractor = {
  version: 'rules-2',
  extract: (article) =>
    extractClaims(article)
      .filter(({ actor }) => actor !== 'KEN')
      .map((claim) => (claim.predicate === 'deployed' ? { ...claim, predicate: 'killed' } : claim)),
}
const BLIND: Extractor = {
  version: 'rules-0',
  extract: (article) => (article.text === SHELLS ? [] : extractClaims(article)),
}

const run = (extractor: Extractor, { since = null as Date | null, apply = false } = {}) =>
  reextract(pool, extractor, { since, apply, now: NOW }, () => {})

const told = ({ claims, estimates }: Awaited<ReturnType<typeof run>>) => ({
  claims: claims.map(({ kind, quote, after }) => [kind, quote, after?.predicate]),
  estimates: estimates
    .filter(({ place }) => place === '*')
    .map(({ topic, before, after }) => [topic, before?.best ?? null, after?.best ?? null]),
})

test('the same extractor changes nothing', async () => {
  await publish('2024-10-23', 'Some 3,000 North Korean soldiers are in Russia.')
  const { position } = await headOfLog(pool)
  expect(await run(OLD, { apply: true })).toEqual({
    ...{ extractor: 'rules-1', applied: true, articles: 1, read: 1, claims: [], estimates: [], faults: [] },
  })
  expect((await headOfLog(pool)).position).toBe(position)
})

test('another one shows what it would add, lose and change, and what that does to estimates; it writes nothing', async () => {
  await publish('2024-10-23', 'Some 3,000 North Korean soldiers are in Russia.')
  await publish('2024-10-24', 'Some 400 Kenyan soldiers are in Haiti.')
  await publish('2024-10-25', SHELLS, BLIND)
  const { position } = await headOfLog(pool)
  const progress: number[] = []
  const result = await reextract(pool, NEW, { since: null, apply: false, now: NOW }, ({ articles }) =>
    progress.push(articles),
  )
  expect(told(result)).toEqual({
    claims: [
      ['changed', 'Some 3,000 North Korean soldiers', 'killed'],
      ['lost', 'Some 400 Kenyan soldiers', undefined],
      ['added', '9,000 artillery shells', 'supplied'],
    ],
    estimates: [
      ['PRK.personnel.deployed', 3000, null],
      ['PRK.personnel.killed', null, 3000],
      ['KEN.personnel.deployed', 400, null],
      ['PRK.artillery-shell.supplied', null, 9000],
    ],
  })
  expect(result.claims[0]).toMatchObject({
    before: { predicate: 'deployed' },
    after: { predicate: 'killed' },
  })
  expect(progress).toEqual([3])
  expect((await headOfLog(pool)).position).toBe(position)
})

test('applied, it is in the log as a replay, its deltas say so, and a second time nothing is left', async () => {
  await publish('2024-10-23', 'Some 3,000 North Korean soldiers are in Russia.')
  const before = await headOfLog(pool)
  const { estimates } = await run(NEW, { apply: true })
  await project()
  const { rows } = await pool.query(
    `select type, metadata->'replay' as replay from events where position > $1`,
    [before.position],
  )
  expect(rows).toEqual([
    { type: 'ClaimRevised', replay: true },
    { type: 'ArticleExtracted', replay: true },
  ])
  const deltas = await findDeltasBetween(pool, endOf(0), 100, 100, { place: '*' })
  expect(deltas.map(({ topic, kind, cause, replayed }) => [topic, kind, cause, replayed])).toEqual([
    ['PRK.personnel.deployed', 'first', 'claim-recorded', false],
    ['PRK.personnel.deployed', 'withdrawn', 'claim-revised', true],
    ['PRK.personnel.killed', 'first', 'claim-revised', true],
  ])
  const stored = await findEstimates(pool, {}, 10)
  const shown = estimates.flatMap(({ topic, place, after }) => (after ? [[topic, place, after.best]] : []))
  expect(stored.map(({ topic, place, best }) => [topic, place, best])).toEqual(shown.sort())
  expect(told(await run(NEW))).toEqual({ claims: [], estimates: [] })
})

test('only articles published since the day asked for are read, and none that nobody has read yet', async () => {
  await publish('2024-10-23', 'Some 3,000 North Korean soldiers are in Russia.')
  await publish('2024-11-04', 'Some 11,000 North Korean soldiers are in Russia.')
  await pool.query(
    `insert into articles select gen_random_uuid(), feed_id, outlet, url, title, published_at, published_basis,
       snapshot_hash, captured_at, 1000 from articles where published_at > '2024-11-01'`,
  )
  const result = await run(NEW, { since: new Date('2024-11-01') })
  expect([result.articles, result.read]).toEqual([2, 1])
  expect(result.claims.map(({ quote }) => quote)).toEqual(['Some 11,000 North Korean soldiers'])
})

test('an article whose stored text is not trusted is left out by name, and stops no other', async () => {
  const broken = await publish('2024-10-23', 'Some 3,000 North Korean soldiers are in Russia.')
  await publish('2024-11-04', 'Some 11,000 North Korean soldiers are in Russia.')
  await pool.query(`update snapshots set text = 'other' where text like 'Some 3,000%'`)
  const { claims, faults } = await run(NEW)
  expect(claims.map(({ quote }) => quote)).toEqual(['Some 11,000 North Korean soldiers'])
  expect(faults).toEqual([
    {
      articleId: broken,
      reason: expect.stringMatching(/^SnapshotBrokenError: snapshot [0-9a-f]{64} was changed$/),
    },
  ])
})
