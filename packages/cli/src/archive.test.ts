import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { append, defineEvent, ensureEventPartitions } from '@muster/event-store'
import { createPool } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import { freshDatabase, quiet } from '@muster/testing'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, test } from 'vitest'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))
const Counted = defineEvent('Counted', v.strictObject({ n: v.number() }))
let url: string
let folder: string

// Partitions of ten: the first has 1 to 9.
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'muster-archive-'))
  url = await freshDatabase()
  const pool = createPool(url, 'test', quiet)
  await pool.query('drop table events_0, events_1, events_2; update event_log set partition_size = 10')
  for (const stream of [0, 1, 2, 3, 4]) {
    await ensureEventPartitions(pool)
    const events = [0, 1, 2, 3, 4].map((n) => ({ type: Counted, data: { n }, occurredAt: new Date(0) }))
    await append(pool, deterministicId('part', stream), [{ stream: `s-${stream}`, expected: 'none', events }])
  }
  await pool.query(`insert into projections (name, position) values ('estimates', 25)`)
  await pool.end()
})
afterAll(() => rm(folder, { recursive: true }))

type Outcome = { code: number; stdout: string; stderr: string }

async function muster(...args: string[]): Promise<Outcome> {
  const env = { ...process.env, DATABASE_URL: url }
  return promisify(execFile)(process.execPath, ['--import', 'tsx', MAIN, ...args], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  )
}

test('archives are written, verified, read and put back by command', async () => {
  const first = 'events-000000000001-000000000009'
  const second = 'events-000000000010-000000000019'
  const written = await muster('archive', 'write', folder, '--keep', '0')
  expect(written).toEqual({
    code: 0,
    stdout: `archived events 1 to 9 in ${first}.jsonl.gz\narchived events 10 to 19 in ${second}.jsonl.gz\nnothing more to archive\n`,
    stderr: '',
  })
  const verified = await muster('verify-log', '--archives', folder)
  expect(JSON.parse(verified.stdout)).toMatchObject({ kind: 'intact', position: 25, archived: 19 })
  const [manifest, older] = [second, first].map((name) => path.join(folder, `${name}.json`)) as [
    string,
    string,
  ]
  const read = await muster('archive', 'read', manifest)
  const positions = read.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).position)
  expect(positions).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19])
  expect(await muster('archive', 'restore', older)).toEqual({
    code: 1,
    stdout: '',
    stderr: `the newest archive comes first: ${second}.jsonl.gz\n`,
  })
  const restored = await muster('archive', 'restore', manifest)
  expect([restored.code, restored.stdout]).toEqual([0, 'events 10 to 19 are back in the log\n'])
})
