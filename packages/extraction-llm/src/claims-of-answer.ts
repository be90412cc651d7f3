import { type ExtractedClaim, ExtractedClaimSchema, extractClaims } from '@muster/extraction'
import * as v from 'valibot'
import { alignQuote } from './align-quote.ts'

/** What of an answer can be used, and how many of its claims can not: against the schema, not in the text, or with numbers the quote lacks. */
export type CheckedAnswer = {
  claims: ExtractedClaim[]
  dropped: { schema: number; quote: number; number: number; overlap: number }
}

const AnswerSchema = v.object({ claims: v.array(v.unknown()) })
const SaidSchema = v.omit(ExtractedClaimSchema, [
  'start',
  'end',
  'placeIds',
  'origin',
  'effectiveDate',
  'confidence',
])
/** A model's word for its own sureness means nothing; this is below what an alert may rely on. */
const CONFIDENCE = 0.7

/** Checks what a model answered against the schema and the text; null when the answer is no answer at all. */
export function claimsOfAnswer(answer: unknown, text: string): CheckedAnswer | null {
  if (!v.is(AnswerSchema, answer)) return null
  const checked: CheckedAnswer = { claims: [], dropped: { schema: 0, quote: 0, number: 0, overlap: 0 } }
  const used = new Map<string, number>()
  for (const said of answer.claims) {
    if (!v.is(SaidSchema, said)) checked.dropped.schema += 1
    else addClaim(checked, said, text, used)
  }
  checked.claims.sort((a, b) => a.start - b.start)
  return checked
}

function addClaim(
  { claims, dropped }: CheckedAnswer,
  said: v.InferOutput<typeof SaidSchema>,
  text: string,
  used: Map<string, number>,
): void {
  // The same words twice are the same words at two places.
  const span = alignQuote(text, said.quote, used.get(said.quote) ?? 0)
  if (span === null) dropped.quote += 1
  else if (!isWritten(text.slice(span.start, span.end), said)) dropped.number += 1
  else if (
    claims.some((claim) => claim.unit === said.unit && claim.start < span.end && span.start < claim.end)
  )
    dropped.overlap += 1
  else {
    used.set(said.quote, span.end)
    claims.push({
      ...said,
      ...span,
      quote: text.slice(span.start, span.end),
      placeIds: said.places.map(slug),
      origin: said.source === null ? null : slug(said.source),
      effectiveDate: null,
      confidence: CONFIDENCE,
    })
  }
}

/** Whether the bounds are those that the rules read in the quote: a number is never taken on a model's word. */
function isWritten(quote: string, { low, high }: { low: number | null; high: number | null }): boolean {
  if (low === null && high === null) return false
  if (low !== null && high !== null && low > high) return false
  // "another 12" has its noun elsewhere in the text.
  return [quote, `${quote} soldiers`].some((text) =>
    extractClaims({ id: 'quote', title: null, text, published: null }).some(
      (claim) => claim.low === low && claim.high === high,
    ),
  )
}

function slug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return plain || 'unknown'
}
