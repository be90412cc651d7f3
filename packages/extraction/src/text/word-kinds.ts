/** What a word may begin; one look-up a token spares one for every question asked later. */
export const wordKind = {
  number: 1,
  item: 2,
  trigger: 4,
  actor: 8,
  attribution: 16,
  military: 32,
  civil: 64,
} as const
/** One of the kinds above. */
export type WordKind = (typeof wordKind)[keyof typeof wordKind]

const kinds = new Map<string, number>()

/** Marks a word of the lexicon as one that may begin something of a kind. */
export function markWord(word: string, kind: WordKind): void {
  kinds.set(word, kindsOf(word) | kind)
}

/** The kinds of a lower-case word, as bits. */
export function kindsOf(word: string): number {
  return kinds.get(word) ?? 0
}
