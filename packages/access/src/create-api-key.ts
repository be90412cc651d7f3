import { randomUUID } from 'node:crypto'
import type { Db } from '@muster/postgres'
import type { ApiKey, Scope } from './api-key.ts'
import { hashKey } from './hash-key.ts'
import { newKey, prefixOf } from './new-key.ts'
import { insertKey } from './store.ts'

/** Makes a key. It is in the answer and nowhere else to be read. */
export async function createApiKey(
  db: Db,
  { name, scopes }: { name: string; scopes: Scope[] },
): Promise<ApiKey & { key: string }> {
  const key = newKey()
  const stored = await insertKey(db, {
    id: randomUUID(),
    name,
    prefix: prefixOf(key),
    scopes,
    hash: hashKey(key),
  })
  return { ...stored, key }
}
