import { randomUUID } from 'node:crypto'
import { append, readAll, readStream } from '@muster/event-store'
import type { Pool } from '@muster/postgres'
import { composeEvents } from '../event-store/compose-events.ts'
import { STREAM_LENGTH } from './fill-log.ts'

/** Milliseconds, medians: pages of 500 at three places, a stream at three places; and appends of 100, events a second. */
export type LogMeasures = {
  pages: [start: number, middle: number, end: number]
  streams: [start: number, middle: number, end: number]
  append: number
}

const PAGE = 500
const TIMES = 25

/** Measures reads and appends of a log that `size` filled events are in. */
export async function measureLog(pool: Pool, size: number): Promise<LogMeasures> {
  const places = [0.01, 0.5, 0.98].map((share) => Math.floor((size * share) / STREAM_LENGTH) * STREAM_LENGTH)
  const pages: number[] = []
  const streams: number[] = []
  for (const place of places) {
    pages.push(await medianMs((n) => readAll(pool, { after: place + n * STREAM_LENGTH, limit: PAGE })))
    streams.push(await medianMs((n) => readStream(pool, `article-${place / STREAM_LENGTH + n}`)))
  }
  const events = composeEvents('size', 100)
  const parts = () => [{ stream: `bench-${randomUUID()}`, expected: 'none' as const, events }]
  const ms = await medianMs(() => append(pool, randomUUID(), parts()))
  return {
    pages: pages as LogMeasures['pages'],
    streams: streams as LogMeasures['streams'],
    append: (100 * 1000) / ms,
  }
}

async function medianMs(work: (n: number) => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < TIMES; n++) {
    const began = performance.now()
    await work(n)
    times.push(performance.now() - began)
  }
  return times.toSorted((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0
}
