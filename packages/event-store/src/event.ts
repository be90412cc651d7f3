import type { EventType } from './define-event.ts'

/**
 * An event to be appended, its data in the present shape of its kind. `occurredAt` is when the world said so; the
 * log adds when it was recorded.
 */
export type NewEvent = {
  type: EventType
  data: object
  metadata?: object
  occurredAt: Date
}

/** An event as the log keeps it; its data is read with its EventType. Positions are 1, 2, 3 … without a gap, in the order of commits. */
export type StoredEvent = {
  position: number
  streamId: string
  version: number
  type: string
  schemaVersion: number
  data: unknown
  metadata: unknown
  occurredAt: Date
  recordedAt: Date
  /** Its own position, where it was set aside and is taken up at `position`. */
  original?: number
}

/** The version that a stream must have before an append: a number of events, `none`, or `any`. */
export type ExpectedVersion = number | 'none' | 'any'

export type AppendPart = { stream: string; expected: ExpectedVersion; events: NewEvent[] }

/** Positions of the first and last event; `duplicate` when the same append had been made before. */
export type AppendResult = { first: number; last: number; duplicate: boolean }
