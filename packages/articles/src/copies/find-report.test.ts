import { addFeed } from '@muster/feeds'
import { createPool, type Pool, type Transaction, withTransaction } from '@muster/postgres'
import { freshDatabase, quiet } from '@muster/testing'
import { composeNews } from '@muster/testing/compose-news'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { captureEntry } from '../capture-entry.ts'
import { hashOfText } from '../hash-of-text.ts'
import { findPrints } from '../store.ts'
import { takeDownArticle } from '../take-down-article.ts'
import { bandKeys } from './band-keys.ts'
import { printText } from './print-text.ts'

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
  const { rows } = await pool.query('select distinct article_id from text_print_keys')
  expect(rows).toHaveLength(2)
})

test('copies are known after the first was taken down', async () => {
  const id = await print('sun', TEXT)
  await withTransaction(pool, (tx) => takeDownArticle(tx, id, 'asked for', NOW))
  await print('star', `${TEXT} A copy.`)
  expect(await reports()).toEqual(Array(2).fill(hashOfText(TEXT)))
})

test('among many prints those that share a key are looked up, not all are read', async () => {
  await fillPrints(10_000)
  const nodes = await planOf((tx) =>
    findPrints(tx, bandKeys(printText(TEXT)), { from: NOW, to: daysLater(1) }),
  )
  expect(nodes.filter(({ type }) => type === 'Seq Scan')).toEqual([])
  expect(nodes.map(({ index }) => index).filter(Boolean)).toEqual([
    'text_print_keys_pkey',
    'text_prints_pkey',
  ])
})

test('a copy is found by its rarer keys where a thousand articles share the others', async () => {
  const id = await print('sun', TEXT)
  await pool.query(
    `with common as (select key from text_print_keys where article_id = $1 order by key limit 44)
     insert into text_print_keys (key, article_id)
     select key, md5(n::text)::uuid from common, generate_series(1, 1000) n`,
    [id],
  )
  await pool.query(
    `insert into text_prints (article_id, report_id, published_at, captured_at, print, band_keys)
     select md5(n::text)::uuid, n, $2, $2, decode(repeat('00', 268), 'hex'), '{}'
       from generate_series(1, 1000) n where $1::uuid is not null`,
    [id, NOW],
  )
  await print('star', `${TEXT} A copy.`)
  expect(await reports()).toEqual(Array(2).fill(hashOfText(TEXT)))
})

/** Prints of other texts, each with 66 keys that no other has. */
async function fillPrints(count: number): Promise<void> {
  await pool.query(
    `with filled as (
       insert into text_prints (article_id, report_id, published_at, captured_at, print, band_keys)
       select gen_random_uuid(), n, $2, $2, decode(repeat('00', 804), 'hex'), array(select n * 66 + k from generate_series(1, 66) k)
         from generate_series(1, $1::int) n
       returning article_id, band_keys)
     insert into text_print_keys (key, article_id) select unnest(band_keys), article_id from filled`,
    [count, NOW],
  )
  await pool.query('analyze text_prints, text_print_keys')
}

type PlanNode = { 'Node Type': string; 'Index Name'?: string; Plans?: PlanNode[] }

/** What the database would do for a query: the scans of its plan, each with its index. */
async function planOf(
  query: (tx: Transaction) => Promise<unknown>,
): Promise<{ type: string; index?: string }[]> {
  const planned: PlanNode[] = []
  const explain = async (text: string, values: unknown[]) => {
    const { rows } = await pool.query(`explain (format json) ${text}`, values)
    planned.push(rows[0]['QUERY PLAN'][0].Plan)
    return { rows: [] }
  }
  await query({ query: explain } as unknown as Transaction)
  return planned.flatMap(scansOf)
}

function scansOf(node: PlanNode): { type: string; index?: string }[] {
  const index = node['Index Name']
  const isOfTable = /^(Seq|Index|Index Only|Bitmap Index) Scan$/.test(node['Node Type'])
  const own = isOfTable ? [{ type: node['Node Type'], ...(index && { index }) }] : []
  return [...own, ...(node.Plans ?? []).flatMap(scansOf)]
}
