import { createHash } from 'node:crypto'

/** What the database keeps of a key. Keys are 32 random bytes, so a slow hash would add nothing. */
export function hashKey(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}
