import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { FeedTooLargeError } from './feed-too-large-error.ts'
import { NotAFeedError } from './not-a-feed-error.ts'
import { parseFeed } from './parse-feed.ts'

const URL = 'https://news.example/feed.xml'
const read = (document: string | Buffer) => parseFeed(Buffer.from(document), null, URL)
const rss = (items: string, doctype = '') =>
  `<?xml version="1.0"?>${doctype}<rss version="2.0"><channel>${items}<item><guid>last</guid></item></channel></rss>`
const item = (description: string) => `<item><guid>1</guid><description>${description}</description></item>`
const html = (body: string) => item(`<![CDATA[${body}]]>`)
const entities = (...declarations: string[]) => `<!DOCTYPE rss [${declarations.join('')}]>`
const ids = async (document: string) => (await read(document)).items.map(({ id }) => id)

// What an HTML or XML parser without limits spends seconds to minutes on: a test that hangs has failed.
test.each([
  ['100,000 open tags', item('<b>'.repeat(100_000)), ['1']],
  ['100,000 tags, closed', html(`${'<b>'.repeat(100_000)}${'</b>'.repeat(100_000)}`), ['1', 'last']],
  ['100,000 tags that no next one ends', html('<ul><li><td>'.repeat(50_000)), ['1', 'last']],
  ['half an opening tag, 200,000 times', html('<p'.repeat(200_000)), ['1', 'last']],
  ['opened comments', html('<!--'.repeat(200_000)), ['1', 'last']],
  ['a million brackets', html('<'.repeat(1_000_000)), ['1', 'last']],
  ['a million ampersands', item('&'.repeat(1_000_000)), ['1', 'last']],
  ['50,000 attributes', `<item ${attributes('a', 50_000)}><guid>1</guid></item>`, ['1', 'last']],
  [
    '50,000 prefixes',
    `<item ${attributes('xmlns:a', 50_000)}><guid>1</guid>${'<b xmlns:c="d"/>'.repeat(1_000)}</item>`,
    ['1', 'last'],
  ],
  ['an attribute of 2 MB', `<item a="${'a'.repeat(2_000_000)}"><guid>1</guid></item>`, ['1', 'last']],
])('%s', async (_, items, expected) => {
  expect(await ids(rss(items))).toEqual(expected)
})

function attributes(name: string, count: number): string {
  return Array.from({ length: count }, (_, index) => `${name}${index}="x"`).join(' ')
}

test('an entity that names another is left out, so none multiplies', async () => {
  const bomb = entities('<!ENTITY a "lol">', '<!ENTITY b "&a;&a;&a;">', '<!ENTITY c "&b;&b;&b;">')
  expect((await read(rss(item('&a; &c;'), bomb))).items[0]?.text).toBe('lol &c;')
})

test('what the entities of a document grow to is limited', async () => {
  const long = entities(`<!ENTITY a "${'a'.repeat(2_000)}">`)
  const [first, second] = (await read(rss(item('&a;'.repeat(501)) + item('&a;'), long))).items
  expect([first?.text.slice(0, 2_000), second?.text]).toEqual(['a'.repeat(2_000), '&a;'])
})

test('no file and no address is read', async () => {
  const external = entities(
    '<!ENTITY f SYSTEM "file:///etc/hostname">',
    '<!ENTITY % p SYSTEM "http://127.0.0.1:1/">',
    '%p;',
  )
  expect((await read(rss(item('&f;'), external))).items[0]?.text).toBe('&f;')
})

test('a title of a million characters is cut', async () => {
  const feed = await read(rss(`<item><title>${'a'.repeat(1_000_000)}</title></item>`))
  expect(feed.items[0]?.title).toBe('a'.repeat(2_000))
})

test('of 3,000 items, 2,000 are read', async () => {
  expect((await read(rss('<item><link>/a</link></item>'.repeat(3_000)))).items).toHaveLength(2_000)
})

test('of 300,000 empty items of a JSON Feed 2,000 are read, and the others counted', async () => {
  const items = `{"id":"first"},${'{},'.repeat(300_000)}{"id":"last"}`
  const feed = await read(`{"version":"https://jsonfeed.org/version/1.1","items":[${items}]}`)
  expect([feed.items.length, feed.items[0]?.id, feed.leftOut]).toEqual([2_000, 'first', 298_002])
})

test.each([
  ['{', '}'],
  ['[', ']'],
])('3 million items that are but %s%s are refused before they take 300 MB', async (open, close) => {
  const json = (items: string) => `{"version":"https://jsonfeed.org/version/1.1","items":[${items}0]}`
  await expect(read(json(`${open}${close},`.repeat(3_000_000)))).rejects.toThrow(FeedTooLargeError)
  const text = JSON.stringify(`${open}\\" ${close}`.repeat(600_000))
  const feed = await read(json(`{"id":"1","content_text":${text}},`))
  expect(feed.items[0]?.text.startsWith(`${open}\\" ${close}${open}`)).toBe(true)
})

test('of a million tags of an item of a JSON Feed, 2,000 are read', async () => {
  const tags = Array.from({ length: 1_000_000 }, (_, index) => `"${index}"`).join()
  const feed = await read(`{"version":"https://jsonfeed.org/version/1.1","items":[{"tags":[${tags}]}]}`)
  expect(feed.items[0]?.categories).toHaveLength(2_000)
})

test('control characters are left out, however they are written', async () => {
  const feed = await read(
    rss('<item><guid>a\0&#0;b</guid><title>c\u0001&#x1;d</title><description>e&#0;f</description></item>'),
  )
  expect(feed.items[0]).toMatchObject({ id: 'ab', title: 'cd', text: 'ef' })
})

test('names of JavaScript itself are names like others', async () => {
  const feed = await read(
    rss('<item><__proto__>x</__proto__><constructor>y</constructor><guid __proto__="z">1</guid></item>'),
  )
  expect(feed.items[0]?.id).toBe('1')
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
})

test('a body that is still a gzip file is read', async () => {
  expect((await read(gzipSync(rss('')))).items.map(({ id }) => id)).toEqual(['last'])
})

test.each([
  ['a gzip file that ends early', gzipSync(rss(item('word '.repeat(1_000)))).subarray(0, 60), NotAFeedError],
  ['zeros', Buffer.alloc(1_000_000), NotAFeedError],
  ['JSON that nests 100,000 deep', Buffer.from(`{"version":${'['.repeat(100_000)}`), NotAFeedError],
  ['a document type without an end', Buffer.from(`<!DOCTYPE rss [${'<!--"'.repeat(100_000)}`), NotAFeedError],
  ['a gzip file of 50 MB', gzipSync(Buffer.alloc(50_000_000)), FeedTooLargeError],
  ['more than 10 MB', Buffer.alloc(10_000_001, 'a'), FeedTooLargeError],
])('%s is refused', async (_, body, error) => {
  await expect(read(body)).rejects.toThrow(error)
})
