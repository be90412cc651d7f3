import { applyArticleEvents } from '@muster/articles'
import { type ClaimChange, readClaimChanges, readExtractions, storeClaimChanges } from '@muster/claims'
import {
  createTopicBooks,
  type RevisedEstimate,
  storeRevised,
  type TopicBooks,
  type TopicBooksOptions,
} from '@muster/estimates'
import type { Projection, StoredEvent } from '@muster/event-store'
import type { Transaction } from '@muster/postgres'
import { bringUpToDate } from './bring-up-to-date.ts'
import type { Delta } from './delta.ts'
import { deltasOf } from './deltas-of.ts'
import { projectionName } from './projection-name.ts'
import { findClaimsTable, insertDeltas } from './store.ts'

/** Stores what estimates came to, each series once. */
export type StoreRevised = (tx: Transaction, revised: RevisedEstimate[]) => Promise<void>

/**
 * Articles, claims, estimates and deltas move on together under one checkpoint, so whoever reads them sees one
 * moment of the log: a delta's claim and article are always there. Topics stay open between batches as long as
 * this projection is the only one that moves: after a gap, a failure or a rebuild they are read from the database again.
 */
export function createEstimatesProjection(
  store: StoreRevised = storeRevised,
  options: TopicBooksOptions = {},
): Projection {
  const books = createTopicBooks(options)
  let reached = 0
  let table: number | null = null
  return {
    name: projectionName,
    async apply(tx, events) {
      const [first, last] = [events[0]?.position ?? 0, events.at(-1)?.position ?? 0]
      const claims = await findClaimsTable(tx)
      if (first !== reached + 1 || claims !== table) books.close()
      try {
        await applyBatch(tx, books, events, store)
        reached = last
        table = claims
      } catch (error) {
        books.close()
        throw error
      }
    },
  }
}

async function applyBatch(
  tx: Transaction,
  books: TopicBooks,
  events: StoredEvent[],
  store: StoreRevised,
): Promise<void> {
  const { articleEvents, claimEvents } = await bringUpToDate(tx, events)
  await applyArticleEvents(tx, articleEvents, readExtractions(articleEvents))
  const changes = await readClaimChanges(tx, claimEvents)
  // Topics are opened from the claims as they were before this batch.
  await books.open(tx, changes)
  await storeClaimChanges(tx, changes)
  await insertDeltas(tx, foldAll(books, changes))
  await store(tx, books.takeRevised())
}

/** The deltas of changes of claims, each folded when its turn comes. */
function* foldAll(books: TopicBooks, changes: ClaimChange[]): Generator<Delta, void, undefined> {
  for (const change of changes) yield* deltasOf(change, books.fold(change))
}
