import { randomBytes, randomUUID } from 'node:crypto'
import type { Db } from '@muster/postgres'
import { insertKey } from '../store.ts'
import type { ApiKey, Scope } from './api-key.ts'
import { hashKey } from './hash-key.ts'

const PREFIX_LENGTH = 12

/** Makes a key. It is in the answer and nowhere else to be read. */
export async function createApiKey(
  db: Db,
  { name, scopes }: { name: string; scopes: Scope[] },
): Promise<ApiKey & { key: string }> {
  const key = `muster_${randomBytes(32).toString('base64url')}`
  const prefix = key.slice(0, PREFIX_LENGTH)
  const stored = await insertKey(db, { id: randomUUID(), name, prefix, scopes, hash: hashKey(key) })
  return { ...stored, key }
}
