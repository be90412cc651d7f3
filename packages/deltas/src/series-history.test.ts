import { captureEntry } from '@muster/articles'
import { extractArticle, findClaims, quotesOf } from '@muster/claims'
import { runProjection } from '@muster/event-store'
import { extractClaims, extractorVersion } from '@muster/extraction'
import { addFeed } from '@muster/feeds'
import { createPool, type Pool } from '@muster/postgres'
import { freshDatabase, quiet } from '@muster/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { endOf } from './delta-cursor.ts'
import { createEstimatesProjection } from './estimates-projection.ts'
import { seriesHistory } from './series-history.ts'
import { findDeltasBetween } from './store.ts'

const AT = new Date('2024-10-23T12:00:00Z')
const RULES = { version: extractorVersion, extract: extractClaims }
let pool: Pool

beforeEach(async () => {
  pool = createPool(await freshDatabase(), 'test', quiet)
})
afterEach(() => pool.end())

/** Captures an article once more, with this text, reads it and projects all. */
async function publish(text: string): Promise<void> {
  const { feed } = await addFeed(pool, { url: 'https://a.example/feed', outlet: 'A' }, AT)
  const entry = { id: 'https://a.example/1', link: null, title: null, text, publishedAt: AT, outlet: null }
  const captured = await captureEntry(pool, feed, entry, AT)
  if (captured.kind === 'empty') throw new Error('an article needs a text')
  await extractArticle(pool, RULES, captured.articleId, AT)
  while ((await runProjection(pool, createEstimatesProjection(), quiet)).events > 0);
}

async function deltasOf(topic: string) {
  const deltas = await findDeltasBetween(pool, endOf(0), 1000, 1000, { topic, place: '*' })
  return deltas.map(({ kind, cause, before, after }) => [
    kind,
    cause,
    before?.best ?? null,
    after?.best ?? null,
  ])
}

async function historyOf(topic: string) {
  const entries = await seriesHistory(
    pool,
    { topic, place: '*', basis: 'estimate' },
    { after: 0, limit: 100 },
  )
  return entries.map(({ kind, cause, before, after }) => [
    kind,
    cause,
    before?.best ?? null,
    after?.best ?? null,
  ])
}

const DEPLOYED = 'PRK.personnel.deployed'
const KILLED = 'PRK.personnel.killed'
const TEN = 'The Pentagon said about 10,000 North Korean soldiers are deployed in Russia.'

test('when an article is revised, each delta says whether its claim is new, revised or withdrawn', async () => {
  await publish(`${TEN}\n\nKyiv said 300 North Korean soldiers were killed.`)
  await publish(`It rained.\n\n${TEN}\n\nKyiv said 300 North Korean soldiers were killed.`)
  await publish(
    `It rained.\n\n${TEN.replace('10', '12')}\n\nKyiv said 300 North Korean soldiers were killed.`,
  )
  await publish(`It rained.\n\n${TEN.replace('10', '12')}`)
  const deployed = [
    ['first', 'claim-recorded', null, 10_000],
    ['raised', 'claim-revised', 10_000, 12_000],
  ]
  const killed = [
    ['first', 'claim-recorded', null, 300],
    ['withdrawn', 'claim-withdrawn', 300, null],
  ]
  expect([await deltasOf(DEPLOYED), await deltasOf(KILLED)]).toEqual([deployed, killed])
  expect([await historyOf(DEPLOYED), await historyOf(KILLED)]).toEqual([deployed, killed])
  const claims = await findClaims(pool, {}, 10)
  expect([...(await quotesOf(pool, claims)).values()]).toEqual(['about 12,000 North Korean soldiers'])
})

test('a claim that a revision moves to another topic is revised in both', async () => {
  await publish('About 300 North Korean soldiers have been killed so far, Kyiv said.')
  await publish('About 300 North Korean soldiers have been wounded so far, Kyiv said.')
  const left = [
    ['first', 'claim-recorded', null, 300],
    ['withdrawn', 'claim-revised', 300, null],
  ]
  const joined = [['first', 'claim-revised', null, 300]]
  expect([await deltasOf(KILLED), await deltasOf('PRK.personnel.wounded')]).toEqual([left, joined])
  expect([await historyOf(KILLED), await historyOf('PRK.personnel.wounded')]).toEqual([left, joined])
})
