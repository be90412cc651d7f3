import stringify from 'safe-stable-stringify'

/** What of an event can never change. Metadata is about the run that wrote it: a repeated job has other metadata. */
type Facts = { type: string; schemaVersion: number; data: unknown; occurredAt: Date }

/** The facts of an event of a stream as JSON with sorted keys: its SHA-256 is the digest of the event. */
export function factsOfEvent(stream: string, { type, schemaVersion, data, occurredAt }: Facts): string {
  const rest = `"schemaVersion":${schemaVersion},"stream":${JSON.stringify(stream)},"type":${JSON.stringify(type)}`
  return `{"data":${stringify(data)},"occurredAt":"${occurredAt.toISOString()}",${rest}}`
}
