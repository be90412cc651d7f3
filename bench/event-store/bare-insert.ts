import type { Pool } from '@muster/postgres'
import { BARE_COLUMNS, type BareRow, toBareRows } from './bare-rows.ts'
import type { Contender } from './contender.ts'

/** INSERT … VALUES of all rows at once: no versions, no keys, no order of commits, no chain. */
export function bareInsert(pool: Pool): Contender {
  return {
    name: 'bare multi-row INSERT',
    write(stream, events) {
      const rows = toBareRows(stream, events)
      return pool.query({
        name: `insert-${rows.length}`,
        text: `insert into bare_events (${BARE_COLUMNS.join(', ')}) values ${placeholders(rows)}`,
        values: rows.flat(),
      })
    },
  }
}

function placeholders(rows: BareRow[]): string {
  const width = BARE_COLUMNS.length
  const row = (index: number) => BARE_COLUMNS.map((_, column) => `$${index * width + column + 1}`).join(', ')
  return rows.map((_, index) => `(${row(index)})`).join(', ')
}
