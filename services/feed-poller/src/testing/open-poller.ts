import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { findDueLooks } from '@muster/articles'
import {
  addFeed,
  createFeedParser,
  createRobots,
  type Feed,
  type FeedParser,
  findFeed,
  type PageReader,
  type Robots,
} from '@muster/feeds'
import { createPool, type Pool } from '@muster/postgres'
import { createQueues, type Jobs, type Queues } from '@muster/queues'
import { createHttpClient, createNetworkAllowance, type HttpClient } from '@muster/runtime'
import { freshDatabase, quiet } from '@muster/testing'
import { lookAtPage } from '../look-at-page.ts'
import { pollFeed } from '../poll-feed.ts'
import { WAIT_MS } from '../schedule-looks.ts'

const PAGE_LIMITS = { timeoutMs: 20_000, maxBodyBytes: 3_000_000, userAgent: 'Muster/0.1 (test)' }
const LIMITS = { timeoutMs: 20_000, maxBodyBytes: 10_000, userAgent: 'test' }

/** A poller on an empty database whose clock stands still, and whose every host name leads to the loopback. */
export type TestPoller = {
  pool: Pool
  queues: Queues
  http: HttpClient
  now(): Date
  /** Puts the clock ahead. */
  pass(milliseconds: number): void
  /** Serves on the loopback; answers with the address under a host name. */
  serve(answer: RequestListener, host?: string): Promise<string>
  add(url: string, fullText?: boolean): Promise<Feed>
  /** Works a job, as a poller of its own; its rights last `leaseMs` unless they are renewed. */
  run(job: Jobs['feed-polls'], http?: HttpClient, leaseMs?: number): Promise<void>
  /** Polls as a due job does, and answers with the feed as it is then. */
  poll(feed: Feed, http?: HttpClient): Promise<Feed>
  /** Puts the clock to when the feed is due, and polls it. */
  pollWhenDue(feed: Feed): Promise<Feed>
  /** Looks at every page that is due, as its jobs do; answers with how many there were. */
  look(pages: PageReader): Promise<number>
  queued(): Promise<number>
  events(type: string): Promise<Record<string, unknown>[]>
  close(): Promise<void>
}

/** Opens one. The parser is shared, because it starts slowly. */
export async function openPoller(parser: FeedParser, start: string): Promise<TestPoller> {
  const databaseUrl = await freshDatabase()
  const pool = createPool(databaseUrl, 'test', quiet)
  const queues = createQueues({ databaseUrl, redisUrl: undefined, logId: 'test' }, quiet)
  const http = createHttpClient(createNetworkAllowance('127.0.0.0/8'), LIMITS, toLoopback)
  const pageHttp = createHttpClient(createNetworkAllowance('127.0.0.0/8'), PAGE_LIMITS, toLoopback)
  let robots: Robots | undefined
  const closing: (() => Promise<unknown>)[] = []
  let time = Date.parse(start)
  const poller: TestPoller = {
    ...{ pool, queues, http, now: () => new Date(time) },
    pass(milliseconds) {
      time += milliseconds
    },
    async serve(answer, host = '127.0.0.1') {
      const server = createServer(answer)
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      closing.push(async () => {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      })
      return `http://${host}:${(server.address() as AddressInfo).port}/`
    },
    add: async (url, fullText = false) =>
      (await addFeed(pool, { url, outlet: 'A', fullText }, poller.now())).feed,
    run(job, client = http, leaseMs = 25_000) {
      const policy = { floorSeconds: 300, spacingMs: 2_000, leaseMs, usesHubs: true }
      return pollFeed({ pool, queues, http: client, parser, logger: quiet, clock: poller.now, policy }, job)
    },
    async poll(feed, client) {
      const { id: feedId, nextPollAt } = (await findFeed(pool, feed.id)) as Feed
      await poller.run({ feedId, dueAt: nextPollAt.toISOString() }, client)
      return (await findFeed(pool, feed.id)) as Feed
    },
    async pollWhenDue(feed) {
      time = Math.max(time, ((await findFeed(pool, feed.id)) as Feed).nextPollAt.getTime())
      return poller.poll(feed)
    },
    async look(reader) {
      robots ??= createRobots({
        http: pageHttp,
        reader,
        userAgent: 'Muster/0.1 (test)',
        clock: poller.now,
        spacingMs: 2_000,
      })
      const due = await findDueLooks(pool, {
        now: poller.now(),
        overdue: new Date(time - WAIT_MS),
        limit: 100,
      })
      for (const { articleId, dueAt } of due) {
        const job = { articleId, dueAt: dueAt.toISOString() }
        const pages = { http: pageHttp, robots, reader }
        await lookAtPage(
          { pool, queues, pages, logger: quiet, clock: poller.now, policy: { spacingMs: 2_000 } },
          job,
        )
      }
      return due.length
    },
    async queued() {
      const queue = queues.all().find(({ name }) => name === 'extractions')
      return (await queue?.getJobCounts('waiting'))?.waiting ?? 0
    },
    async events(type) {
      const { rows } = await pool.query(`select data from events where type = $1 order by position`, [type])
      return rows.map(({ data }) => data)
    },
    async close() {
      for (const close of closing.splice(0)) await close()
      await http.close()
      await pageHttp.close()
      await queues.close()
      await pool.end()
    },
  }
  return poller
}

const toLoopback = ((_host: string, _options: object, answer: (...result: unknown[]) => void) =>
  answer(null, [{ address: '127.0.0.1', family: 4 }])) as never

/** One parser for the tests of a file. */
export const sharedParser = (): FeedParser => createFeedParser({ bodies: false })

/** An RSS document of these items. */
export const rss = (...items: string[]): string =>
  `<rss version="2.0"><channel><title>The Courier</title>${items.join('')}</channel></rss>`

/** One item. */
export const item = (id: string, text: string, more = ''): string =>
  `<item><guid>${id}</guid><description>${text}</description>${more}</item>`
