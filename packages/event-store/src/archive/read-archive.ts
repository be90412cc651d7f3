import { createReadStream } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { ArchiveDamagedError } from '../errors.ts'
import type { DigestedEvent } from '../fault-of-events.ts'
import type { ArchiveManifest } from './manifest.ts'
import { sha256OfFile } from './write-archive.ts'

/** A stretch of the log that is in a file. */
export type Archive = Pick<ArchiveManifest, 'first' | 'last' | 'file' | 'sha256'>

const PAGE = 1_000

/**
 * The rows of an archive as they were in the log, JSON texts in order, page by page. Throws ArchiveDamagedError before
 * the first when the file is not the one that was written.
 */
export async function* readArchive(folder: string, archive: Archive): AsyncGenerator<string[]> {
  const file = path.join(folder, archive.file)
  if ((await sha256OfFile(file)) !== archive.sha256) {
    throw new ArchiveDamagedError(`${archive.file} is not the file that was written: its sha256 is another`)
  }
  let page: string[] = []
  for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) {
    page.push(line)
    if (page.length < PAGE) continue
    yield page
    page = []
  }
  if (page.length > 0) yield page
}

type Row = {
  position: number
  stream_id: string
  type: string
  schema_version: number
  data: unknown
  occurred_at: string
  recorded_at: string
  digest: string
}

/** A row of an archive as the event that it was. */
export function eventOfRow(text: string): DigestedEvent {
  const row = JSON.parse(text) as Row
  return {
    position: row.position,
    streamId: row.stream_id,
    type: row.type,
    schemaVersion: row.schema_version,
    data: row.data,
    occurredAt: new Date(row.occurred_at),
    recordedAt: new Date(row.recorded_at),
    digest: Buffer.from(row.digest.slice(2), 'hex'),
  }
}
