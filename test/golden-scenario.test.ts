import { captureEntry } from '@muster/articles'
import { extractArticle, findTopicClaimsAt } from '@muster/claims'
import { createEstimatesProjection, endOf, findDeltasBetween } from '@muster/deltas'
import { claimsOfSeries } from '@muster/estimates'
import { runProjection } from '@muster/event-store'
import { extractClaims, extractorVersion } from '@muster/extraction'
import { addFeed } from '@muster/feeds'
import { createPool, type Pool } from '@muster/postgres'
import { freshDatabase, quiet } from '@muster/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

// The autumn of 2024, when the count of North Korean troops in Russia changed from week to week. What follows from
// the reports was worked out by hand from the rule, before anything was run.

const TOPIC = 'PRK.personnel.deployed'
const AGENCY_COPY =
  'WASHINGTON, Nov. 4 (Wire). The Pentagon said on Monday that at least 10,000 North Korean soldiers are in the ' +
  'Kursk region. Between 11,000 and 12,000 North Korean soldiers are in Russia, the Pentagon said.\n\n' +
  'North Korea denied that 10,000 of its soldiers are in Russia.'

/** day, outlet, text */
const REPORTS: [string, string, string][] = [
  [
    '2024-10-18',
    'Han River Post',
    "South Korea's National Intelligence Service (NIS) said on Friday that North Korea has sent 1,500 troops to Russia." +
      '\n\nNorth Korea denied sending any troops.',
  ],
  [
    '2024-10-23',
    'Han River Post',
    "South Korea's National Intelligence Service (NIS) said on Wednesday that North Korea has sent a further 1,500 " +
      'troops to Russia. About 3,000 North Korean troops are now in Russia, the NIS said. North Korea plans to send ' +
      '10,000 troops to Russia by December, the NIS said.\n\nNorth Korea denied sending any troops.',
  ],
  [
    '2024-10-29',
    'Potomac Ledger',
    'The Pentagon said on Tuesday that about 10,000 North Korean soldiers are in Russia.',
  ],
  [
    '2024-10-31',
    'Potomac Ledger',
    'Some 8,000 North Korean soldiers are in the Kursk region, US officials said on Thursday. A total of 10,000 North ' +
      'Korean soldiers are in Russia, the officials said.',
  ],
  ...['Morning Sun', 'Evening Star', 'Daily Moon', 'Weekly Comet'].map((outlet): [string, string, string] => [
    '2024-11-04',
    outlet,
    AGENCY_COPY,
  ]),
  [
    '2024-11-04',
    'Dnipro Herald',
    "Ukraine's military intelligence said on Monday that 11,000 North Korean soldiers are in the Kursk region.",
  ],
]

let pool: Pool
beforeAll(async () => {
  pool = createPool(await freshDatabase(), 'test', quiet)
  for (const [day, outlet, text] of REPORTS) await report(day, outlet, text)
  const projection = createEstimatesProjection()
  while ((await runProjection(pool, projection, quiet)).events > 0);
})
afterAll(() => pool.end())

async function report(day: string, outlet: string, text: string): Promise<void> {
  const at = new Date(`${day}T12:00:00Z`)
  const { feed } = await addFeed(
    pool,
    { url: `https://${outlet.replaceAll(' ', '-')}.example/feed`.toLowerCase(), outlet },
    at,
  )
  const entry = { id: `https://${day}.${feed.id}.example`, link: null, title: null, outlet: null }
  const captured = await captureEntry(pool, feed, { ...entry, text, publishedAt: at }, at)
  if (captured.kind !== 'captured') throw new Error(`${outlet} was ${captured.kind}`)
  await extractArticle(
    pool,
    { version: extractorVersion, extract: extractClaims },
    captured.articleId,
    new Date(),
  )
}

