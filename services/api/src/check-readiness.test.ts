import { headOfLog } from '@muster/event-store'
import { createPool, type Pool } from '@muster/postgres'
import { createQueues } from '@muster/queues'
import { freshDatabase, quiet } from '@muster/testing'
import { expect, test } from 'vitest'
import { createServer } from './create-server.ts'
import { openApi } from './testing/open-api.ts'
import { report } from './testing/report.ts'

const NOWHERE = 'postgres://nobody:secret@127.0.0.1:9/nothing'

async function readyOf(pool: Pool, queueOptions: { databaseUrl: string; redisUrl: string | undefined }) {
  const queues = createQueues({ ...queueOptions, logId: 'test' }, quiet)
  const app = await createServer({ pool, queues }, quiet)
  const answer = await app.inject('/ready')
  await app.close()
  await queues.close()
  await pool.end()
  return answer
}

test('readiness tells how far estimates and alerts are behind the log and what each set aside', async () => {
  const api = await openApi()
  await report(api.pool, { outlet: 'a', text: '10,000 troops', quote: '10,000', at: '2024-10-20T00:00:00Z' })
  const { position: head } = await headOfLog(api.pool)
  await api.pool.query(
    `insert into parked_events (projection, position, error)
     values ('estimates', 1, 'odd'), ('alerts', 1, 'odd'), ('alerts', 2, 'odd')`,
  )
  await api.pool.query(`update projections set position = position - 2`)
  await api.pool.query(`insert into projections (name, position) values ('alerts', 1)`)
  await api.pool.query('drop table events_2')
  const { status, body } = await api.call('GET', '/ready', { key: null })
  expect([status, body]).toEqual([
    200,
    {
      head,
      partitionsAhead: 1,
      estimates: { position: head - 2, lag: 2, parked: 1 },
      alerts: { position: 1, lag: head - 1, parked: 2 },
      alarms: [
        'estimates set 1 event aside; see "muster events list"',
        'alerts set 2 events aside; see "muster events list"',
        'the log has 1 partition ahead of its head, wanted 2: no projector has made any for long',
      ],
      queues: 'postgres',
    },
  ])
  await api.pool.query(`insert into page_outcomes values ('captured-from-feed', 'robots-disallow', 2)`)
  const figures = await api.call<string>('GET', '/metrics', { key: null })
  expect(figures.headers['content-type']).toBe('text/plain; version=0.0.4')
  expect(figures.body.split('\n').filter((line) => !line.startsWith('#'))).toEqual([
    `muster_log_head ${head}`,
    'muster_log_partitions_ahead 1',
    'muster_log_lag{reader="estimates"} 2',
    `muster_log_lag{reader="alerts"} ${head - 1}`,
    'muster_events_set_aside{reader="estimates"} 1',
    'muster_events_set_aside{reader="alerts"} 2',
    'muster_feeds{status="active",trouble="none"} 1',
    'muster_page_looks_total{outcome="captured-from-feed",reason="robots-disallow"} 2',
    '',
  ])
  await api.close()
})

test('without its database it is not ready, says which parts fail, and keeps addresses to itself', async () => {
  const answer = await readyOf(createPool(NOWHERE, 'test', quiet), {
    databaseUrl: NOWHERE,
    redisUrl: undefined,
  })
  expect(answer.statusCode).toBe(503)
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(answer.json()).toMatchObject({
    type: 'urn:muster:problem:not-ready',
    failures: [
      { part: 'database', detail: 'it does not answer, or has no tables' },
      { part: 'queues', detail: 'they cannot be reached on postgres' },
    ],
  })
  expect(answer.body).not.toContain('127.0.0.1')
})

test('without its Redis it is not ready, and does not wait for it without end', async () => {
  const databaseUrl = await freshDatabase()
  const answer = await readyOf(createPool(databaseUrl, 'test', quiet), {
    databaseUrl,
    redisUrl: 'redis://127.0.0.1:9',
  })
  expect([answer.statusCode, answer.json().failures]).toEqual([
    503,
    [{ part: 'queues', detail: 'they cannot be reached on redis' }],
  ])
})

test('a process that serves is healthy, whatever else is gone', async () => {
  const pool = createPool(NOWHERE, 'test', quiet)
  const queues = createQueues({ databaseUrl: NOWHERE, redisUrl: undefined, logId: 'test' }, quiet)
  const app = await createServer({ pool, queues }, quiet)
  const answer = await app.inject('/health')
  expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ok' }])
  await app.close()
  await queues.close()
  await pool.end()
})
