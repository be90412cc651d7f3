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
/** A written word with what follows from its letters alone. */
export type WordEntry = { text: string; lower: string; capital: boolean; kinds: number }

const kinds = new Map<string, number>()
const entries = new Map<string, WordEntry>()
const mostEntries = 30_000
const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
const plain = /^[\x20-\x7e]*$/

/** Marks a word of the lexicon as one that may begin something of a kind. */
export function markWord(word: string, kind: WordKind): void {
  kinds.set(word, (kinds.get(word) ?? 0) | kind)
  entries.clear()
}

/** The entry of a word as it stands in a text. Words repeat: kept, each is lowered and hashed once, not once a token. */
export function wordEntry(written: string): WordEntry {
  const known = entries.get(written)
  if (known) return known
  const text = clean(written)
  const lower = text.toLowerCase()
  const capital = text.charCodeAt(0) !== lower.charCodeAt(0)
  const entry = { text, lower, capital, kinds: kinds.get(lower) ?? 0 }
  if (entries.size < mostEntries && written.length < 40) entries.set(written, entry)
  return entry
}

function clean(written: string): string {
  if (plain.test(written)) return written
  return written.replace(unseen, '').replace(/[’‘ʼ]/g, "'").replace(/[‑‐−]/g, '-')
}
