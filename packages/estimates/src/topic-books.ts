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
  /** Opens those of these topics, each named once, that are not, from the live claims as the projection has them. */
  open(tx: Transaction, topics: string[]): Promise<void>
  /** Folds one change of a claim; a claim that changed its topic leaves one and joins the other. */
  fold(change: Pick<ClaimChange, 'before' | 'after'>): EstimateChange[]
  /** Forgets them all, as when a transaction did not end well. */
  close(): void
}

/** A claim in a book weighs about half a kilobyte: at the most some 250 MB. */
const MOST_CLAIMS = 500_000

/** A book, and about how many claims are in it. */
type OpenBook = { book: TopicBook; claims: number }

/** Books of topics, of which those that were not used for longest are closed when all hold too many claims. */
export function createTopicBooks(mostClaims = MOST_CLAIMS): TopicBooks {
  // In the order in which they were used last.
  const books = new Map<string, OpenBook>()
  let claims = 0
  return {
    async open(tx, topics) {
      for (const topic of topics) use(books, topic)
      const missing = topics.filter((topic) => !books.has(topic))
      const live = missing.length === 0 ? [] : (await findTopicClaims(tx, missing)).flatMap(toSeriesClaim)
      for (const [topic, own] of byTopic(missing, live)) {
        books.set(topic, { book: openTopicBook(own), claims: own.length })
        claims += own.length
      }
      const unused = [...books.keys()].slice(0, books.size - topics.length)
      for (const topic of unused) {
        if (claims <= mostClaims) break
        claims -= books.get(topic)?.claims ?? 0
        books.delete(topic)
      }
    },
    fold({ before, after }) {
      const [left] = toSeriesClaim(before)
      const [joined] = toSeriesClaim(after)
      return stepsOf(left ?? null, joined ?? null).flatMap((step) => {
        const open = books.get((step.before ?? step.after)?.topic ?? '')
        if (!open) return []
        const more = Number(step.after !== null) - Number(step.before !== null)
        open.claims += more
        claims += more
        return foldChange(open.book, step)
      })
    },
    close() {
      books.clear()
      claims = 0
    },
  }
}

/** Makes a book the one that was used last. */
function use(books: Map<string, OpenBook>, topic: string): void {
  const open = books.get(topic)
  if (!open) return
  books.delete(topic)
  books.set(topic, open)
}

function byTopic(topics: string[], claims: SeriesClaim[]): Map<string, SeriesClaim[]> {
  const lists = new Map(topics.map((topic) => [topic, [] as SeriesClaim[]]))
  for (const claim of claims) lists.get(claim.topic ?? '')?.push(claim)
  return lists
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
