import { type Claim, quotesOf } from '@muster/claims'
import type { Db } from '@muster/postgres'

/** Claims as the API shows them: each with its span and the words that it points at. */
export async function showClaims(db: Db, claims: Claim[]) {
  const quotes = await quotesOf(db, claims)
  return claims.map(({ start, end, ...claim }) => ({
    ...claim,
    span: { start, end },
    quote: quotes.get(claim.id) ?? null,
  }))
}
