import { createHash } from 'node:crypto'
import stringify from 'safe-stable-stringify'

/** What of an event can never change. Metadata is about the run that wrote it: a repeated job has other metadata. */
type Facts = { stream: string; type: string; schemaVersion: number; data: unknown; occurredAt: Date }

/** The SHA-256 of an event's facts, whatever the order of their keys. */
export function digestOfEvent({ stream, type, schemaVersion, data, occurredAt }: Facts): Buffer {
  const canonical = stringify({ stream, type, schemaVersion, data, occurredAt })
  return createHash('sha256')
    .update(canonical ?? '')
    .digest()
}
