import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eventually, freshDatabase, freshRedis, quiet } from '@muster/testing'
import { afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import {
  createQueues,
  dueJobId,
  type PrivateRedis,
  type QueueOptions,
  type Queues,
  startPrivateRedis,
} from './index.ts'

const backends = ['postgres', ...(inject('redisUrl') ? ['redis' as const] : [])] as const
const opened: Queues[] = []

afterEach(async () => {
  await Promise.all(opened.splice(0).map((queues) => queues.close()))
})

describe.each(backends)('queues on %s', (backend) => {
  let options: QueueOptions
  let redisUrl: string | undefined

  beforeAll(async () => {
    redisUrl = backend === 'redis' ? await freshRedis() : undefined
  })

  async function open(): Promise<Queues> {
    options = {
      databaseUrl: await freshDatabase(),
      redisUrl,
      logId: 'test',
    }
    const queues = reopen()
    for (const queue of queues.all()) await queue.obliterate({ force: true })
    return queues
  }

  function reopen(): Queues {
    const queues = createQueues(options, quiet)
    opened.push(queues)
    return queues
  }

  test('says which backend it is on and can be pinged', async () => {
    const queues = await open()
    await queues.ping()
    expect(queues.backend).toBe(backend)
  })

  test('a job put in twice under one id runs once', async () => {
    const queues = await open()
    const ran: string[] = []
    const job = (articleId: string) => ({ id: `article-${articleId}`, data: { articleId } })
    await queues.enqueue('extractions', [job('a'), job('b')])
    await queues.enqueue('extractions', [job('a')])
    queues.work('extractions', 1, async ({ articleId }) => void ran.push(articleId))
    await queues.enqueue('extractions', [job('c')])
    await eventually('the last job', async () => ran.includes('c'))
    expect(ran).toEqual(['a', 'b', 'c'])
  })

  test('a job that fails is tried again', async () => {
    const queues = await open()
    let tries = 0
    queues.work('extractions', 1, async () => {
      tries++
      if (tries === 1) throw new Error('not yet')
    })
    await queues.enqueue('extractions', [{ id: 'article-a', data: { articleId: 'a' } }])
    await eventually('the second try', async () => tries === 2)
  })

  test('a job that does not end is let go when the queues close, and is still theirs', async () => {
    const queues = await open()
    let started = false
    queues.work('extractions', 1, () => {
      started = true
      return new Promise(() => {})
    })
    await queues.enqueue('extractions', [{ id: 'article-a', data: { articleId: 'a' } }])
    await eventually('its start', async () => started)
    await queues.close()
    const extractions = reopen()
      .all()
      .find(({ name }) => name === 'extractions')
    expect(await extractions?.getActiveCount()).toBe(1)
  })

  test('a job of the wrong shape fails at once and stops no other', async () => {
    const queues = await open()
    const ran: string[] = []
    await queues.enqueue('extractions', [
      { id: 'article-x', data: { nonsense: 1 } as unknown as { articleId: string } },
    ])
    queues.work('extractions', 1, async ({ articleId }) => void ran.push(articleId))
    await queues.enqueue('extractions', [{ id: 'article-a', data: { articleId: 'a' } }])
    await eventually('the good job', async () => ran.includes('a'))
    const queue = queues.all().find(({ name }) => name === 'extractions')
    const failed = await eventually('the failed job', async () => (await queue?.getFailed())?.[0])
    expect(failed.failedReason).toBe('not a job of extractions: {"nonsense":1}')
    expect(failed.attemptsMade).toBe(1)
  })
})

test.skipIf(!inject('redisUrl'))(
  'a job that was done for one log is done for another on the same Redis',
  async () => {
    const redisUrl = await freshRedis()
    const ran: string[] = []
    for (const logId of ['first', 'second']) {
      const queues = createQueues({ databaseUrl: '', redisUrl, logId }, quiet)
      opened.push(queues)
      queues.work(
        'extractions',
        1,
        async ({ articleId }) => void ran.push(`${articleId} of the ${logId} log`),
      )
      await queues.enqueue('extractions', [{ id: 'article-a', data: { articleId: 'a' } }])
      await eventually('the job', async () => ran.at(-1) === `a of the ${logId} log`)
    }
    expect(ran).toEqual(['a of the first log', 'a of the second log'])
  },
)

describe.skipIf(!inject('redisUrl'))('queues on a Redis that is killed', () => {
  const lines: unknown[] = []
  const logger = Object.assign(Object.create(quiet) as typeof quiet, {
    warn: (...line: unknown[]) => void lines.push(line),
  })
  let folder: string
  let redis: Extract<PrivateRedis, { kind: 'started' }>
  let queues: Queues
  let ran: string[]

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'muster-queues-'))
    const found = await startPrivateRedis({ folder })
    if (found.kind !== 'started') throw new Error('no Redis on PATH')
    redis = found
    lines.length = 0
    queues = createQueues({ databaseUrl: '', redisUrl: redis.url, logId: 'test' }, logger)
    ran = []
    queues.work('extractions', 1, async ({ articleId }) => void ran.push(articleId))
    await queues.enqueue('extractions', [{ id: 'before', data: { articleId: 'before' } }])
    await eventually('a first job', async () => ran.includes('before'))
  })

  afterEach(async () => {
    await queues.close()
    await redis.stop()
    await rm(folder, { recursive: true })
  })

  test('say so once, and once when it is back', async () => {
    await kill()
    const error = expect.objectContaining({ code: expect.stringMatching('ECONN(REFUSED|RESET)') })
    await eventually('the warning', async () => lines.length > 0)
    await redis.restart()
    await eventually('the end', async () => lines.length > 1)
    await queues.ping()
    expect(lines).toEqual([
      [{ err: error }, 'queues failed'],
      [{ errors: expect.any(Number) }, 'queues work again'],
    ])
  })

  test('work on when it is back, empty', async () => {
    await kill()
    const added = queues.enqueue('extractions', [{ id: 'after', data: { articleId: 'after' } }])
    await redis.restart()
    await added
    await eventually('the job', async () => ran.includes('after'))
  })

  test('wait for it only with jobs to put in, and close all the same', async () => {
    await kill()
    await queues.enqueue('deliveries', [])
    queues.enqueue('deliveries', [{ id: 'd', data: { deliveryId: 'd', dueAt: '' } }]).catch(() => {})
    await queues.close()
  })

  async function kill(): Promise<void> {
    const { pid } = JSON.parse(await readFile(path.join(folder, 'server.json'), 'utf8'))
    const gone = redis.gone(new AbortController().signal)
    process.kill(pid, 'SIGKILL')
    await gone
  }
})

test('the same due work has the same job id until it is a minute overdue', () => {
  const dueAt = new Date('2024-10-23T00:00:00Z')
  expect(dueJobId('feed', 'f', dueAt, new Date('2024-10-23T00:00:59Z'))).toBe('feed-f-1729641600000')
  expect(dueJobId('feed', 'f', dueAt, new Date('2024-10-23T00:01:00Z'))).toBe('feed-f-1729641600000-28827361')
})
