import { parseArgs } from 'node:util'
import { fillLog } from './event-log-size/fill-log.ts'
import { measureLog } from './event-log-size/measure-log.ts'
import { openScratchDatabase } from './event-store/open-scratch-database.ts'
import { printTable } from './print-table.ts'

const STEP = 10

/**
 * Fills a log of `--events` events (about a gigabyte a million) in partitions of `--partition`, and at each tenfold
 * of 100,000 measures reads at its start, middle and end, and appends. They must stay flat.
 */
export async function benchEventLogSize(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      events: { type: 'string', default: '10000000' },
      partition: { type: 'string', default: '10000000' },
    },
  })
  const database = await openScratchDatabase(['max_wal_size=4GB'])
  const { pool } = database
  await pool.query('drop table events_0, events_1, events_2')
  await pool.query('update event_log set partition_size = $1', [Number(values.partition)])
  const rows: string[][] = []
  let filled = 0
  for (const size of sizesUpTo(Number(values.events))) {
    const began = performance.now()
    await fillLog(pool, filled, size)
    const rate = (size - filled) / ((performance.now() - began) / 1000)
    await pool.query('vacuum analyze events, streams')
    const { pages, streams, append } = await measureLog(pool, size)
    rows.push([
      size.toLocaleString('en'),
      rate.toFixed(0),
      ...[...pages, ...streams].map(ms),
      append.toFixed(0),
    ])
    // What the appends added, so that the next stretch begins at a whole stream.
    filled = await headOf(pool)
    process.stderr.write(`${size} events measured\n`)
  }
  printTable(
    'the log as it grows: pages of 500 and whole streams at its start, middle and end, ms; appends of 100, events/s',
    ['events', 'filled/s', 'page', '', '', 'stream', '', '', 'append'],
    rows,
  )
  await database.close()
}

const ms = (value: number): string => value.toFixed(2)

function sizesUpTo(events: number): number[] {
  const sizes = []
  for (let size = 100_000; size < events; size *= STEP) sizes.push(size)
  return [...sizes, events]
}

async function headOf(pool: { query: (text: string) => Promise<{ rows: { position: number }[] }> }) {
  const { rows } = await pool.query('select position from event_log')
  return rows[0]?.position ?? 0
}
