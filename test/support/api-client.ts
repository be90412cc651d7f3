import { createHash, randomUUID } from 'node:crypto'
import type { Pool } from '@muster/postgres'

export type ApiClient = <T>(method: string, path: string, body?: object) => Promise<T>

const KEY = 'muster_whole-path-test'

/** Calls the API with a key of all scopes, and fails on any answer that is no success. */
export async function apiClient(pool: Pool, base: string): Promise<ApiClient> {
  await pool.query(
    `insert into api_keys (id, name, prefix, key_hash, scopes) values ($1, 'test', 'muster_whole', $2, '{read,subscribe,operate}')
     on conflict do nothing`,
    [randomUUID(), createHash('sha256').update(KEY).digest()],
  )
  return async (method, path, body) => {
    const reply = await fetch(new URL(path, base), {
      method,
      headers: { authorization: `Bearer ${KEY}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const text = await reply.text()
    if (!reply.ok) throw new Error(`${method} ${path} answered ${reply.status}: ${text}`)
    return text ? JSON.parse(text) : undefined
  }
}
