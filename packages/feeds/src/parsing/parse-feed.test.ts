import { expect, test } from 'vitest'
import { NotAFeedError } from './not-a-feed-error.ts'
import { parseFeed } from './parse-feed.ts'

const URL = 'https://news.example/feed.xml'
const read = (xml: string | Buffer, type: string | null = null) => parseFeed(Buffer.from(xml), type, URL)
const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Courier</title>${items}</channel></rss>`

const NOTHING_SAID = {
  author: null,
  updatedAt: null,
  isDateClamped: false,
  isSummary: true,
  categories: [],
  enclosures: [],
  outlet: null,
}

test('an RSS item with all its fields', async () => {
  const feed = await read(
    rss(`<link>https://news.example/</link><ttl>60</ttl><skipHours><hour>3</hour></skipHours>
      <item><guid>urn:a:1</guid><title>Troops &amp; tanks</title><link>/a/1</link><pubDate>Wed, 23 Oct 2024 08:00:00 GMT</pubDate>
      <author>ann@news.example (Ann Lee)</author><category>War</category><category>Asia</category><category>War</category>
      <enclosure url="/a.mp3" type="audio/mpeg" length="1200"/>
      <source url="https://b.example">The Bugle</source><description>Short.</description>
      <content:encoded><![CDATA[<p>About  3,000 soldiers&nbsp;left.</p><p>Others <b>stayed</b>.</p><script>x()</script>]]></content:encoded></item>`),
  )
  expect(feed).toEqual({
    title: 'The Courier',
    link: 'https://news.example/',
    self: null,
    hubs: [],
    schedule: { minSeconds: 3600, skipHours: [3], skipDays: [] },
    leftOut: 0,
    items: [
      {
        id: 'urn:a:1',
        title: 'Troops & tanks',
        link: 'https://news.example/a/1',
        author: 'Ann Lee',
        summary: 'Short.',
        content: '<p>About  3,000 soldiers\u00a0left.</p><p>Others <b>stayed</b>.</p>',
        publishedAt: new Date('2024-10-23T08:00:00Z'),
        updatedAt: null,
        isDateClamped: false,
        isSummary: false,
        categories: ['War', 'Asia'],
        enclosures: [{ url: 'https://news.example/a.mp3', type: 'audio/mpeg', length: 1200 }],
        text: 'About 3,000 soldiers\u00a0left.\n\nOthers stayed.',
        outlet: 'The Bugle',
      },
    ],
  })
})

test('an Atom feed with its hub, and an entry with escaped HTML', async () => {
  const feed = await read(`<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title>
    <link rel="self" href="/atom"/><link rel="hub" href="https://hub.example/"/><link href="https://a.example/"/>
    <entry><id>tag:a,2024:1</id><title>T</title><author><name>Ann Lee</name></author><author><name>Bo Kim</name></author>
    <link rel="edit" href="https://a.example/edit/1"/><link rel="alternate" href="https://a.example/1"/>
    <link rel="enclosure" href="https://a.example/1.pdf" type="application/pdf"/><category term="war"/>
    <published>2024-10-23T08:00:00Z</published><updated>2024-10-23T09:00:00+01:00</updated>
    <summary>In &lt;short&gt;.</summary><content type="html">&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;</content></entry></feed>`)
  expect(feed).toEqual({
    title: 'A',
    link: 'https://a.example/',
    self: 'https://news.example/atom',
    hubs: ['https://hub.example/'],
    schedule: { minSeconds: null, skipHours: [], skipDays: [] },
    leftOut: 0,
    items: [
      {
        ...NOTHING_SAID,
        isSummary: false,
        id: 'tag:a,2024:1',
        title: 'T',
        link: 'https://a.example/1',
        author: 'Ann Lee, Bo Kim',
        summary: 'In &lt;short&gt;.',
        content: '<p>One</p><p>Two</p>',
        publishedAt: new Date('2024-10-23T08:00:00Z'),
        updatedAt: new Date('2024-10-23T08:00:00Z'),
        categories: ['war'],
        enclosures: [{ url: 'https://a.example/1.pdf', type: 'application/pdf', length: null }],
        text: 'One\n\nTwo',
      },
    ],
  })
})

test('an RDF feed has its items beside the channel', async () => {
  const feed =
    await read(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
    <channel rdf:about="https://a.example/"><title>R</title><link>https://a.example/</link>
    <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency></channel>
    <item rdf:about="https://a.example/1"><title>One</title><link>https://a.example/1</link><d:date>2024-10-23T08:00+02:00</d:date></item></rdf:RDF>`)
  expect([feed.title, feed.link, feed.schedule.minSeconds]).toEqual(['R', 'https://a.example/', 21_600])
  expect(feed.items).toEqual([
    {
      ...NOTHING_SAID,
      id: 'https://a.example/1',
      title: 'One',
      link: 'https://a.example/1',
      summary: null,
      content: null,
      publishedAt: new Date('2024-10-23T06:00:00Z'),
      text: '',
    },
  ])
})

