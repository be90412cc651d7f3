import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { listenOnLoopback } from './listen-on-loopback.ts'
import { readSamples } from './read-samples.ts'
import type { Sample } from './sample.ts'
import { sampleFeedXml } from './sample-feed-xml.ts'
import { samplePage } from './sample-page.ts'

export type SampleFeed = {
  /** The address of the feed. */
  url: string
  port: number
  /** How many articles it carries. */
  articles: number
  stop: () => Promise<void>
}

type Page = { type: string; body: string }

/** Serves the sample articles as an RSS feed and as pages on the loopback: on `port`, or a free one when it is taken. */
export async function startSampleFeed(options: { port?: number; folder?: string } = {}): Promise<SampleFeed> {
  const samples = await readSamples(options.folder)
  const server = createServer((request, response) => answer(request, response, samples))
  await listenOnLoopback(server, options.port)
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/feed.xml`,
    port,
    articles: samples.length,
    stop: () => stopServer(server),
  }
}

async function stopServer(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
}

function answer(request: IncomingMessage, response: ServerResponse, samples: readonly Sample[]): void {
  const page = findPage(request, samples)
  if (page === null) return void response.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n')
  const etag = `"${createHash('sha256').update(page.body).digest('base64url')}"`
  if (matches(request.headers['if-none-match'], etag)) return void response.writeHead(304, { etag }).end()
  response.writeHead(200, { 'content-type': page.type, etag }).end(page.body)
}

function findPage(request: IncomingMessage, samples: readonly Sample[]): Page | null {
  if (request.method !== 'GET' && request.method !== 'HEAD') return null
  const base = `http://127.0.0.1:${request.socket.localPort}`
  const { pathname } = new URL(request.url ?? '/', base)
  if (pathname === '/feed.xml') {
    return { type: 'application/rss+xml; charset=utf-8', body: sampleFeedXml(samples, base) }
  }
  const sample = samples.find(({ number }) => pathname === `/articles/${number}`)
  return sample === undefined ? null : { type: 'text/html; charset=utf-8', body: samplePage(sample) }
}

function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return tags.includes(etag) || tags.includes('*')
}
