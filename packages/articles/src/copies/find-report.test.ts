import { addFeed } from '@muster/feeds'
import { createPool, type Pool, withTransaction } from '@muster/postgres'
import { freshDatabase, quiet } from '@muster/testing'
import { composeNews } from '@muster/testing/compose-news'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { captureEntry } from '../capture-entry.ts'
import { hashOfText } from '../hash-of-text.ts'
import { takeDownArticle } from '../take-down-article.ts'

const NOW = new Date('2024-11-04T12:00:00Z')
const daysLater = (days: number) => new Date(NOW.getTime() + days * 24 * 3600 * 1000)
const AGENCY = composeNews(1)
const TEXT = AGENCY.join('\n\n')
let pool: Pool

beforeEach(async () => {
  pool = createPool(await freshDatabase(), 'test', quiet)
})
afterEach(() => pool.end())

/** Captures a text under a masthead; answers with the article's id. */
async function print(outlet: string, text: string, publishedAt = NOW, now = publishedAt): Promise<string> {
  const { feed } = await addFeed(pool, { url: `https://${outlet}.example/feed`, outlet }, now)
  const entry = {
    id: hashOfText(text),
    link: null,
    title: `${outlet} has it`,
    text,
    publishedAt,
    outlet: null,
  }
  const result = await captureEntry(pool, feed, entry, now)
  return result.kind === 'empty' ? '' : result.articleId
}

/** The reports of all captured articles, in the order of their capture. */
async function reports(): Promise<string[]> {
  const { rows } = await pool.query<{ reportId: string }>(
    `select data ->> 'reportId' as "reportId" from events where type = 'ArticleCaptured' order by position`,
  )
  return rows.map(({ reportId }) => reportId)
}

test('an agency text under four mastheads, cut, led anew and signed, is one report: that of the first', async () => {
  await print('sun', TEXT)
  await print('star', ['LESKO, Nov. 4 (Wire) -', ...AGENCY, '(Reporting by A. Writer)'].join(' '))
  await print('moon', AGENCY.slice(0, 8).join(' ').replaceAll('conscripts', 'recruits'))
  await print('comet', [...composeNews(77, 2), ...AGENCY.slice(0, 14)].join('\n'))
  expect(await reports()).toEqual(Array(4).fill(hashOfText(TEXT)))
})

test('a whole text after its cut, and a copy of a copy, are of the report of the cut', async () => {
  const cut = AGENCY.slice(0, 9).join(' ')
  await print('sun', cut)
  await print('star', TEXT)
  await print('moon', AGENCY.slice(9).join(' '))
  expect(await reports()).toEqual(Array(3).fill(hashOfText(cut)))
})

test('another report of the same matter is a report of its own, and so is a short one that differs in a number', async () => {
  const other = composeNews(2).join(' ')
  const short = (count: string) =>
    `About ${count} soldiers of the northern brigade left Lesko on Monday, Kyiv said.`
  for (const text of [TEXT, other, short('3,000'), short('4,000')]) await print('sun', text)
  expect(await reports()).toEqual([TEXT, other, short('3,000'), short('4,000')].map(hashOfText))
})

test('copies that come at once are one report', async () => {
  const copies = Array.from({ length: 8 }, (_, index) => `${TEXT} Copy ${index} of the text.`)
  await Promise.all(copies.map((text, index) => print(`paper-${index}`, text)))
  expect(new Set(await reports()).size).toBe(1)
})

test('a text printed again after more than a month is another report, whenever it is captured', async () => {
  await print('sun', TEXT)
  await print('star', `${TEXT} Again.`, daysLater(30))
  await print('moon', `${TEXT} Once more.`, daysLater(61))
  await print('comet', `${TEXT} From the archive.`, daysLater(-61), daysLater(1))
  expect(await reports()).toEqual([
    hashOfText(TEXT),
    hashOfText(TEXT),
    hashOfText(`${TEXT} Once more.`),
    hashOfText(`${TEXT} From the archive.`),
  ])
})

test('prints a month old are let go as others come', async () => {
  for (let seed = 1; seed <= 12; seed++) await print('sun', composeNews(seed).join(' '))
  await print('sun', composeNews(13).join(' '), daysLater(31))
  expect((await pool.query('select from text_prints')).rowCount).toBe(3)
  await print('sun', composeNews(14).join(' '), daysLater(31))
  expect((await pool.query('select from text_prints')).rowCount).toBe(2)
})

test('copies are known after the first was taken down', async () => {
  const id = await print('sun', TEXT)
  await withTransaction(pool, (tx) => takeDownArticle(tx, id, 'asked for', NOW))
  await print('star', `${TEXT} A copy.`)
  expect(await reports()).toEqual(Array(2).fill(hashOfText(TEXT)))
})
