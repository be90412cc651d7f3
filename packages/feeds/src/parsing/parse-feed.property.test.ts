import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FeedTooLargeError } from './feed-too-large-error.ts'
import { NotAFeedError } from './not-a-feed-error.ts'
import { parseFeed } from './parse-feed.ts'
import type { ParsedFeed, ParseOptions } from './parsed-feed.ts'

const URL = 'https://news.example/feed.xml'
const NOW = new Date('2024-10-23T12:00:00Z')
const items = [1, 2, 3].map(
  (
    n,
  ) => `<item><title>Story ${n} &amp; more</title><link>https://news.example/${n}</link><guid>urn:story:${n}</guid>
    <pubDate>Wed, 23 Oct 2024 0${n}:00:00 GMT</pubDate><description>&lt;p&gt;About ${n},000 men.&lt;/p&gt;</description></item>`,
)
const RSS = `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY x "y">]><rss version="2.0"><channel><title>T</title>${items.join('')}</channel></rss>`
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/a/"><title type="xhtml"><div>T</div></title>${[1, 2].map((n) => `<entry><id>urn:${n}</id><link rel="self" href="s"/><link href="${n}"/><updated>2024-10-23T0${n}:00:00Z</updated><content type="html"><![CDATA[<p>${n}</p>]]></content></entry>`).join('')}</feed>`
const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  items: [{ id: '1', content_html: '<p>1</p>' }],
})

/** Reads a document and checks what holds for every result; null when it is refused by a named error. */
async function read(body: Uint8Array, contentType: string | null = null): Promise<ParsedFeed | null> {
  const feed = await readChecked(body, contentType)
  // The poller reads without bodies, which must change nothing else.
  const lean = await readNamed(body, contentType, { bodies: false })
  const withoutBodies = feed?.items.map((entry) => ({ ...entry, summary: null, content: null }))
  expect(lean).toEqual(feed && { ...feed, items: withoutBodies })
  return feed
}

async function readChecked(body: Uint8Array, contentType: string | null): Promise<ParsedFeed | null> {
  const feed = await readNamed(body, contentType, {})
  for (const entry of feed?.items ?? []) {
    expect(entry.id).not.toBe('')
    expect(entry.link ?? 'https://').toMatch(/^https?:\/\//)
    expect(entry.title ?? 'a').toMatch(/^\S(.*\S)?$/)
    expect(`${entry.summary}${entry.content}`).not.toMatch(/<(script|style|iframe)|javascript:/i)
    const texts = Object.values(entry).filter((value) => typeof value === 'string')
    expect(texts.filter((text) => text.includes('\0') || !text.isWellFormed())).toEqual([])
    expect(entry.publishedAt?.getTime() ?? 0).not.toBeNaN()
  }
  return feed
}

async function readNamed(
  body: Uint8Array,
  contentType: string | null,
  options: ParseOptions,
): Promise<ParsedFeed | null> {
  try {
    return await parseFeed(body, contentType, URL, NOW, options)
  } catch (error) {
    if (error instanceof NotAFeedError || error instanceof FeedTooLargeError) return null
    throw error
  }
}

test('any bytes come to a feed or a named error', async () => {
  const types = fc.constantFrom(null, 'text/xml; charset=big5', 'application/json', 'charset=')
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), types, async (bytes, type) => {
      await read(bytes, type)
      await read(Buffer.concat([Buffer.from('<rss><channel><item><title>'), bytes]), type)
    }),
    { numRuns: 150 },
  )
})

const piece = fc.oneof(
  fc.constantFrom(
    '<',
    '>',
    '&',
    '"',
    ']]>',
    '<![CDATA[',
    '<!--',
    '</item>',
    '<item>',
    '<title>',
    '</',
    '/>',
    '&#0;',
    '&lt;script>',
    '\0',
    '\\u0000',
    '\\ud800',
    'xmlns="x"',
    '<a:b',
  ),
  fc.string({ maxLength: 5, unit: 'binary' }),
)
const edits = fc.array(fc.record({ at: fc.nat(), drop: fc.nat({ max: 30 }), put: piece }), {
  minLength: 1,
  maxLength: 5,
})

test('a feed changed anywhere comes to a feed or a named error', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(RSS, ATOM, JSON_FEED), edits, async (document, changes) => {
      const changed = changes.reduce((text, { at, drop, put }) => {
        const start = at % (text.length + 1)
        return text.slice(0, start) + put + text.slice(start + drop)
      }, document)
      await read(Buffer.from(changed))
    }),
    { numRuns: 300 },
  )
})

const whole = ['urn:story:1', 'urn:story:2', 'urn:story:3']
const idsOf = async (document: string) => (await read(Buffer.from(document)))?.items.map(({ id }) => id) ?? []

test('cut anywhere, a feed has no id that it has not whole', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: RSS.length }), async (length) => {
      const ids = await idsOf(RSS.slice(0, length))
      // Before the first item is whole there is no other to tell what it lacks.
      if (RSS.slice(0, length).includes('</item>')) expect(whole.slice(0, ids.length)).toEqual(ids)
    }),
    { numRuns: 150 },
  )
})

test.each([
  ['a bare ampersand', RSS.replace('&amp; more', '& more')],
  ['an unclosed title', RSS.replace('more</title>', 'more')],
  ['an unclosed description', RSS.replace('</description>', '')],
  ['unclosed items', RSS.replaceAll('</item>', '')],
  ['no end', RSS.replace('</channel></rss>', '')],
  ['an undeclared entity and prefix', RSS.replace('Story 1', '&nbsp;<x:y>Story 1</x:y>')],
  ['words before the document', `Warning: x in <b>y</b>\n${RSS}`],
  ['another case', RSS.replaceAll('item>', 'Item>').replaceAll('guid>', 'GUID>')],
  ['wrong order of ends', RSS.replace('</title></item>', '</item></title>')],
])('with %s the ids stay the same', async (_, document) => {
  expect(await idsOf(document)).toEqual(whole)
})
