import type { Logger } from '@muster/runtime'
import { createPostgresBackend, Queue, UnrecoverableError, Worker, withBackend } from 'bullmq'
import { Redis } from 'ioredis'
import { isJob, type Jobs, type QueueName, queueNames } from './jobs.ts'

/** Where the queues live: on Redis when its address is given, else in the database. */
export type QueueOptions = { databaseUrl: string; redisUrl: string | undefined }

/** A job's id makes it unique: while one with that id is kept, adding it again does nothing. */
export type Job<N extends QueueName> = { id: string; data: Jobs[N] }

export type BoardQueue = Queue

export type Queues = {
  backend: 'redis' | 'postgres'
  enqueue<N extends QueueName>(name: N, jobs: Job<N>[]): Promise<void>
  work<N extends QueueName>(name: N, concurrency: number, handle: (data: Jobs[N]) => Promise<void>): void
  /** Every queue, for the job board. */
  all(): BoardQueue[]
  /** Resolves when the queues can be reached, throws otherwise. */
  ping(): Promise<void>
  close(): Promise<void>
}

const JOB_OPTIONS = {
  attempts: 3,
  backoff: { type: 'exponential', delay: 1_000 },
  removeOnComplete: { age: 3_600, count: 1_000 },
  removeOnFail: { age: 7 * 24 * 3_600, count: 5_000 },
}

// A killed worker's job is given to another after lockDuration; the default of 30 s is long for an alert.
const WORKER_OPTIONS = { lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 3 }

/** Opens the queues on either backend. Connections are made when first used and recover by themselves. */
export function createQueues(options: QueueOptions, logger: Logger): Queues {
  const { open, openWorker, release, backend } = options.redisUrl
    ? onRedis(options.redisUrl, logger)
    : onPostgres(options.databaseUrl)
  const queues = new Map<QueueName, Queue>()
  const workers: Worker[] = []
  return {
    backend,
    async enqueue(name, jobs) {
      await queue(name).addBulk(
        jobs.map(({ id, data }) => ({ name, data, opts: { ...JOB_OPTIONS, jobId: id } })),
      )
    },
    work(name, concurrency, handle) {
      const worker = openWorker(name, concurrency, (data) => handle(parseJob(name, data)))
      worker.on('error', (error) => logger.warn({ err: error, queue: name }, 'queue connection failed'))
      worker.on('failed', (job, error) =>
        logger.error({ err: error, queue: name, jobId: job?.id }, 'job failed'),
      )
      workers.push(worker)
    },
    all: () => queueNames.map(queue),
    async ping() {
      await queue('extractions').getJobCounts('waiting')
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.close()))
      await Promise.all([...queues.values()].map((each) => each.close()))
      await release()
    },
  }

  function queue(name: QueueName): Queue {
    const known = queues.get(name)
    if (known) return known
    const opened = open(name)
    opened.on('error', (error) => logger.warn({ err: error, queue: name }, 'queue connection failed'))
    queues.set(name, opened)
    return opened
  }
}

type Backend = {
  backend: 'redis' | 'postgres'
  open(name: QueueName): Queue
  openWorker(name: QueueName, concurrency: number, handle: (data: unknown) => Promise<void>): Worker
  release(): Promise<void>
}

function onRedis(redisUrl: string, logger: Logger): Backend {
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null, lazyConnect: true })
  connection.on('error', (error) => logger.warn({ err: error }, 'redis connection failed'))
  return {
    backend: 'redis',
    open: (name) => new Queue(name, { connection }),
    openWorker: (name, concurrency, handle) =>
      new Worker(name, (job) => handle(job.data), { connection, concurrency, ...WORKER_OPTIONS }),
    async release() {
      connection.disconnect()
    },
  }
}

function onPostgres(databaseUrl: string): Backend {
  const postgres = withBackend(createPostgresBackend)
  const connection = { connectionString: databaseUrl, max: 4 }
  return {
    backend: 'postgres',
    open: (name) => new postgres.Queue(name, { connection }) as unknown as Queue,
    openWorker: (name, concurrency, handle) =>
      new postgres.Worker(name, (job) => handle(job.data), {
        connection,
        concurrency,
        ...WORKER_OPTIONS,
      }) as unknown as Worker,
    async release() {},
  }
}

function parseJob<N extends QueueName>(name: N, data: unknown): Jobs[N] {
  if (isJob(name, data)) return data
  // Another try meets the same data, so the job goes to the failed ones at once.
  throw new UnrecoverableError(`not a job of ${name}: ${JSON.stringify(data)}`)
}
