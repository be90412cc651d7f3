import { freshDatabase } from '@muster/testing'
import { beforeAll, expect, test, vi } from 'vitest'
import { type HomeLock, lockHome } from './home-lock.ts'

let databaseUrl: string

beforeAll(async () => {
  databaseUrl = await freshDatabase()
})

test('a second launcher learns since when the first runs and where; afterwards it may start', async () => {
  const before = new Date()
  const first = await hold()
  await first.announce('http://127.0.0.1:4000')
  const second = await lockHome(databaseUrl)
  expect(second).toEqual({ kind: 'busy', since: expect.any(Date), note: 'API http://127.0.0.1:4000' })
  if (second.kind === 'busy') expect(second.since.getTime()).toBeGreaterThan(before.getTime() - 5_000)
  await first.release()
  await (await hold()).release()
})

test('launchers of other databases do not meet', async () => {
  const here = await hold()
  const elsewhere = await lockHome(await freshDatabase())
  expect(elsewhere.kind).toBe('held')
  if (elsewhere.kind === 'held') await elsewhere.release()
  await here.release()
})

// The server notices the end of a connection a moment later.
function hold(): Promise<Extract<HomeLock, { kind: 'held' }>> {
  return vi.waitFor(async () => {
    const lock = await lockHome(databaseUrl)
    if (lock.kind === 'busy') throw new Error('the lock is still held')
    return lock
  })
}
