import path from 'node:path'
import { type Db, type Pool, withTransaction } from '@muster/postgres'
import { readManifest } from './manifest.ts'
import { type Archive, readArchive } from './read-archive.ts'
import {
  attachPartition,
  createPartitionTable,
  dropTable,
  findArchives,
  getPartitionSize,
  insertRows,
} from './store.ts'
import { verifyArchive } from './verify-archive.ts'
import { whileArchiving } from './while-archiving.ts'

/** `not-the-newest`: the archive that comes first. */
export type RestoreOutcome =
  | { kind: 'restored'; archive: Archive }
  | { kind: 'not-archived' }
  | { kind: 'not-the-newest'; newest: Archive }

/**
 * Puts an archive back into the log, where it is as it was before. The newest has to come first, so that what is in
 * files is always the beginning of the log. Throws ArchiveDamagedError.
 */
export async function restoreArchive(pool: Pool, manifestFile: string): Promise<RestoreOutcome> {
  const { file } = await readManifest(manifestFile)
  return whileArchiving(pool, async (db) => {
    const archives = await findArchives(db)
    const newest = archives.at(-1)
    if (!newest || !archives.some((archive) => archive.file === file)) return { kind: 'not-archived' }
    if (newest.file !== file) return { kind: 'not-the-newest', newest }
    await restore(pool, db, path.dirname(manifestFile), newest)
    return { kind: 'restored', archive: newest }
  })
}

async function restore(pool: Pool, db: Db, folder: string, archive: Archive): Promise<void> {
  await verifyArchive(db, folder, archive)
  const size = await getPartitionSize(db)
  const number = Math.floor(archive.last / size)
  const partition = { name: `events_${number}`, from: number * size, to: archive.last + 1 }
  // What an attempt that was cut short left behind.
  await dropTable(db, partition.name)
  await createPartitionTable(db, partition)
  for await (const rows of readArchive(folder, archive)) await insertRows(db, partition.name, rows)
  await withTransaction(pool, (tx) => attachPartition(tx, partition))
}
