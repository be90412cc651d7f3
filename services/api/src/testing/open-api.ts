import { createApiKey, type Scope } from '@muster/access'
import { createPool, type Pool } from '@muster/postgres'
import { createQueues } from '@muster/queues'
import { freshDatabase, quiet } from '@muster/testing'
import type { Api } from '../api.ts'
import { createServer } from '../create-server.ts'

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'
type CallOptions = { key?: string | null; body?: unknown; headers?: Record<string, string> }

/** What a request was answered with; `body` is read as JSON where it is JSON. */
export type Answer<T = Record<string, unknown>> = {
  status: number
  headers: Record<string, unknown>
  body: T
}

/** An API on an empty database, and a way to call it as a client does. */
export type OpenApi = {
  app: Api
  pool: Pool
  /** Makes a key with these scopes. */
  key(...scopes: Scope[]): Promise<string>
  /** Sends a request, by a key that holds every scope unless another one, or none, is named. */
  call<T = Record<string, unknown>>(method: Method, url: string, options?: CallOptions): Promise<Answer<T>>
  close(): Promise<void>
}

/** Opens one. */
export async function openApi(): Promise<OpenApi> {
  const databaseUrl = await freshDatabase()
  const pool = createPool(databaseUrl, 'test', quiet)
  const queues = createQueues({ databaseUrl, redisUrl: undefined, logId: 'test' }, quiet)
  const app = await createServer({ pool, queues }, quiet)
  const key = async (...scopes: Scope[]) => (await createApiKey(pool, { name: 'test', scopes })).key
  const all = await key('read', 'subscribe', 'operate')
  return {
    app,
    pool,
    key,
    async call<T>(method: Method, url: string, { key = all, body, headers = {} }: CallOptions = {}) {
      const answer = await app.inject({
        method,
        url,
        headers: { ...(key && { authorization: `Bearer ${key}` }), ...headers },
        ...(body !== undefined && { payload: body as object }),
      })
      const isJson = String(answer.headers['content-type']).includes('json')
      const read = (isJson ? answer.json() : answer.body) as T
      return { status: answer.statusCode, headers: answer.headers, body: read }
    },
    async close() {
      await app.close()
      await queues.close()
      if (!pool.ended) await pool.end()
    },
  }
}
