import { expect, test } from 'vitest'
import { NotOpmlError, readOpml } from './read-opml.ts'
import { writeOpml } from './write-opml.ts'

const opml = (outlines: string) =>
  `<?xml version="1.0"?><opml version="2.0"><head><title>T</title></head><body>${outlines}</body></opml>`

const declared = (encoding: string) =>
  opml('<outline text="Вести" xmlUrl="https://a.example/rss"/>').replace('?>', ` encoding="${encoding}"?>`)

test('folders are gone into, repeats counted, and what is no feed is named', () => {
  const list = readOpml(
    opml(`
      <outline text="World"><outline text="Asia">
        <outline type="rss" text="Han River &amp; Post" xmlUrl="https://han.example/feed"/>
        <outline type="rss" text="x" title="Morning Sun" xmlUrl="http://SUN.example/rss?a=1&amp;b=2"/>
      </outline></outline>
      <outline type="rss" text="Again" xmlUrl="https://han.example/feed"/>
      <outline xmlUrl="https://bare.example/feed"/>
      <outline text="Empty folder"/>
      <outline text="Files" xmlUrl="file:///etc/passwd"/>
      <outline text="Broken" xmlUrl="not an address"/>
      <outline text="Long" xmlUrl="https://long.example/${'a'.repeat(2000)}"/>
      <outline text="Long when written out" xmlUrl="https://long.example/${'あ'.repeat(900)}"/>
      <outline text="Secret" xmlUrl="https://user:word@secret.example/feed"/>`),
  )
  expect(list).toEqual({
    feeds: [
      { url: 'https://han.example/feed', title: 'Han River & Post' },
      { url: 'http://sun.example/rss?a=1&b=2', title: 'Morning Sun' },
      { url: 'https://bare.example/feed', title: 'bare.example' },
    ],
    repeated: 1,
    bad: [
      { entry: 'Empty folder', reason: 'no xmlUrl' },
      { entry: 'Files', reason: '"file:///etc/passwd" is no http(s) address' },
      { entry: 'Broken', reason: '"not an address" is no http(s) address' },
      { entry: 'Long', reason: 'an address of over 2000 characters' },
      { entry: 'Long when written out', reason: 'an address of over 2000 characters' },
      { entry: 'Secret', reason: 'an address with a name or password, which no feed is asked with' },
    ],
  })
})

test.each([
  ['feed://a.example/rss', 'http://a.example/rss'],
  ['FEED:https://a.example/rss', 'https://a.example/rss'],
  ['feed:http://a.example/rss', 'http://a.example/rss'],
  ['feed://https://a.example/rss', 'https://a.example/rss'],
  [' https://a.example/rss\n', 'https://a.example/rss'],
])('the address "%s" is that of %s', (xmlUrl, url) => {
  expect(readOpml(opml(`<outline text="A" xmlUrl="${xmlUrl}"/>`)).feeds).toEqual([{ url, title: 'A' }])
})

test.each(['feed:', 'feed://', 'feed:feed://a.example', 'feed:javascript:x', 'feed:file:///etc/passwd'])(
  'the address "%s" is none',
  (xmlUrl) => {
    const reason = `"${xmlUrl}" is no http(s) address`
    expect(readOpml(opml(`<outline text="A" xmlUrl="${xmlUrl}"/>`))).toMatchObject({
      feeds: [],
      bad: [{ entry: 'A', reason }],
    })
  },
)

test.each<[string, Uint8Array]>([
  ['utf-8', Buffer.from(declared('utf-8'))],
  ['utf-8, with its mark', Buffer.from(`\ufeff${declared('utf-8')}`)],
  [
    'windows-1251',
    Buffer.from(declared('windows-1251').replaceAll('Вести', '\xc2\xe5\xf1\xf2\xe8'), 'latin1'),
  ],
  ['utf-16', Buffer.from(`\ufeff${declared('utf-16')}`, 'utf16le')],
])('a list in %s is read as what it says', (_, bytes) => {
  expect(readOpml(bytes).feeds).toEqual([{ url: 'https://a.example/rss', title: 'Вести' }])
})

test.each([
  ['', 'nothing'],
  ['hello', 'words'],
  ['<rss version="2.0"><channel/></rss>', 'a feed'],
  [opml(`${'<outline text="f">'.repeat(101)}${'</outline>'.repeat(101)}`), 'folders without end'],
])('what is no OPML is refused: %#', (xml) => {
  expect(() => readOpml(xml)).toThrow(NotOpmlError)
})

test('a list that was written is read as it was', () => {
  const feeds = [{ url: 'https://a.example/?x=1&y="2"', title: 'Q & A <daily>' }]
  expect(readOpml(writeOpml(feeds, new Date('2024-11-04T00:00:00Z'))).feeds).toEqual([
    { url: new URL('https://a.example/?x=1&y="2"').href, title: 'Q & A <daily>' },
  ])
})

test('a name is a line of 200 characters at most, as that of a feed that is added by the API', () => {
  const names = ['Red&#27;[31m &#10; Star&#9;', 'x'.repeat(5_000), '&#27;']
  const outlines = names.map((name, n) => `<outline text="${name}" xmlUrl="https://a.example/${n}"/>`)
  expect(readOpml(opml(outlines.join(''))).feeds.map(({ title }) => title)).toEqual([
    'Red[31m Star',
    'x'.repeat(200),
    'a.example',
  ])
})
