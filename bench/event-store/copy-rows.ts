import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Pool } from '@muster/postgres'
import { from } from 'pg-copy-streams'
import { BARE_COLUMNS, toBareRows } from './bare-rows.ts'
import type { Contender } from './contender.ts'

/** COPY: nothing puts rows into a table faster. */
export function copyRows(pool: Pool): Contender {
  return {
    name: 'COPY (the ceiling)',
    async write(stream, events) {
      const lines = toBareRows(stream, events).map((row) => `${row.map(toField).join('\t')}\n`)
      const client = await pool.connect()
      try {
        const copy = client.query(from(`copy bare_events (${BARE_COLUMNS.join(', ')}) from stdin`))
        await pipeline(Readable.from([lines.join('')]), copy)
      } finally {
        client.release()
      }
    },
  }
}

function toField(value: string | number | Buffer): string {
  if (value instanceof Buffer) return `\\\\x${value.toString('hex')}`
  return String(value).replaceAll('\\', '\\\\')
}
