import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connectDatabase } from '@muster/postgres'
import { freshDatabase, quiet } from '@muster/testing'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type HomeLock, lockHome } from './home-lock.ts'

let databaseUrl: string
let home: string

beforeAll(async () => {
  databaseUrl = await freshDatabase()
  home = await mkdtemp(path.join(tmpdir(), 'muster-home-'))
})

afterAll(() => rm(home, { recursive: true }))

test('a second launcher learns since when the first runs and where; afterwards it may start', async () => {
  const before = new Date()
  const first = await hold()
  await first.announce('http://127.0.0.1:4000')
  const second = await lockHome(databaseUrl, home)
  expect(second).toEqual({ kind: 'busy', since: expect.any(Date), note: 'API http://127.0.0.1:4000' })
  if (second.kind === 'busy') expect(second.since.getTime()).toBeGreaterThan(before.getTime() - 5_000)
  await first.release()
  await (await hold()).release()
})

test('launchers of other databases do not meet', async () => {
  const here = await hold()
  const elsewhere = await lockHome(await freshDatabase(), home)
  expect(elsewhere.kind).toBe('held')
  if (elsewhere.kind === 'held') await elsewhere.release()
  await here.release()
})

test('launchers of other homes share a database', async () => {
  const here = await hold()
  const elsewhere = await lockHome(databaseUrl, tmpdir())
  expect(elsewhere.kind).toBe('held')
  if (elsewhere.kind === 'held') await elsewhere.release()
  await here.release()
})

test('a home is the same by another path', async () => {
  const here = await hold()
  await symlink(home, path.join(home, 'link'))
  expect((await lockHome(databaseUrl, path.join(home, 'link'))).kind).toBe('busy')
  await here.release()
})

test('a launcher whose connection alone was ended takes its lock again, under its name', async () => {
  const first = await hold()
  await first.announce('http://127.0.0.1:4000')
  const admin = await connectDatabase(databaseUrl, 'test', quiet)
  await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'API %' and datname = current_database()`,
  )
  await vi.waitFor(async () => {
    const second = await lockHome(databaseUrl, home)
    if (second.kind === 'held') await second.release()
    expect(second).toMatchObject({ kind: 'busy', note: 'API http://127.0.0.1:4000' })
  }, 20_000)
  await admin.end()
  await first.release()
  await expect(first.lost).resolves.toBeUndefined()
})

test('a lock that is released while its server is away is not taken again when that comes back', async () => {
  const first = await hold()
  const name = new URL(databaseUrl).pathname.slice(1)
  const admin = await connectDatabase(await freshDatabase(), 'test', quiet)
  await admin.query(`alter database "${name}" with allow_connections false`)
  await vi.waitFor(async () => {
    const ended = 'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1'
    expect((await admin.query(ended, [name])).rowCount).toBe(0)
  })
  await first.release()
  await admin.query(`alter database "${name}" with allow_connections true`)
  await admin.end()
  await expect(first.lost).resolves.toBeUndefined()
  await (await hold()).release()
})

// The server notices the end of a connection a moment later.
function hold(): Promise<Extract<HomeLock, { kind: 'held' }>> {
  return vi.waitFor(async () => {
    const lock = await lockHome(databaseUrl, home)
    if (lock.kind === 'busy') throw new Error('the lock is still held')
    return lock
  })
}
