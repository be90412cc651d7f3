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
/** One of the kinds above. */
export type WordKind = (typeof wordKind)[keyof typeof wordKind]
/** A written word with what follows from its letters and the lexicon alone. */
export type WordEntry = {
  written: string
  text: string
  lower: string
  capital: boolean
  kinds: number
  edition: number
}

const kinds = new Map<string, number>()
/** Words repeat: each is lowered and looked up once while it keeps its slot, not once a token. */
const slots: (WordEntry | undefined)[] = new Array(16_384).fill(undefined)
const longestKept = 40
/** How many words were marked: an entry made before the last of them may lack a kind. */
let edition = 0
const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
const plain = /^[\x20-\x7e]*$/

/** Marks a word of the lexicon as one that may begin something of a kind. */
export function markWord(word: string, kind: WordKind): void {
  kinds.set(word, (kinds.get(word) ?? 0) | kind)
  edition += 1
}

/** The entry of the word between two offsets of a text; a known one costs no string. */
export function wordEntry(text: string, start: number, end: number): WordEntry {
  const slot = slotOf(text, start, end)
  const known = slots[slot]
  if (known !== undefined && known.edition === edition && isWritten(known.written, text, start, end))
    return known
  // Joined and cut, for a slice would keep the whole text in memory.
  const entry = createEntry(` ${text.slice(start, end)}`.slice(1))
  if (end - start <= longestKept) slots[slot] = entry
  return entry
}

/** A hash of at most the first letters that are kept (FNV-1a), cut to the number of slots. */
function slotOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end && at - start < longestKept; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) & (slots.length - 1)
}

function isWritten(written: string, text: string, start: number, end: number): boolean {
  if (written.length !== end - start) return false
  for (let at = start; at < end; at += 1)
    if (text.charCodeAt(at) !== written.charCodeAt(at - start)) return false
  return true
}

function createEntry(written: string): WordEntry {
  const text = clean(written)
  const lower = text.toLowerCase()
  const capital = text.charCodeAt(0) !== lower.charCodeAt(0)
  return { written, text, lower, capital, kinds: (kinds.get(lower) ?? 0) | kindOfPart(lower), edition }
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
