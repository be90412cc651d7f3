import { createHash } from 'node:crypto'

/**
 * What of an event can never change; `json` is its data with sorted keys. Metadata is about the run that wrote it:
 * a repeated job has other metadata.
 */
type Facts = { stream: string; type: string; schemaVersion: number; json: string; occurredAt: Date }

/** The SHA-256 of an event's facts, as JSON with sorted keys. */
export function digestOfEvent({ stream, type, schemaVersion, json, occurredAt }: Facts): Buffer {
  const text = (value: string | Date) => JSON.stringify(value)
  const facts = `"occurredAt":${text(occurredAt)},"schemaVersion":${schemaVersion},"stream":${text(stream)}`
  return createHash('sha256')
    .update(`{"data":${json},${facts},"type":${text(type)}}`)
    .digest()
}
