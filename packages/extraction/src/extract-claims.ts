import type { ExtractedClaim } from './claim-schema.ts'
import type { ArticleInput } from './parse-article-line.ts'
import { readText } from './read-text.ts'
import { splitParts } from './text/split-parts.ts'

/** Finds the claims of an article, in order of their start. */
export function extractClaims(article: ArticleInput): ExtractedClaim[] {
  return splitParts(article.text).flatMap(({ start, text }) =>
    readText({ ...article, text }).readings.map(({ claim }) => moveBy(start, claim)),
  )
}

function moveBy(offset: number, claim: ExtractedClaim): ExtractedClaim {
  claim.start += offset
  claim.end += offset
  return claim
}
