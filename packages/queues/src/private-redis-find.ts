import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import path from 'node:path'

const PROGRAMS = ['redis-server', 'valkey-server']

/** Returns the first Redis-like server on PATH, or null. */
export async function findRedisProgram(): Promise<string | null> {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder))
  const candidates = folders.flatMap((folder) => PROGRAMS.map((program) => path.join(folder, program)))
  for (const candidate of candidates) if (await isExecutable(candidate)) return candidate
  return null
}

function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  )
}
