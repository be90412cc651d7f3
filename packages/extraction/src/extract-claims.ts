import type { ExtractedClaim, Predicate } from './claim-schema.ts'
import { readClaim } from './fields/read-claim.ts'
import { repeatOf } from './fields/repeat-of.ts'
import { findMentions } from './mentions/find-mentions.ts'
import type { ArticleInput } from './parse-article-line.ts'
import { readArticle } from './reading/read-article.ts'
import { readDocument } from './text/document.ts'

/** Finds the claims of an article, in order of their start. */
export function extractClaims(article: ArticleInput): ExtractedClaim[] {
  const document = readDocument(article.title, article.text)
  const mentions = findMentions(document)
  if (mentions.length === 0) return []
  const reading = readArticle(document, mentions)
  const claims: ExtractedClaim[] = []
  const previous: Predicate[] = []
  for (const listed of reading.listed) {
    const read = readClaim(reading, listed, { claims, previous }, article.published)
    const repeated = repeatOf(reading, listed.mention, read, claims)
    const claim = repeated === null ? read : { ...read, ...repeated }
    claims.push(claim)
    previous.push(claim.predicate)
  }
  return claims
}
