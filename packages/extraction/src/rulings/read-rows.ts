import type { ExtractedClaim } from '../claim-schema.ts'
import { extractClaims } from '../extract-claims.ts'

/** Reads a text of its own and writes each claim as one short row, for tables of expectations. */
export function readRows(
  text: string,
  write: (claim: ExtractedClaim) => string,
  title: string | null = null,
): string[] {
  return extractClaims({ id: 'row', title, text, published: '2025-03-03' }).map(write)
}
