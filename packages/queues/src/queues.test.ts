import { eventually, freshDatabase, quiet } from '@muster/testing'
import { afterEach, describe, expect, inject, test } from 'vitest'
import { createQueues, dueJobId, type Queues } from './index.ts'

const redisUrl = inject('redisUrl')
const backends = ['postgres', ...(redisUrl ? ['redis' as const] : [])] as const
const opened: Queues[] = []

afterEach(async () => {
  await Promise.all(opened.splice(0).map((queues) => queues.close()))
})

describe.each(backends)('queues on %s', (backend) => {
  async function open(): Promise<Queues> {
    const queues = createQueues(
      {
        databaseUrl: await freshDatabase(),
        redisUrl: backend === 'redis' ? (redisUrl ?? undefined) : undefined,
      },
      quiet,
    )
    opened.push(queues)
    for (const queue of queues.all()) await queue.obliterate({ force: true })
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

test('the same due work has the same job id until it is a minute overdue', () => {
  const dueAt = new Date('2024-10-23T00:00:00Z')
  expect(dueJobId('feed', 'f', dueAt, new Date('2024-10-23T00:00:59Z'))).toBe('feed-f-1729641600000')
  expect(dueJobId('feed', 'f', dueAt, new Date('2024-10-23T00:01:00Z'))).toBe('feed-f-1729641600000-28827361')
})
