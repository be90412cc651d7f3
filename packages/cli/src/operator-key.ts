import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import type { Db } from '@muster/postgres'
import { insertApiKey, isRevoked } from './store.ts'

/** Returns the operator's API key kept in `file` and makes sure that the database knows it; makes one at first, or when it was revoked. */
export async function ensureOperatorKey(db: Db, file: string): Promise<string> {
  const kept = await readKey(file)
  const key = kept === null || (await isRevoked(db, hashOf(kept))) ? await makeKey(file) : kept
  await insertApiKey(db, {
    id: randomUUID(),
    name: 'operator',
    prefix: key.slice(0, 'muster_'.length + 6),
    hash: hashOf(key),
    scopes: ['read', 'subscribe', 'operate'],
  })
  return key
}

async function readKey(file: string): Promise<string | null> {
  const key = (await readFile(file, 'utf8').catch(() => '')).trim()
  return /^muster_[\w-]{43}$/.test(key) ? key : null
}

async function makeKey(file: string): Promise<string> {
  const key = `muster_${randomBytes(32).toString('base64url')}`
  await writeFile(`${file}.draft`, `${key}\n`, { mode: 0o600 })
  await rename(`${file}.draft`, file)
  return key
}

function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}
