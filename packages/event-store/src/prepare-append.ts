import { deterministicId } from '@muster/runtime'
import stringify from 'safe-stable-stringify'
import { digestOfEvent } from './digest-of-event.ts'
import type { AppendPart, ExpectedVersion, NewEvent } from './event.ts'

/** An event as its row, but for what the log adds. `data` and `metadata` are JSON. */
export type EventRow = {
  id: string
  type: string
  schemaVersion: number
  data: string
  metadata: string
  occurredAt: Date
  digest: Buffer
}

/** An append, checked and ready to be sent; `size` is the length of its JSON. */
export type PreparedAppend = {
  key: string
  parts: { stream: string; expected: number | null; rows: EventRow[] }[]
  count: number
  size: number
}

/** Checks the events of an append and makes its rows. Throws InvalidEventError, RangeError when it has none or names a stream twice. */
export function prepareAppend(key: string, parts: AppendPart[]): PreparedAppend {
  const firstId = deterministicId('event', key)
  let count = 0
  let size = 0
  const prepared = parts.map(({ stream, expected, events }) => ({
    stream,
    expected: toNumber(expected),
    rows: events.map((event) => {
      const row = toRow(stream, event, idOfEvent(firstId, count))
      count++
      size += row.data.length + row.metadata.length
      return row
    }),
  }))
  if (prepared.length === 0 || prepared.some(({ rows }) => rows.length === 0)) {
    throw new RangeError('an append needs at least one event for each of its streams')
  }
  if (new Set(parts.map(({ stream }) => stream)).size < parts.length) {
    throw new RangeError('an append names each of its streams once')
  }
  return { key, parts: prepared, count, size }
}

function toNumber(expected: ExpectedVersion): number | null {
  if (expected === 'any') return null
  return expected === 'none' ? 0 : expected
}

function toRow(stream: string, event: NewEvent, id: string): EventRow {
  const { type, data, metadata = {}, occurredAt } = event
  type.check(data)
  const json = stringify(data) ?? ''
  return {
    id,
    type: type.name,
    schemaVersion: type.version,
    data: json,
    metadata: JSON.stringify(metadata),
    occurredAt,
    digest: digestOfEvent({ stream, type: type.name, schemaVersion: type.version, json, occurredAt }),
  }
}

/** One hash an append, not one an event: the last digits count its events. */
function idOfEvent(firstId: string, index: number): string {
  return firstId.slice(0, -8) + index.toString(16).padStart(8, '0')
}
