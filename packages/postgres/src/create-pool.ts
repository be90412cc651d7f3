import type { Logger } from '@muster/runtime'
import pg from 'pg'

export type Pool = pg.Pool
export type Transaction = pg.PoolClient
/** Whatever can run a statement: the pool, or the connection of an open transaction. */
export type Db = Pool | Transaction

const INT8 = 20
const TIMESTAMPTZ = 1184

/** A pool whose bigint columns come back as numbers and whose dropped connections are logged, not thrown. */
export function createPool(databaseUrl: string, name: string, logger: Logger, max = 8): Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: `muster ${name}`,
    max,
    // Whoever is stuck in a transaction is cut off before the others give up waiting for its locks.
    idle_in_transaction_session_timeout: 5_000,
    lock_timeout: 10_000,
    // Its compilation costs more than any of our statements takes.
    options: '-c jit=off',
    types: { getTypeParser: typeParser as typeof pg.types.getTypeParser },
  })
  pool.on('error', (error) => logger.warn({ err: error }, 'idle database connection dropped'))
  // A connection lost while it is in use fails its query; without a listener it would end the process too.
  pool.on('connect', (client) =>
    client.on('error', (error) => logger.warn({ err: error }, 'database connection lost')),
  )
  return pool
}

function typeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  const parse = pg.types.getTypeParser(oid, format) as (value: string) => unknown
  if (format === 'binary') return parse
  if (oid === TIMESTAMPTZ) return onceForEqual(parse)
  return oid === INT8 ? parseSafeInteger : parse
}

/** Rows that were written together have the same times, each of which is parsed once a column. */
function onceForEqual<T>(parse: (text: string) => T): (text: string) => T {
  let last: { text: string; value: T } | null = null
  return (text) => {
    if (last?.text !== text) last = { text, value: parse(text) }
    return last.value
  }
}

function parseSafeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a position`)
  return value
}
