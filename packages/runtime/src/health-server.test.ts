import { expect, test } from 'vitest'
import { startHealthServer } from './health-server.ts'

test('healthy while every check passes, and otherwise it says which part is not', async () => {
  let works = true
  const server = await startHealthServer('127.0.0.1', 0, {
    database: async () => {
      if (!works) throw new Error('connection refused')
    },
    queues: async () => {},
  })
  const ask = async () => {
    const reply = await fetch(`http://127.0.0.1:${server.port}/health`)
    return [reply.status, await reply.json()]
  }
  expect(await ask()).toEqual([200, { status: 'ok' }])
  works = false
  expect(await ask()).toEqual([
    503,
    { status: 'failing', problems: { database: 'Error: connection refused' } },
  ])
  await server.close()
})

test('a check that never ends counts as failed', async () => {
  const server = await startHealthServer('127.0.0.1', 0, { queues: () => new Promise(() => {}) })
  const reply = await fetch(`http://127.0.0.1:${server.port}/health`)
  expect(await reply.json()).toEqual({
    status: 'failing',
    problems: { queues: 'Error: no answer within 2000 ms' },
  })
  await server.close()
})

test('an alarm is told by name, and the service is healthy all the same', async () => {
  let alarm: string | null = 'two events are set aside'
  const server = await startHealthServer('127.0.0.1', 0, {}, { events: async () => alarm })
  const ask = async () => {
    const reply = await fetch(`http://127.0.0.1:${server.port}/health`)
    return [reply.status, await reply.json()]
  }
  expect(await ask()).toEqual([200, { status: 'alarm', alarms: { events: 'two events are set aside' } }])
  alarm = null
  expect(await ask()).toEqual([200, { status: 'ok' }])
  await server.close()
})
