import { hash } from 'node:crypto'
import { deterministicId } from '@muster/runtime'
import type { AppendPart, ExpectedVersion, NewEvent } from './event.ts'
import { factsOfEvent } from './facts-of-event.ts'

/** An event as the members of a JSON object, and its digest in hex. */
export type EventRow = { members: string; digest: string }

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
      size += row.members.length
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

/** The text that is hashed is sent as it is: joining its parts a second time would cost as much as all the rest. */
function toRow(stream: string, { type, data, metadata = {}, occurredAt }: NewEvent, id: string): EventRow {
  type.check(data)
  const facts = factsOfEvent(stream, { type: type.name, schemaVersion: type.version, data, occurredAt })
  return {
    members: `${facts.slice(1, -1)},"id":"${id}","metadata":${JSON.stringify(metadata)}`,
    digest: hash('sha256', facts, 'hex'),
  }
}

/** One hash an append, not one an event: the last digits count its events. */
function idOfEvent(firstId: string, index: number): string {
  return firstId.slice(0, -8) + index.toString(16).padStart(8, '0')
}
