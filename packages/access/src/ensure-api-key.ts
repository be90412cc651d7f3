import { randomUUID } from 'node:crypto'
import type { Db } from '@muster/postgres'
import type { Scope } from './api-key.ts'
import { hashKey } from './hash-key.ts'
import { newKey, prefixOf } from './new-key.ts'
import { insertKeyOnce, isRevoked } from './store.ts'

/** Makes sure that the database knows a key that was kept outside; answers with a new one when it was revoked. */
export async function ensureApiKey(
  db: Db,
  kept: string | null,
  { name, scopes }: { name: string; scopes: Scope[] },
): Promise<string> {
  const key = kept === null || (await isRevoked(db, hashKey(kept))) ? newKey() : kept
  await insertKeyOnce(db, { id: randomUUID(), name, prefix: prefixOf(key), scopes, hash: hashKey(key) })
  return key
}
