import { randomUUID } from 'node:crypto'
import { append } from '@muster/event-store'
import { createPool, type Pool } from '@muster/postgres'
import { createLogger } from '@muster/runtime'
import type { Contender } from './contender.ts'

/** Muster's append, as services call it. */
export function muster(pool: Pool): Contender {
  return {
    name: 'muster',
    write: (stream, events) => append(pool, randomUUID(), [{ stream, expected: 'none', events }]),
  }
}

/** The same with a pool a client: appends are merged within a pool, so here none are. */
export function musterUnmerged(url: string, clients: number): Contender {
  const pools = Array.from({ length: clients }, () =>
    createPool(url, 'bench', createLogger('bench', 'warn'), 1),
  )
  let next = 0
  return {
    name: 'muster, each append by itself',
    write(stream, events) {
      const pool = pools[next++ % clients] as Pool
      return append(pool, randomUUID(), [{ stream, expected: 'none', events }])
    },
    close: () => Promise.all(pools.map((pool) => pool.end())),
  }
}
