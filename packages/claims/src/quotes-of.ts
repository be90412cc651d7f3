import { readSnapshots } from '@muster/articles'
import type { Db } from '@muster/postgres'
import type { Claim } from './claim.ts'

/**
 * The words that claims point at, by claim id, cut from the stored texts; null where a text was taken
 * down, or is not the one that was read.
 */
export async function quotesOf(db: Db, claims: Claim[]): Promise<Map<string, string | null>> {
  const { texts } = await readSnapshots(
    db,
    claims.map(({ snapshotHash }) => snapshotHash),
  )
  return new Map(
    claims.map(({ id, snapshotHash, start, end }) => [
      id,
      texts.get(snapshotHash)?.slice(start, end) ?? null,
    ]),
  )
}
