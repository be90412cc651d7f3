import { inTime, type Logger } from '@muster/runtime'
import { createPostgresBackend, Queue, UnrecoverableError, Worker, withBackend } from 'bullmq'
import { Redis } from 'ioredis'
import pg from 'pg'
import { isJob, type Jobs, type QueueName, queueNames } from './jobs.ts'
import { createOutageLog } from './outage-log.ts'

/**
 * Where the queues live: on Redis when its address is given, else in the database. On a Redis they are those of one log:
 * the same articles make the same job ids in another log, whose finished jobs would stand in the way.
 */
export type QueueOptions = { databaseUrl: string; redisUrl: string | undefined; logId: string }

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
  /** Takes no more jobs and waits for the running ones, a little: one that is let go comes back by itself. */
  finish(): Promise<void>
  /** Finishes and disconnects, also when nobody answers. */
  close(): Promise<void>
}

const PATIENCE_MS = 3_000

const JOB_OPTIONS = {
  attempts: 3,
  backoff: { type: 'exponential', delay: 1_000 },
  removeOnComplete: { age: 3_600, count: 1_000 },
  removeOnFail: { age: 7 * 24 * 3_600, count: 5_000 },
}

// A killed worker's job is given to another after lockDuration, and a lost connection tried again after
// runRetryDelay; the defaults of 30 s and 15 s are long for an alert.
const WORKER_OPTIONS = {
  lockDuration: 10_000,
  stalledInterval: 5_000,
  maxStalledCount: 3,
  runRetryDelay: 1_000,
}

/** Opens the queues on either backend. Connections are made when first used and recover by themselves. */
export function createQueues(options: QueueOptions, logger: Logger): Queues {
  const { open, openWorker, release, answer, onError, backend } = options.redisUrl
    ? onRedis(options.redisUrl, options.logId)
    : onPostgres(options.databaseUrl)
  const outages = createOutageLog(logger, answer)
  onError(outages.failed)
  const queues = new Map<QueueName, Queue>()
  const workers: Worker[] = []
  return {
    backend,
    async enqueue(name, jobs) {
      // Even no jobs would wait for a lost Redis.
      if (jobs.length === 0) return
      const withOptions = jobs.map(({ id, data }) => ({ name, data, opts: { ...JOB_OPTIONS, jobId: id } }))
      await queue(name).addBulk(withOptions)
    },
    work(name, concurrency, handle) {
      const worker = openWorker(name, concurrency, (data) => handle(parseJob(name, data)))
      worker.on('error', outages.failed)
      worker.on('failed', (job, error) =>
        logger.error({ err: error, queue: name, jobId: job?.id }, 'job failed'),
      )
      workers.push(worker)
    },
    all: () => queueNames.map(queue),
    async ping() {
      await queue('extractions').getJobCounts('waiting')
    },
    finish: () => finishJobs(workers, logger),
    async close() {
      await finishJobs(workers, logger)
      outages.close()
      await Promise.all(workers.map((worker) => worker.close(true)))
      await Promise.all([...queues.values()].map((each) => each.close()))
      await release()
    },
  }

  function queue(name: QueueName): Queue {
    const known = queues.get(name)
    if (known) return known
    const opened = open(name)
    opened.on('error', outages.failed)
    queues.set(name, opened)
    return opened
  }
}

// close() of a worker cannot be forced any more once it waits for the jobs; after pause() it can.
async function finishJobs(workers: Worker[], logger: Logger): Promise<void> {
  const paused = Promise.all(workers.map((worker) => worker.pause()))
  await inTime(PATIENCE_MS, paused).catch((error: unknown) =>
    logger.warn({ err: error }, 'running jobs let go'),
  )
}

type Backend = {
  backend: 'redis' | 'postgres'
  open(name: QueueName): Queue
  openWorker(name: QueueName, concurrency: number, handle: (data: unknown) => Promise<void>): Worker
  /** Resolves when the server answers. */
  answer(): Promise<unknown>
  onError(listen: (error: Error) => void): void
  release(): Promise<void>
}

function onRedis(redisUrl: string, logId: string): Backend {
  const prefix = `muster-${logId}`
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null, lazyConnect: true })
  return {
    backend: 'redis',
    answer: () => connection.ping(),
    onError: (listen) => void connection.on('error', listen),
    open: (name) => new Queue(name, { connection, prefix }),
    openWorker: (name, concurrency, handle) =>
      new Worker(name, (job) => handle(job.data), { connection, prefix, concurrency, ...WORKER_OPTIONS }),
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
    answer: () => connectOnce(databaseUrl),
    onError() {},
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

async function connectOnce(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'muster queues' })
  await client.connect()
  await client.end()
}

function parseJob<N extends QueueName>(name: N, data: unknown): Jobs[N] {
  if (isJob(name, data)) return data
  // Another try meets the same data, so the job goes to the failed ones at once.
  throw new UnrecoverableError(`not a job of ${name}: ${JSON.stringify(data)}`)
}
