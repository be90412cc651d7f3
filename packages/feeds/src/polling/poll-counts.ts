/** What became of an entry that gave no article. */
export type Drop = { entryId: string | null; reason: 'no-text' | 'over-the-limit' | 'not-stored' }

/** What became of the entries of a document: every one is counted once. */
export type PollCounts = {
  fetched: number
  new: number
  known: number
  changed: number
  /** Left out on purpose: without text, or beyond the limit of a document. */
  filtered: number
  /** Not stored, and asked for again. */
  failed: number
  /** The reasons of the last two, of a hundred entries at most. */
  drops: Drop[]
}

/** Of a poll that brought no document. */
export const NO_ENTRIES: PollCounts = {
  ...{ fetched: 0, new: 0, known: 0, changed: 0, filtered: 0, failed: 0 },
  drops: [],
}
