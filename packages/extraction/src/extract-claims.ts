import type { ExtractedClaim, Predicate } from './claim-schema.ts'
import { readClaim } from './fields/read-claim.ts'
import { repeatOf } from './fields/repeat-of.ts'
import { findMentions } from './mentions/find-mentions.ts'
import type { ArticleInput } from './parse-article-line.ts'
import { readArticle } from './reading/read-article.ts'
import { readDocument } from './text/document.ts'
import { splitParts } from './text/split-parts.ts'

/** Finds the claims of an article, in order of their start. */
export function extractClaims(article: ArticleInput): ExtractedClaim[] {
  return splitParts(article.text).flatMap(({ start, text }) => moveBy(start, claimsOfPart(article, text)))
}

function claimsOfPart({ title, published }: ArticleInput, text: string): ExtractedClaim[] {
  const document = readDocument(title, text)
  const mentions = findMentions(document)
  if (mentions.length === 0) return []
  const reading = readArticle(document, mentions)
  const claims: ExtractedClaim[] = []
  const previous: Predicate[] = []
  for (const listed of reading.listed) {
    const read = readClaim(reading, listed, { claims, previous }, published)
    const repeated = repeatOf(reading, listed.mention, read, claims)
    const claim = repeated === null ? read : { ...read, ...repeated }
    claims.push(claim)
    previous.push(claim.predicate)
  }
  return claims
}

function moveBy(offset: number, claims: ExtractedClaim[]): ExtractedClaim[] {
  for (const claim of claims) {
    claim.start += offset
    claim.end += offset
  }
  return claims
}
