import { captureEntry } from '@muster/articles'
import { headOfLog, type Projection, runProjection } from '@muster/event-store'
import { extractClaims, extractorVersion } from '@muster/extraction'
import { addFeed, type Feed } from '@muster/feeds'
import { createPool, type Pool } from '@muster/postgres'
import { freshDatabase, quiet } from '@muster/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { extractArticle } from './extract-article.ts'
import { quotesOf } from './quotes-of.ts'
import { readClaimChanges } from './read-claim-changes.ts'
import { findClaims, findTopicClaimsAt } from './store.ts'
import { storeClaimChanges } from './store-claim-changes.ts'

const NOW = new Date('2024-10-23T12:00:00Z')
const TEN = 'The Pentagon said about 10,000 North Korean soldiers are deployed in Russia.'
const TWELVE = 'The Pentagon said about 12,000 North Korean soldiers are deployed in Russia.'
const RULES = { version: extractorVersion, extract: extractClaims }
let pool: Pool
let feed: Feed

beforeEach(async () => {
  pool = createPool(await freshDatabase(), 'test', quiet)
  feed = (await addFeed(pool, { url: 'https://a.example/feed', outlet: 'A' }, NOW)).feed
})
afterEach(() => pool.end())

async function capture(text: string): Promise<string> {
  const entry = { id: 'https://a.example/1', link: null, title: null, text, publishedAt: NOW, outlet: null }
  const result = await captureEntry(pool, feed, entry, NOW)
  return result.kind === 'empty' ? '' : result.articleId
}

async function liveQuotes(): Promise<(string | null)[]> {
  const projection: Projection = {
    name: 'claims',
    apply: async (tx, events) => storeClaimChanges(tx, await readClaimChanges(tx, events)),
  }
  await runProjection(pool, projection, quiet)
  const claims = await findClaims(pool, {}, 100)
  return [...(await quotesOf(pool, claims)).values()]
}

test("an article's claims are appended at once, closed by ArticleExtracted, without its words", async () => {
  const id = await capture(TEN)
  expect(await extractArticle(pool, RULES, id, NOW)).toEqual({
    ...{ kind: 'extracted', claims: 1, recorded: 1, revised: 0, withdrawn: 0 },
  })
  const { rows } = await pool.query(
    `select type, data, metadata from events where stream_id = $1 order by version`,
    [`article-${id}`],
  )
  expect(rows.map(({ type }) => type)).toEqual(['ArticleCaptured', 'ClaimRecorded', 'ArticleExtracted'])
  expect(rows[1].data).toMatchObject({
    articleId: id,
    start: 18,
    end: 52,
    low: 10_000,
    high: 10_000,
    predicate: 'deployed',
    actor: 'PRK',
    outlet: 'A',
  })
  expect(rows[1].data).not.toHaveProperty('quote')
  expect(rows[1].metadata).toEqual({ extractor: extractorVersion })
  expect(rows[2].data).toMatchObject({ articleId: id, extractor: extractorVersion, claims: 1 })
  expect(await liveQuotes()).toEqual(['about 10,000 North Korean soldiers'])
})

test('extracting again, or five at once, changes nothing', async () => {
  const id = await capture(TEN)
  const results = await Promise.all(Array.from({ length: 5 }, () => extractArticle(pool, RULES, id, NOW)))
  const { position } = await headOfLog(pool)
  expect(results.filter(({ kind }) => kind === 'extracted').length).toBeGreaterThan(0)
  expect(await extractArticle(pool, RULES, id, NOW)).toEqual({ kind: 'already-extracted' })
  expect((await headOfLog(pool)).position).toBe(position)
  expect(await liveQuotes()).toEqual(['about 10,000 North Korean soldiers'])
})

async function eventsOf(id: string) {
  const { rows } = await pool.query<{ type: string; data: Record<string, unknown> }>(
    `select type, data from events where stream_id = $1 order by version`,
    [`article-${id}`],
  )
  return rows
}

