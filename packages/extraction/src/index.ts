export {
  type Extent,
  ExtentSchema,
  type ExtractedClaim,
  ExtractedClaimSchema,
  type Predicate,
  PredicateSchema,
  type Qualifier,
  QualifierSchema,
  type Status,
  StatusSchema,
  type Unit,
  UnitSchema,
} from './claim-schema.ts'
export {
  type ClaimExplanation,
  explainText,
  type SentenceExplanation,
  type TokenExplanation,
} from './explain-text.ts'
export { extractClaims } from './extract-claims.ts'
export { extractorVersion } from './extractor-version.ts'
export { type ArticleInput, type ArticleLine, parseArticleLine } from './parse-article-line.ts'
