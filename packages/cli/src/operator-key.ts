import { readFile, rename, writeFile } from 'node:fs/promises'
import { ensureApiKey, isKey, scopes } from '@muster/access'
import type { Db } from '@muster/postgres'

/** Returns the operator's API key kept in `file` and makes sure that the database knows it; makes one at first, or when it was revoked. */
export async function ensureOperatorKey(db: Db, file: string): Promise<string> {
  const kept = await readKey(file)
  const key = await ensureApiKey(db, kept, { name: 'operator', scopes: [...scopes] })
  if (key !== kept) await keepKey(file, key)
  return key
}

async function readKey(file: string): Promise<string | null> {
  const key = (await readFile(file, 'utf8').catch(() => '')).trim()
  return isKey(key) ? key : null
}

async function keepKey(file: string, key: string): Promise<void> {
  await writeFile(`${file}.draft`, `${key}\n`, { mode: 0o600 })
  await rename(`${file}.draft`, file)
}
