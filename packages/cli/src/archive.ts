import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import {
  type Archive,
  type ArchiveOutcome,
  archiveOldestPartition,
  readArchive,
  readManifest,
  restoreArchive,
} from '@muster/event-store'
import { connectDatabase, type Pool } from '@muster/postgres'
import { createLogger, parseEnvironment, serviceSettings } from '@muster/runtime'
import { InvalidArgumentError } from 'commander'

/**
 * The command `archive write`: writes the oldest partitions of the log to files until `keep` full ones are left in the
 * database. Ends with exit code 1 when one is still needed.
 */
export async function writeArchives(folder: string, { keep }: { keep: string }): Promise<void> {
  if (!/^\d+$/.test(keep)) throw new InvalidArgumentError(`--keep takes a number, as in 2, not ${keep}`)
  await mkdir(folder, { recursive: true })
  await withDatabase(async (pool) => {
    for (;;) {
      const outcome = await archiveOldestPartition(pool, { folder, keep: Number(keep) })
      process.stdout.write(told(outcome))
      if (outcome.kind === 'in-use') process.exitCode = 1
      if (outcome.kind !== 'archived') return
    }
  })
}

function told(outcome: ArchiveOutcome): string {
  switch (outcome.kind) {
    case 'archived':
      return `archived ${stretch(outcome.archive)} in ${outcome.archive.file}\n`
    case 'none-old-enough':
      return 'nothing more to archive\n'
    case 'in-use':
      return `the oldest partition stays: ${outcome.reason}\n`
    default:
      return outcome satisfies never
  }
}

const stretch = ({ first, last }: Archive): string => `events ${first} to ${last}`

/** The command `archive read`: writes the events of an archive to standard output, one JSON object a line. */
export async function printArchive(manifestFile: string): Promise<void> {
  const manifest = await readManifest(manifestFile)
  for await (const rows of readArchive(path.dirname(manifestFile), manifest)) {
    process.stdout.write(rows.map((row) => `${row}\n`).join(''))
  }
}

/** The command `archive restore`: puts an archive back into the log. Ends with exit code 1 when it cannot. */
export async function restore(manifestFile: string): Promise<void> {
  const outcome = await withDatabase((pool) => restoreArchive(pool, manifestFile))
  if (outcome.kind === 'restored') {
    process.stdout.write(`${stretch(outcome.archive)} are back in the log\n`)
    return
  }
  const reason =
    outcome.kind === 'not-archived'
      ? 'the log has no archive of that name'
      : `the newest archive comes first: ${outcome.newest.file}`
  process.stderr.write(`${reason}\n`)
  process.exitCode = 1
}

async function withDatabase<T>(work: (pool: Pool) => Promise<T>): Promise<T> {
  const { DATABASE_URL } = parseEnvironment({ DATABASE_URL: serviceSettings.DATABASE_URL }, process.env)
  const pool = await connectDatabase(DATABASE_URL, 'archive', createLogger('archive', 'silent'))
  return work(pool).finally(() => pool.end())
}
