import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Db } from '@muster/postgres'
import { getHead } from '../store.ts'
import { type ArchiveManifest, archiveFile, saveManifest } from './manifest.ts'
import { findRowsBetween } from './store.ts'

const PAGE = 2_000

/** Writes the events of a stretch of the log to a file in a folder, and its manifest beside it. */
export async function writeArchive(
  db: Db,
  folder: string,
  { first, last }: { first: number; last: number },
): Promise<ArchiveManifest> {
  const file = archiveFile(first, last)
  const target = path.join(folder, file)
  const rows = Readable.from(lines(db, first - 1, last))
  await pipeline(rows, createGzip(), createWriteStream(`${target}.part`, { flush: true }))
  await rename(`${target}.part`, target)
  const { logId } = await getHead(db)
  const sha256 = await sha256OfFile(target)
  const manifest = { format: 1 as const, logId, file, first, last, events: last - first + 1, sha256 }
  await saveManifest(folder, manifest)
  return manifest
}

async function* lines(db: Db, from: number, last: number): AsyncGenerator<string> {
  for (let after = from; after < last; after += PAGE) {
    const rows = await findRowsBetween(db, after, Math.min(after + PAGE, last))
    yield rows.map((row) => `${row}\n`).join('')
  }
}

/** The SHA-256 of a file, in hex. */
export async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
