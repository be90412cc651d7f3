import { findRemovedTexts } from '@muster/articles'
import { type Claim, quotesOf } from '@muster/claims'
import type { Db } from '@muster/postgres'

/** Claims as the API shows them: each with its span and the words that it points at, or when they were taken down. */
export async function showClaims(db: Db, claims: Claim[]) {
  const quotes = await quotesOf(db, claims)
  const unquoted = claims.filter(({ id }) => !quotes.get(id)).map(({ snapshotHash }) => snapshotHash)
  const removed = unquoted.length > 0 ? await findRemovedTexts(db, unquoted) : new Map<string, Date>()
  return claims.map(({ start, end, ...claim }) => ({
    ...claim,
    span: { start, end },
    quote: quotes.get(claim.id) ?? null,
    textRemovedAt: removed.get(claim.snapshotHash) ?? null,
  }))
}
