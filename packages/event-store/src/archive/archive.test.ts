import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { createPool, type Pool } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import { freshDatabase, quiet } from '@muster/testing'
import * as v from 'valibot'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  ArchiveDamagedError,
  append,
  archiveOldestPartition,
  defineEvent,
  ensureEventPartitions,
  LogArchivedError,
  LogBusyError,
  readAll,
  readManifest,
  readStream,
  restoreArchive,
  verifyLog,
} from '../index.ts'
import { sha256OfFile } from './write-archive.ts'

const AT = new Date('2024-10-23T00:00:00.123Z')
const Counted = defineEvent('Counted', v.strictObject({ n: v.number(), text: v.string() }))
const FIRST = 'events-000000000001-000000000099'
let url: string
let pool: Pool
let folder: string

// Partitions of a hundred: the first has 1 to 99, and the append of 91 to 100 lies in two of them.
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'muster-archive-'))
  url = await freshDatabase()
  pool = createPool(url, 'test', quiet)
  await pool.query('drop table events_0, events_1, events_2; update event_log set partition_size = 100')
  for (let stream = 0; stream < 25; stream++) {
    await ensureEventPartitions(pool)
    const events = Array.from({ length: 10 }, (_, n) => ({
      type: Counted,
      data: { n: n / 3, text: `“a\\b”\n${stream}` },
      occurredAt: AT,
    }))
    await append(pool, deterministicId('part', stream), [{ stream: `s-${stream}`, expected: 'none', events }])
  }
  await pool.query(`insert into projections (name, position) values ('estimates', 250), ('alerts', 230)`)
})
afterEach(async () => {
  await pool.end()
  await rm(folder, { recursive: true })
})

const archive = (keep = 1) => archiveOldestPartition(pool, { folder, keep })

async function allRows(): Promise<string[]> {
  const { rows } = await pool.query<{ row: string }>('select e::text as row from events e order by position')
  return rows.map(({ row }) => row)
}

test('the oldest partition goes into a file with a manifest, and out of the database', async () => {
  const before = await allRows()
  const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/)
  const written = { file: `${FIRST}.jsonl.gz`, first: 1, last: 99, sha256 }
  expect(await archive()).toMatchObject({ kind: 'archived', archive: written })
  expect(await readManifest(path.join(folder, `${FIRST}.json`))).toMatchObject({ ...written, events: 99 })
  expect(await allRows()).toEqual(before.slice(99))
  const { rows } = await pool.query(`select to_regclass('events_0') as left, file from archived_partitions`)
  expect(rows).toEqual([{ left: null, file: `${FIRST}.jsonl.gz` }])
  expect(await archive()).toEqual({ kind: 'none-old-enough' })
})

test('who reads what is archived is told in which file it is; the rest is read as before', async () => {
  await archive()
  await expect(readAll(pool, { after: 50, limit: 10 })).rejects.toThrow(
    new LogArchivedError(`events 1 to 99 were archived in ${FIRST}.jsonl.gz`),
  )
  await expect(readStream(pool, 's-9')).rejects.toThrow(LogArchivedError)
  expect(await readStream(pool, 's-9', { kept: true })).toMatchObject([{ position: 100, version: 10 }])
  expect((await readAll(pool, { after: 99, limit: 10 })).through).toBe(109)
})

test('the log verifies by its links without the files, and event by event with them', async () => {
  const whole = await verifyLog(pool)
  await archive()
  expect(await verifyLog(pool)).toEqual({ ...whole, archived: 99 })
  expect(await verifyLog(pool, folder)).toEqual({ ...whole, archived: 99 })
})

test('an archive that was exchanged is found, by its sha256 or, if that was too, by the chain', async () => {
  await archive()
  const file = path.join(folder, `${FIRST}.jsonl.gz`)
  const rows = gunzipSync(await readFile(file)).toString()
  await writeFile(
    file,
    gzipSync(rows.replace('"position":17,', '"position":17, ').replace('a\\\\b', 'other')),
  )
  await expect(verifyLog(pool, folder)).rejects.toThrow(ArchiveDamagedError)
  await pool.query('update archived_partitions set sha256 = $1', [await sha256OfFile(file)])
  expect(await verifyLog(pool, folder)).toEqual({
    kind: 'broken',
    position: 1,
    reason: 'event 1 was edited',
  })
})

test('a partition with an event that was edited is not archived', async () => {
  await pool.query(`set session_replication_role = replica; update events set type = 'x' where position = 42`)
  await expect(archive()).rejects.toThrow(`${FIRST}.jsonl.gz: event 42 was edited`)
  expect(await allRows()).toHaveLength(250)
})

test.each([
  [`update projections set position = 98 where name = 'alerts'`, 'the reader alerts is at 98, before 99'],
  [
    `insert into projections (name, position) values ('estimates rebuild', 7)`,
    'the reader estimates rebuild is at 7, before 99; "muster rebuild" ends one that was cut off',
  ],
  ['delete from projections', 'no reader has followed the log yet'],
  [
    `insert into parked_events (projection, position, error) values ('estimates', 7, 'odd')`,
    '1 of its events are set aside; see "muster events list"',
  ],
])('what somebody still needs stays: %s', async (change, reason) => {
  await pool.query(change)
  expect(await archive()).toEqual({ kind: 'in-use', reason })
  expect(await allRows()).toHaveLength(250)
})

test('as many full partitions as are wanted stay', async () => {
  expect(await archive(2)).toEqual({ kind: 'none-old-enough' })
  expect(await archive(0)).toMatchObject({ kind: 'archived' })
  expect(await archive(0)).toMatchObject({ kind: 'archived', archive: { first: 100, last: 199 } })
  expect(await archive(0)).toEqual({ kind: 'none-old-enough' })
  expect(await verifyLog(pool, folder)).toMatchObject({ kind: 'intact', position: 250, archived: 199 })
})

test('archives are put back, the newest first, and the log is as it was', async () => {
  const before = await allRows()
  const whole = await verifyLog(pool)
  await archive(0)
  await archive(0)
  const manifest = (name: string) => path.join(folder, `${name}.json`)
  const second = 'events-000000000100-000000000199'
  expect(await restoreArchive(pool, manifest(FIRST))).toMatchObject({
    kind: 'not-the-newest',
    newest: { first: 100 },
  })
  expect(await restoreArchive(pool, manifest(second))).toMatchObject({ kind: 'restored' })
  expect(await restoreArchive(pool, manifest(FIRST))).toMatchObject({ kind: 'restored' })
  expect(await restoreArchive(pool, manifest(FIRST))).toEqual({ kind: 'not-archived' })
  expect(await allRows()).toEqual(before)
  expect(await verifyLog(pool)).toEqual(whole)
  await expect(pool.query('delete from events where position = 1')).rejects.toThrow('append-only')
  await expect(pool.query('truncate events_0')).rejects.toThrow('events_0 is append-only')
  expect(await archive()).toMatchObject({ kind: 'archived', archive: { first: 1 } })
})

test('what a reader in a long transaction cut short is taken up by the next call', async () => {
  const reader = await pool.connect()
  await reader.query('begin')
  await reader.query('select count(*) from events')
  const hasty = createPool(`${url}?lock_timeout=200`, 'test', quiet)
  await expect(archiveOldestPartition(hasty, { folder, keep: 1 })).rejects.toThrow(LogBusyError)
  await hasty.end()
  await reader.query('rollback')
  reader.release()
  expect(await archive()).toMatchObject({ kind: 'archived', archive: { first: 1, last: 99 } })
  expect(await verifyLog(pool, folder)).toMatchObject({ kind: 'intact', position: 250, archived: 99 })
})
