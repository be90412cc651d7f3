import { type GoldArticle, matchClaims } from '@muster/evaluation'
import type { Contender } from './contender.ts'

/** Precision, recall and F1 of the quantities that a contender finds, from 0 to 1. */
export type QuantityScore = { precision: number; recall: number; f1: number }

const unsaid = { predicate: '', actor: null, status: '', extent: '', source: null }

/** Compares what a contender reads with what was annotated: spans that overlap, equal bounds and unit. */
export function scoreCounts({ read }: Contender, articles: readonly GoldArticle[]): QuantityScore {
  let [right, found, annotated] = [0, 0, 0]
  for (const article of articles) {
    const { pairs, extra } = matchClaims(
      'quantity',
      article.claims,
      read(article).map((count) => ({ ...count, ...unsaid })),
    )
    right += pairs.length
    found += pairs.length + extra.length
    annotated += article.claims.length
  }
  const [precision, recall] = [right / found, right / annotated]
  return { precision, recall, f1: (2 * right) / (found + annotated) }
}
