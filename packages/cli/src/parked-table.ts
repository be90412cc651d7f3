import type { ParkedEvent } from '@muster/event-store'
import Table from 'cli-table3'

const LONGEST_REASON = 70

/** Writes the events that are set aside as a table. */
export function parkedTable(parked: ParkedEvent[]): string {
  if (parked.length === 0) return 'No event is set aside.'
  const table = new Table({
    head: ['event', 'by', 'since', 'type', 'stream', 'reason'],
    colAligns: ['right', 'left', 'left', 'left', 'left', 'left'],
    style: { head: [], border: [], compact: true },
  })
  table.push(...parked.map(toCells))
  return `${table.toString()}\n"muster events retry <event>" takes one up again`
}

function toCells({ position, reader, parkedAt, type, streamId, reason }: ParkedEvent): string[] {
  const line = reason.replace(/\s+/g, ' ')
  const short = line.length > LONGEST_REASON ? `${line.slice(0, LONGEST_REASON - 1)}…` : line
  return [String(position), reader, parkedAt.toISOString().slice(0, 16), type, streamId, short]
}
