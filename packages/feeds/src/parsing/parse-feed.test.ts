import { expect, test } from 'vitest'
import { NotAFeedError, parseFeed } from './parse-feed.ts'

const URL = 'https://news.example/feed.xml'
const read = (xml: string | Buffer, type: string | null = null) => parseFeed(Buffer.from(xml), type, URL)
const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Courier</title>${items}</channel></rss>`

test('an RSS item with full text becomes an entry of plain paragraphs', async () => {
  const feed = await read(
    rss(`<item><guid>urn:a:1</guid><title>Troops &amp; tanks</title><link>/a/1</link><pubDate>Wed, 23 Oct 2024 08:00:00 GMT</pubDate>
      <source url="https://b.example">The Bugle</source><description>Short.</description>
      <content:encoded><![CDATA[<p>About  3,000 soldiers&nbsp;left.</p><p>Others <b>stayed</b>.</p><script>x()</script>]]></content:encoded></item>`),
  )
  expect(feed).toEqual({
    title: 'The Courier',
    link: null,
    items: [
      {
        id: 'urn:a:1',
        link: 'https://news.example/a/1',
        title: 'Troops & tanks',
        text: 'About 3,000 soldiers\u00a0left.\n\nOthers stayed.',
        publishedAt: new Date('2024-10-23T08:00:00Z'),
        outlet: 'The Bugle',
      },
    ],
  })
})

test('an Atom entry with escaped HTML is read as well', async () => {
  const feed =
    await read(`<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><id>tag:a,2024:1</id><title>T</title>
    <link href="https://a.example/1"/><updated>2024-10-23T08:00:00Z</updated><content type="html">&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;</content></entry></feed>`)
  expect(feed.items).toEqual([
    {
      id: 'tag:a,2024:1',
      link: 'https://a.example/1',
      title: 'T',
      text: 'One\n\nTwo',
      publishedAt: new Date('2024-10-23T08:00:00Z'),
      outlet: null,
    },
  ])
})

test('a missing or unreadable date stays missing and loses no other item', async () => {
  const feed = await read(
    rss(
      '<item><guid>1</guid><description>a</description><pubDate>soon</pubDate></item><item><guid>2</guid><description>b</description></item>',
    ),
  )
  expect(feed.items.map(({ id, publishedAt }) => [id, publishedAt])).toEqual([
    ['1', null],
    ['2', null],
  ])
})

test('a label is believed only where the bytes are no UTF-8', async () => {
  const latin = Buffer.from(
    rss('<item><guid>1</guid><description>\u0093Gro\u00df\u0094</description></item>'),
    'latin1',
  )
  expect((await read(latin, 'text/xml; charset=windows-1252')).items[0]?.text).toBe('“Groß”')
  const utf8 = Buffer.from(rss('<item><guid>1</guid><description>Groß</description></item>'))
  expect((await read(utf8, 'text/xml; charset=iso-8859-1')).items[0]?.text).toBe('Groß')
})

test.each([
  ['an HTML page', '<!doctype html><html><body>no</body></html>'],
  ['nothing', ''],
  ['broken XML', '<rss version="2.0"><channel><item>'],
])('%s is not a feed', async (_, body) => {
  await expect(read(body)).rejects.toThrow(NotAFeedError)
})

test('a body that holds rss-parser up for seconds is read without it', async () => {
  const body = '<p'.repeat(200_000)
  const feed = await read(
    rss(
      `<item><guid>1</guid><description><![CDATA[${body}]]></description></item><item><guid>2</guid><description>b</description></item>`,
    ),
  )
  expect(feed.items.map(({ id }) => id)).toEqual(['1', '2'])
})

test('an empty id is none: the link stands for it', async () => {
  const items =
    '<item><guid/><link>https://a.example/1</link><description>a</description></item><item><guid isPermaLink="false"> </guid><link>https://a.example/2</link><description>b</description></item>'
  const feed = await read(rss(items))
  expect(feed.items.map(({ id }) => id)).toEqual(['https://a.example/1', 'https://a.example/2'])
})

test('entries that share an id are told apart, by their link or by what they say', async () => {
  const item = (link: string, text: string) =>
    `<item><guid>x</guid><link>${link}</link><title>t</title><description>${text}</description></item>`
  const feed = await read(rss(item('https://a.example/1', 'a') + item('https://a.example/2', 'b')))
  expect(feed.items.map(({ id }) => id)).toEqual(['x https://a.example/1', 'x https://a.example/2'])
  const same = await read(rss(item('https://a.example/1', 'a') + item('https://a.example/1', 'b')))
  expect(new Set(same.items.map(({ id }) => id)).size).toBe(2)
})

test('an item without a body does not get that of another', async () => {
  const feed = await read(
    rss(
      '<description>About us</description><item><guid>1</guid><description/></item><item><guid>2</guid><description>b</description></item>',
    ),
  )
  expect(feed.items.map(({ text }) => text)).toEqual(['', 'b'])
})
