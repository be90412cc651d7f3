import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPortBook } from './port-book.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'muster-ports-'))
})

afterEach(() => rm(folder, { recursive: true }))

test('a port is found again at the next start', async () => {
  const file = path.join(folder, 'ports.json')
  const ports = await openPortBook(file)
  await ports.keep('api', 4_000)
  await ports.keep('samples', 40_001)
  const again = await openPortBook(file)
  expect([again.find('api'), again.find('samples'), again.find('other')]).toEqual([4_000, 40_001, undefined])
})

test.each(['', '{', 'null', '{"api":"4000"}', '{"api":70000}'])(
  'the damaged file %j counts as empty',
  async (content) => {
    const file = path.join(folder, 'ports.json')
    await writeFile(file, content)
    expect((await openPortBook(file)).find('api')).toBeUndefined()
  },
)
