import { existsSync } from 'node:fs'
import { chmod, cp, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { type Binaries, findBinaries } from './embedded-binaries.ts'
import { EmbeddedPostgresError } from './embedded-error.ts'
import { runAsServer } from './embedded-run.ts'
import { sharedFolder } from './embedded-shared-folder.ts'

/** Returns the folder of PostgreSQL programs that the server's account can run, copied out of reach of a closed folder if need be. */
export async function reachableBinaries(): Promise<string> {
  const binaries = await findBinaries()
  const probe = await runAsServer(path.join(binaries.folder, 'bin/initdb'), ['--version'])
  if (probe.kind === 'ok') return binaries.folder
  if (probe.code === 'EACCES') return copyBinaries(binaries)
  throw new EmbeddedPostgresError(
    `the private PostgreSQL (${binaries.build}) does not run on this system (it needs glibc on Linux): ` +
      `set DATABASE_URL to a PostgreSQL 14 or newer\n${probe.output}`,
  )
}

async function copyBinaries(binaries: Binaries): Promise<string> {
  const target = path.join(await sharedFolder(), binaries.build)
  if (existsSync(target)) return target
  const copy = `${target}.copy-${process.pid}`
  await cp(binaries.folder, copy, { recursive: true, verbatimSymlinks: true })
  await openToAll(copy)
  // Another first start may have been quicker; its copy is as good.
  await rename(copy, target).catch(() => rm(copy, { recursive: true }))
  return target
}

// Under a umask such as 077 npm installs files that only their owner can read.
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chmod(path.join(entry.parentPath, entry.name), 0o755)
  }
}
