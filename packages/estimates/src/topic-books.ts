import { type Claim, type ClaimChange, findTopicClaims } from '@muster/claims'
import type { Transaction } from '@muster/postgres'
import type { Estimate, SeriesClaim } from './estimate.ts'
import {
  type Basis,
  type ClaimDifference,
  claimsInBook,
  type Entry,
  type EstimateChange,
  foldChange,
  forgetPassedClaims,
  mayNeedForgotten,
  mostRemovals,
  openTopicBook,
  type Series,
  type TopicBook,
} from './topic-book.ts'

/** What became of a claim, as far as topics are concerned. */
type Change = Pick<ClaimChange, 'before' | 'after'>

/** What an estimate came to, and the position of the event that revised it last; null when no claim is left. */
export type RevisedEstimate = Series & { basis: Basis; position: number; after: Estimate | null }

/** Topics that are open, so that a claim more does not read all of its topic again. */
export type TopicBooks = {
  /** Opens those topics of these changes that are not, from the live claims as the projection has them before them. */
  open(tx: Transaction, changes: Change[]): Promise<void>
  /** Folds one change of a claim; a claim that changed its topic leaves one and joins the other. */
  fold(change: Change & { event: { position: number } }): EstimateChange[]
  /** The estimates that were revised since this was asked last, each once, in the order in which they first were. */
  takeRevised(): RevisedEstimate[]
  /** Forgets them all, as when a transaction did not end well. */
  close(): void
}

export type TopicBooksOptions = {
  /** How many claims open books hold at the most; Infinity has them keep all that they were shown. */
  mostClaims?: number
  /** The projection begins with these books, so that there is nothing to read of a topic that was never open. */
  fromNothing?: boolean
  /** Reads the live claims of topics. */
  read?: (tx: Transaction, topics: string[]) => Promise<Claim[]>
}

/** A claim in a book weighs about half a kilobyte: at the most some 250 MB. */
const MOST_CLAIMS = 500_000

/** A book, and about how many claims are in it. */
type OpenBook = { book: TopicBook; claims: number }

/**
 * Books of topics. Of each the claims are let go of that have long passed, and those books are closed that were not used
 * for longest when all hold too many claims.
 */
export function createTopicBooks({
  mostClaims = MOST_CLAIMS,
  fromNothing = false,
  read = findTopicClaims,
}: TopicBooksOptions = {}): TopicBooks {
  // In the order in which they were used last.
  const books = new Map<string, OpenBook>()
  const closed = new Set<string>()
  const revised = new Map<Entry, number>()
  let claims = 0
  return {
    async open(tx, changes) {
      const topics = stepsByTopic(changes)
      for (const [topic, own] of topics) use(topic, own)
      const missing = [...topics.keys()].filter((topic) => !books.has(topic))
      const unread = fromNothing ? missing.filter((topic) => closed.has(topic)) : missing
      const live = unread.length === 0 ? [] : await read(tx, unread)
      for (const [topic, own] of claimsByTopic(missing, live)) put(topic, openTopicBook(own))
      for (const topic of [...books.keys()].slice(0, books.size - topics.size)) {
        if (claims <= mostClaims) break
        take(topic)
      }
    },
    fold({ before, after, event }) {
      const changes: EstimateChange[] = []
      const onRevised = (entry: Entry) => void revised.set(entry, event.position)
      for (const step of stepsOf(toSeriesClaim(before), toSeriesClaim(after))) {
        const open = books.get((step.before ?? step.after)?.topic ?? '')
        if (!open) continue
        changes.push(...foldChange(open.book, step, onRevised))
        const more = Number(step.after !== null) - Number(step.before !== null)
        open.claims += more
        claims += more
      }
      return changes
    },
    takeRevised() {
      const taken = [...revised].map(([{ topic, place, basis, estimate }, position]) => ({
        ...{ topic, place, basis, position },
        after: estimate,
      }))
      revised.clear()
      return taken
    },
    close() {
      revised.clear()
      for (const topic of books.keys()) take(topic)
    },
  }

  /** Makes a book the one that was used last; one that may need what it let go of stays closed, to be read again. */
  function use(topic: string, steps: ClaimDifference[]): void {
    const book = take(topic)
    if (!book) return
    const removals = mostRemovals(book, steps)
    if (mayNeedForgotten(book, removals)) return
    if (mostClaims < Number.POSITIVE_INFINITY) forgetPassedClaims(book, removals)
    put(topic, book)
  }

  function put(topic: string, book: TopicBook): void {
    const open = { book, claims: claimsInBook(book) }
    books.set(topic, open)
    closed.delete(topic)
    claims += open.claims
  }

  function take(topic: string): TopicBook | undefined {
    const open = books.get(topic)
    if (!open) return undefined
    books.delete(topic)
    closed.add(topic)
    claims -= open.claims
    return open.book
  }
}

/** What becomes of the claims of each topic. */
function stepsByTopic(changes: Change[]): Map<string, ClaimDifference[]> {
  const topics = new Map<string, ClaimDifference[]>()
  for (const step of changes.flatMap(({ before, after }) => stepsOf(before, after))) {
    const topic = (step.before ?? step.after)?.topic
    const known = topics.get(topic ?? '')
    if (known) known.push(step)
    else if (topic) topics.set(topic, [step])
  }
  return topics
}

function claimsByTopic(topics: string[], claims: Claim[]): Map<string, SeriesClaim[]> {
  const lists = new Map(topics.map((topic) => [topic, [] as SeriesClaim[]]))
  for (const claim of claims) {
    const own = toSeriesClaim(claim)
    if (own) lists.get(own.topic ?? '')?.push(own)
  }
  return lists
}

function stepsOf(before: SeriesClaim | null, after: SeriesClaim | null): ClaimDifference[] {
  if (!before || !after || before.topic === after.topic) return [{ before, after }]
  return [
    { before, after: null },
    { before: null, after },
  ]
}

/** The part of a claim that the rule reads; null of a claim of no force. */
function toSeriesClaim(claim: Claim | null): SeriesClaim | null {
  if (!claim?.topic) return null
  return {
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
  }
}
