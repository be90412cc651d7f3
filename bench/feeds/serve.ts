import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { composeFeed } from './compose-feed.ts'
import { mannerOf } from './web-like.ts'

// A process of its own, so that its work is not counted as the reader's. It tells its port to who started it.

const SLOW_MS = 10_000
const ERRORS = [404, 500, 502, 503]
const started = Date.now()
const versions = new Map<number, number>()

const server = createServer((request, response) => void answer(request, response))
server.listen(0, '0.0.0.0', () => process.send?.((server.address() as AddressInfo).port))
process.on('disconnect', () => process.exit())

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const feed = Number.parseInt(request.url?.slice(1) ?? '', 10)
  const manner = mannerOf(feed)
  const version = versions.get(feed) ?? 0
  if (manner === 'error') return void response.writeHead(ERRORS[feed % ERRORS.length] ?? 500).end()
  if (manner === 'slow') await wait(SLOW_MS)
  if (manner !== 'modified' && request.headers['if-none-match']) return void response.writeHead(304).end()
  versions.set(feed, version + 1)
  const isNew = manner === 'modified'
  const body = gzipSync(composeFeed(feed, isNew ? version + 1 : 0, started), { level: 1 })
  response.writeHead(200, {
    'content-type': 'application/rss+xml',
    'content-encoding': 'gzip',
    etag: `"${version + 1}"`,
  })
  response.end(body)
}
