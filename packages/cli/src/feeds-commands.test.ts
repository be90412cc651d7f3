import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { freshDatabase } from '@muster/testing'
import { expect, test } from 'vitest'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))
const FEED = `<rss version="2.0"><channel><title>The Courier</title><link>https://courier.example/</link>
  <item><guid>1</guid><title>One</title><description>Text.</description><pubDate>Mon, 04 Nov 2024 08:00:00 GMT</pubDate></item>
  <item><guid>2</guid><title>Two</title></item></channel></rss>`

async function feeds(environment: NodeJS.ProcessEnv, ...args: string[]) {
  const options = { env: { ...process.env, ...environment } }
  return promisify(execFile)(process.execPath, ['--import', 'tsx', MAIN, 'feeds', ...args], options).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  )
}

function fileWith(text: string): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'muster-opml-')), 'feeds.opml')
  writeFileSync(file, text)
  return file
}

test.concurrent('feeds of an OPML file are added once, bad ones named, and exported again', async () => {
  const DATABASE_URL = await freshDatabase()
  const file = fileWith(`<opml version="2.0"><body><outline text="World">
    <outline text="Morning Sun" xmlUrl="https://sun.example/feed"/><outline text="Files" xmlUrl="file:///x"/>
    </outline><outline text="Star" xmlUrl="https://star.example/feed"/></body></opml>`)
  const bad = [{ entry: 'Files', reason: '"file:///x" is no http(s) address' }]
  const first = await feeds({ DATABASE_URL }, 'import', file, '--json')
  expect([first.code, JSON.parse(first.stdout)]).toEqual([
    1,
    { added: ['https://sun.example/feed', 'https://star.example/feed'], known: 0, bad },
  ])
  const second = await feeds({ DATABASE_URL }, 'import', file)
  expect(second.stdout).toBe(
    'Files: "file:///x" is no http(s) address, left out\n0 added, 2 there already, 1 left out\n',
  )
  const exported = await feeds({ DATABASE_URL }, 'export')
  const again = await feeds({ DATABASE_URL }, 'import', fileWith(exported.stdout))
  expect([again.code, again.stdout]).toEqual([0, '0 added, 2 there already, 0 left out\n'])
})

test.concurrent('full text is allowed for the feeds of a file or for one, and forbidden again', async () => {
  const DATABASE_URL = await freshDatabase()
  const url = 'https://sun.example/feed'
  const file = fileWith(`<opml version="2.0"><body><outline text="Sun" xmlUrl="${url}"/></body></opml>`)
  const allowed = async () =>
    JSON.parse((await feeds({ DATABASE_URL }, 'list', '--json')).stdout)[0].fullText as boolean
  await feeds({ DATABASE_URL }, 'import', file, '--full-text')
  expect(await allowed()).toBe(true)
  expect((await feeds({ DATABASE_URL }, 'full-text', url, '--forbid')).stdout).toBe(
    `full text of ${url} is forbidden\n`,
  )
  expect(await allowed()).toBe(false)
  await feeds({ DATABASE_URL }, 'full-text', url)
  expect(await allowed()).toBe(true)
  const unknown = await feeds({ DATABASE_URL }, 'full-text', 'https://none.example/')
  expect([unknown.code, unknown.stderr]).toEqual([
    1,
    'there is no feed "https://none.example/"; "muster feeds" lists them\n',
  ])
})

test.concurrent('a file that is no OPML is refused in a line', async () => {
  const { code, stderr } = await feeds(
    { DATABASE_URL: 'postgres://127.0.0.1:9/x' },
    'import',
    fileWith('hello'),
  )
  expect([code, stderr]).toEqual([1, expect.stringMatching(/^no OPML: .*\n$/)])
})

