import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from '@muster/runtime'
import { freshDatabase } from '@muster/testing'
import { expect, test } from 'vitest'
import { createCleanup } from './cleanup.ts'
import { openDatabase } from './open-database.ts'
import { createReporter } from './reporter.ts'

test('a given database is opened once for a home, and again when that is over', async () => {
  const url = await freshDatabase()
  const home = await mkdtemp(path.join(tmpdir(), 'muster-home-'))
  const cleanup = createCleanup(() => {})
  let output = ''
  const reporter = createReporter({ write: (text) => (output += text) })
  expect((await openDatabase(url, home, reporter, cleanup)).kind).toBe('open')
  expect((await openDatabase(url, home, reporter, cleanup)).kind).toBe('busy')
  await cleanup.run()
  await expect.poll(() => openDatabase(url, home, reporter, cleanup)).toMatchObject({ kind: 'open' })
  await cleanup.run()
  expect(output).toMatch(/^( {2}✓ PostgreSQL [\d.]+ on .* \(DATABASE_URL\)\n){2}$/)
  await rm(home, { recursive: true })
})

test('a given database that does not answer is refused, by the name of its setting', async () => {
  const port = await freePort()
  const reporter = createReporter({ write: () => {} })
  const opening = openDatabase(
    `postgres://127.0.0.1:${port}/x`,
    '/nowhere',
    reporter,
    createCleanup(() => {}),
  )
  await expect(opening).rejects.toThrow(
    `cannot use the database on 127.0.0.1:${port} (DATABASE_URL): connect ECONNREFUSED 127.0.0.1:${port}`,
  )
})
