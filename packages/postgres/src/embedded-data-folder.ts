import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readlink, realpath, symlink } from 'node:fs/promises'
import path from 'node:path'
import { runAsServer } from './embedded-run.ts'
import { sharedFolder } from './embedded-shared-folder.ts'

/** Creates `folder` and returns the real path of its data folder: inside it, or elsewhere through a link where the server cannot reach it. */
export async function placeDataFolder(folder: string): Promise<string> {
  await makeOpenFolder(folder)
  const data = path.join(await realpath(folder), 'data')
  const linked = await readlink(data).catch(() => null)
  if (linked !== null) return reopen(linked)
  if (existsSync(data) || (await serverReaches(path.dirname(data)))) return data
  return placeElsewhere(data)
}

// The server's account has to pass through every folder we make, whatever the umask.
async function makeOpenFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true })
  if (first === undefined) return
  for (let made = folder; made.length >= first.length; made = path.dirname(made)) await chmod(made, 0o755)
}

async function serverReaches(folder: string): Promise<boolean> {
  if (process.platform === 'win32') return true
  const result = await runAsServer('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder])
  return result.kind === 'ok'
}

// A link, so that whoever removes the folder to begin anew does begin anew.
async function placeElsewhere(data: string): Promise<string> {
  const elsewhere = await mkdtemp(path.join(await sharedFolder(), 'data-'))
  await chmod(elsewhere, 0o755)
  const target = path.join(elsewhere, 'data')
  return symlink(target, data).then(
    () => target,
    () => readlink(data),
  )
}

// /var/tmp may have been cleaned since.
async function reopen(data: string): Promise<string> {
  await sharedFolder()
  await makeOpenFolder(path.dirname(data))
  return data
}
