import { type Claim, type ClaimChange, findTopicClaims } from '@muster/claims'
import type { Transaction } from '@muster/postgres'
import type { SeriesClaim } from './estimate.ts'
import {
  type ClaimDifference,
  type EstimateChange,
  foldChange,
  openTopicBook,
  type TopicBook,
} from './topic-book.ts'

/** Topics that are open, so that a claim more does not read all of its topic again. */
export type TopicBooks = {
  /** Opens those of these topics that are not, from the live claims as the projection has them. */
  open(tx: Transaction, topics: string[]): Promise<void>
  /** Folds one change of a claim; a claim that changed its topic leaves one and joins the other. */
  fold(change: Pick<ClaimChange, 'before' | 'after'>): EstimateChange[]
  /** Forgets them all, as when a transaction did not end well. */
  close(): void
}

/** A claim in a book weighs about half a kilobyte: at the most some 250 MB. */
const MOST_CLAIMS = 500_000

/** Books of topics, kept until they hold too many claims. */
export function createTopicBooks(mostClaims = MOST_CLAIMS): TopicBooks {
  const books = new Map<string, TopicBook>()
  let claims = 0
  return {
    async open(tx, topics) {
      if (claims > mostClaims) this.close()
      const missing = topics.filter((topic) => !books.has(topic))
      if (missing.length === 0) return
      const live = new Map(missing.map((topic) => [topic, [] as SeriesClaim[]]))
      for (const claim of (await findTopicClaims(tx, missing)).flatMap(toSeriesClaim)) {
        live.get(claim.topic ?? '')?.push(claim)
        claims++
      }
      for (const [topic, own] of live) books.set(topic, openTopicBook(own))
    },
    fold({ before, after }) {
      const [left] = toSeriesClaim(before)
      const [joined] = toSeriesClaim(after)
      if (!left && joined) claims++
      return stepsOf(left ?? null, joined ?? null).flatMap((step) => {
        const book = books.get((step.before ?? step.after)?.topic ?? '')
        return book ? foldChange(book, step) : []
      })
    },
    close() {
      books.clear()
      claims = 0
    },
  }
}

function stepsOf(before: SeriesClaim | null, after: SeriesClaim | null): ClaimDifference[] {
  if (!before || !after || before.topic === after.topic) return [{ before, after }]
  return [
    { before, after: null },
    { before: null, after },
  ]
}

/** The part of a claim that the rule reads; none of a claim of no force. */
function toSeriesClaim(claim: Claim | null): SeriesClaim[] {
  if (!claim?.topic) return []
  return [
    {
      id: claim.id,
      articleId: claim.articleId,
      topic: claim.topic,
      reportId: claim.reportId,
      outlet: claim.outlet,
      origin: claim.origin,
      publishedAt: claim.publishedAt,
      position: claim.position,
      low: claim.low,
      high: claim.high,
      qualifier: claim.qualifier,
      placeIds: claim.placeIds,
      status: claim.status,
      extent: claim.extent,
    },
  ]
}
