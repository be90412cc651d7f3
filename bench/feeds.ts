import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startPrivateRedis } from '@muster/queues'
import { freePort } from '@muster/runtime'
import { openScratchDatabase } from './event-store/open-scratch-database.ts'
import { measureNewsboat } from './feeds/measure-newsboat.ts'
import { measureParsers } from './feeds/measure-parsers.ts'
import { makeDue, measurePoller, type PollerMeasures } from './feeds/measure-poller.ts'
import { seedFeeds } from './feeds/seed-feeds.ts'
import { endProcess, startProcess } from './feeds/start-process.ts'
import { printTable } from './print-table.ts'

const CYCLE_SECONDS = 900
/** All feeds at once are a matter of the rate, which a minute shows. */
const MOST_SECONDS_AT_ONCE = 60
const NEWSBOAT_FEEDS = 1_000
const NEWSBOAT_THREADS = 32

/**
 * Measures one poller process on `--feeds` feeds of a local server that answers like the web, with the queue and the
 * database of `npm start`: first `--seconds` of a cycle of 15 minutes (900 are the whole), then as long, but a minute
 * at most, with all feeds due at once.
 * Beside it, the same bodies through plain rss-parser, and newsboat reloading a part of the same feeds.
 */
export async function benchFeeds(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { feeds: { type: 'string', default: '20000' }, seconds: { type: 'string', default: '60' } },
  })
  const feeds = Number(values.feeds)
  const database = await openScratchDatabase()
  const folder = mkdtempSync(path.join(tmpdir(), 'muster-redis-'))
  const redis = await startPrivateRedis({ folder })
  const server = startProcess('bench/feeds/serve.ts', {}, 'inherit')
  const [port] = (await once(server, 'message')) as [number]
  await seedFeeds(database.pool, feeds, port)
  process.stderr.write(`${feeds} feeds and their items are there\n`)
  const poller = await startPoller(database.url, redis.kind === 'started' ? redis.url : undefined)
  const measure = async (cycle: number, lasting: number) => {
    await makeDue(database.pool, cycle)
    return measurePoller(database.pool, poller.pid ?? 0, lasting)
  }
  const seconds = Number(values.seconds)
  const cycle = await measure(CYCLE_SECONDS, seconds)
  printPoller(feeds, cycle, await measure(0, Math.min(seconds, MOST_SECONDS_AT_ONCE)))
  await endProcess(poller)
  await printOthers(Math.min(feeds, NEWSBOAT_FEEDS), port)
  await endProcess(server)
  if (redis.kind === 'started') await redis.stop()
  rmSync(folder, { recursive: true, force: true })
  await database.close()
}

async function startPoller(databaseUrl: string, redisUrl: string | undefined) {
  const port = await freePort()
  const poller = startProcess(
    'services/feed-poller/src/main.ts',
    {
      DATABASE_URL: databaseUrl,
      ...(redisUrl && { REDIS_URL: redisUrl }),
      OUTBOUND_ALLOW: '127.0.0.0/8',
      HEALTH_PORT: String(port),
    },
    'ignore',
  )
  while (!(await isReady(`http://127.0.0.1:${port}/health`))) await wait(100)
  return poller
}

const isReady = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  )

function printPoller(feeds: number, cycle: PollerMeasures, all: PollerMeasures): void {
  const row = (name: string, of: (measures: PollerMeasures) => string) => [name, of(cycle), of(all)]
  printTable(
    `one poller and ${feeds.toLocaleString('en')} feeds`,
    ['', `of a cycle of ${CYCLE_SECONDS / 60} minutes`, 'all due at once'],
    [
      row('measured for, s', ({ seconds }) => seconds.toFixed(0)),
      row('feeds polled', ({ polls }) => String(polls)),
      row('feeds/s', ({ rate }) => rate.toFixed(1)),
      row('due and not polled', ({ waiting }) => String(waiting)),
      row('late, s: median, 99 %, last', ({ late }) => late.map((each) => each.toFixed(1)).join(', ')),
      row('CPU a feed, ms', ({ cpuMs }) => cpuMs.toFixed(1)),
      row('peak memory, MB', ({ peakMb }) => peakMb.toFixed(0)),
      row('outcomes', ({ outcomes }) =>
        Object.entries(outcomes)
          .map((pair) => pair.join(' '))
          .join('\n'),
      ),
      row('entries', ({ entries }) =>
        Object.entries(entries)
          .map((pair) => pair.join(' '))
          .join('\n'),
      ),
    ],
  )
}

async function printOthers(feeds: number, port: number): Promise<void> {
  const { plain, ours } = await measureParsers()
  const newsboat = await measureNewsboat(feeds, port, NEWSBOAT_THREADS)
  printTable(
    'beside it, by the feed',
    ['', 'CPU, ms', 'feeds/s', 'peak memory, MB'],
    [
      ['rss-parser, parsing a body', plain.toFixed(1), '', ''],
      ['parseFeed, parsing the same body', ours.toFixed(1), '', ''],
      newsboat
        ? [
            `newsboat, reloading ${newsboat.feeds} feeds again by ${NEWSBOAT_THREADS} threads`,
            ((1000 * newsboat.cpu) / newsboat.feeds).toFixed(1),
            (newsboat.feeds / newsboat.seconds).toFixed(1),
            newsboat.peakMb.toFixed(0),
          ]
        : ['newsboat', 'not installed', '', ''],
    ],
  )
}