test.concurrent('check tells what polling an address would come to, with no database at all', async () => {
  const server = createServer(({ url }, response) => {
    if (url === '/moved') response.writeHead(302, { location: '/busy' }).end()
    else if (url === '/busy') response.writeHead(429, { 'retry-after': '7200' }).end()
    else if (url === '/page') response.end('<!doctype html><title>x</title>')
    else if (url === '/old') response.writeHead(301, { location: '/feed' }).end()
    else if (url === '/feed') {
      const link = '<https://hub.example/>; rel="hub"'
      response.writeHead(200, { etag: '"1"', 'content-type': 'text/xml', link }).end(FEED)
    } else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const allowed = { DATABASE_URL: '', OUTBOUND_ALLOW: '127.0.0.0/8' }
  const good = await feeds(allowed, 'check', `${at}/old`, '--json')
  const lines = await feeds(allowed, 'check', `${at}/feed`)
  const missing = await feeds(allowed, 'check', `${at}/none`)
  const refused = await feeds({ DATABASE_URL: '' }, 'check', `${at}/feed`)
  const busy = await feeds(allowed, 'check', `${at}/moved`, '--json')
  const busyLines = await feeds(allowed, 'check', `${at}/moved`)
  const page = await feeds(allowed, 'check', `${at}/page`)
  server.close()
  expect(JSON.parse(good.stdout)).toMatchObject({
    url: `${at}/feed`,
    ...{ outcome: 'modified', status: 200, redirects: [{ status: 301, url: `${at}/feed` }], etag: '"1"' },
    feed: {
      ...{
        title: 'The Courier',
        hubs: ['https://hub.example/'],
        items: 2,
        withoutText: 1,
        summaries: 0,
        withoutDate: 1,
        latest: ['One', 'Two'],
      },
      ...{ oldest: '2024-11-04T08:00:00.000Z', newest: '2024-11-04T08:00:00.000Z' },
    },
  })
  expect([lines.code, lines.stdout]).toEqual([
    0,
    expect.stringContaining('items      2, 1 without text, 1 without a date\n'),
  ])
  expect([missing.code, missing.stdout]).toEqual([
    1,
    expect.stringMatching(/answer {5}HTTP 404, failed.*\nnext poll {2}in \d+ min\n$/),
  ])
  expect([refused.code, refused.stdout]).toEqual([1, expect.stringContaining('answer     failed')])
  expect(JSON.parse(busy.stdout)).toMatchObject({
    ...{ url: `${at}/busy`, outcome: 'throttled', status: 429, feed: null },
    ...{ redirects: [{ status: 302, url: `${at}/busy` }], nextPollSeconds: 7_200 },
    retryAt: expect.stringMatching(/^\d{4}-.*Z$/),
  })
  expect([busyLines.code, busyLines.stdout]).toEqual([
    1,
    expect.stringMatching(
      /^redirect {3}302 to .*\naddress .*\nanswer .*\npause {6}until .*Z\nnext poll {2}in 120 min\n$/,
    ),
  ])
  expect([page.code, page.stdout]).toEqual([
    1,
    expect.stringMatching(/HTTP 200, not-a-feed.*\nnext poll {2}in \d+ min\n$/),
  ])
})

test.concurrent('check asks as the poller of the same settings would, and names a wrong one', async () => {
  const asked: (string | undefined)[] = []
  const server = createServer(({ headers }, response) => {
    asked.push(headers['user-agent'])
    response.writeHead(200, { 'content-type': 'text/xml' }).end(FEED)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`
  const settings = {
    ...{ DATABASE_URL: '', OUTBOUND_ALLOW: '127.0.0.0/8' },
    ...{ POLL_INTERVAL_FLOOR: '43200', CONTACT_URL: 'https://news.example/reader' },
  }
  const { stdout } = await feeds(settings, 'check', at, '--json')
  const wrong = await feeds({ ...settings, POLL_INTERVAL_FLOOR: '5' }, 'check', at)
  server.close()
  expect(asked).toEqual(['Muster/0.1 (+https://news.example/reader)'])
  expect(JSON.parse(stdout).nextPollSeconds).toBeGreaterThanOrEqual(43_200)
  expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('POLL_INTERVAL_FLOOR')])
})

test.concurrent('check refuses what is no address', async () => {
  const { code, stderr } = await feeds({}, 'check', 'courier.example')
  expect([code, stderr]).toEqual([1, '"courier.example" is no http(s) address\n'])
})
