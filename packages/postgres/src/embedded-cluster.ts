import { existsSync } from 'node:fs'
import { chown, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { serverAccount } from './embedded-account.ts'
import { placeDataFolder } from './embedded-data-folder.ts'
import { EmbeddedPostgresError } from './embedded-error.ts'
import { checkOwner } from './embedded-owner.ts'
import { serverPassword } from './embedded-password.ts'
import { reachableBinaries } from './embedded-reachable-binaries.ts'
import { runAsServer } from './embedded-run.ts'

export type Cluster = {
  binaries: string
  /** Where the tables are, as a real path. */
  data: string
  password: string
}

/** Finds the database files in `folder`, or makes them at the first start. */
export async function openCluster(folder: string): Promise<Cluster> {
  const binaries = await reachableBinaries()
  const data = await placeDataFolder(folder)
  await checkOwner(data)
  const password = await serverPassword(folder, !isInitialised(data))
  if (!isInitialised(data)) await initialise(binaries, data, password)
  return { binaries, data, password }
}

function isInitialised(data: string): boolean {
  return existsSync(path.join(data, 'PG_VERSION'))
}

// Made in a private folder and renamed when whole: two first starts cannot damage each other, and one
// that is killed leaves nothing that looks like a database.
async function initialise(binaries: string, data: string, password: string): Promise<void> {
  const draft = await mkdtemp(`${data}.init-`)
  const passwordFile = path.join(draft, 'password')
  try {
    await giveToServer(draft)
    await writeFile(passwordFile, password, { mode: 0o600 })
    await giveToServer(passwordFile)
    await initdb(binaries, path.join(draft, 'data'), passwordFile)
    await rename(path.join(draft, 'data'), data).catch((error) => {
      if (!isInitialised(data)) throw error
    })
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

async function giveToServer(file: string): Promise<void> {
  const account = serverAccount()
  if (account !== null) await chown(file, account.uid, account.gid)
}

async function initdb(binaries: string, data: string, passwordFile: string): Promise<void> {
  const result = await runAsServer(path.join(binaries, 'bin/initdb'), [
    `--pgdata=${data}`,
    `--pwfile=${passwordFile}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ])
  if (result.kind === 'ok') return
  throw new EmbeddedPostgresError(`cannot make a database in ${data}:\n${result.output}`)
}