test('a JSON Feed keeps the paragraphs of plain text, and a wrong field loses nothing else', async () => {
  const feed = await read(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'J',
      home_page_url: 'https://a.example/',
      items: [
        {
          id: 7,
          url: '/7',
          content_text: 'One < two.\n\nThree.',
          date_published: '2024-10-23T08:00:00Z',
          tags: ['war', 3],
        },
        {
          id: ['x'],
          title: 5,
          url: 'https://a.example/8',
          content_html: '<p onclick="x()">Eight</p>',
          authors: [{ name: 'Ann' }],
        },
        null,
      ],
    }),
  )
  expect(
    feed.items.map(({ id, title, author, content, text, categories }) => [
      id,
      title,
      author,
      content,
      text,
      categories,
    ]),
  ).toEqual([
    ['7', null, null, '<p>One &lt; two.</p><p>Three.</p>', 'One < two.\n\nThree.', ['war']],
    ['https://a.example/8', null, 'Ann', '<p>Eight</p>', 'Eight', []],
  ])
})

test('of a sitemap, the pages that are news are read', async () => {
  const feed =
    await read(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
    <url><loc>https://a.example/about</loc></url>
    <url><loc>https://a.example/1</loc><n:news><n:publication><n:name>The Courier</n:name></n:publication>
    <n:publication_date>2024-10-23</n:publication_date><n:title>Troops leave</n:title><n:keywords>war, asia</n:keywords></n:news></url></urlset>`)
  expect(feed.title).toBe('The Courier')
  expect(
    feed.items.map(({ id, title, categories, publishedAt }) => [id, title, categories, publishedAt]),
  ).toEqual([['https://a.example/1', 'Troops leave', ['war', 'asia'], new Date('2024-10-23T00:00:00Z')]])
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
  ['white space', ' \n '],
  ['other XML', '<note><to>you</to></note>'],
  ['a sitemap without news', '<urlset><url><loc>https://a.example/</loc></url></urlset>'],
  ['other JSON', '{"error":"not found"}'],
  ['broken JSON', '{"version":"https://jsonfeed.org/version/1","items":['],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['a broken gzip file', Buffer.from('1f8b0800000000000003abcdef', 'hex')],
])('%s is not a feed', async (_, body: string | Buffer) => {
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

test('who wants the text alone gets no summary and no content, and everything else the same', async () => {
  const xml =
    '<rss version="2.0"><channel><item><guid>1</guid><description>&lt;p&gt;One&lt;/p&gt;</description></item></channel></rss>'
  const whole = await parseFeed(Buffer.from(xml), null, 'https://news.example/', new Date(0))
  const lean = await parseFeed(Buffer.from(xml), null, 'https://news.example/', new Date(0), {
    bodies: false,
  })
  expect(whole.items).toMatchObject([{ summary: '<p>One</p>', text: 'One' }])
  expect(lean).toEqual({
    ...whole,
    items: whole.items.map((each) => ({ ...each, summary: null, content: null })),
  })
})

const long = 'About 3,000 soldiers left the town. '.repeat(60)
test.each<[string, string, boolean]>([
  ['a description', '<description>Soldiers left.</description>', true],
  ['nothing', '', true],
  ['a long description', `<description>${long}</description>`, false],
  ['a text', '<description>Short.</description><content:encoded>Soldiers left.</content:encoded>', false],
  ['a text that is cut', '<content:encoded>Soldiers left the …</content:encoded>', true],
  [
    'a text that is cut, and links',
    '<content:encoded>Soldiers left [&amp;#8230;] The post Troops appeared first on A.</content:encoded>',
    true,
  ],
])('an item with %s is known as a summary, or as more', async (_, bodies, isSummary) => {
  const { items } = await read(rss(`<item><guid>1</guid>${bodies}</item>`))
  expect(items[0]?.isSummary).toBe(isSummary)
})

test.each([
  ['ann@news.example (Ann Lee)', 'Ann Lee'],
  ['Ann Lee <ann@news.example>', 'Ann Lee'],
  ['ann@news.example Ann Lee', 'Ann Lee'],
  ['Ann Lee (AP), ann@news.example', 'Ann Lee (AP)'],
  ['"Ann Lee" <mailto:ann@news.example>', 'Ann Lee'],
  ['ann@news.example (Lee, Ann), bo@news.example (Bo Kim (AP))', 'Lee, Ann, Bo Kim (AP)'],
  ['Ann Lee (@ann@social.example)', 'Ann Lee'],
  ['ann@news.example', 'ann@news.example'],
  ['Ann @ the desk', 'Ann @ the desk'],
])('of an author written as %s the name is kept', async (written, expected) => {
  const author = written.replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const { items } = await read(rss(`<item><guid>1</guid><author>${author}</author></item>`))
  expect(items[0]?.author).toBe(expected)
})

test('categories within categories are read as well', async () => {
  const { items } = await read(
    rss(
      '<item><guid>1</guid><itunes:category text="War"><itunes:category text="Asia"/></itunes:category><category>Troops</category></item>',
    ),
  )
  expect(items[0]?.categories).toEqual(['Troops', 'War', 'Asia'])
})

test.each([
  ['escaped', '&lt;![CDATA[Troops &lt;b&gt;leave&lt;/b&gt;]]&gt;'],
  ['inside another', '<![CDATA[<![CDATA[Troops <b>leave</b>]]>]]>'],
  ['inside another that it closes', '<![CDATA[<![CDATA[Troops <b>leave</b>]]>'],
  ['with its end escaped', '<![CDATA[<![CDATA[Troops <b>leave</b>]]&gt;]]>'],
])('a CDATA section %s is its text', async (_, written) => {
  const { items } = await read(
    rss(`<item><guid>1</guid><title>${written}</title><description>${written}</description></item>`),
  )
  expect(items).toMatchObject([{ title: 'Troops leave', summary: 'Troops <b>leave</b>' }])
})

test('elements that HTML no longer has are HTML all the same', async () => {
  const { items } = await read(
    rss('<item><guid>1</guid><description>&lt;blink&gt;Troops&lt;/blink&gt; leave</description></item>'),
  )
  expect(items).toMatchObject([{ summary: 'Troops leave', text: 'Troops leave' }])
})

test('an empty address of the feed itself is its base, one of a page is none', async () => {
  const feed = await read(
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/atom"><link rel="self" href=""/><link href=""/></feed>',
  )
  expect([feed.self, feed.link]).toEqual(['https://a.example/atom', null])
})

test('an id has no characters that a database refuses', async () => {
  const items = [
    { id: 'a\0\ud800b', content_text: 'One' },
    { id: '\0', url: 'https://news.example/2' },
  ]
  const json = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items })
  expect((await read(json)).items.map(({ id }) => id)).toEqual(['a\ufffdb', 'https://news.example/2'])
})

test('an id is never longer than an index holds, and stays the same from poll to poll', async () => {
  const far = `https://news.example/${'x'.repeat(3_000)}`
  const names = 'あ'.repeat(900)
  const shared = [1, 2].map((n) => `<item><guid>same</guid><link>${far}${n}</link></item>`)
  const document = rss(
    `<item><link>${far}</link></item><item><guid>${names}</guid></item>${shared.join('')}<item><guid>short</guid></item>`,
  )
  const json = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: [{ id: far }] })
  const ids = [...(await read(document)).items, ...(await read(json)).items].map(({ id }) => id)
  const hash = expect.stringMatching(/^[0-9a-f]{64}$/)
  expect(ids).toEqual([hash, hash, hash, hash, 'short', ids[0]])
  expect(new Set(ids).size).toBe(5)
  expect((await read(document)).items.map(({ id }) => id)).toEqual(ids.slice(0, 5))
})
