import type { Db } from '@muster/postgres'
import type { ApiKey } from './api-key.ts'

const KEY_COLUMNS = `id, name, prefix, scopes, created_at as "createdAt", last_used_at as "lastUsedAt",
  revoked_at as "revokedAt"`

/** Inserts a key, of which only the hash is kept. */
export async function insertKey(
  db: Db,
  { id, name, prefix, scopes, hash }: Pick<ApiKey, 'id' | 'name' | 'prefix' | 'scopes'> & { hash: Buffer },
): Promise<ApiKey> {
  const { rows } = await db.query<ApiKey>(
    `insert into api_keys (id, name, prefix, scopes, key_hash) values ($1, $2, $3, $4, $5) returning ${KEY_COLUMNS}`,
    [id, name, prefix, scopes, hash],
  )
  return rows[0] as ApiKey
}

/** Inserts a key unless one with that hash is there. */
export async function insertKeyOnce(
  db: Db,
  { id, name, prefix, scopes, hash }: Parameters<typeof insertKey>[1],
): Promise<void> {
  await db.query(
    `insert into api_keys (id, name, prefix, scopes, key_hash) values ($1, $2, $3, $4, $5)
     on conflict (key_hash) do nothing`,
    [id, name, prefix, scopes, hash],
  )
}

/** Whether the key with this hash was revoked. */
export async function isRevoked(db: Db, hash: Buffer): Promise<boolean> {
  const { rowCount } = await db.query('select from api_keys where key_hash = $1 and revoked_at is not null', [
    hash,
  ])
  return rowCount !== 0
}

/** The key with a hash, if it is in force, or null. */
export async function findKeyByHash(db: Db, hash: Buffer): Promise<ApiKey | null> {
  const { rows } = await db.query<ApiKey>({
    name: 'key-by-hash',
    text: `select ${KEY_COLUMNS} from api_keys where key_hash = $1 and revoked_at is null`,
    values: [hash],
  })
  return rows[0] ?? null
}

/** Notes when a key was last used. */
export async function touchKey(db: Db, id: string, now: Date): Promise<void> {
  await db.query(`update api_keys set last_used_at = $2 where id = $1`, [id, now])
}

/** All keys, also revoked ones, the oldest first. */
export async function findKeys(db: Db): Promise<ApiKey[]> {
  const { rows } = await db.query<ApiKey>(`select ${KEY_COLUMNS} from api_keys order by created_at, id`)
  return rows
}

/** Ends a key, once; null when there is no such key. */
export async function revokeKey(db: Db, id: string, now: Date): Promise<ApiKey | null> {
  const { rows } = await db.query<ApiKey>(
    `update api_keys set revoked_at = coalesce(revoked_at, $2) where id = $1 returning ${KEY_COLUMNS}`,
    [id, now],
  )
  return rows[0] ?? null
}

/** Of the keys with these ids, those that were revoked. */
export async function findRevokedKeys(db: Db, ids: string[]): Promise<Set<string>> {
  const { rows } = await db.query<{ id: string }>(
    `select id from api_keys where id = any($1) and revoked_at is not null`,
    [ids],
  )
  return new Set(rows.map(({ id }) => id))
}

/** The key with a hash, for the job board: only if it is in force and holds `operate`. */
export async function findOperatorByHash(
  db: Db,
  hash: Buffer,
): Promise<{ id: string; secret: Buffer } | null> {
  const { rows } = await db.query<{ id: string; secret: Buffer }>(
    `select id, key_hash as secret from api_keys
      where key_hash = $1 and revoked_at is null and 'operate' = any(scopes)`,
    [hash],
  )
  return rows[0] ?? null
}

/** The same by its id, to look again at a session that the key opened. */
export async function findOperatorById(db: Db, id: string): Promise<{ id: string; secret: Buffer } | null> {
  const { rows } = await db.query<{ id: string; secret: Buffer }>(
    `select id, key_hash as secret from api_keys
      where id = $1 and revoked_at is null and 'operate' = any(scopes)`,
    [id],
  )
  return rows[0] ?? null
}
