import { headOfLog } from '@muster/event-store'
import { createPool, type Pool } from '@muster/postgres'
import type { QueueOptions } from '@muster/queues'
import { freePort } from '@muster/runtime'
import { eventually, freshDatabase, quiet } from '@muster/testing'
import { type SampleFeed, startSampleFeed } from '../../packages/cli/src/sample-feed.ts'
import { type ApiClient, apiClient } from './api-client.ts'
import { type ServiceProcess, startService } from './service-process.ts'

const SERVICES = ['api', 'feed-poller', 'extraction-worker', 'projector'] as const
export type ServiceName = (typeof SERVICES)[number]

/** The whole system on a database of its own, with the sample feed beside it. */
export type Muster = {
  pool: Pool
  samples: SampleFeed
  queueOptions: QueueOptions
  api: ApiClient
  start(...names: ServiceName[]): Promise<void>
  end(name: ServiceName, signal: NodeJS.Signals): Promise<number | null>
  /** Waits until so many articles are read and the projection and the alerts have caught up with the log. */
  settled(articles: number): Promise<void>
  stop(): Promise<void>
}

/** Prepares a system whose services are processes of their own; `start` starts them. */
export async function prepareMuster(redisUrl: string | undefined): Promise<Muster> {
  const databaseUrl = await freshDatabase()
  const pool = createPool(databaseUrl, 'test', quiet, 4)
  const samples = await startSampleFeed()
  const port = await freePort()
  const environment = {
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl ?? '',
    OUTBOUND_ALLOW: '127.0.0.0/8',
    PORT: String(port),
    DELIVERY_PAUSES: '1,1,1',
    // One at a time, so that the articles are read in the order of the news and the deltas are always the same.
    EXTRACTION_CONCURRENCY: '1',
  }
  const running = new Map<ServiceName, ServiceProcess>()
  return {
    pool,
    samples,
    queueOptions: { databaseUrl, redisUrl, logId: (await headOfLog(pool)).logId },
    api: await apiClient(pool, `http://127.0.0.1:${port}`),
    async start(...names) {
      const wanted = names.length > 0 ? names : [...SERVICES]
      await Promise.all(wanted.map(async (name) => running.set(name, await startService(name, environment))))
    },
    end: async (name, signal) => (await running.get(name)?.end(signal)) ?? null,
    settled: (articles) => settled(pool, articles),
    async stop() {
      await Promise.all([...running.values()].map((service) => service.end('SIGTERM')))
      await samples.stop()
      await pool.end()
    },
  }
}

async function settled(pool: Pool, articles: number): Promise<void> {
  await eventually(`${articles} articles read and all deliveries settled`, async () => {
    const { rows } = await pool.query<{ settled: boolean }>(
      `select (select count(*) from articles where extracted_hash = snapshot_hash) = $1
          and (select count(*) from projections where position = (select position from event_log)) = 2
          and not exists (select from deliveries where status = 'pending') as settled`,
      [articles],
    )
    return rows[0]?.settled
  })
}
