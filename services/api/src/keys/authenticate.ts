import { type ApiKey, findKeyByHash, hashKey, touchKey } from '@muster/access'
import type { Db } from '@muster/postgres'

const MINUTE_MS = 60_000

/** The key that an Authorization header carries, or null when it carries none that is in force. */
export async function authenticate(db: Db, header: string | undefined, now: Date): Promise<ApiKey | null> {
  const given = /^Bearer +(muster_[\w-]+)$/i.exec(header ?? '')?.[1]
  const key = given ? await findKeyByHash(db, hashKey(given)) : null
  // A write a request would make every read a write.
  if (key && now.getTime() - (key.lastUsedAt?.getTime() ?? 0) > MINUTE_MS) await touchKey(db, key.id, now)
  return key
}
