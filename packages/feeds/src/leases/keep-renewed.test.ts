import { eventually } from '@muster/testing'
import { expect, test } from 'vitest'
import { keepRenewed } from './keep-renewed.ts'

test('a right is renewed again and again, also after a time that failed, until it is told to stop', async () => {
  let times = 0
  const stop = keepRenewed(30, async () => {
    if (++times === 2) throw new Error('the database is away')
  })
  await eventually('the fourth time', async () => times >= 4)
  await stop()
  const stopped = times
  // A timer of the same length that began later has fired by then.
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(times).toBe(stopped)
})

test('to stop waits for the renewal that is under way', async () => {
  const done: string[] = []
  const waiting: (() => void)[] = []
  const stop = keepRenewed(30, async () => {
    await new Promise<void>((resolve) => waiting.push(resolve))
    done.push('renewed')
  })
  await eventually('a renewal', async () => waiting.length === 1)
  const stopping = stop().then(() => done.push('stopped'))
  waiting[0]?.()
  await stopping
  expect(done).toEqual(['renewed', 'stopped'])
})