test('a claim whose text moved has no event of its own and stands at its new place', async () => {
  const id = await capture(TEN)
  await extractArticle(pool, RULES, id, NOW)
  const [before] = await liveClaims()
  await capture(`It rained in Paris.\n\n${TEN}`)
  expect(await extractArticle(pool, RULES, id, NOW)).toEqual({
    ...{ kind: 'extracted', claims: 1, recorded: 0, revised: 0, withdrawn: 0 },
  })
  expect((await eventsOf(id)).map(({ type }) => type)).toEqual([
    ...['ArticleCaptured', 'ClaimRecorded', 'ArticleExtracted', 'ArticleRevised', 'ArticleExtracted'],
  ])
  const [after] = await liveClaims()
  const start = (before?.start ?? 0) + 'It rained in Paris.\n\n'.length
  expect(after).toMatchObject({ id: before?.id, start, position: before?.position, fromPosition: 6 })
  expect(await liveQuotes()).toEqual(['about 10,000 North Korean soldiers'])
  const then = await findTopicClaimsAt(pool, 'PRK.personnel.deployed', 5, null)
  expect([...(await quotesOf(pool, then)).values()]).toEqual(['about 10,000 North Korean soldiers'])
  expect(then[0]?.start).toBe(before?.start)
})

test('a number that the article changed is a revision of its claim, also back again', async () => {
  const id = await capture(TEN)
  await extractArticle(pool, RULES, id, NOW)
  const [first] = await liveClaims()
  const revised = { kind: 'extracted', claims: 1, recorded: 0, revised: 1, withdrawn: 0 }
  await capture(TWELVE)
  expect(await extractArticle(pool, RULES, id, NOW)).toEqual(revised)
  expect(await liveQuotes()).toEqual(['about 12,000 North Korean soldiers'])
  await capture(TEN)
  expect(await extractArticle(pool, RULES, id, NOW)).toEqual(revised)
  expect(await liveQuotes()).toEqual(['about 10,000 North Korean soldiers'])
  expect((await liveClaims()).map(({ id }) => id)).toEqual([first?.id])
})

test('what is gone is withdrawn and what came is recorded; the article stays the report that it was', async () => {
  const id = await capture(TEN)
  await extractArticle(pool, RULES, id, NOW)
  const [first] = await liveClaims()
  await capture('Ukraine lost 40 tanks, Kyiv said.')
  expect(await extractArticle(pool, RULES, id, NOW)).toEqual({
    ...{ kind: 'extracted', claims: 1, recorded: 1, revised: 0, withdrawn: 1 },
  })
  const [second] = await liveClaims()
  expect(second?.id).not.toBe(first?.id)
  expect(second?.reportId).toBe(first?.reportId)
  expect(second?.snapshotHash).not.toBe(first?.snapshotHash)
})

test('a text that was taken down is not read, and its claims lose their words', async () => {
  const id = await capture(TEN)
  await extractArticle(pool, RULES, id, NOW)
  await pool.query('delete from snapshots')
  expect(await liveQuotes()).toEqual([null])
  await pool.query(`delete from entries`)
  const other = await capture(TWELVE)
  await pool.query('delete from snapshots')
  expect(await extractArticle(pool, RULES, other, NOW)).toEqual({ kind: 'text-taken-down' })
})

test('a stored text that was changed is not trusted', async () => {
  const id = await capture(TEN)
  await pool.query(`update snapshots set text = $1`, [TWELVE])
  await expect(extractArticle(pool, RULES, id, NOW)).rejects.toThrow(/^snapshot [0-9a-f]{64} was changed$/)
})

test('an article that nobody captured has no claims', async () => {
  expect(await extractArticle(pool, RULES, '6f1d3c1e-2a54-5b0c-9d8e-3b7a1f0c5e42', NOW)).toEqual({
    kind: 'no-article',
  })
})

async function liveClaims() {
  await liveQuotes()
  return findClaims(pool, {}, 100)
}