test('the deltas are those that the rule gives, and the reprints make none', async () => {
  const deltas = await findDeltasBetween(pool, endOf(0), Number.MAX_SAFE_INTEGER, 100)
  expect(
    deltas.map(({ publishedAt, place, kind, after }) => [
      publishedAt.toISOString().slice(5, 10),
      place,
      kind,
      after?.low,
      after?.best,
      after?.high,
      after?.contested,
    ]),
  ).toEqual([
    // 1,500 by the NIS.
    ['10-18', '*', 'first', 1500, 1500, 1500, false],
    ['10-18', 'RU', 'first', 1500, 1500, 1500, false],
    // The further 1,500 are a part; the NIS now speaks by its 3,000. The 10,000 to come are outlook alone.
    ['10-23', '*', 'raised', 3000, 3000, 3000, false],
    ['10-23', 'RU', 'raised', 3000, 3000, 3000, false],
    ['10-23', '*', 'outlook', 10_000, 10_000, 10_000, false],
    ['10-23', 'RU', 'outlook', 10_000, 10_000, 10_000, false],
    // 3,000 and 10,000 do not meet.
    ['10-29', '*', 'contested', 3000, 6500, 10_000, true],
    ['10-29', 'RU', 'contested', 3000, 6500, 10_000, true],
    // US officials: overall first by their 8,000 in Kursk, then by the wider 10,000 in Russia.
    ['10-31', '*', 'raised', 3000, 8000, 10_000, true],
    ['10-31', 'RU-KRS', 'first', 8000, 8000, 8000, false],
    ['10-31', '*', 'raised', 3000, 10_000, 10_000, true],
    ['10-31', 'RU', 'raised', 3000, 10_000, 10_000, true],
    // At least 10,000 in Kursk against 8,000; 11,000 to 12,000 in Russia beside 3,000 and 10,000.
    ['11-04', 'RU-KRS', 'contested', 8000, 9000, 10_000, true],
    ['11-04', '*', 'widened', 3000, 10_000, 12_000, true],
    ['11-04', 'RU', 'widened', 3000, 10_000, 12_000, true],
    // Kyiv's 11,000 in Kursk: points 3,000, 10,000, 11,000 and 11,500 overall; 8,000, 10,000 and 11,000 there.
    ['11-04', '*', 'raised', 3000, 10_500, 12_000, true],
    ['11-04', 'RU-KRS', 'raised', 8000, 10_000, 11_000, true],
  ])
})

test.each([
  ['2024-10-17', null],
  ['2024-10-18', [1500, 1500, 1500, false]],
  ['2024-10-22', [1500, 1500, 1500, false]],
  ['2024-10-23', [3000, 3000, 3000, false]],
  ['2024-10-28', [3000, 3000, 3000, false]],
  ['2024-10-29', [3000, 6500, 10_000, true]],
  ['2024-10-31', [3000, 10_000, 10_000, true]],
  ['2024-11-03', [3000, 10_000, 10_000, true]],
  ['2024-11-04', [3000, 10_000, 12_000, true]],
])('in Russia as of %s: %j', async (day, wanted) => {
  const asOf = new Date(`${day}T23:59:59Z`)
  const claims = await findTopicClaimsAt(pool, TOPIC, Number.MAX_SAFE_INTEGER, asOf)
  const { numbers } = claimsOfSeries(claims, 'RU').estimate
  expect(numbers && [numbers.low, numbers.best, numbers.high, numbers.contested]).toEqual(wanted)
})

test('10,000 by December never raises October: it is the outlook', async () => {
  const asOf = new Date('2024-10-28T23:59:59Z')
  const claims = await findTopicClaimsAt(pool, TOPIC, Number.MAX_SAFE_INTEGER, asOf)
  expect(claimsOfSeries(claims, 'RU').outlook.numbers).toMatchObject({ best: 10_000, origins: ['kor-nis'] })
})

test('four mastheads with one agency copy are one report of one origin, and its denial is shown', async () => {
  const claims = await findTopicClaimsAt(pool, TOPIC, Number.MAX_SAFE_INTEGER, null)
  const { estimate, denied } = claimsOfSeries(claims, 'RU-KRS')
  expect(estimate.numbers).toMatchObject({
    origins: ['ukr-military', 'usa-dod', 'usa-government'],
    outlets: ['Daily Moon', 'Dnipro Herald', 'Evening Star', 'Morning Sun', 'Potomac Ledger', 'Weekly Comet'],
    articles: 3,
  })
  expect(denied).toEqual([])
  expect(claimsOfSeries(claims, 'RU').denied.map(({ low }) => low)).toEqual([10_000, 10_000, 10_000, 10_000])
})
