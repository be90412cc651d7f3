import { createEstimatesProjection } from '@muster/deltas'
import { headOfLog, runProjection } from '@muster/event-store'
import { createPool, type Pool } from '@muster/postgres'
import { freshDatabase, quiet } from '@muster/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anyHistory, appendAll, project, toHappening } from './support/random-history.ts'

let pool: Pool
let names = 0
beforeAll(async () => {
  pool = createPool(await freshDatabase(), 'test', quiet)
})
afterAll(() => pool.end())

const TABLES = ['claims', 'estimates', 'deltas']

async function contents(): Promise<string[]> {
  const read = TABLES.map(async (table) => {
    const { rows } = await pool.query<{ all: string }>(
      `select coalesce(string_agg(t::text, chr(10) order by t::text), '') as all from ${table} t`,
    )
    return rows[0]?.all ?? ''
  })
  return Promise.all(read)
}

/** Begins the projection anew and takes it to a position in batches of a size. */
async function replayTo(position: number, size: number): Promise<void> {
  await pool.query(`truncate ${TABLES.join(', ')}; delete from projections`)
  const projection = createEstimatesProjection()
  for (let reached = 0; reached < position; ) {
    const limit = Math.min(size, position - reached)
    reached = (await runProjection(pool, projection, quiet, limit)).position
  }
}

test('the log replayed to a position gives the tables that were there then, byte for byte, in any batches', async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, fc.integer({ min: 3, max: 50 }), fc.nat(), async (history, size, which) => {
      const name = `R${names++}`
      const seen: { position: number; tables: string[] }[] = []
      for (const [index, steps] of history.entries()) {
        await appendAll(
          pool,
          `${name}-${index}`,
          steps.map((step) => toHappening(name, step)),
        )
        await project(pool, size)
        seen.push({ position: (await headOfLog(pool)).position, tables: await contents() })
      }
      const past = seen[which % seen.length]
      await replayTo(past?.position ?? 0, size)
      expect(await contents()).toEqual(past?.tables)
      await project(pool)
      expect(await contents()).toEqual(seen.at(-1)?.tables)
    }),
    { numRuns: 10 },
  )
})
