import type { ExtractedClaim } from './claim-schema.ts'
import type { ArticleInput } from './parse-article-line.ts'
import { readText } from './read-text.ts'
import { splitParts } from './text/split-parts.ts'

/** Finds the claims of an article, in order of their start. */
export function extractClaims({ title, text, published }: ArticleInput): ExtractedClaim[] {
  const claims: ExtractedClaim[] = []
  for (const part of splitParts(text)) {
    for (const { claim } of readText({ title, text: part.text, published }).readings) {
      if (part.start > 0) moveBy(part.start, claim)
      claims.push(claim)
    }
  }
  return claims
}

function moveBy(offset: number, claim: ExtractedClaim): void {
  claim.start += offset
  claim.end += offset
}
