import type { Db, Pool } from '@muster/postgres'
import { LogBusyError } from '../errors.ts'
import { getHead } from '../store.ts'
import type { Archive } from './read-archive.ts'
import {
  countParkedThrough,
  detachPartition,
  dropTable,
  findArchives,
  findLeftovers,
  findOldestPartition,
  findSlowestReader,
  getPartitionSize,
  insertArchive,
  type Partition,
} from './store.ts'
import { verifyArchive } from './verify-archive.ts'
import { whileArchiving } from './while-archiving.ts'
import { writeArchive } from './write-archive.ts'

const LOCK_TIMEOUT = '55P03'

/** `in-use` says what still needs the oldest partition. */
export type ArchiveOutcome =
  | { kind: 'archived'; archive: Archive }
  | { kind: 'none-old-enough' }
  | { kind: 'in-use'; reason: string }

/**
 * Writes the oldest partition of the log to a file in `folder`, reads the file back, and takes the partition out of
 * the database; `keep` full partitions stay. Nobody is held up, and what is cut short is taken up by the next call: the
 * partition goes when its file is known to be whole. Throws ArchiveDamagedError, and LogBusyError when a transaction
 * goes on reading the partition for long.
 */
export async function archiveOldestPartition(
  pool: Pool,
  { folder, keep }: { folder: string; keep: number },
): Promise<ArchiveOutcome> {
  return whileArchiving(pool, async (db) => {
    for (const name of await findLeftovers(db)) await dropTable(db, name)
    const partition = await findOldestPartition(db)
    if (!partition || !(await isOldEnough(db, partition, keep))) return { kind: 'none-old-enough' }
    const reason = await reasonToStay(db, partition)
    if (reason) return { kind: 'in-use', reason }
    const archive = await fileOf(db, folder, partition)
    await detach(db, partition)
    await dropTable(db, partition.name)
    return { kind: 'archived', archive }
  })
}

async function isOldEnough(db: Db, { last }: Partition, keep: number): Promise<boolean> {
  const { position } = await getHead(db)
  return last + keep * (await getPartitionSize(db)) <= position
}

async function reasonToStay(db: Db, { last }: Partition): Promise<string | null> {
  const reader = await findSlowestReader(db)
  if (!reader) return 'no reader has followed the log yet'
  if (reader.position < last) {
    const cutOff = reader.name.endsWith(' rebuild') ? '; "muster rebuild" ends one that was cut off' : ''
    return `the reader ${reader.name} is at ${reader.position}, before ${last}${cutOff}`
  }
  const parked = await countParkedThrough(db, last)
  return parked === 0 ? null : `${parked} of its events are set aside; see "muster events list"`
}

async function fileOf(db: Db, folder: string, partition: Partition): Promise<Archive> {
  // Its events can no longer be read; that its file is whole was seen before.
  const known = (await findArchives(db)).find(({ last }) => last === partition.last)
  if (known && partition.detaching) return known
  const archive = await writeArchive(db, folder, partition)
  await verifyArchive(db, folder, archive)
  await insertArchive(db, archive)
  return archive
}

async function detach(db: Db, partition: Partition): Promise<void> {
  try {
    await detachPartition(db, partition)
  } catch (error) {
    if ((error as { code?: string }).code !== LOCK_TIMEOUT) throw error
    const message = `a transaction reads ${partition.name} for long; once it has ended, archive again to go on`
    throw new LogBusyError(message, { cause: error })
  }
}
