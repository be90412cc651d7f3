import type { Db } from '@muster/postgres'

/** How many events a projection has set aside because it could not apply them. */
export async function countParkedEvents(db: Db, projection: string): Promise<number> {
  const { rows } = await db.query<{ parked: number }>(
    `select count(*) as parked from parked_events where projection = $1`,
    [projection],
  )
  return rows[0]?.parked ?? 0
}
