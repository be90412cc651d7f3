import { wordId } from './word-ids.ts'

/** What a word may begin; one look-up a token spares one for every question asked later. */
export const wordKind = {
  number: 1,
  item: 2,
  trigger: 4,
  actor: 8,
  attribution: 16,
  military: 32,
  civil: 64,
  /** Makes a number of what it is joined to by a hyphen: "twenty-five", "half-dozen". */
  numberPart: 128,
  generic: 256,
  home: 512,
} as const
/** What a mark does in a text, as bits beside those of words. */
export const markKind = { ender: 1 << 16, closer: 1 << 17, bullet: 1 << 18 } as const
/** One of the kinds above. */
export type WordKind = (typeof wordKind)[keyof typeof wordKind] | (typeof markKind)[keyof typeof markKind]
/** A written word with what follows from its letters and the lexicon alone. */
export type WordEntry = {
  text: string
  lower: string
  capital: boolean
  kinds: number
  wordId: number
  edition: number
}

const kinds = new Map<string, number>()
/** How many words were marked: an entry made before the last of them may lack a kind. */
let edition = 0

// Words repeat: each is made a string, lowered and looked up once while it keeps its slot, not once a token.
const longestKept = 16
const shortestSlice = 13
const slots = 32_768
const entries: (WordEntry | undefined)[] = new Array(slots).fill(undefined)
const lengths = new Uint8Array(slots)
/** The letters of the word in each slot: comparing numbers in one array is far cheaper than comparing strings. */
const letters = new Uint16Array(slots * longestKept)

const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
const plain = /^[\x20-\x7e]*$/

/** Marks a word of the lexicon as one that may begin something of a kind. */
export function markWord(word: string, kind: WordKind): void {
  const known = kinds.get(word) ?? 0
  if ((known & kind) !== 0) return
  kinds.set(word, known | kind)
  edition += 1
}

/** Makes all entries anew when they are next asked for: words have got ids since. */
export function forgetEntries(): void {
  edition += 1
}

/** The entry of the word between two offsets of a text and of its code units; a known one costs no string. */
export function wordEntry(text: string, codes: Uint16Array, start: number, end: number): WordEntry {
  const length = end - start
  if (length > longestKept) return createEntry(text.slice(start, end))
  const slot = slotOf(codes, start, end)
  const known = entries[slot]
  if (known !== undefined && lengths[slot] === length && known.edition === edition) {
    const first = slot * longestKept
    let at = 0
    while (at < length && letters[first + at] === codes[start + at]) at += 1
    if (at === length) return known
  }
  return keepEntry(slot, text, codes, start, end)
}

const fixed = new Map<string, WordEntry>()

/** The entry of a mark, or of another of the few words that may stand in a text in several ways. */
export function fixedEntry(written: string): WordEntry {
  const known = fixed.get(written)
  if (known !== undefined && known.edition === edition) return known
  const entry = createEntry(written)
  if (fixed.size < slots) fixed.set(written, entry)
  return entry
}

/** FNV-1a over the letters, cut to the number of slots. */
function slotOf(codes: Uint16Array, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (codes[at] as number), 0x01000193)
  return (hash ^ (hash >>> 15)) & (slots - 1)
}

function keepEntry(slot: number, text: string, codes: Uint16Array, start: number, end: number): WordEntry {
  const length = end - start
  const written = text.slice(start, end)
  // Joined and cut, for a mere slice would keep the whole text in memory; a short one is a copy anyway.
  const entry = createEntry(length < shortestSlice ? written : ` ${written}`.slice(1))
  entries[slot] = entry
  lengths[slot] = length
  const first = slot * longestKept
  for (let at = 0; at < length; at += 1) letters[first + at] = codes[start + at] as number
  return entry
}

function createEntry(written: string): WordEntry {
  const text = clean(written)
  const lower = text.toLowerCase()
  const capital = text.charCodeAt(0) !== lower.charCodeAt(0)
  return {
    text,
    lower,
    capital,
    kinds: (kinds.get(lower) ?? 0) | kindOfPart(lower),
    wordId: wordId(lower),
    edition,
  }
}

function kindOfPart(lower: string): number {
  const hyphen = lower.indexOf('-')
  const part = hyphen < 0 ? 0 : (kinds.get(lower.slice(0, hyphen)) ?? 0)
  return (part & wordKind.numberPart) === 0 ? 0 : wordKind.number
}

function clean(written: string): string {
  if (plain.test(written)) return written
  return written.replace(unseen, '').replace(/[’‘ʼ]/g, "'").replace(/[‑‐−]/g, '-')
}
